/** What the values of a report are called on the hotline's pages; Vietnamese first. */
import { reportActLabels } from '../../mail/writing/reports/report-words.ts';
import type { RedirectionTarget, RejectionReason, ReportStatus } from '../../../shared/domain/report/state.ts';
import type { ReportAction } from '../../../shared/contracts/http/report-actions.ts';
import type { ReporterAction } from '../../../shared/contracts/http/report-intake.ts';
import type { SaidText } from '../../../shared/shell/said-text.ts';

export const statusWords: Readonly<Record<ReportStatus, SaidText>> = {
  new: { vi: 'Chờ phân loại', en: 'waits to be sorted' },
  'needs-info': { vi: 'Chờ người phản ánh bổ sung', en: 'waits for the reporter' },
  assigned: { vi: 'Đơn vị đang xử lý', en: 'with the units' },
  consolidating: { vi: 'Chờ tổng hợp trả lời', en: 'answers are put together' },
  'in-review': { vi: 'Chờ duyệt câu trả lời', en: 'the answer is reviewed' },
  closed: { vi: 'Đã trả lời', en: 'answered' },
  rejected: { vi: 'Không tiếp nhận', en: 'not accepted' },
  redirected: { vi: 'Đã hướng dẫn thủ tục khác', en: 'pointed elsewhere' },
  merged: { vi: 'Đã gộp vào phản ánh khác', en: 'merged' },
  withdrawn: { vi: 'Người phản ánh đã rút', en: 'withdrawn' },
};

export const rejectionWords: Readonly<Record<RejectionReason, SaidText>> = {
  'no-contact': { vi: 'Không có họ tên, địa chỉ hoặc điện thoại', en: 'no name, address or phone' },
  abusive: { vi: 'Lời lẽ xúc phạm, đe dọa', en: 'insults or threats' },
  repeated: { vi: 'Vụ việc đã được giải quyết đúng pháp luật, nay nêu lại', en: 'settled before' },
  'altered-image': { vi: 'Hình ảnh dùng lại hoặc đã chỉnh sửa', en: 'reused or altered pictures' },
  'other-language': { vi: 'Không phải tiếng Việt hoặc tiếng Anh', en: 'neither Vietnamese nor English' },
  'no-content': { vi: 'Không nêu sự việc cụ thể', en: 'no content' },
  test: { vi: 'Tin thử', en: 'a test' },
};

export const redirectionWords: Readonly<Record<RedirectionTarget, SaidText>> = {
  complaint: { vi: 'Khiếu nại (Luật Khiếu nại)', en: 'a complaint under its own law' },
  denunciation: { vi: 'Tố cáo (Luật Tố cáo)', en: 'a denunciation under its own law' },
  regulation: { vi: 'Phản ánh về quy định hành chính (20/2008/NĐ-CP)', en: 'about regulations' },
  emergency: { vi: 'Khẩn cấp: gọi 113, 114 hoặc 115', en: 'an emergency: call 113, 114 or 115' },
};

export const markWords: Readonly<Record<'abusive' | 'complaint' | 'denunciation' | 'otherLanguage', SaidText>> = {
  abusive: { vi: 'Có lời lẽ xúc phạm', en: 'abusive words' },
  complaint: { vi: 'Giống đơn khiếu nại', en: 'reads like a complaint' },
  denunciation: { vi: 'Giống đơn tố cáo', en: 'reads like a denunciation' },
  otherLanguage: { vi: 'Ngôn ngữ khác', en: 'another language' },
};

/** Headings and buttons of the forms on the desk; what a unit does by mail is called as in its mail. */
export const actionWords: Readonly<Record<ReportAction, SaidText>> = {
  triage: { vi: 'Phân loại và chuyển đơn vị', en: 'sort and forward' },
  ask: { vi: 'Hỏi thêm người phản ánh', en: 'ask the reporter' },
  reject: { vi: 'Không tiếp nhận', en: 'not accepted' },
  redirect: { vi: 'Hướng dẫn thủ tục khác', en: 'point to another procedure' },
  merge: { vi: 'Gộp vào phản ánh khác', en: 'merge' },
  'add-unit': { vi: 'Thêm đơn vị phối hợp', en: 'add a unit' },
  settle: { vi: 'Quyết định đơn vị có thẩm quyền', en: 'decide which unit is competent' },
  accept: reportActLabels['accept-report'],
  progress: reportActLabels['progress-report'],
  decline: reportActLabels['decline-report'],
  'hand-over': reportActLabels['hand-report-over'],
  answer: { vi: 'Trả lời người phản ánh', en: 'answer' },
  consolidate: reportActLabels['consolidate-report'],
  approve: reportActLabels['approve-answer'],
  return: reportActLabels['return-answer'],
  publish: { vi: 'Công khai', en: 'publish' },
  'do-not-publish': { vi: 'Không công khai', en: 'do not publish' },
  note: reportActLabels.note,
  words: { vi: 'Ghi lời người phản ánh nói thêm', en: 'take down what the reporter added' },
  reopen: { vi: 'Mở lại', en: 'reopen' },
  withdraw: { vi: 'Rút theo yêu cầu của người phản ánh', en: 'withdraw' },
};

export const reporterActionWords: Readonly<Record<ReporterAction, SaidText>> = {
  rate: { vi: 'Gửi đánh giá', en: 'rate the answer' },
  reopen: { vi: 'Đề nghị xử lý lại', en: 'reopen' },
  withdraw: { vi: 'Rút phản ánh', en: 'withdraw' },
  words: { vi: 'Gửi thêm thông tin', en: 'add information' },
};
