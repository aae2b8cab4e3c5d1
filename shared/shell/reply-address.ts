/** The address that a notice about a dossier is answered to. */
import { REPLY_ACTS, type ReplyAct } from '../domain/reply/reply-acts.ts';
import type { Instant } from '../domain/time.ts';
import type { SigningKeys } from '../ports/outside.ts';
import { idIn, readAddress, writeAddress, type AddressOf, type KnownNames, type ReadOf } from './signed-address.ts';

export type ReplyAddress = AddressOf<ReplyAct>;

const KIND = { letter: 'r', acts: REPLY_ACTS } as const;

/** @param address `now` is when the mail is written. @throws when it would not fit before the @: a case's id has grown. */
export function replyAddress(
  keys: SigningKeys,
  domain: string,
  { now, ...address }: ReplyAddress & { readonly now: Instant },
): string {
  return writeAddress(KIND, { keys, domain, now }, address);
}

/** @param use `names`: whom and what the case can mean; only these are tried. */
export function readReplyAddress(
  keys: SigningKeys,
  address: string,
  use: { readonly domain: string; readonly now: Instant; names(caseId: string): KnownNames },
): ReadOf<ReplyAct> {
  return readAddress(KIND, address, { keys, ...use });
}

/** The case that an address of ours names, before anybody has verified it: only good for loading what the verification needs. */
export function caseIdIn(address: string, domain: string): string | undefined {
  return idIn(KIND, address, domain);
}
