import { pauseShift } from '../calendar/deadline.ts';
import { officeCalendarOf } from '../calendar/office-calendar-of.ts';
import type { Unit } from '../catalogue/catalogue.ts';
import type { RunningClock } from '../clock.ts';
import type { Refused } from '../decision.ts';
import { isRefused, type DossierContext } from './context.ts';
import { clockUntil, type ClockStart } from './start-clock.ts';

/** A clock that stood still from `pausedFrom` until now: due later by the office time of the pause, with the timers that are still to come. */
export function shiftClock(
  clock: RunningClock,
  pause: { readonly from: string; readonly unit: Unit } & Pick<ClockStart, 'mayBeExtended' | 'mayStall'>,
  { catalogue, now }: Pick<DossierContext, 'catalogue' | 'now'>,
): RunningClock | Refused {
  const { from, ...start } = pause;
  const due = pauseShift(officeCalendarOf(catalogue, pause.unit), clock.dueAt, { from, to: now });
  const shifted = clockUntil({ catalogue, startedAt: now, ...start }, due);
  return isRefused(shifted) ? shifted : { ...shifted, startedAt: clock.startedAt };
}
