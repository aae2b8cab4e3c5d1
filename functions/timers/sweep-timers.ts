/**
 * Rings what is due: each bucket oldest first, several at once, until nothing is left or the time budget ends. What is left is
 * found again a minute later: the index is the list of work, the sweeper keeps none.
 *
 * - A timer rings in the case's own transaction (its version is checked), so two sweepers, a crash in the middle or a stale
 *   index entry cannot ring it twice: the second finds the clock already moved and ignores it.
 * - A case that cannot be processed is postponed by {@link POSTPONE_MINUTES}: a bucket full of such cases would otherwise be
 *   asked for first, every minute, and starve the rest.
 */
import { addMinutes, type Instant } from '../../shared/domain/time.ts';
import { TIMER_BUCKETS, type CaseQueries, type DueTimer } from '../../shared/ports/case-queries.ts';

/** `rung` committed, and `next` is when the same clock rings again; `ignored` was no longer due; `failed` could not be processed now. */
export type Rung =
  { readonly kind: 'rung'; readonly next?: Instant } | { readonly kind: 'ignored' } | { readonly kind: 'failed' };

export interface Sweep {
  readonly queries: Pick<CaseQueries, 'dueTimers' | 'postponeTimer'>;
  /** Decides and commits; a fault may be thrown. */
  ring(timer: DueTimer, now: Instant): Promise<Rung>;
  now(): Instant;
  /** Milliseconds that this run may still use. */
  remainingMs(): number;
}

export interface SweepCounts {
  readonly rung: number;
  readonly ignored: number;
  readonly postponed: number;
  /** Neither rung nor postponed: the store is in trouble, and somebody should hear of it. */
  readonly faults: number;
  /** False when the budget ended first. */
  readonly finished: boolean;
}

export const POSTPONE_MINUTES = 10;
const BATCH = 50;
/** In each bucket; with 8 buckets 32 cases are in work at a time. */
const AT_ONCE = 4;
/** A ring is two round trips: this leaves room for the slowest seen, and for the answer. */
const RESERVE_MS = 5_000;

export async function sweepTimers(sweep: Sweep): Promise<SweepCounts> {
  const counts = { rung: 0, ignored: 0, postponed: 0, faults: 0, finished: true };
  const buckets = Array.from({ length: TIMER_BUCKETS }, (_, bucket) => bucket);
  await Promise.all(
    buckets.map(async (bucket) => {
      const finished = await sweepBucket(sweep, bucket, (outcome) => {
        counts[outcome] += 1;
      });
      if (!finished) counts.finished = false;
    }),
  );
  return counts;
}

type Outcome = 'rung' | 'ignored' | 'postponed' | 'faults';

/** @returns false when the budget ended before the bucket was empty. */
async function sweepBucket(sweep: Sweep, bucket: number, count: (outcome: Outcome) => void): Promise<boolean> {
  // The index follows the table with a short delay, so a timer just rung may be listed once more: it is not touched again in this run.
  const handled = new Set<string>();
  let stale = 0;
  for (;;) {
    if (sweep.remainingMs() < RESERVE_MS) return false;
    const due = await sweep.queries.dueTimers(bucket, sweep.now(), BATCH + stale);
    const fresh = due.filter((timer) => !handled.has(keyOf(timer)));
    stale = due.length - fresh.length;
    if (fresh.length === 0) return true;
    for (const timer of fresh) handled.add(keyOf(timer));
    const finished = await workOff(sweep, fresh, (outcome, timer, next) => {
      count(outcome);
      // The clock's next timer is for the same moment: its entry is no stale one, and would stand first in every page until this run ends.
      if (next === timer.at) handled.delete(keyOf(timer));
    });
    if (!finished) return false;
  }
}

async function workOff(
  sweep: Sweep,
  timers: readonly DueTimer[],
  tell: (outcome: Outcome, timer: DueTimer, next: Instant | undefined) => void,
): Promise<boolean> {
  for (let start = 0; start < timers.length; start += AT_ONCE) {
    if (sweep.remainingMs() < RESERVE_MS) return false;
    await Promise.all(
      timers.slice(start, start + AT_ONCE).map(async (timer) => {
        const { outcome, next } = await ringOrPostpone(sweep, timer);
        tell(outcome, timer, next);
      }),
    );
  }
  return true;
}

async function ringOrPostpone(
  sweep: Sweep,
  timer: DueTimer,
): Promise<{ readonly outcome: Outcome; readonly next?: Instant | undefined }> {
  const now = sweep.now();
  const rung = await sweep.ring(timer, now).catch(() => ({ kind: 'failed' }) as const);
  if (rung.kind === 'rung') return { outcome: 'rung', next: rung.next };
  try {
    // One that was not due any more is an index entry about to vanish, and then this does nothing. If it ever stayed, it must not stand first for ever.
    await sweep.queries.postponeTimer(timer, addMinutes(now, POSTPONE_MINUTES));
    return { outcome: rung.kind === 'failed' ? 'postponed' : 'ignored' };
  } catch {
    return { outcome: 'faults' };
  }
}

function keyOf(timer: DueTimer): string {
  return `${timer.entityId} ${timer.clockId} ${timer.at}`;
}
