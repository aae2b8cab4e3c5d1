/** When the sender is woken again. The pauses are about machines, not about law or the province: constants, in minutes. */
import type { ClockTimer } from '../clock.ts';
import { addMinutes, minutesBetween, type Instant } from '../time.ts';
import type { Delivery, DeliveryEvent } from './state.ts';

/** Names of the timer, by what it waits for. */
export const TIMERS = { watch: 1, tryAgain: 2, quietHours: 3, receipt: 4 } as const;

/** Longer than a queue needs to deliver again after a sender has died. */
const WATCH_MINUTES = 15;
/** After the first try, the second…; the last stands for all that follow. */
const BACK_OFF_MINUTES = [1, 5, 15, 60] as const;

/** A day of trying, and a night before it. */
const STUCK_MINUTES = 36 * 60;

/** Woken again and again, and nothing came of it: a fault of ours that somebody must see. */
export function isStuck({ startedAt, waitsFor }: Delivery, now: Instant): boolean {
  return waitsFor === undefined && minutesBetween(startedAt, now) > STUCK_MINUTES;
}

/** Rings when nobody has gone on with what may go on at once. */
export function watch(now: Instant): ClockTimer {
  return { level: TIMERS.watch, at: addMinutes(now, WATCH_MINUTES) };
}

export function backOffMinutes(tries: number): number {
  return BACK_OFF_MINUTES[Math.min(tries, BACK_OFF_MINUTES.length) - 1] ?? 0;
}

/** The wait before a rung that was tried already; undefined when it may be tried now. */
export function pauseBefore({ attempts }: Delivery, rung: number, now: Instant): DeliveryEvent | undefined {
  const tries = attempts.filter((one) => one.rung === rung);
  const outcome = tries.at(-1)?.outcome;
  if (outcome?.kind !== 'unavailable') return undefined;
  const asked = (outcome.retryAfterSeconds ?? 0) / 60;
  const at = addMinutes(outcome.at, Math.max(backOffMinutes(tries.length), asked));
  return at <= now ? undefined : tryAgainAt(at, now);
}

export function tryAgainAt(at: Instant, now: Instant): DeliveryEvent {
  return { type: 'DeliveryHeld', timer: { level: TIMERS.tryAgain, at }, why: 'try-again', at: now };
}
