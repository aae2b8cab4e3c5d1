/** What the values of a report are called, in mails to staff. */
import type { Urgency } from '../../../../shared/domain/catalogue/hotline.ts';
import type { Channel } from '../../../../shared/domain/channel.ts';
import type { ReportReplyAct } from '../../../../shared/domain/report/reply/report-reply-acts.ts';
import type { ReportClockKind } from '../../../../shared/domain/report/running-report-clocks.ts';
import type { Outcome } from '../../../../shared/domain/report/state.ts';
import type { Bilingual } from '../mail-content.ts';

export const outcomeWords: Readonly<Record<Outcome, Bilingual>> = {
  fixed: { vi: 'đã xử lý, khắc phục xong', en: 'fixed' },
  scheduled: { vi: 'đã lên kế hoạch xử lý', en: 'scheduled' },
  explained: { vi: 'đã giải thích, trả lời', en: 'explained' },
  'no-basis': { vi: 'phản ánh không có cơ sở', en: 'without basis' },
  'not-competent': { vi: 'không thuộc thẩm quyền', en: 'not our competence' },
};

export const urgencyWords: Readonly<Record<Urgency, string>> = {
  urgent: 'khẩn',
  normal: 'thường',
  complex: 'phức tạp',
};

export const channelWords: Readonly<Record<Channel, string>> = {
  phone: 'điện thoại',
  email: 'thư điện tử',
  sms: 'tin nhắn SMS',
  zalo: 'Zalo',
  viber: 'Viber',
  skype: 'Skype',
  teams: 'Microsoft Teams',
  web: 'trang web',
};

export const clockWords: Readonly<Record<ReportClockKind, Bilingual>> = {
  check: { vi: 'phân loại phản ánh', en: 'sorting the report' },
  info: { vi: 'chờ người phản ánh bổ sung thông tin', en: 'the reporter’s answer' },
  work: { vi: 'xử lý, trả lời phản ánh', en: 'the answer to the report' },
  dispute: { vi: 'xác định đơn vị có thẩm quyền', en: 'the decision on competence' },
  consolidate: { vi: 'tổng hợp câu trả lời', en: 'the consolidated answer' },
  review: { vi: 'duyệt câu trả lời', en: 'the review of the answer' },
};

/** What the link in a mail says. */
export const reportActLabels: Readonly<Record<ReportReplyAct, Bilingual>> = {
  note: { vi: 'Ghi chú nội bộ', en: 'internal note' },
  'accept-report': { vi: 'Nhận việc', en: 'take it on' },
  'answer-report': { vi: 'Trả lời người phản ánh', en: 'answer the reporter' },
  'progress-report': { vi: 'Báo tiến độ cho người phản ánh', en: 'tell the reporter how far it is' },
  'decline-report': { vi: 'Không thuộc thẩm quyền', en: 'not our competence' },
  'hand-report-over': { vi: 'Giao cho đồng nghiệp', en: 'hand over to a colleague' },
  'settle-report': { vi: 'Xác định đơn vị có thẩm quyền', en: 'decide which unit is competent' },
  'consolidate-report': { vi: 'Tổng hợp một câu trả lời', en: 'make one answer of the parts' },
  'approve-answer': { vi: 'Duyệt câu trả lời', en: 'approve the answer' },
  'return-answer': { vi: 'Trả lại câu trả lời', en: 'return the answer' },
};
