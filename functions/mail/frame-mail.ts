import type { ReplyAct } from '../../shared/domain/reply/reply-acts.ts';
import { REPLY_MARKER } from '../../shared/shell/reply-marker.ts';
import { howApplicantsAnswer, howStaffAnswer } from './how-to-answer.ts';
import type { MailContent } from './mail-content.ts';
import type { NoticeFacts } from './notice-facts.ts';
import type { Addressee } from './recipient-address.ts';
import type { MailBody } from './template.ts';

export interface Frame {
  readonly facts: NoticeFacts;
  readonly addressee: Addressee;
  /** What an answer to this mail can do. */
  readonly replyActs: readonly ReplyAct[];
  /** The address was typed by whoever filed and has not been proven: the name beside it may be anything, sent to anybody. */
  readonly unproven: boolean;
}

/** The code in front of the subject, who is addressed, how to answer, and who signs: the same for every notice about a case. */
export function frameMail(body: MailBody, { facts, addressee, replyActs, unproven }: Frame): MailContent {
  const toStaff = addressee.kind !== 'applicant';
  const unit = toStaff ? facts.deciding : facts.counter;
  const howTo = body.withoutHowTo === true ? [] : [toStaff ? howStaffAnswer(replyActs) : howApplicantsAnswer];
  return {
    ...(toStaff && { marker: REPLY_MARKER }),
    subject: `[${facts.code}] ${body.subject}`,
    greeting: unproven ? 'Kính gửi ông/bà,' : greetingOf(addressee),
    blocks: [...body.blocks, ...howTo],
    english: howTo.length === 0 ? body.english : `${body.english} ${answerInEnglish(toStaff)}`,
    signature: [
      `${unit.vi}${unit.phone === '' ? '' : `, điện thoại ${unit.phone}`}. Tổng đài ${facts.hotline}.`,
      'Thư này được gửi tự động.',
    ],
  };
}

export function greetingOf({ kind, name }: Addressee): string {
  return kind === 'mailbox' ? `Kính gửi ${name},` : `Kính gửi ông/bà ${name},`;
}

function answerInEnglish(toStaff: boolean): string {
  return toStaff
    ? 'You can answer this mail; the first line says what to do.'
    : 'You can answer this mail to send information or papers.';
}
