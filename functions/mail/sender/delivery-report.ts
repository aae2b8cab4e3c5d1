/**
 * Reports of mail servers (RFC 3464) and what stands for one where a server does not follow it: Exchange, Gmail, Yahoo, Zimbra, qmail and
 * others write some of them as plain letters.
 */
import type { ParsedMail } from '../reading/parsed-mail.ts';

type Reported = Pick<ParsedMail, 'headers' | 'reports' | 'text'>;

/** One recipient's fields in a delivery report, by name in lower case. */
type ReportFields = ReadonlyMap<string, string>;

export function deliveryReports({ reports }: Pick<ParsedMail, 'reports'>): readonly ReportFields[] {
  return reports
    .filter(({ contentType }) => /^message\/(?:global-)?delivery-status/u.test(contentType.toLowerCase()))
    .flatMap(({ text }) => text.slice(0, LONGEST_REPORT).split(/\n[ \t\r]*\n/u))
    .map((group) => new Map(unfolded(group).flatMap(readField)))
    .filter((fields) => fields.has('action') || fields.has('final-recipient'));
}

/** Characters. A report about one mail of ours has one recipient. */
const LONGEST_REPORT = 16 * 1024;
const LONGEST_LETTER = 4000;

function unfolded(group: string): readonly string[] {
  return group.replace(/\r?\n[ \t]+/gu, ' ').split(/\r?\n/u);
}

function readField(line: string): readonly (readonly [string, string])[] {
  const colon = line.indexOf(':');
  return colon === -1 ? [] : [[line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim()]];
}

/** Given up; a status of 5 says so too where the action is missing. Late (`delayed`) or done (`delivered`, `relayed`) is no failure. */
export function hasFailed(fields: ReportFields): boolean {
  const action = fields.get('action')?.toLowerCase();
  return action === undefined ? fields.get('status')?.startsWith('5') === true : action.startsWith('failed');
}

/**
 * The address that a bounce says it could not reach, in lower case: as we wrote it (Original-Recipient) rather than where it was forwarded
 * to. In a letter it is the first address of the text, which is where all of them name it.
 *
 * @returns undefined when the report names none, or is no failure.
 */
export function failedRecipient(mail: Reported): string | undefined {
  const reports = deliveryReports(mail);
  const failed = reports.filter(hasFailed);
  const named =
    failed.flatMap((one) => one.get('original-recipient') ?? one.get('final-recipient') ?? [])[0] ??
    mail.headers.find(([name]) => name === 'x-failed-recipients')?.[1];
  if (named === undefined && reports.length > 0) return undefined;
  return firstAddressIn((named ?? mail.text).slice(0, LONGEST_LETTER));
}

function firstAddressIn(text: string): string | undefined {
  return /(?<![\w.+-])[\w.+-]{1,64}@[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){1,8}/iu.exec(text)?.[0].toLowerCase();
}
