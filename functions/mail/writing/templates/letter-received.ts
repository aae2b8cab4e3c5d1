import { casePageLink, officerRows } from '../case-blocks.ts';
import { text } from '../mail-content.ts';
import { templateFor } from '../template.ts';

/** Somebody has written: what, is read on the case's page, where who reads it is known. */
export const letterReceived = templateFor(['LetterReceived'], (event, facts) => ({
  subject: event.of === 'other' ? 'Có thư về hồ sơ' : 'Người nộp hồ sơ đã gửi thư',
  blocks: [
    text(
      `${event.of === 'other' ? 'Có thư của người khác (không phải người nộp hồ sơ) về hồ sơ này' : 'Người nộp hồ sơ đã viết thư'}; ${String(event.attachments.length)} tệp (gồm cả nội dung thư) được lưu vào hồ sơ. Đề nghị xem trên trang hồ sơ.`,
    ),
    ...(event.left === undefined
      ? []
      : [
          text(
            `${String(event.left)} tệp không lưu được vào hồ sơ (đã quá hạn lưu, hoặc hồ sơ đã đủ số tệp). Nếu cần, đề nghị người gửi gửi lại.`,
          ),
        ]),
    officerRows(facts),
    casePageLink(facts),
  ],
  english: `${event.of === 'other' ? `Somebody has written about ${facts.code}` : `The applicant of ${facts.code} has written`}; please read it on the page of the case.`,
}));
