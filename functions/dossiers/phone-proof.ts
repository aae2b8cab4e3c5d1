/** Proof of a phone by its last digits: how often it may be tried, and a comparison that tells nothing. The same for every case with a code. */
import { createHash, timingSafeEqual } from 'node:crypto';
import type { Throttle } from '../../shared/ports/short-lived.ts';
import { problem, type HttpReply } from '../../shared/shell/http.ts';

/** Four digits are ten thousand guesses: five an hour at one code make that years. */
const TRIES_AT_A_CODE = { limit: 5, windowSeconds: 60 * 60 };
/** Many phones share one address (a mobile network, a ward's counter), so an address gets more; it slows a walk through many codes. */
const TRIES_FROM_AN_ADDRESS = { limit: 60, windowSeconds: 60 * 60 };

/** @param tried `subject` is the entity that the code names, or the code itself when it names none. */
export async function throttledAccess(
  { throttle }: { readonly throttle: Throttle },
  tried: { readonly subject: string; readonly sourceIp: string },
): Promise<HttpReply | undefined> {
  for (const [key, rule] of [
    [`access-code#${hash(tried.subject)}`, TRIES_AT_A_CODE],
    [`access-ip#${hash(tried.sourceIp)}`, TRIES_FROM_AN_ADDRESS],
  ] as const) {
    const hit = await throttle.hit(key, rule);
    if (!hit.allowed) return problem({ kind: 'throttled', retryAfterSeconds: hit.retryAfterSeconds });
  }
  return undefined;
}

/** In a time that does not tell how many digits were right. */
export function sameText(given: string, known: string): boolean {
  return timingSafeEqual(createHash('sha256').update(given).digest(), createHash('sha256').update(known).digest());
}

function hash(text: string): string {
  return createHash('sha256').update(text).digest('base64url');
}
