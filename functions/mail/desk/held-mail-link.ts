/**
 * The signed link of a held mail: which mail, for which official. That the mail still waits and that the person may sort it is asked each time.
 */
import * as z from 'zod/mini';
import { addMinutes, type Instant } from '../../../shared/domain/time.ts';
import type { SigningKeys } from '../../../shared/ports/outside.ts';
import { readToken, signToken } from '../../../shared/shell/signed-token.ts';

const PURPOSE = 'held-mail';
/** A held mail is sorted in hours; reminders bring new links. Minutes. */
const LIFE_MINUTES = 30 * 24 * 60;

export interface HeldMailLink {
  readonly mailId: string;
  readonly staffId: string;
}

const Claims = z.strictObject({ m: z.string(), p: z.string() });

/** @param baseUrl without a slash at the end; empty for a link on our own pages. @param link `now` is when it is written. */
export function heldMailUrl(
  keys: SigningKeys,
  baseUrl: string,
  { mailId, staffId, now }: HeldMailLink & { readonly now: Instant },
): string {
  const token = { purpose: PURPOSE, claims: { m: mailId, p: staffId }, expiresAt: addMinutes(now, LIFE_MINUTES) };
  return `${baseUrl}/m/${signToken(keys, token)}`;
}

export function readHeldMailLink(
  keys: SigningKeys,
  token: string,
  now: Instant,
): { readonly kind: 'valid'; readonly link: HeldMailLink } | { readonly kind: 'expired' | 'unreadable' } {
  const read = readToken(keys, token, { purpose: PURPOSE, now });
  if (read.kind !== 'valid') return read;
  const claims = Claims.safeParse(read.claims);
  if (!claims.success) return { kind: 'unreadable' };
  return { kind: 'valid', link: { mailId: claims.data.m, staffId: claims.data.p } };
}
