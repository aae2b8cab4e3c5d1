import type { ReportReplyAct } from '../../../shared/domain/report/reply/report-reply-acts.ts';
import { REPLY_MARKER } from '../../../shared/shell/reply-marker.ts';
import type { MailContent } from '../writing/mail-content.ts';
import { howToAnswerReport } from '../writing/reports/how-to-answer-report.ts';
import type { ReportFacts } from '../writing/reports/report-facts.ts';
import type { MailBody } from '../writing/template.ts';
import { greetingOf } from './frame-mail.ts';
import type { Addressee } from './recipient-address.ts';

const IN_ENGLISH = {
  person: 'You can answer this mail; the first line says what to do.',
  mailbox: 'Answer from your own official mailbox, not from this shared one; the first line says what to do.',
} as const;

/** The code in front of the subject, who is addressed, how to answer, and who signs: the same for every notice about a report. */
export function frameReportMail(
  body: MailBody,
  frame: { readonly facts: ReportFacts; readonly addressee: Addressee; readonly replyActs: readonly ReportReplyAct[] },
): MailContent {
  const { facts, addressee, replyActs } = frame;
  const shared = addressee.kind === 'mailbox';
  const howTo = body.withoutHowTo === true ? undefined : howToAnswerReport(replyActs, { shared });
  const { vi, phone } = facts.hotline;
  return {
    marker: REPLY_MARKER,
    subject: `[${facts.code}] ${body.subject}`,
    greeting: greetingOf(addressee),
    blocks: howTo === undefined ? body.blocks : [...body.blocks, howTo],
    english: howTo === undefined ? body.english : `${body.english} ${IN_ENGLISH[shared ? 'mailbox' : 'person']}`,
    signature: [
      `${vi}${phone === '' ? '' : `, điện thoại ${phone}`}. Tổng đài ${facts.number}.`,
      'Thư này được gửi tự động.',
    ],
  };
}
