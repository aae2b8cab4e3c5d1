import { addMinutes, type Instant } from '../time.ts';
import { leaveRung, rungAfter } from './leave-rung.ts';
import { backOffMinutes, tryAgainAt } from './try-again.ts';
import type { AttemptOutcome, Delivery, DeliveryEvent } from './state.ts';

type Unavailable = Extract<AttemptOutcome, { readonly kind: 'unavailable' }>;

/** So long a channel is asked again before the next one is used, when there is one. */
const PATIENCE_MINUTES = 30;
/** So long everything is tried. */
const GIVE_UP_MINUTES = 24 * 60;

/** A provider that is down is asked again, less and less often; what it says about when is kept to. */
export function afterUnavailable(state: Delivery, outcome: Unavailable, now: Instant): readonly DeliveryEvent[] {
  const { attempts, rung } = state;
  const tries = attempts.filter((one) => one.rung === rung);
  const giveUpAt = addMinutes(attempts[0]?.startedAt ?? now, GIVE_UP_MINUTES);
  if (now >= giveUpAt) return [{ type: 'DeliveryEnded', status: 'failed', why: 'unavailable', at: now }];
  const askedFor = addMinutes(now, (outcome.retryAfterSeconds ?? 0) / 60);
  const nextTry = latest(askedFor, addMinutes(now, backOffMinutes(tries.length)));
  if (rungAfter(state, false) === rung) return [tryAgainAt(earliest(nextTry, giveUpAt), now)];
  const patientUntil = addMinutes(tries[0]?.startedAt ?? now, PATIENCE_MINUTES);
  // Asked to come back later than that: nothing is won by waiting here.
  if (now >= patientUntil || askedFor > patientUntil) {
    return leaveRung(state, { why: 'unavailable', closes: false, now }).events;
  }
  return [tryAgainAt(earliest(nextTry, patientUntil), now)];
}

function earliest(left: Instant, right: Instant): Instant {
  return left < right ? left : right;
}

function latest(left: Instant, right: Instant): Instant {
  return left > right ? left : right;
}
