/** One mail moves a case once, however often it is delivered or stored. */
import { addMinutes, type Instant } from '../../shared/domain/time.ts';
import type { IdempotencyRecord } from '../../shared/ports/entity-store.ts';

/** As long as anybody would replay a bucket of mail; after it, what was settled or held still stands as `mail#…`. Minutes. */
const LIFE_MINUTES = 60 * 24 * 60;

/** The id is made of the content, so it is its own fingerprint. */
export function mailKey(mailId: string): Pick<IdempotencyRecord, 'key' | 'fingerprint'> {
  return { key: `mail:${mailId}`, fingerprint: mailId };
}

export function mailIdempotency(mailId: string, now: Instant, body: unknown) {
  return {
    ...mailKey(mailId),
    expiresAt: addMinutes(now, LIFE_MINUTES),
    response: () => ({ status: 200, body }),
  };
}
