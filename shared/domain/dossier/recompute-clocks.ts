/**
 * A holiday was announced late, after clocks had started: the units' own time (steps, consultations, checks) is counted anew, so that nobody
 * is late for a day on which the office is closed, and reminders ring as many working hours before as they should. What was promised to the
 * applicant (hẹn trả) stays as it was written. Nothing ever moves to an earlier time, and work that is late already stays late.
 */
import { addWorkingHours, workingHoursBetween } from '../calendar/office-clock.ts';
import { officeCalendarOf } from '../calendar/office-calendar-of.ts';
import { isOutside, type OfficeCalendar } from '../calendar/working-calendar.ts';
import type { Catalogue, Unit } from '../catalogue/catalogue.ts';
import type { ClockTimer, RunningClock } from '../clock.ts';
import { accept, ignore, type Decision } from '../decision.ts';
import type { Instant } from '../time.ts';
import { byTime, timersLeft, timersOf, withTimers } from './clock-timers.ts';
import { unitOf, type DossierContext } from './context.ts';
import type { DossierEvent } from './events.ts';
import { runningClocks, type ClockKind, type OpenClock } from './running-clocks.ts';
import type { CommandOf, StateFor } from './transitions.ts';

/** Dates that the applicant was told. */
const PROMISED: ReadonlySet<ClockKind> = new Set(['case', 'result', 'supplement', 'delivery']);

export function recomputeClocks(
  _: CommandOf<'RecomputeClocks'>,
  state: StateFor<'RecomputeClocks'>,
  context: DossierContext,
): Decision<DossierEvent> {
  const promised = state.clock?.dueAt;
  const clocks = runningClocks(state).flatMap((running) => {
    const clock = recomputed(running, { unit: unitOf(context, state, running.unitId), promised, context });
    return clock === undefined ? [] : [{ clockId: running.clockId, clock }];
  });
  if (clocks.length === 0) return ignore('every clock stands as the calendar says');
  const { version: calendarVersion } = context.catalogue.calendar;
  return accept({ type: 'ClocksRecomputed', calendarVersion, clocks, at: context.now });
}

interface Surroundings {
  readonly unit: Unit;
  readonly promised: Instant | undefined;
  readonly context: DossierContext;
}

/** @returns undefined where nothing moves. A clock that the new calendar does not reach stays as it is. */
function recomputed(running: OpenClock, around: Surroundings): RunningClock | undefined {
  const { kind, clock } = running;
  const { catalogue, now } = around.context;
  if (kind === 'result' || clock.calendarVersion >= catalogue.calendar.version) return undefined;
  const calendars = {
    before: officeCalendarOf(asKnownAt(catalogue, clock.calendarVersion), around.unit),
    after: officeCalendarOf(catalogue, around.unit),
  };
  const late = clock.dueAt <= now;
  const dueAt = PROMISED.has(kind) || late ? clock.dueAt : later(clock, calendars, around.promised);
  const timers = movedTimers({ ...running, clock: { ...clock, dueAt } }, calendars.after, around.context);
  const moved = { ...withTimers({ ...clock, dueAt }, timers), calendarVersion: catalogue.calendar.version };
  return dueAt === clock.dueAt && sameTimers(timers, timersLeft(clock)) ? undefined : moved;
}

/** As much working time as was given, counted with the days that are working days now; the promise to the applicant is the limit. */
function later(
  { startedAt, dueAt }: RunningClock,
  { before, after }: { readonly before: OfficeCalendar; readonly after: OfficeCalendar },
  promised: Instant | undefined,
): Instant {
  const given = workingHoursBetween(before, startedAt, dueAt);
  const due = isOutside(given) ? given : addWorkingHours(after, startedAt, given);
  if (isOutside(due) || due <= dueAt) return dueAt;
  return promised === undefined || due <= promised ? due : promised > dueAt ? promised : dueAt;
}

/**
 * Each timer that has still to ring, at its distance from the due time; one whose moment has come already rings at once. The stall alarm is a
 * share of the time since the work came, and never earlier than it was: a pause may have moved it.
 */
function movedTimers(
  { clock, heldSince = clock.startedAt }: OpenClock,
  calendar: OfficeCalendar,
  { catalogue }: DossierContext,
): readonly ClockTimer[] {
  const { dueAt } = clock;
  const anew = timersOf(calendar, catalogue.reminders, {
    startedAt: heldSince,
    dueAt,
    mayBeExtended: true,
    mayStall: true,
  });
  return timersLeft(clock)
    .map((timer) => {
      const moved = anew.find(({ level }) => level === timer.level) ?? timer;
      return timer.ifUntouched === true && moved.at < timer.at ? timer : moved;
    })
    .toSorted(byTime);
}

function sameTimers(one: readonly ClockTimer[], other: readonly ClockTimer[]): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

const known = new WeakMap<Catalogue, Map<string, Catalogue>>();

/** The catalogue with the calendar as it was on the day of an earlier version: without the days that were announced after it. */
function asKnownAt(catalogue: Catalogue, version: string): Catalogue {
  const versions = known.get(catalogue) ?? new Map<string, Catalogue>();
  known.set(catalogue, versions);
  const found = versions.get(version);
  if (found !== undefined) return found;
  const days = catalogue.calendar.days.filter(({ announcedOn }) => announcedOn <= version);
  const earlier = { ...catalogue, calendar: { ...catalogue.calendar, version, days } };
  versions.set(version, earlier);
  return earlier;
}
