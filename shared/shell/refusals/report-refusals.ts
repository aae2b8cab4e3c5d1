/** Why something was not done about a report to the hotline. */
import type { SaidText } from '../said-text.ts';

export const reportRefusals: Readonly<Record<string, SaidText>> = {
  'report-already-filed': { vi: 'Phản ánh này đã được ghi nhận.', en: 'This report has been filed already.' },
  'no-such-report': { vi: 'Không có phản ánh này.', en: 'There is no such report.' },
  'no-hotline': {
    vi: 'Chưa có tổng đài nào tiếp nhận phản ánh trong ngày này.',
    en: 'No hotline takes reports on this day.',
  },
  'report-not-now': {
    vi: 'Phản ánh đã sang bước khác nên không làm được việc này nữa.',
    en: 'The report has moved on; this can no longer be done.',
  },
  'summary-missing': { vi: 'Thiếu tóm tắt nội dung.', en: 'The summary is missing.' },
  'question-missing': { vi: 'Chưa có câu hỏi.', en: 'The question is missing.' },
  'text-missing': { vi: 'Thiếu nội dung gửi người phản ánh.', en: 'What the reporter is told is missing.' },
  'answer-missing': { vi: 'Thiếu nội dung trả lời.', en: 'The answer is missing.' },
  'unknown-category': { vi: 'Không có lĩnh vực phản ánh này.', en: 'There is no such category of reports.' },
  'unknown-unit': { vi: 'Không có đơn vị {unit}.', en: 'There is no unit {unit}.' },
  'unit-has-declined': {
    vi: 'Đơn vị {unit} đã trả lời việc này không thuộc thẩm quyền. Xin giao đơn vị khác, hoặc để cấp trên chung quyết định.',
    en: 'The unit {unit} has said that this is not its competence. Name another unit, or let the common superior decide.',
  },
  'unit-has-answered': {
    vi: 'Đơn vị đã trả lời lúc {at}, nên không phân loại hay giao lại được nữa.',
    en: 'A unit answered at {at}; the report can no longer be sorted or given away.',
  },
  'unit-at-work': { vi: 'Đơn vị này đang xử lý phản ánh.', en: 'This unit works on the report already.' },
  'superior-decides': {
    vi: 'Lãnh đạo cấp trên chung của các đơn vị quyết định việc này.',
    en: 'The head of the common superior of these units decides this.',
  },
  'hotline-decides': {
    vi: 'Tổng đài quyết định đơn vị nào xử lý.',
    en: 'The hotline decides which unit deals with it.',
  },
  'competence-settled': {
    vi: 'Thẩm quyền đã được xác định, đơn vị không trả lại việc này được nữa.',
    en: 'Competence has been decided; the unit cannot decline this again.',
  },
  'suggests-itself': {
    vi: 'Xin nêu một đơn vị khác với đơn vị mình.',
    en: 'Suggest a unit other than your own.',
  },
  'no-dispute': {
    vi: 'Thẩm quyền của phần việc này không còn phải xác định.',
    en: 'Competence for this part is not in dispute any more.',
  },
  'merged-into-itself': {
    vi: 'Không gộp một phản ánh vào chính nó.',
    en: 'A report is not merged into itself.',
  },
  'merged-in-a-circle': {
    vi: 'Phản ánh kia đã được gộp vào phản ánh này.',
    en: 'The other report was merged into this one.',
  },
  'merged-into-merged': {
    vi: 'Phản ánh kia đã được gộp vào {into}. Xin gộp vào {into}.',
    en: 'The other report was merged into {into}. Merge into {into}.',
  },
  'merged-into-ended': {
    vi: 'Phản ánh kia đã kết thúc mà không có trả lời, nên không gộp vào được.',
    en: 'The other report ended without an answer; nothing is merged into it.',
  },
  'no-such-part': { vi: 'Phản ánh không có phần việc này.', en: 'The report has no such part.' },
  'part-answered': { vi: 'Phần việc này đã được trả lời lúc {at}.', en: 'This part was answered at {at}.' },
  'part-disputed': {
    vi: 'Đơn vị đã báo không thuộc thẩm quyền lúc {at}; đang xác định đơn vị xử lý.',
    en: 'The unit said at {at} that it is not competent; who is competent is being decided.',
  },
  'part-given-away': {
    vi: 'Phần việc này đã chuyển cho đơn vị khác, hoặc phản ánh đã kết thúc.',
    en: 'This part went to another unit, or the report has ended.',
  },
  'already-taken-up': { vi: 'Việc này đã có người nhận lúc {at}.', en: 'Somebody took this up at {at}.' },
  'stars-out-of-range': { vi: 'Chỉ đánh giá từ 1 đến 5.', en: 'A rating is from 1 to 5.' },
  'rating-too-late': { vi: 'Chỉ đánh giá được đến {until}.', en: 'The answer could be rated until {until}.' },
  'reopening-too-late': {
    vi: 'Chỉ đề nghị xử lý lại được đến {until}. Xin gửi phản ánh mới.',
    en: 'The report could be reopened until {until}. Please send a new one.',
  },
  'reopened-too-often': {
    vi: 'Phản ánh đã được mở lại {times} lần. Xin gửi phản ánh mới.',
    en: 'The report has been reopened {times} times. Please send a new one.',
  },
  'personal-data-in-text': {
    vi: 'Nội dung còn thông tin cá nhân: {found}. Xin bỏ đi trước khi công khai.',
    en: 'The text still tells who somebody is: {found}. Take it out before publishing.',
  },
  'sensitive-needs-reason': {
    vi: 'Lĩnh vực này mặc định không công khai; muốn công khai phải nêu lý do.',
    en: 'This category is not published by default; to publish it all the same, say why.',
  },
  'report-not-sorted': {
    vi: 'Phản ánh chưa có địa bàn: xin phân loại trước.',
    en: 'Nobody has said where it is: sort the report first.',
  },
  'report-token-invalid': {
    vi: 'Liên kết với phản ánh không đúng hoặc đã hết hạn; xin lấy lại từ tổng đài.',
    en: 'The link to the report is wrong or has expired; get it again from the hotline.',
  },
};
