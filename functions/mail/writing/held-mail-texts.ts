/** Notices about a mail that came in: to the official who sorts it, and to whoever wrote it. Nothing of the mail itself stands in them. */
import { MAIL_BYTES } from '../../../shared/contracts/incoming-mail-limits.ts';
import type { MailNoticeTemplate } from '../../../shared/domain/mail/incoming-mail.ts';
import type { Instant } from '../../../shared/domain/time.ts';
import { facts, links, text, type MailContent } from './mail-content.ts';
import { inEnglish, inWords } from './words.ts';

const megabytes = String(MAIL_BYTES / 1024 / 1024);

export interface HeldMailFacts {
  /** With a salutation; whoever wrote the mail is no known person. */
  readonly greeting: string;
  readonly unitName: string;
  readonly unitPhone: string;
  readonly hotline: string;
  readonly receivedAt: Instant;
  readonly sortBy: Instant;
  readonly guesses: number;
  /** The page where it is sorted, or the reader's list of work, in which it stands. */
  readonly desk: { readonly page: 'mail' | 'work-list'; readonly url: string };
  /** Where anybody can file and follow a dossier. */
  readonly siteUrl: string;
}

export const heldMailTexts: Readonly<Record<MailNoticeTemplate, (mail: HeldMailFacts) => MailContent>> = {
  'mail-held': (mail) => ({
    subject: 'Có thư đến cần phân loại',
    greeting: mail.greeting,
    blocks: [
      text('Có một thư gửi đến mà hệ thống không tự đưa được vào hồ sơ nào. Đề nghị xem và phân loại.'),
      heldRows(mail),
      deskLink(mail),
    ],
    english: `A mail came in that belongs to no case by itself; please sort it by ${inEnglish(mail.sortBy)}.`,
    signature: signature(mail),
  }),
  'held-mail-waits': (mail) => ({
    subject: 'Thư đến vẫn chờ phân loại',
    greeting: mail.greeting,
    blocks: [text('Thư sau vẫn chờ phân loại. Người gửi đang chờ; đề nghị xử lý.'), heldRows(mail), deskLink(mail)],
    english: `A mail still waits to be sorted; it is due ${inEnglish(mail.sortBy)}.`,
    signature: signature(mail),
  }),
  'mail-arrived': (mail) => ({
    subject: 'Đã nhận được thư của ông/bà',
    greeting: mail.greeting,
    blocks: [
      text(
        `Thư của ông/bà đã đến ${mail.unitName}. Cán bộ sẽ xem và chuyển đến đúng nơi giải quyết; ông/bà không phải gửi lại.`,
      ),
      text(
        `Nếu thư nói về một hồ sơ, lần sau xin trả lời đúng thư báo của hồ sơ đó. Cần gấp, xin gọi ${phones(mail)}.`,
      ),
    ],
    english: 'Your mail has arrived; a person will look at it. There is no need to send it again.',
    signature: signature(mail),
  }),
  'mail-of-colleague': (mail) => ({
    subject: 'Đã nhận được thư của ông/bà, chưa rõ về hồ sơ nào',
    greeting: mail.greeting,
    blocks: [
      text(
        `Thư của ông/bà không gửi đến địa chỉ trả lời của hồ sơ nào, nên hệ thống chưa làm gì với hồ sơ. Cán bộ ${mail.unitName} sẽ xem và phân loại.`,
      ),
      text(
        'Để việc được làm ngay, xin trả lời chính thư báo của hồ sơ. Với thư tổng hợp buổi sáng, xin dùng địa chỉ trả lời ở từng dòng, không trả lời cả thư.',
      ),
      links('Hoặc mở:', [{ label: 'Danh sách việc (your list of work)', url: mail.desk.url }]),
    ],
    english:
      'Your mail was not sent to the reply address of a case, so nothing was done. Answer the notice of the case itself, or use the reply address of its line in the morning mail.',
    signature: signature(mail),
  }),
  'mail-of-shared-mailbox': (mail) => ({
    subject: 'Chưa làm theo thư trả lời từ hộp thư chung',
    greeting: mail.greeting,
    blocks: [
      text(
        'Thư trả lời được gửi từ hộp thư chung của đơn vị nên không biết ai là người giải quyết. Hồ sơ không thay đổi; thư được giữ ở danh sách thư chờ phân loại.',
      ),
      text(
        'Xin chuyển tiếp thư báo của hồ sơ cho người giải quyết để trả lời từ hộp thư công vụ riêng, đến đúng địa chỉ trả lời của thư báo; hoặc đăng nhập để làm trên trang.',
      ),
      links('Để đăng nhập:', [{ label: 'Danh sách việc (your list of work)', url: mail.desk.url }]),
    ],
    english:
      "Nothing was done: your answer came from the unit's shared mailbox. Whoever handles the case answers from their own official mailbox, to the reply address of the notice, or signs in.",
    signature: signature(mail),
  }),
  'mail-too-large': (mail) => ({
    subject: 'Thư của ông/bà quá lớn, chưa đọc được',
    greeting: mail.greeting,
    blocks: [
      text(
        `Thư của ông/bà lớn hơn ${megabytes} MB (kể cả tệp kèm theo) nên hệ thống không đọc được. Xin gửi lại bằng một trong các cách sau:`,
      ),
      text(
        [
          '- chia thành nhiều thư nhỏ hơn, hoặc chụp, quét lại tệp với dung lượng nhỏ hơn;',
          '- gửi tệp trên trang hồ sơ (liên kết riêng trong thư báo của hồ sơ);',
          `- nộp trực tiếp tại ${mail.unitName}.`,
        ].join('\n'),
      ),
      links('Trang nộp và theo dõi hồ sơ:', [{ label: 'Mở trang (open the site)', url: mail.siteUrl }]),
      text(`Cần giúp, xin gọi ${phones(mail)}.`),
    ],
    english: `Your mail is larger than ${megabytes} MB and could not be read. Please send smaller mails, upload the files on the page of your case, or bring them to the counter.`,
    signature: signature(mail),
  }),
};

function heldRows({ receivedAt, sortBy, guesses }: HeldMailFacts) {
  return facts([
    ['Thư đến lúc', inWords(receivedAt)],
    ['Hạn phân loại', inWords(sortBy)],
    ['Hồ sơ có thể liên quan', guesses === 0 ? 'chưa đoán được' : `${String(guesses)} hồ sơ được gợi ý`],
  ]);
}

function deskLink({ desk: { page, url } }: HeldMailFacts) {
  const label = page === 'mail' ? 'Mở trang phân loại thư (sort this mail)' : 'Danh sách việc (your list of work)';
  return links('Để xem nội dung và phân loại:', [{ label, url }]);
}

function phones({ unitPhone, hotline }: HeldMailFacts): string {
  return unitPhone === '' ? hotline : `${unitPhone} hoặc ${hotline}`;
}

function signature(mail: HeldMailFacts): readonly string[] {
  const phone = mail.unitPhone === '' ? '' : `, điện thoại ${mail.unitPhone}`;
  return [`${mail.unitName}${phone}. Tổng đài ${mail.hotline}.`, 'Thư này được gửi tự động.'];
}
