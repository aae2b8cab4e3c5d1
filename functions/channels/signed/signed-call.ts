/**
 * How calls of our own contracts are signed (the SMS gateway, the telephone exchange): `X-Key-Id` names the key, `X-Timestamp` is the second of
 * signing since 1970, `X-Signature` is `sha256=` and the hexadecimal HMAC-SHA256 of `<timestamp>.<raw body>`. A retry is signed anew, so a call
 * that is older than the window is a replay; what comes again within it has the same message id and changes nothing.
 */
import { createHmac, timingSafeEqual } from 'node:crypto';
import type { RawCall, Verification } from '../channel-contract.ts';

/** Seconds that a call may be old, or that the caller's clock may be ahead. */
const WINDOW = 300;

/** By id. Several are valid at once while keys are exchanged: the new one is entered here first, then there, then the old one is taken away. */
export type SigningKeysById = Readonly<Record<string, string>>;

/** @throws never. */
export function verifySignedCall({ body, headers, now }: RawCall, keys: SigningKeysById): Verification {
  const timestamp = headers['x-timestamp'] ?? '';
  const key = keyOf(keys, headers['x-key-id'] ?? '');
  const claimed = /^sha256=([0-9a-f]{64})$/u.exec(headers['x-signature'] ?? '')?.[1];
  if (key === undefined || claimed === undefined || !/^\d{1,12}$/u.test(timestamp)) return refused('forged');
  const expected = createHmac('sha256', key).update(`${timestamp}.`).update(body).digest();
  if (!timingSafeEqual(expected, Buffer.from(claimed, 'hex'))) return refused('forged');
  return Math.abs(Date.parse(now) / 1000 - Number(timestamp)) <= WINDOW ? { kind: 'genuine' } : refused('stale');
}

/** Own members only: `__proto__` is no key. */
function keyOf(keys: SigningKeysById, id: string): string | undefined {
  return Object.hasOwn(keys, id) ? keys[id] : undefined;
}

function refused(why: 'forged' | 'stale'): Verification {
  return { kind: 'refused', why };
}
