import { officeCalendarOf } from '../calendar/office-calendar-of.ts';
import type { Unit } from '../catalogue/catalogue.ts';
import type { RunningClock } from '../clock.ts';
import { byTime, timersLeft, timersOf, withoutStallTimer, withTimers } from './clock-timers.ts';
import type { DossierContext } from './context.ts';

/**
 * The clock of work that somebody else has from now on. The due time and the reminders before it stay; only the stall alarm is set anew, for the
 * share of the time that is left: what the one before did about it says nothing of the one who has it now.
 */
export function clockOfNewHolder(
  clock: RunningClock,
  unit: Unit,
  { catalogue, now }: Pick<DossierContext, 'catalogue' | 'now'>,
): RunningClock {
  const left = { startedAt: now, dueAt: clock.dueAt, mayStall: true };
  const alarms = timersOf(officeCalendarOf(catalogue, unit), catalogue.reminders, left).filter(
    ({ ifUntouched }) => ifUntouched === true,
  );
  return withTimers(clock, [...timersLeft(withoutStallTimer(clock)), ...alarms].toSorted(byTime));
}
