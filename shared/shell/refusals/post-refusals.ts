/** Why something in the custody of the post, or the return of a result, was refused. */
import type { SaidText } from '../said-text.ts';

export const postRefusals: Readonly<Record<string, SaidText>> = {
  'countersign-outstanding': {
    vi: 'Công chức phường chưa xác nhận lần tiếp nhận này.',
    en: 'The ward’s official has not countersigned this intake.',
  },
  'already-in-bag': { vi: 'Hồ sơ đã nằm trong túi {handoverId}.', en: 'The dossier is already in bag {handoverId}.' },
  'clerk-must-prepare': {
    vi: 'Nhân viên bưu chính lập bản kê túi hồ sơ này.',
    en: 'The postal clerk draws up this manifest.',
  },
  'manifest-faulty': {
    vi: 'Bản kê túi hồ sơ có chỗ chưa đúng; các mục được nêu dưới đây.',
    en: 'The bag’s manifest has faults; they are listed.',
  },
  'seal-number-missing': { vi: 'Thiếu số niêm phong.', en: 'The seal’s number is missing.' },
  'items-missing': { vi: 'Chưa kê mục nào.', en: 'Nothing is listed.' },
  'too-many-items': { vi: 'Một túi tối đa {most} hồ sơ.', en: 'A bag holds at most {most} dossiers.' },
  'item-repeated': { vi: 'Hồ sơ này được kê hai lần.', en: 'This dossier is listed twice.' },
  'dossier-unknown': { vi: 'Không có hồ sơ này trong túi.', en: 'There is no such dossier in the bag.' },
  'dossier-not-with-clerk': {
    vi: 'Hồ sơ này không do nhân viên bưu chính giữ.',
    en: 'This dossier is not with the postal clerk.',
  },
  'dossier-of-another-clerk': { vi: 'Hồ sơ này do nhân viên khác nhận.', en: 'Another clerk took this dossier in.' },
  'dossier-in-another-bag': { vi: 'Hồ sơ này đã nằm trong túi khác.', en: 'This dossier is already in another bag.' },
  'dossier-for-another-counter': {
    vi: 'Hồ sơ này không thuộc bộ phận một cửa nhận túi.',
    en: 'This dossier is not for the one-stop section that the bag goes to.',
  },
  'result-not-there': { vi: 'Hồ sơ này chưa có kết quả.', en: 'This dossier has no result yet.' },
  'result-for-another-counter': {
    vi: 'Kết quả này trả ở quầy khác.',
    en: 'This result is returned at another counter.',
  },
  'result-of-another-authority': {
    vi: 'Kết quả này không nằm ở bộ phận một cửa của ông/bà.',
    en: 'This result does not lie with your one-stop section.',
  },
  'already-prepared': { vi: 'Túi này đã được lập.', en: 'This bag has already been prepared.' },
  'no-such-handover': { vi: 'Không có biên bản giao nhận này.', en: 'There is no such hand-over record.' },
  'already-signed': { vi: 'Biên bản đã ký lúc {at}.', en: 'The record was signed at {at}.' },
  'signed-by-the-sender': {
    vi: 'Bên giao không ký thay bên nhận.',
    en: 'The one who hands over cannot sign for the receiver.',
  },
  'official-must-sign': { vi: 'Công chức bên nhận phải ký.', en: 'An official of the receiving side must sign.' },
  'unknown-discrepancy': { vi: 'Không có sai lệch này.', en: 'There is no such discrepancy.' },
  'not-registered-for-home': {
    vi: 'Hồ sơ không đăng ký nhận kết quả tại nhà.',
    en: 'The dossier is not registered for return at home.',
  },
  'parcel-number-missing': { vi: 'Thiếu số bưu gửi.', en: 'The parcel’s number is missing.' },
  'attempt-too-early': {
    vi: 'Lần phát tiếp theo sớm nhất là {from}.',
    en: 'The next delivery may be tried from {from}.',
  },
  'proof-missing': { vi: 'Thiếu bằng chứng phát.', en: 'The proof of delivery is missing.' },
  'result-not-arrived': {
    vi: 'Kết quả chưa về tới quầy.',
    en: 'The result has not yet arrived at the counter.',
  },
};
