/**
 * Whether a mail is from the mailbox that it names. Only SES's word counts (`sesHeaders`); whatever is missing or strange makes the sender
 * unknown, and the mail goes to a person instead of a case.
 *
 * DMARC (RFC 7489) ties the From domain to a signature or to the sending server. A domain without a policy gets `none`; then a DKIM
 * signature of exactly that domain says the same. It does not help a domain whose policy the mail failed. What no check says is which mailbox
 * of the domain wrote it: that is the domain's own duty, as for every mail program.
 */
import { readAuthenticationResults, type AuthenticationResults } from './authentication-results.ts';
import { isWithin } from './mail-domain.ts';
import type { ParsedMail } from '../reading/parsed-mail.ts';
import { sesHeaders } from './ses-headers.ts';

export interface SenderVerdict {
  readonly authenticated: boolean;
  /** Who vouches for the sender, also where a virus keeps the mail from being believed. */
  readonly by: 'dmarc' | 'dkim' | 'none';
  /** The one From address, lower-case, authenticated or not. */
  readonly address?: string;
  readonly virus: boolean;
  readonly spam: boolean;
}

/** @param ownDomain of our own mail: nobody writes to us from there, so who claims it is us or a forger, never a person. */
export function senderVerdict(mail: Pick<ParsedMail, 'from' | 'headers'>, ownDomain: string): SenderVerdict {
  const ses = sesHeaders(mail);
  const address = singleAddress(mail);
  const results = ses && readAuthenticationResults(ses);
  const domain = address?.slice(address.lastIndexOf('@') + 1);
  const trusted =
    domain !== undefined &&
    !isWithin(domain, ownDomain) &&
    mail.headers.every(isPlainSignature) &&
    ONLY_ONCE.every((name) => mail.headers.filter(([one]) => one === name).length <= 1);
  const by = trusted && results !== undefined ? vouchedBy(results, domain) : 'none';
  return {
    // PASS, not merely no FAIL: SES also says that it could not look (PROCESSING_FAILED) or is not sure (GRAY).
    authenticated: by !== 'none' && ses?.virusVerdict === 'PASS',
    by,
    ...(address !== undefined && { address }),
    virus: ses?.virusVerdict === 'FAIL',
    spam: ses?.spamVerdict === 'FAIL',
  };
}

function vouchedBy({ dmarc, signedBy }: AuthenticationResults, domain: string): SenderVerdict['by'] {
  if (dmarc?.domain !== undefined && dmarc.domain !== domain) return 'none';
  if (dmarc?.result === 'pass') return dmarc.domain === domain ? 'dmarc' : 'none';
  if (dmarc !== undefined && !WITHOUT_POLICY.includes(dmarc.result)) return 'none';
  return signedBy.includes(domain) ? 'dkim' : 'none';
}

/** No policy is published, or it could not be had or read. */
const WITHOUT_POLICY = ['none', 'temperror', 'permerror'];

/**
 * Undefined when programs could disagree about who the author is: several From headers, several addresses, or a group (`name: a, b;`),
 * which RFC 6854 allows and no person's mail program writes.
 */
function singleAddress({ from, headers }: Pick<ParsedMail, 'from' | 'headers'>): string | undefined {
  const [field, another] = headers.filter(([name]) => name === 'from');
  const [address, second] = from;
  if (field === undefined || another !== undefined || address === undefined || second !== undefined) return undefined;
  if (field[1].length > LONGEST_FROM || /[:;]/u.test(unquoted(field[1])) || !/^[^\s@]+@[^\s@]+$/u.test(address))
    return undefined;
  return isPlainly(field[1], address) ? address.toLowerCase() : undefined;
}

/**
 * The address alone, or after a name between angle brackets, as mail programs write it. Of what is written otherwise (`quang,an@…`, `quang<an@…`,
 * two pairs of brackets) each program takes another part for the address, and the server that signed may have let somebody else through.
 */
function isPlainly(field: string, address: string): boolean {
  const plain = unquoted(field, '"')
    .replace(/\([^()]*\)/gu, '')
    .trim()
    .toLowerCase()
    .normalize('NFC');
  const [, name = '', bracketed] = /^([^<>]*)<([^<>]*)>$/u.exec(plain) ?? [];
  if (bracketed === undefined) return plain === address.toLowerCase();
  const named = name.trim();
  return bracketed.trim() === address.toLowerCase() && (!named.includes('@') || named === address.toLowerCase());
}

/** Characters; a name and an address have far fewer, and a comparison of quotes must not take long. */
const LONGEST_FROM = 1000;

/** Without quoted strings and encoded words (RFC 2047), in which a colon is only a colon. */
function unquoted(field: string, instead = ''): string {
  return field.replace(/"(?:[^"\\]|\\.)*"/gu, instead).replace(/=\?[^?\s]+\?[bq]\?[^?\s]*\?=/giu, instead);
}

/**
 * What RFC 5322, section 3.6, allows once and what is read here. A signature covers the lowest of a name, and the topmost is read: whoever has a
 * signed mail could put another on top, and the signature would still be good (RFC 6376, section 8.15).
 */
const ONLY_ONCE = ['to', 'cc', 'subject', 'date', 'message-id', 'content-type', 'content-transfer-encoding'];

/**
 * A signature names its author in the tag `i`, which SES repeats among its verdicts. It may encode any character (`=3B` is a semicolon), so
 * one that is not plainly an address could be a verdict of the sender's own making. One that covers only the beginning of the text (tag `l`, RFC
 * 6376, section 8.2) says nothing about the rest.
 */
function isPlainSignature([name, value]: readonly [string, string]): boolean {
  if (name !== 'dkim-signature') return true;
  return value
    .split(';')
    .map((tag) => tag.replace(/\s/gu, ''))
    .every((tag) => !tag.startsWith('l=') && (!tag.startsWith('i=') || /^i=[\w.+-]*@[\w.-]+$/u.test(tag)));
}
