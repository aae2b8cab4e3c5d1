import type { ReplyAct } from '../../../shared/domain/reply/reply-acts.ts';
import { REPLY_MARKER } from '../../../shared/shell/reply-marker.ts';
import { howApplicantsAnswer, howStaffAnswer, howUnitsAnswer } from '../writing/how-to-answer.ts';
import type { MailBlock, MailContent } from '../writing/mail-content.ts';
import type { NoticeFacts } from '../writing/notice-facts.ts';
import type { Addressee } from './recipient-address.ts';
import type { MailBody } from '../writing/template.ts';

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
  const howTo = body.withoutHowTo === true ? [] : [HOW_TO_ANSWER[addressee.kind](replyActs)];
  return {
    ...(toStaff && { marker: REPLY_MARKER }),
    subject: `[${facts.code}] ${body.subject}`,
    greeting: unproven ? 'Kính gửi ông/bà,' : greetingOf(addressee),
    blocks: [...body.blocks, ...howTo],
    english: howTo.length === 0 ? body.english : `${body.english} ${ANSWER_IN_ENGLISH[addressee.kind]}`,
    signature: [
      `${unit.vi}${unit.phone === '' ? '' : `, điện thoại ${unit.phone}`}. Tổng đài ${facts.hotline}.`,
      'Thư này được gửi tự động.',
    ],
  };
}

export function greetingOf({ kind, name }: Addressee): string {
  return kind === 'mailbox' ? `Kính gửi ${name},` : `Kính gửi ông/bà ${name},`;
}

const HOW_TO_ANSWER: Readonly<Record<Addressee['kind'], (acts: readonly ReplyAct[]) => MailBlock>> = {
  applicant: () => howApplicantsAnswer,
  staff: howStaffAnswer,
  mailbox: howUnitsAnswer,
};

const ANSWER_IN_ENGLISH: Readonly<Record<Addressee['kind'], string>> = {
  applicant: 'You can answer this mail to send information or papers.',
  staff: 'You can answer this mail; the first line says what to do.',
  mailbox: 'Answer from your own official mailbox, not from this shared one; the first line says what to do.',
};
