import { timingSafeEqual } from 'node:crypto';

/** Takes as long for a near miss as for a wild guess, so that a signature cannot be felt out byte by byte. */
export function sameText(given: string, expected: string): boolean {
  const [one, other] = [Buffer.from(given), Buffer.from(expected)];
  return one.length === other.length && timingSafeEqual(one, other);
}
