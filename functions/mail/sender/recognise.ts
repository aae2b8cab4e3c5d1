/**
 * Person or machine. A machine's mail is never answered and moves no case; a person's, taken for a machine's, would be lost in silence. So each
 * sign here is one that no hand writes, or a phrase together with such a sign: what somebody writes in a letter makes nobody a machine.
 */
import type { MachineMail } from '../../../shared/domain/mail/incoming-mail.ts';
import type { LocalDate } from '../../../shared/domain/time.ts';
import { absentUntil, isAbsenceSubject, isAutomaticSubject, speaksOfAbsence } from './absence.ts';
import { deliveryReports, hasFailed } from './delivery-report.ts';
import {
  answeredByMachine,
  hasEmptyEnvelope,
  hasWeakSign,
  headerOf,
  isBulk,
  isFromList,
  isVacation,
} from './machine-signs.ts';
import { domainOfAddress, isWithin } from './mail-domain.ts';
import { newTextOf } from '../new-text/new-text.ts';
import type { ParsedMail } from '../reading/parsed-mail.ts';

export type Recognised =
  | { readonly kind: 'person' }
  /** `until`: the last day of an absence, when it is said plainly. */
  | { readonly kind: 'machine'; readonly what: MachineMail; readonly until?: LocalDate };

/** What is ours: whole domains, and single addresses of a domain that people write from too. */
export interface Own {
  readonly domains: readonly string[];
  readonly addresses?: readonly string[];
}

export function recognise(mail: ParsedMail, own: Own): Recognised {
  const what = machineOf(mail, own);
  if (what === undefined) return { kind: 'person' };
  const until = what === 'out-of-office' ? absentUntil(letterOf(mail)) : undefined;
  return { kind: 'machine', what, ...(until !== undefined && { until }) };
}

function machineOf(mail: ParsedMail, own: Own): MachineMail | undefined {
  const { headers } = mail;
  if (isOwn(mail, own)) return 'own';
  const report = whatReportSays(mail) ?? whatLetterSays(mail);
  if (report !== undefined) return report;
  if (isAbsence(mail)) return 'out-of-office';
  if (answeredByMachine(headers) || hasEmptyEnvelope(headers) || isAutomaticSubject(mail.subject)) return 'auto-reply';
  if (isFromList(headers)) return 'list';
  return isBulk(headers) || mail.from.some((address) => NOBODY.test(address)) ? 'other' : undefined;
}

/** Ours come back when a mailbox forwards them, or somebody writes in our name. Mail that answers or encloses ours has the mark further inside. */
function isOwn({ headers, from }: ParsedMail, { domains, addresses = [] }: Own): boolean {
  return (
    headerOf(headers, 'x-notice-id') !== undefined ||
    from.some(
      (address) =>
        domains.some((domain) => isWithin(domainOfAddress(address), domain)) ||
        addresses.some((one) => one.toLowerCase() === address),
    )
  );
}

const SERVER = /^(?:mailer-?daemon|mail-?daemon|microsoftexchange[0-9a-f]{32})@/u;
const NOBODY = /^(?:no-?reply|noreply[\w.+-]*|do-?not-?reply|donotreply|khong-?tra-?loi|khongtraloi|postmaster)@/u;

/** A report (RFC 6522) by its type. One that a mail is only late, or that it arrived, is no bounce. */
function whatReportSays(mail: ParsedMail): MachineMail | undefined {
  const reports = deliveryReports(mail);
  if (reports.length > 0) return reports.some(hasFailed) ? 'bounce' : 'receipt';
  const type = mail.contentType.slice(0, 1000).toLowerCase();
  const isReport = /^multipart\/report\b/u.test(type);
  if (/\bdisposition-notification\b/u.test(type) || mail.reports.some(isReceipt)) return 'receipt';
  if (isReport && /\bdelivery-status\b/u.test(type)) return 'bounce';
  return isReport ? 'other' : undefined;
}

function isReceipt({ contentType }: { readonly contentType: string }): boolean {
  return /^message\/(?:global-)?disposition-notification/u.test(contentType.toLowerCase());
}

/** Phrases of mail servers, whole: nobody heads a letter so. */
const BOUNCE_SUBJECT =
  /^(?:undeliverable:|undelivered mail returned to sender$|delivery status notification \(failure\)|mail delivery failed\b|mail delivery (?:subsystem|failure)\b|delivery (?:failure|has failed)\b|returned mail:|failure notice$|message undeliverable\b)/iu;
/** Phrases that a letter could begin with. */
const BOUNCE_WORDS =
  /^(?:không thể gửi|không gửi được thư|thư không gửi được|không chuyển được thư|thông báo không gửi được|could not be delivered)/iu;
const LATE_SUBJECT =
  /^(?:delivery status notification \(delay\)|delayed:|delayed mail\b|delivery delayed\b|warning: (?:could not send message|message .{0,80}delayed))/iu;

function whatLetterSays({ headers, from, subject }: ParsedMail): MachineMail | undefined {
  const said = subject.trim();
  const fromServer = from.some((address) => SERVER.test(address));
  const byMachine = fromServer || hasWeakSign(headers) || answeredByMachine(headers);
  if (LATE_SUBJECT.test(said) && byMachine) return 'receipt';
  const cameBack =
    fromServer ||
    headerOf(headers, 'x-failed-recipients') !== undefined ||
    BOUNCE_SUBJECT.test(said) ||
    (BOUNCE_WORDS.test(said) && byMachine);
  return cameBack ? 'bounce' : undefined;
}

/** Not every automatic answer is an absence: a unit's mailbox thanks for each mail, and its officers sit at their desks. */
function isAbsence(mail: ParsedMail): boolean {
  const { headers, subject } = mail;
  if (isVacation(headers)) return true;
  const letter = letterOf(mail);
  const automatic = answeredByMachine(headers) || hasEmptyEnvelope(headers) || isAutomaticSubject(subject);
  // Some programs write no header at all, only this subject and a text that says it again.
  if (isAbsenceSubject(subject)) return automatic || hasWeakSign(headers) || speaksOfAbsence(newTextOf(mail).text);
  return automatic && (speaksOfAbsence(letter) || absentUntil(letter) !== undefined);
}

/** Without what it quotes: our own notices speak of absences and of days. */
function letterOf(mail: ParsedMail): string {
  return `${mail.subject}\n${newTextOf(mail).text}`;
}
