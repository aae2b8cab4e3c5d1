/** Addresses of a mail's headers, by postal-mime's reading: comments, groups and quoted names are its business. */
import { addressParser } from 'postal-mime';
import { cleanLine } from './clean-mail-text.ts';
import { joinWords } from './encoded-words.ts';
import { MAIL_LIMITS } from './mail-limits.ts';

type Headers = readonly (readonly [name: string, value: string])[];

const toSomebody = new Set(['to', 'cc', 'delivered-to', 'x-original-to', 'envelope-to']);

/** Whom the mail is written to, without those who get a copy. */
export function writtenTo(headers: Headers): readonly string[] {
  return headers.filter(([name]) => name === 'to').flatMap(([, value]) => addressesIn(value));
}

/** Each once, in order. */
export function sendersOf(headers: Headers): readonly string[] {
  return distinct(headers.filter(([name]) => name === 'from').flatMap(([, value]) => addressesIn(value)));
}

export function displayNameOf(headers: Headers): string | undefined {
  const value = headers.find(([name]) => name === 'from')?.[1];
  const name = value === undefined ? '' : cleanLine(addressParser(joinWords(value))[0]?.name ?? '');
  return name === '' ? undefined : name;
}

export function recipientsOf(headers: Headers): readonly string[] {
  const named = headers.filter(([name]) => toSomebody.has(name)).flatMap(([, value]) => addressesIn(value));
  // SES writes the topmost; those below are the sender's and may say anything.
  const received = headers.find(([name]) => name === 'received')?.[1] ?? '';
  const [, receivedFor = ''] = /\sfor\s+<?([^\s<>;,]+@[^\s<>;,]+)>?\s*(?:;|$)/u.exec(received.slice(0, 2000)) ?? [];
  return distinct(receivedFor === '' ? named : [...named, receivedFor.toLowerCase()]);
}

function addressesIn(value: string): readonly string[] {
  return addressParser(value, { flatten: true })
    .flatMap(({ address }) => (address === undefined ? [] : [address.normalize('NFC').trim().toLowerCase()]))
    .filter((address) => address.includes('@'));
}

function distinct(addresses: readonly string[]): readonly string[] {
  return [...new Set(addresses)].slice(0, MAIL_LIMITS.addresses);
}
