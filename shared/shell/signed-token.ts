/**
 * Tokens for links in mails: what they allow is readable, and nobody can change it. `<key id>.<claims>.<signature>`, all base64url, with
 * 128 bits of HMAC-SHA256 over purpose, key and claims; a token for one purpose is worth nothing for another. Keys rotate by id: a token
 * lives as long as its key is listed and its own time runs. Nothing secret or personal belongs in the claims: addresses of pages are logged.
 */
import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Instant } from '../domain/time.ts';
import type { SigningKeys } from '../ports/outside.ts';

const MAC_BYTES = 16;
/** Longer than any of ours; what is longer is not looked at. Characters. */
const LONGEST = 1000;

export interface TokenUse {
  /** Such as `action` or `sign-in`. */
  readonly purpose: string;
  readonly now: Instant;
}

export type ReadToken =
  | { readonly kind: 'valid'; readonly claims: unknown }
  | { readonly kind: 'expired' }
  /** Cut off, altered, of another purpose, or signed with a key that is no longer listed. */
  | { readonly kind: 'unreadable' };

export function signToken(
  keys: SigningKeys,
  token: { readonly purpose: string; readonly claims: unknown; readonly expiresAt: Instant },
): string {
  const key = keys.keys.get(keys.current);
  if (key === undefined) throw new Error(`no signing key ${keys.current}`);
  const expiry = Math.floor(Date.parse(token.expiresAt) / 1000);
  const signed = `${keys.current}.${Buffer.from(JSON.stringify([expiry, token.claims])).toString('base64url')}`;
  return `${signed}.${mac(key, token.purpose, signed).toString('base64url')}`;
}

export function readToken(keys: SigningKeys, token: string, { purpose, now }: TokenUse): ReadToken {
  const [keyId = '', claims = '', signature = '', ...rest] = token.length > LONGEST ? [] : token.split('.');
  const key = keys.keys.get(keyId);
  if (key === undefined || rest.length > 0) return { kind: 'unreadable' };
  // Compared as text: a signature has one spelling only.
  const given = Buffer.from(signature);
  const expected = Buffer.from(mac(key, purpose, `${keyId}.${claims}`).toString('base64url'));
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return { kind: 'unreadable' };
  const [expiry, value] = JSON.parse(Buffer.from(claims, 'base64url').toString('utf8')) as [number, unknown];
  return expiry * 1000 <= Date.parse(now) ? { kind: 'expired' } : { kind: 'valid', claims: value };
}

function mac(key: Uint8Array, purpose: string, signed: string): Buffer {
  return createHmac('sha256', key).update(`signed-token\n${purpose}\n${signed}`).digest().subarray(0, MAC_BYTES);
}
