import { casePageLink, officerRows } from '../case-blocks.ts';
import { text } from '../mail-content.ts';
import { templateFor } from '../template.ts';

/** To the counter: the applicant hears nothing by mail. The number stands on the case's page; a mailbox that many read gets neither it nor the address. */
export const applicantUnreachable = templateFor(['ApplicantUnreachable'], (_event, facts) => ({
  subject: 'Thư không đến được người nộp hồ sơ',
  blocks: [
    text(
      'Hộp thư mà người nộp hồ sơ đã đăng ký không nhận thư của hệ thống. Đề nghị gọi điện báo cho người nộp theo số điện thoại ghi trên trang hồ sơ, nhất là khi hồ sơ cần bổ sung hoặc đã có kết quả.',
    ),
    officerRows(facts),
    casePageLink(facts),
  ],
  english: `Mail does not reach the applicant of ${facts.code}; please telephone: the number is on the page of the case.`,
}));
