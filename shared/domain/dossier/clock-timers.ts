/**
 * The timers of one clock: fixed with it, in order of time, each to ring once. The levels of the published policy are only names. What is
 * published later concerns the clocks that start later.
 */
import { addWorkingHours, shareOfPeriod } from '../calendar/office-clock.ts';
import { isOutside, type OfficeCalendar, type OutsideCalendar } from '../calendar/working-calendar.ts';
import type { ReminderPolicy } from '../catalogue/catalogue.ts';
import type { ClockTimer, RunningClock } from '../clock.ts';
import type { Instant } from '../time.ts';

type Escalation = ReminderPolicy['escalations'][number];

export interface TimedClock {
  readonly startedAt: Instant;
  readonly dueAt: Instant;
  readonly mayBeExtended?: boolean;
  readonly mayStall?: boolean;
}

/** Every timer of a clock after its start, by time and then by level. One that the calendar does not reach is left out. */
export function timersOf(calendar: OfficeCalendar, policy: ReminderPolicy, clock: TimedClock): readonly ClockTimer[] {
  return policy.escalations
    .filter(({ tell }) => tell !== 'may-extend' || clock.mayBeExtended === true)
    .filter(({ tell }) => tell !== 'if-untouched' || clock.mayStall === true)
    .flatMap((escalation) => {
      const at = momentOf(calendar, escalation, clock);
      if (isOutside(at) || at <= clock.startedAt) return [];
      return [
        { level: escalation.level, at, ...(escalation.tell === 'if-untouched' && { ifUntouched: true as const }) },
      ];
    })
    .toSorted(byTime);
}

/** What a clock keeps of its timers. */
export function timerFields(timers: readonly ClockTimer[]): Pick<RunningClock, 'nextTimer' | 'laterTimers'> {
  const [nextTimer, ...laterTimers] = timers;
  return { ...(nextTimer && { nextTimer }), ...(laterTimers.length > 0 && { laterTimers }) };
}

/** Those that have still to ring. */
export function timersLeft({ nextTimer, laterTimers = [] }: RunningClock): readonly ClockTimer[] {
  return nextTimer === undefined ? [] : [nextTimer, ...laterTimers];
}

/** A timer that rang is over; nothing else of the clock changes, above all not the due time. */
export function afterRing(clock: RunningClock): RunningClock {
  return withTimers(clock, clock.laterTimers ?? []);
}

/** Somebody touched the work: the stall alarm need not ring any more. */
export function withoutStallTimer(clock: RunningClock): RunningClock {
  return withTimers(
    clock,
    timersLeft(clock).filter(({ ifUntouched }) => ifUntouched !== true),
  );
}

export function withTimers(
  { startedAt, dueAt, calendarVersion }: RunningClock,
  timers: readonly ClockTimer[],
): RunningClock {
  return { startedAt, dueAt, calendarVersion, ...timerFields(timers) };
}

function momentOf(calendar: OfficeCalendar, escalation: Escalation, clock: TimedClock): Instant | OutsideCalendar {
  if (escalation.tell !== 'if-untouched') return addWorkingHours(calendar, clock.dueAt, escalation.offsetHours);
  return shareOfPeriod(calendar, { from: clock.startedAt, to: clock.dueAt }, escalation.stageShare ?? 1);
}

export function byTime(one: ClockTimer, other: ClockTimer): number {
  if (one.at !== other.at) return one.at < other.at ? -1 : 1;
  return one.level - other.level;
}
