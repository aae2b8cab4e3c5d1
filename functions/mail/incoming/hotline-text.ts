/** What a mail to the hotline says, as one text: of a first mail all of it, of an answer only what is new. */
import { codesIn } from './codes-in-text.ts';
import { newTextOf } from '../new-text/new-text.ts';
import type { ParsedMail } from '../reading/parsed-mail.ts';

/** Put in front of a subject by mail programs, once or many times. */
const PREFIX = /^(?:(?:re|aw|sv|tl|tr[aả] l[oờ]i|fwd?|wg|chuy[eể]n ti[eế]p)\s*(?:\[\d+\])?\s*[:：]\s*)+/iu;

/**
 * @param ofReport it was written to the address of a report: its subject is ours and says nothing new.
 * @returns whole with what stands below a name in a first mail: there the telephone number is, and whose it is.
 */
export function hotlineText(mail: ParsedMail, { ofReport }: { readonly ofReport: boolean }): string {
  const whole = mail.text.trim();
  const answers = ofReport || PREFIX.test(mail.subject.trim()) || mail.inReplyTo.length > 0;
  const own = answers ? newTextOf(mail).text : whole;
  const text = own === '' ? whole : own;
  const subject = mail.subject.trim().replace(PREFIX, '').trim();
  // The subject of an answer is what was written to them; a code in it tells what they speak of.
  const telling = !ofReport && (!answers || codesIn(subject).tracking.length > 0);
  return telling && subject !== '' && !contains(text, subject) ? `${subject}\n${text}`.trim() : text;
}

function contains(text: string, subject: string): boolean {
  return plain(text).includes(plain(subject));
}

function plain(text: string): string {
  return text.normalize('NFC').toLowerCase().replace(/\s+/gu, ' ').trim();
}
