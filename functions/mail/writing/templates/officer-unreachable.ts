import { actionLinks, officerRows } from '../case-blocks.ts';
import { items, text } from '../mail-content.ts';
import { templateFor } from '../template.ts';
import { dayInWords } from '../words.ts';

/** To the stand-in, the unit's mailbox or the head: mail does not reach who has the work, and the clock runs on. */
export const officerUnreachable = templateFor(['OfficerUnreachable'], (event, facts) => ({
  subject: 'Không liên lạc được với người đang xử lý hồ sơ',
  blocks: [
    text(
      event.why === 'bounced'
        ? `Hộp thư của ${facts.staffName(event.staffId)} không nhận thư. Thời hạn vẫn chạy; đề nghị phân công người khác hoặc báo người đó xử lý.`
        : `${facts.staffName(event.staffId)} đang vắng mặt${event.until === undefined ? '' : ` đến hết ${dayInWords(event.until)}`} (hộp thư trả lời tự động). Thời hạn vẫn chạy; đề nghị phân công người khác nếu cần.`,
    ),
    items('Việc đang chờ:', [
      ...event.stepIds.map((id) => facts.stepName(id).vi),
      ...event.consultationIds.map((id) => `Trả lời lấy ý kiến: ${facts.consultation(id)?.question ?? id}`),
    ]),
    officerRows(facts),
    actionLinks(facts),
  ],
  english: `${facts.code} waits for somebody whom mail does not reach; please see that it goes on.`,
}));

/** To the head: the unit's own mailbox sends our mail back, so nobody of the unit hears of anything. */
export const mailboxUnreachable = templateFor(['MailboxUnreachable'], (event, facts) => ({
  subject: 'Hộp thư của đơn vị không nhận thư',
  blocks: [
    text(
      `Thư gửi đến hộp thư chung của ${facts.unit(event.unitId).vi} bị trả lại, nên đơn vị chưa được báo về hồ sơ sau. Thời hạn vẫn chạy; đề nghị cho kiểm tra hộp thư và xử lý hồ sơ.`,
    ),
    officerRows(facts),
    actionLinks(facts),
  ],
  english: `The mailbox of ${facts.unit(event.unitId).en} sends mail back; please see to ${facts.code}.`,
}));
