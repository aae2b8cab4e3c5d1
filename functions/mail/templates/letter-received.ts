import { casePageLink, officerRows } from '../case-blocks.ts';
import { text } from '../mail-content.ts';
import { templateFor } from '../template.ts';

/** The applicant has written: what, is read on the case's page, where who reads it is known. */
export const letterReceived = templateFor(['LetterReceived'], (event, facts) => ({
  subject: 'Người nộp hồ sơ đã gửi thư',
  blocks: [
    text(
      `Người nộp hồ sơ đã viết thư; ${String(event.attachments.length)} tệp (gồm cả nội dung thư) được lưu vào hồ sơ. Đề nghị xem trên trang hồ sơ.`,
    ),
    officerRows(facts),
    casePageLink(facts),
  ],
  english: `The applicant of ${facts.code} has written; please read it on the page of the case.`,
}));
