/**
 * What is derived from a person's number or account and stored must be found again years later, so it is keyed with the key that never rotates
 * away: the oldest one.
 */
import type { SigningKeys } from '../ports/outside.ts';

/** @throws when there is no key at all: a fault of the deployment. */
export function lastingKey(keys: SigningKeys): Uint8Array {
  const oldest = [...keys.keys].sort(([left], [right]) => left.localeCompare(right, 'en', { numeric: true }))[0];
  if (oldest === undefined) throw new Error('no signing key');
  return oldest[1];
}
