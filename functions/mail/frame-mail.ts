import type { MailContent } from './mail-content.ts';
import type { NoticeFacts } from './notice-facts.ts';
import type { Addressee } from './recipient-address.ts';
import type { MailBody } from './template.ts';

/** The code in front of the subject, who is addressed, and who signs: the same for every notice about a case. */
export function frameMail(
  body: MailBody,
  { facts, addressee }: { readonly facts: NoticeFacts; readonly addressee: Addressee },
): MailContent {
  const unit = addressee.kind === 'applicant' ? facts.counter : facts.deciding;
  return {
    subject: `[${facts.code}] ${body.subject}`,
    greeting: addressee.kind === 'mailbox' ? `Kính gửi ${addressee.name},` : `Kính gửi ông/bà ${addressee.name},`,
    blocks: body.blocks,
    english: body.english,
    signature: [
      `${unit.vi}${unit.phone === '' ? '' : `, điện thoại ${unit.phone}`}. Tổng đài ${facts.hotline}.`,
      'Thư này được gửi tự động.',
    ],
  };
}
