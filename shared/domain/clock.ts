import type { StaffId, UnitId } from './catalogue/catalogue.ts';
import type { Instant } from './time.ts';

/**
 * A running clock inside a case: when it is due, with which calendar that was computed, and the one timer that will ring next.
 * The times are fixed when the clock starts (and by legal moves only), so that an unrelated edit or a new calendar cannot
 * move a date already promised.
 */
export interface RunningClock {
  readonly startedAt: Instant;
  readonly dueAt: Instant;
  readonly calendarVersion: string;
  /** Absent when every level has been told. */
  readonly nextTimer?: ClockTimer;
  /** Those after it, in order of time; fixed together with it, so that each rings once whatever is published meanwhile. */
  readonly laterTimers?: readonly ClockTimer[];
}

export interface ClockTimer {
  /** The name that the published policy gives it; says nothing about the order. */
  readonly level: number;
  readonly at: Instant;
  /** The silent-stall alarm: it rings only for work that nobody has touched, and a touch takes it away. */
  readonly ifUntouched?: true;
}

/**
 * One clock item of a commit: the open work of a unit and its timer. The set of clock items is a projection of the state:
 * the store writes the difference between the set before and the set after, in the same transaction as the event.
 */
export interface ClockItem {
  /** Unique inside the case, such as `case`, `step:s1`, `consultation:c1`, `forward`, `supplement`. */
  readonly clockId: string;
  /** Present while a unit has this work open. */
  readonly work?: { readonly unitId: UnitId; readonly officerId?: StaffId; readonly dueAt: Instant };
  /** Present while a timer is to ring. */
  readonly timer?: { readonly level: number; readonly at: Instant };
}

export function sameClockItem(left: ClockItem, right: ClockItem): boolean {
  return (
    left.clockId === right.clockId &&
    left.work?.unitId === right.work?.unitId &&
    left.work?.officerId === right.work?.officerId &&
    left.work?.dueAt === right.work?.dueAt &&
    left.timer?.level === right.timer?.level &&
    left.timer?.at === right.timer?.at
  );
}

/** What a commit must write and delete to bring the stored clock items from one state's set to the next state's. */
export function clockDifference(
  before: readonly ClockItem[],
  after: readonly ClockItem[],
): { readonly put: readonly ClockItem[]; readonly remove: readonly string[] } {
  const previous = new Map(before.map((item) => [item.clockId, item]));
  const put = after.filter((item) => {
    const old = previous.get(item.clockId);
    return old === undefined || !sameClockItem(old, item);
  });
  const kept = new Set(after.map((item) => item.clockId));
  return { put, remove: before.filter((item) => !kept.has(item.clockId)).map((item) => item.clockId) };
}
