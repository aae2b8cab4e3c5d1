/** Signs in a mail's headers that a machine wrote it. */
import type { ParsedMail } from '../reading/parsed-mail.ts';

type Headers = ParsedMail['headers'];

/** The first of that name, in lower case and trimmed; programs that add one above another's mean the same by it. */
export function headerOf(headers: Headers, name: string): string | undefined {
  return headers
    .find(([one]) => one === name)?.[1]
    .trim()
    .toLowerCase();
}

const ANSWERED_BY_A_MACHINE = [
  'x-autoreply',
  'x-autorespond',
  'x-autoresponder',
  'x-auto-reply',
  'x-autoreply-from',
  'x-mail-autoreply',
  'x-mdautoreply',
];

/** RFC 3834: anything but `no`, and what programs write that do not follow it. Nobody's hand writes any of these. */
export function answeredByMachine(headers: Headers): boolean {
  const submitted = headerOf(headers, 'auto-submitted') ?? 'no';
  return (
    !/^(?:no(?:[ ;(]|$)|$)/u.test(submitted) ||
    headerOf(headers, 'precedence') === 'auto_reply' ||
    ANSWERED_BY_A_MACHINE.some((name) => isYes(headerOf(headers, name)))
  );
}

function isYes(value: string | undefined): boolean {
  return value !== undefined && value !== 'no' && value !== 'false';
}

/** Names that mail servers write their reports under, and that no person is given. */
export function isMailServer(address: string): boolean {
  return /^(?:mailer-?daemon|mail-?daemon|postmaster|microsoftexchange[0-9a-f]{32})@/u.test(address);
}

/** `auto-replied (zimbra; vacation)` and the like: the program itself says that it is an absence. */
export function isVacation(headers: Headers): boolean {
  return /vacation|out[ -]of[ -]office|\boof\b/u.test(
    `${headerOf(headers, 'auto-submitted') ?? ''} ${headerOf(headers, 'x-autoreply') ?? ''}`,
  );
}

/** RFC 2919, RFC 2369. */
export function isFromList(headers: Headers): boolean {
  return (
    ['list-id', 'list-unsubscribe', 'list-post'].some((name) => headerOf(headers, name) !== undefined) ||
    headerOf(headers, 'precedence') === 'list'
  );
}

export function isBulk(headers: Headers): boolean {
  return ['bulk', 'junk'].includes(headerOf(headers, 'precedence') ?? '');
}

/** The envelope sender of reports and of answers that must not be answered (RFC 5321, section 4.5.5). SES writes the first Return-Path. */
export function hasEmptyEnvelope(headers: Headers): boolean {
  return headerOf(headers, 'return-path') === '<>';
}

/**
 * Alone they prove nothing: a colleague's mail may ask for no absence notes (X-Auto-Response-Suppress). Together with a subject that programs
 * use they do.
 */
export function hasWeakSign(headers: Headers): boolean {
  return (
    hasEmptyEnvelope(headers) ||
    isBulk(headers) ||
    [
      'x-auto-response-suppress',
      'x-ms-exchange-generated-message-source',
      'x-ms-exchange-inbox-rules-loop',
      'x-ms-exchange-message-is-ndr',
    ].some((name) => headerOf(headers, name) !== undefined)
  );
}
