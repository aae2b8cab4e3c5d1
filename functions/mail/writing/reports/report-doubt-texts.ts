import type { ReportReplyDoubt } from '../../../../shared/domain/report/reply/report-reply-result.ts';
import { doubtText } from '../doubt-texts.ts';

/** What a command still needs, by its detail in the choice. */
const DETAILS: Readonly<Record<string, string>> = {
  text: 'nội dung câu trả lời cho người dân',
  outcome: 'kết quả (đã xử lý, hẹn xử lý, giải thích hay không có cơ sở)',
  reason: 'lý do',
  unitId: 'đơn vị',
  to: 'người nhận việc',
};

/** Why nothing happened, as the person who answered is told. */
export function reportDoubtText(why: ReportReplyDoubt, detail: string | undefined): string {
  const missing = why === 'detail-missing' && detail !== undefined ? DETAILS[detail] : undefined;
  return missing === undefined ? doubtText(why, detail, {}) : `Câu trả lời còn thiếu ${missing}.`;
}
