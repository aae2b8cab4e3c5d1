/**
 * The address that a notice is answered to: `<kind>.<key>.<case>.<recipient>.<acts>.<place>.<last day>.<mac>@<domain>`, all lower case because mail
 * systems change case, at most 64 characters before the @ (RFC 5321 4.5.3.1.1). It names one case, one recipient, the acts it is good for and
 * its last day; 80 bits of HMAC-SHA256 bind them. The key, the recipient and the place stand in it as short hashes: the MAC covers recipient
 * and place in full, so two people with the same hash cannot use each other's. It is one proof of two: the sender's domain must vouch for the
 * registered mailbox too.
 */
import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { addDays, localDateOf, type Instant } from '../domain/time.ts';
import type { SigningKeys } from '../ports/outside.ts';
import { base32, base32Number, numberInBase32 } from './base32.ts';

export type ReplyRecipient =
  | { readonly kind: 'staff'; readonly staffId: string }
  /** A shared mailbox: whoever of the unit answers from their own registered mailbox. */
  | { readonly kind: 'unit'; readonly unitId: string }
  | { readonly kind: 'applicant' };

/** What an address can be about; the mask of its acts is read by the list of its own kind. */
export interface AddressKind<Act extends string> {
  /** Of the whole address the first. */
  readonly letter: string;
  /** The order is part of addresses on their way. */
  readonly acts: readonly Act[];
}

export interface AddressOf<Act extends string> {
  readonly caseId: string;
  readonly recipient: ReplyRecipient;
  /** Empty for applicants: their letters are never commands. */
  readonly acts: readonly Act[];
  readonly stepId?: string;
  readonly consultationId?: string;
}

export interface KnownNames {
  readonly staffIds: readonly string[];
  readonly unitIds: readonly string[];
  /** Steps and consultations of the case as they stand. */
  readonly places: readonly { readonly stepId?: string; readonly consultationId?: string }[];
}

export type ReadOf<Act extends string> =
  | { readonly kind: 'valid'; readonly address: AddressOf<Act> }
  | { readonly kind: 'expired'; readonly address: AddressOf<Act> }
  /** Ours by its shape, but altered, cut off, or signed with a key that is no longer listed. */
  | { readonly kind: 'unreadable' }
  /** Not of this shape at all. */
  | { readonly kind: 'other' };

/** As long as the action links in the same mail. Days. */
const LIFE_DAYS = 30;
const DAY_MS = 24 * 60 * 60 * 1000;
const MAC_LETTERS = 16;
const HASH_LETTERS = 4;
/** The numbers have one spelling only: what is written otherwise was altered. */
const SHAPE =
  /^[a-z]\.([a-z2-7]{4})\.([a-z0-9]{1,16})\.([sua][a-z2-7]{4})\.([a-z2-7]{1,6})\.([pqn][a-z2-7]{4})\.([a-z2-7]{1,5})\.([a-z2-7]{16})$/;
/** Longer than any address may be (RFC 5321 4.5.3.1); what is longer is not looked at. Characters. */
const LONGEST = 320;

type Place = Pick<AddressOf<string>, 'stepId' | 'consultationId'>;

/** What the letters of an address say without any key. */
interface Parts {
  readonly local: string;
  readonly key: string;
  readonly caseId: string;
  readonly recipient: string;
  readonly acts: number;
  readonly place: string;
  readonly lastDay: number;
}

/** @param by `now` is when the mail is written. @throws when it would not fit before the @: a case's id has grown. */
export function writeAddress<Act extends string>(
  { letter, acts }: AddressKind<Act>,
  by: { readonly keys: SigningKeys; readonly domain: string; readonly now: Instant },
  address: AddressOf<Act>,
): string {
  const { keys, domain, now } = by;
  const key = keys.keys.get(keys.current);
  if (key === undefined) throw new Error(`no signing key ${keys.current}`);
  const lastDay = dayNumber(addDays(localDateOf(now), LIFE_DAYS));
  const local = localPart({ letter, id: keys.current, key }, { ...address, acts: maskOf(acts, address.acts), lastDay });
  if (!SHAPE.test(local) || local.length > 64) throw new Error('a reply address that cannot be read back');
  return `${local}@${domain.toLowerCase()}`;
}

export interface ReadingUse {
  readonly keys: SigningKeys;
  readonly domain: string;
  readonly now: Instant;
  /** Whom and what the case can mean; only these are tried. */
  names(caseId: string): KnownNames;
}

export function readAddress<Act extends string>(kind: AddressKind<Act>, address: string, use: ReadingUse): ReadOf<Act> {
  const { keys } = use;
  const local = localPartIn(address, kind.letter, use.domain);
  if (local === undefined) return { kind: 'other' };
  const parts = partsOf(local);
  if (parts === undefined) return { kind: 'unreadable' };
  const names = use.names(parts.caseId);
  const { caseId, acts, lastDay } = parts;
  const recipients = recipientsOf(names).filter((one) => recipientPart(one) === parts.recipient);
  const places = placesOf(names).filter((one) => placePart(one) === parts.place);
  for (const [id, key] of keys.keys) {
    if (keyPart(id) !== parts.key) continue;
    for (const recipient of recipients) {
      for (const place of places) {
        const expected = localPart({ letter: kind.letter, id, key }, { caseId, recipient, acts, lastDay, ...place });
        if (!isSame(expected, local)) continue;
        const read = { caseId, recipient, acts: actsIn(kind.acts, acts), ...place };
        return { kind: lastDay < dayNumber(localDateOf(use.now)) ? 'expired' : 'valid', address: read };
      }
    }
  }
  return { kind: 'unreadable' };
}

/** The case that an address of ours names, before anybody has verified it: only good for loading what the verification needs. */
export function idIn({ letter }: AddressKind<string>, address: string, domain: string): string | undefined {
  const local = localPartIn(address, letter, domain);
  return local === undefined ? undefined : partsOf(local)?.caseId;
}

/** Undefined for any address that was never meant to be one of these. */
function localPartIn(address: string, letter: string, domain: string): string | undefined {
  // Only ASCII: some letters of other scripts turn into Latin ones in lower case.
  if (address.length > LONGEST || !/^[!-~]+$/.test(address)) return undefined;
  const lower = address.toLowerCase();
  const at = lower.lastIndexOf('@');
  return lower.startsWith(`${letter}.`) && lower.slice(at + 1) === domain.toLowerCase()
    ? lower.slice(0, at)
    : undefined;
}

function partsOf(local: string): Parts | undefined {
  const [, key = '', caseId = '', recipient = '', acts = '', place = '', lastDay = ''] = SHAPE.exec(local) ?? [];
  if (key === '') return undefined;
  return {
    local,
    key,
    caseId: caseId.toUpperCase(),
    recipient,
    acts: numberInBase32(acts),
    place,
    lastDay: numberInBase32(lastDay),
  };
}

function localPart(
  signer: { readonly letter: string; readonly id: string; readonly key: Uint8Array },
  address: Omit<AddressOf<string>, 'acts'> & { readonly acts: number; readonly lastDay: number },
): string {
  const { caseId, recipient, acts, lastDay } = address;
  const named = [
    signer.letter,
    keyPart(signer.id),
    caseId.toLowerCase(),
    recipientPart(recipient),
    base32Number(acts),
    placePart(address),
    base32Number(lastDay),
  ].join('.');
  const covered = JSON.stringify(['reply-address', named, caseId, nameOf(recipient), placeName(address)]);
  const mac = createHmac('sha256', signer.key).update(covered).digest();
  return `${named}.${base32(mac, MAC_LETTERS)}`;
}

function keyPart(id: string): string {
  return shortHash(`key ${id}`);
}

function recipientPart(recipient: ReplyRecipient): string {
  const initial = { staff: 's', unit: 'u', applicant: 'a' }[recipient.kind];
  return `${initial}${shortHash(nameOf(recipient))}`;
}

function nameOf(recipient: ReplyRecipient): string {
  switch (recipient.kind) {
    case 'staff':
      return `staff ${recipient.staffId}`;
    case 'unit':
      return `unit ${recipient.unitId}`;
    case 'applicant':
      return 'applicant';
    default:
      return recipient satisfies never;
  }
}

function placePart(place: Place): string {
  const initial = place.stepId !== undefined ? 'p' : place.consultationId !== undefined ? 'q' : 'n';
  return `${initial}${shortHash(placeName(place))}`;
}

function placeName({ stepId, consultationId }: Place): string {
  return JSON.stringify([stepId ?? null, consultationId ?? null]);
}

function recipientsOf({ staffIds, unitIds }: KnownNames): readonly ReplyRecipient[] {
  return [
    { kind: 'applicant' },
    ...staffIds.map((staffId) => ({ kind: 'staff', staffId }) as const),
    ...unitIds.map((unitId) => ({ kind: 'unit', unitId }) as const),
  ];
}

function placesOf({ places }: KnownNames): readonly Place[] {
  return [
    {},
    ...places.map(({ stepId, consultationId }) => ({
      ...(stepId !== undefined && { stepId }),
      ...(consultationId !== undefined && { consultationId }),
    })),
  ];
}

function maskOf<Act extends string>(all: readonly Act[], acts: readonly Act[]): number {
  return acts.reduce((mask, act) => mask | (1 << all.indexOf(act)), 0);
}

function actsIn<Act extends string>(all: readonly Act[], mask: number): readonly Act[] {
  return all.filter((_, bit) => (mask & (1 << bit)) !== 0);
}

function dayNumber(day: string): number {
  return Date.parse(`${day}T00:00:00.000Z`) / DAY_MS;
}

function isSame(left: string, right: string): boolean {
  return left.length === right.length && timingSafeEqual(Buffer.from(left), Buffer.from(right));
}

function shortHash(text: string): string {
  return base32(createHash('sha256').update(text).digest(), HASH_LETTERS);
}
