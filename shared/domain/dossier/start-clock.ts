/**
 * How each clock of a dossier starts. The due time, the calendar's version and the timers are fixed here, once: nothing but a legal
 * move changes them later. A date that the published calendar does not cover is refused, never guessed.
 */
import { dueAt, forwardBy, transitDueAt } from '../calendar/deadline.ts';
import { addWorkingHours } from '../calendar/office-clock.ts';
import { officeCalendarOf } from '../calendar/office-calendar-of.ts';
import { isOutside, type OfficeCalendar, type OutsideCalendar } from '../calendar/working-calendar.ts';
import type { AreaCode, Catalogue, TimeLimit, Unit } from '../catalogue/catalogue.ts';
import { areaAndAround, areaOn } from '../catalogue/lookup.ts';
import type { RunningClock } from '../clock.ts';
import { refuse, type Refused } from '../decision.ts';
import { localDateOf, type Instant, type LocalDate } from '../time.ts';
import { timerFields, timersOf } from './clock-timers.ts';

/** Whose office hours count, and when it begins. */
export interface ClockStart {
  readonly catalogue: Catalogue;
  readonly unit: Unit;
  readonly startedAt: Instant;
  /** The whole case's clock while no apology has moved it: its head is warned while one is still allowed (61/2018/NĐ-CP art. 19.9). */
  readonly mayBeExtended?: boolean;
  /** Work that waits for a unit: somebody is told when nobody has touched it for the set share of its time. */
  readonly mayStall?: boolean;
}

/** The whole case (thời hạn giải quyết), in the deciding unit's hours. */
export function startLimitClock(start: ClockStart, limit: TimeLimit): RunningClock | Refused {
  const cutOff = start.catalogue.limits.forwardCutOff;
  const due = dueAt({ limit, startedAt: start.startedAt, calendar: calendarOf(start), cutOff });
  return clockUntil(start, isOutside(due) ? due : due.dueAt);
}

/** A step, a consultation or a check, in working hours. */
export function startHoursClock(start: ClockStart, hours: number): RunningClock | Refused {
  return clockUntil({ mayStall: true, ...start }, addWorkingHours(calendarOf(start), start.startedAt, hours));
}

/** Forwarding on the same working day, after 15:00 at the start of the next (61/2018/NĐ-CP art. 18). */
export function startForwardClock(start: ClockStart): RunningClock | Refused {
  return clockUntil(
    { mayStall: true, ...start },
    forwardBy(calendarOf(start), start.startedAt, start.catalogue.limits.forwardCutOff),
  );
}

/** Postal transit J+n from a unit to where the `to` areas are (Circular 17/2017/TT-BTTTT art. 7), from `from` when that is not now. */
export function startTransitClock(
  start: ClockStart,
  to: readonly AreaCode[],
  from: Instant = start.startedAt,
): RunningClock | Refused {
  const { near, far } = start.catalogue.limits.transitWorkingDays;
  const days = areNear(start.catalogue, [start.unit.areas, to], localDateOf(start.startedAt)) ? near : far;
  return clockUntil(start, transitDueAt(calendarOf(start), from, days));
}

/**
 * A clock whose due time is already known, with its timers. One whose time is over when the clock starts is left out: whoever gets the
 * work is told of it just then.
 */
export function clockUntil(start: ClockStart, due: Instant | OutsideCalendar): RunningClock | Refused {
  if (isOutside(due)) return outsideCalendar(due);
  const calendar = calendarOf(start);
  const { startedAt, catalogue } = start;
  return {
    startedAt,
    dueAt: due,
    calendarVersion: calendar.version,
    ...timerFields(timersOf(calendar, catalogue.reminders, { dueAt: due, ...start })),
  };
}

export function outsideCalendar(outside: OutsideCalendar): Refused {
  return refuse('outside-calendar', { details: { date: outside.date, from: outside.from, to: outside.to } });
}

function calendarOf({ catalogue, unit }: ClockStart): OfficeCalendar {
  return officeCalendarOf(catalogue, unit);
}

/** Near: both ends lie inside one area smaller than the whole province. */
function areNear(
  catalogue: Catalogue,
  [from, to]: readonly [readonly AreaCode[], readonly AreaCode[]],
  on: LocalDate,
): boolean {
  const here = new Set(from.flatMap((code) => smallerAreas(catalogue, code, on)));
  return to.some((code) => smallerAreas(catalogue, code, on).some((one) => here.has(one)));
}

function smallerAreas(catalogue: Catalogue, code: string, on: LocalDate): readonly string[] {
  const area = areaOn(catalogue, code, on);
  return area === undefined
    ? []
    : areaAndAround(catalogue, area, on).flatMap((one) => (one.parent === undefined ? [] : [one.code]));
}
