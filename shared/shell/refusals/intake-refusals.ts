/** Why a dossier was not taken in or supplemented. */
import type { SaidText } from '../said-text.ts';

export const intakeRefusals: Readonly<Record<string, SaidText>> = {
  'procedure-not-in-force': {
    vi: 'Thủ tục {procedure} hiện không có hiệu lực.',
    en: 'Procedure {procedure} is not in force now.',
  },
  'presence-required': {
    vi: 'Thủ tục này phải đến tận nơi làm: {reason}.',
    en: 'This procedure must be done in person: {reason}.',
  },
  'channel-closed': {
    vi: 'Thủ tục này không nhận hồ sơ qua kênh này.',
    en: 'This procedure does not take dossiers through this channel.',
  },
  'channel-of-another-role': {
    vi: 'Kênh tiếp nhận này thuộc về vai trò khác.',
    en: 'This channel belongs to another role.',
  },
  'area-split': {
    vi: 'Địa bàn này đã được chia: {successors}. Xin chọn một.',
    en: 'This area has been divided: {successors}. Choose one.',
  },
  'no-competent-unit': {
    vi: 'Không cơ quan nào có thẩm quyền giải quyết ở địa bàn này.',
    en: 'No authority is competent for this in this area.',
  },
  'counter-missing': { vi: 'Chưa nêu quầy tiếp nhận.', en: 'The counter is not named.' },
  'no-counter': { vi: 'Địa bàn này không có quầy tiếp nhận.', en: 'No counter serves this area.' },
  'unknown-counter': { vi: 'Không có quầy tiếp nhận này.', en: 'There is no such counter.' },
  'not-a-counter': { vi: 'Đơn vị này không phải quầy tiếp nhận.', en: 'This unit is not a counter.' },
  'counter-closed': { vi: 'Quầy này đã thôi hoạt động.', en: 'This counter is closed.' },
  'counter-of-another-area': { vi: 'Quầy này phục vụ địa bàn khác.', en: 'This counter serves another area.' },
  'counter-of-another-level': {
    vi: 'Quầy này không nhận hồ sơ của cấp này.',
    en: 'This counter does not take dossiers of this level.',
  },
  'not-on-postal-list': {
    vi: 'Thủ tục này không có trong danh mục giao nhân viên bưu chính tiếp nhận tại quầy này.',
    en: 'This procedure is not on the list that a postal clerk may take in at this counter.',
  },
  'clerk-cannot-receive': {
    vi: 'Nhân viên bưu chính nhận hồ sơ để chuyển; công chức tiếp nhận khi ký biên bản giao nhận.',
    en: 'A postal clerk takes dossiers to hand over; an official receives them by signing the hand-over record.',
  },
  'documents-incomplete': {
    vi: 'Hồ sơ chưa đủ thành phần; các mục còn thiếu được nêu dưới đây.',
    en: 'The dossier is not complete; what is missing is listed.',
  },
  'document-missing': { vi: 'Còn thiếu: {name}.', en: 'Missing: {nameEn}.' },
  'intake-faulty': {
    vi: 'Thông tin tiếp nhận có chỗ chưa đúng; các mục được nêu dưới đây.',
    en: 'The intake has faults; they are listed.',
  },
  'line-repeated': { vi: 'Thành phần này đã được kê.', en: 'This document is listed twice.' },
  'unknown-line': {
    vi: 'Thủ tục không có thành phần hồ sơ này.',
    en: 'The procedure has no such document.',
  },
  'count-out-of-range': { vi: 'Số bản phải từ 0 đến 999.', en: 'The number of copies must be from 0 to 999.' },
  'sets-out-of-range': { vi: 'Số bộ hồ sơ không hợp lệ.', en: 'The number of sets is not valid.' },
  'return-address-missing': {
    vi: 'Nhận kết quả tại nhà thì cần địa chỉ nhận.',
    en: 'A result brought home needs an address.',
  },
  'send-slip-missing': { vi: 'Thiếu số phiếu gửi hồ sơ.', en: 'The send slip’s number is missing.' },
  'too-many-attachments': {
    vi: 'Chỉ nhận tối đa {most} tệp, đang có {count}.',
    en: 'At most {most} files are accepted, there are {count}.',
  },
  'upload-repeated': { vi: 'Tệp này được kê hai lần.', en: 'This file is listed twice.' },
  'attachment-too-large': { vi: 'Tệp này vượt quá dung lượng cho phép.', en: 'This file is larger than allowed.' },
  'attachment-twice': { vi: 'Tệp này được kê hai lần.', en: 'This file is listed twice.' },
  'attachment-unknown': {
    vi: 'Không có tệp này, hoặc tệp đã quá hạn. Xin tải lên lại.',
    en: 'There is no such file, or it has expired. Upload it again.',
  },
  'attachment-not-checked': {
    vi: 'Tệp này chưa tải lên xong hoặc chưa được kiểm tra.',
    en: 'This file is not uploaded completely or not yet checked.',
  },
  'attachment-taken': { vi: 'Tệp này đã thuộc hồ sơ khác.', en: 'This file already belongs to another dossier.' },
  'attachments-missing': { vi: 'Chưa đính kèm tệp nào.', en: 'No file is attached.' },
  'file-not-filed-yet': {
    vi: 'Tệp đang được cất vào hồ sơ. Xin thử lại sau ít phút.',
    en: 'The file is being put with the dossier. Try again in a few minutes.',
  },
  'nothing-uploaded': { vi: 'Chưa có tệp nào được tải lên.', en: 'Nothing has been uploaded yet.' },
  'already-filed': { vi: 'Hồ sơ này đã được nộp.', en: 'This dossier has already been filed.' },
  'dossier-code-missing': { vi: 'Chưa có mã hồ sơ.', en: 'The dossier’s code is missing.' },
  'outside-calendar': {
    vi: 'Lịch làm việc chỉ có từ {from} đến {to}; không tính được hạn vào {date}.',
    en: 'The working calendar covers {from} to {to}; no deadline can be computed for {date}.',
  },
  'no-such-dossier': { vi: 'Không có hồ sơ này.', en: 'There is no such dossier.' },
  'access-not-proven': {
    vi: 'Bốn số cuối điện thoại không khớp với hồ sơ này.',
    en: 'The last four digits of the phone do not belong to this dossier.',
  },
  'supplement-faulty': {
    vi: 'Phiếu yêu cầu bổ sung có chỗ chưa đúng; các mục được nêu dưới đây.',
    en: 'The supplement request has faults; they are listed.',
  },
  'content-missing': { vi: 'Chưa nêu cần bổ sung gì.', en: 'What to supplement is not said.' },
  'justification-missing': {
    vi: 'Yêu cầu bổ sung lần {requestNumber} phải nêu lý do vì sao không yêu cầu một lần.',
    en: 'Request number {requestNumber} must say why all was not asked for at once.',
  },
  'supplement-limit': {
    vi: 'Đã yêu cầu bổ sung {most} lần; chỉ được yêu cầu thêm khi người nộp không làm theo hướng dẫn.',
    en: 'A supplement was requested {most} times; another needs that the guidance was not followed.',
  },
  'supplement-too-late': {
    vi: 'Đã quá {days} ngày kể từ khi tiếp nhận, không còn được yêu cầu bổ sung.',
    en: 'More than {days} days have passed since reception; a supplement can no longer be requested.',
  },
  'supplement-awaited': {
    vi: 'Đã yêu cầu bổ sung lúc {requestedAt} và đang chờ.',
    en: 'A supplement was requested at {requestedAt} and is awaited.',
  },
  'applicant-may-still-answer': {
    vi: 'Người nộp còn hạn bổ sung đến {until}.',
    en: 'The applicant may still answer until {until}.',
  },
};
