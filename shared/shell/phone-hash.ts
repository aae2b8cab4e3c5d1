/**
 * The index `by-phone` must find a person's cases without storing a number that a leaked table would give away: ten digits are
 * few enough to try, so the hash is keyed. The key must not rotate (old rows would be lost), hence its own derivation from the oldest key.
 */
import { createHmac } from 'node:crypto';
import type { SigningKeys } from '../ports/outside.ts';
import { lastingKey } from './lasting-key.ts';

/** @param e164 from `toE164`. @returns base64url, 43 characters. */
export function phoneHash(keys: SigningKeys, e164: string): string {
  return createHmac('sha256', lastingKey(keys)).update(`phone\n${e164}`).digest('base64url');
}
