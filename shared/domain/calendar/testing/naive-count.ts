/**
 * The same questions answered slowly: day by day and minute by minute, straight from the calendar's data. Only tests use it, to
 * compare; so it shares nothing with the compiled calendar but the types.
 */
import type { OfficeHours, WorkingCalendar } from '../../catalogue/catalogue.ts';
import { addDays, addMinutes, instantAt, isoWeekday, localDateOf, localTimeOf, minutesBetween } from '../../time.ts';
import type { Instant, LocalDate } from '../../time.ts';

export function naiveIsWorkingDay(calendar: WorkingCalendar, date: LocalDate): boolean {
  const exceptions = exceptionsOf.get(calendar) ?? new Map(calendar.days.map((day) => [day.date, day.kind]));
  exceptionsOf.set(calendar, exceptions);
  const exception = exceptions.get(date);
  return exception === undefined ? isoWeekday(date) < 6 : exception === 'swap-work';
}

const exceptionsOf = new WeakMap<WorkingCalendar, Map<LocalDate, string>>();

/** Walks day by day; `count` may be negative. */
export function naiveAddWorkingDays(calendar: WorkingCalendar, date: LocalDate, count: number): LocalDate {
  let day = date;
  for (let left = Math.abs(count); left > 0;) {
    day = addDays(day, Math.sign(count));
    if (naiveIsWorkingDay(calendar, day)) left -= 1;
  }
  return day;
}

/** True when the office works during the minute that begins at `instant`. */
export function naiveIsOpenMinute(calendar: WorkingCalendar, hours: OfficeHours, instant: Instant): boolean {
  const time = localTimeOf(instant);
  return naivePeriods(calendar, hours, localDateOf(instant)).some(([open, close]) => open <= time && time < close);
}

/** The first minute, `instant` or later, at which the office is open or just closing. */
export function naiveNextOpenMinute(calendar: WorkingCalendar, hours: OfficeHours, instant: Instant): Instant {
  const isOpen = (at: Instant): boolean => {
    const time = localTimeOf(at);
    return naivePeriods(calendar, hours, localDateOf(at)).some(([open, close]) => open <= time && time <= close);
  };
  let at = instant;
  while (!isOpen(at)) at = addMinutes(at, 1);
  return at;
}

/** Walks minute by minute until `minutes` open ones have passed; back in time when negative. */
export function naiveAddOpenMinutes(
  calendar: WorkingCalendar,
  hours: OfficeHours,
  walk: { readonly from: Instant; readonly minutes: number },
): Instant {
  const direction = Math.sign(walk.minutes);
  let at = walk.from;
  for (let left = Math.abs(walk.minutes); left > 0;) {
    const minute = direction > 0 ? at : addMinutes(at, -1);
    at = addMinutes(at, direction);
    if (naiveIsOpenMinute(calendar, hours, minute)) left -= 1;
  }
  return at;
}

/** Open minutes of a span, each worth `weight` (1 if absent), given the number of open minutes of its day. */
export function naiveOpenMinutesBetween(
  calendar: WorkingCalendar,
  hours: OfficeHours,
  span: { readonly from: Instant; readonly to: Instant; readonly weight?: (openMinutesOfDay: number) => number },
): number {
  let minutes = 0;
  for (let at = span.from; at < span.to; at = addMinutes(at, 1)) {
    if (!naiveIsOpenMinute(calendar, hours, at)) continue;
    minutes += span.weight?.(minutesOpenOn(calendar, hours, localDateOf(at))) ?? 1;
  }
  return minutes;
}

function minutesOpenOn(calendar: WorkingCalendar, hours: OfficeHours, date: LocalDate): number {
  return naivePeriods(calendar, hours, date).reduce(
    (sum, [open, close]) => sum + minutesBetween(instantAt(date, open), instantAt(date, close)),
    0,
  );
}

export function naiveClosing(calendar: WorkingCalendar, hours: OfficeHours, date: LocalDate): Instant {
  return instantAt(date, naivePeriods(calendar, hours, date).at(-1)?.[1] ?? '00:00');
}

export function naiveOpening(calendar: WorkingCalendar, hours: OfficeHours, date: LocalDate): Instant {
  return instantAt(date, naivePeriods(calendar, hours, date)[0]?.[0] ?? '00:00');
}

function naivePeriods(
  calendar: WorkingCalendar,
  hours: OfficeHours,
  date: LocalDate,
): readonly (readonly [string, string])[] {
  if (!naiveIsWorkingDay(calendar, date)) return [];
  const weekday = isoWeekday(date) > 5 ? 1 : isoWeekday(date);
  return hours.weekdays[String(weekday)] ?? [];
}
