/** Why a step was not sent on, a note not kept or an act not taken back: what staff mostly ask for by answering a mail. */
import type { SaidText } from '../said-text.ts';

export const mailRefusals: Readonly<Record<string, SaidText>> = {
  'deciding-step-stays': {
    vi: 'Bước quyết định thuộc cơ quan có thẩm quyền theo quy định, không chuyển cho đơn vị khác.',
    en: 'The step that decides belongs to the competent authority by rule; it is not sent to another unit.',
  },
  'forwards-to-itself': {
    vi: 'Bước này đang ở chính đơn vị đó.',
    en: 'The step is already with that unit.',
  },
  'unit-does-not-examine': {
    vi: 'Đơn vị {unit} không có người thẩm định hồ sơ.',
    en: 'Nobody at {unit} examines dossiers.',
  },
  'forwarded-back': {
    vi: 'Đơn vị {unit} đã nhận và chuyển bước này đi; {superior} quyết định đơn vị nào làm. Xin chuyển đến {superior}.',
    en: 'Unit {unit} had this step and sent it on; {superior} decides whose it is. Forward it to {superior}.',
  },
  'note-missing': { vi: 'Ghi chú chưa có nội dung.', en: 'The note is empty.' },
  'undo-too-late': {
    vi: 'Chỉ hoàn tác được đến {until}.',
    en: 'This could be taken back until {until}.',
  },
  'undo-overtaken': {
    vi: 'Việc này đã được hoàn tác, hoặc đã có người làm tiếp, nên không hoàn tác được nữa.',
    en: 'This has been taken back already, or somebody has gone on from it; it can no longer be taken back.',
  },
  'nothing-to-undo': { vi: 'Không có việc nào để hoàn tác.', en: 'There is nothing to take back.' },
  'no-such-mail': { vi: 'Không có thư này trong hộp chờ phân loại.', en: 'No such mail waits to be sorted.' },
  'mail-already-sorted': { vi: 'Thư này đã được phân loại lúc {at}.', en: 'This mail was sorted at {at}.' },
  'not-your-act': {
    vi: 'Chỉ người đã làm việc này mới hoàn tác được.',
    en: 'Only the person who did this can take it back.',
  },
};
