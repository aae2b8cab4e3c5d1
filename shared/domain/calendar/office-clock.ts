/**
 * Office-hours time (giờ làm việc): a clock that runs only while the office is open on a working day.
 *
 * **One office day is 8 working hours, whatever its opening times are.** Internal processes give hours where 8 mean a day and
 * 4 half a day (domain practice; deployed systems store the same), while offices are open 7.5 or 8 hours. So each opening
 * minute is worth 480/(opening minutes of that day) working minutes: in an office that is open 8 hours it is the plain
 * count, and in one of 7.5 hours three working days of steps (24 hours) still take exactly three working days, not 3.2.
 * A period in hours starts at once (Civil Code 91/2015 art. 147).
 *
 * The end of one opening period and the beginning of the next are the same moment of this clock. Counting forward gives the
 * earlier of the two (8 hours from opening end at closing), counting back the later one (the last moment that is soon enough).
 * Positions are whole microseconds, so that going there and back returns to the same millisecond.
 */
import { instantAt, VIET_NAM_OFFSET_MS, type Instant, type LocalDate } from '../time.ts';
import {
  beyond,
  DAY_MS,
  isCounted,
  isOutside,
  type OfficeCalendar,
  type OpeningPeriod,
  type OutsideCalendar,
} from './working-calendar.ts';

/** Working hours in one office day. */
export const HOURS_PER_OFFICE_DAY = 8;
const HOUR = 3_600_000_000;
const OFFICE_DAY = HOURS_PER_OFFICE_DAY * HOUR;

/** A day of the calendar (counted from its first) and the milliseconds after midnight in Viet Nam. */
export interface DayMoment {
  readonly day: number;
  readonly ms: number;
}

/**
 * Adds working hours (fractions allowed) to an instant; a negative number goes back, for reminders before a due time. Zero
 * returns the instant unchanged, even at night.
 */
export function addWorkingHours(calendar: OfficeCalendar, instant: Instant, hours: number): Instant | OutsideCalendar {
  return shift(calendar, instant, Math.round(hours * HOUR));
}

/** Working hours from one instant to another (8 to an office day); negative when `to` is earlier. */
export function workingHoursBetween(calendar: OfficeCalendar, from: Instant, to: Instant): number | OutsideCalendar {
  const elapsed = workingTimeBetween(calendar, from, to);
  return isOutside(elapsed) ? elapsed : elapsed / HOUR;
}

/** Moves `instant` by the working time that passed between two others (pause and shift). */
export function shiftByElapsed(
  calendar: OfficeCalendar,
  instant: Instant,
  elapsed: { readonly from: Instant; readonly to: Instant },
): Instant | OutsideCalendar {
  const time = workingTimeBetween(calendar, elapsed.from, elapsed.to);
  return isOutside(time) ? time : shift(calendar, instant, time);
}

/** The moment at which a share (0..1) of the working time of a period has passed: half of two working days is one working day. */
export function shareOfPeriod(
  calendar: OfficeCalendar,
  period: { readonly from: Instant; readonly to: Instant },
  share: number,
): Instant | OutsideCalendar {
  const time = workingTimeBetween(calendar, period.from, period.to);
  return isOutside(time) ? time : shift(calendar, period.from, Math.round(time * share));
}

/** The instant itself if the office is open then (its closing minute counts), else the next opening: after lunch or next office day. */
export function nextOpenMoment(calendar: OfficeCalendar, instant: Instant): Instant | OutsideCalendar {
  const at = momentOf(calendar, instant);
  if (isOutside(at)) return at;
  if (isOfficeDay(calendar, at.day)) {
    const period = periodsOn(calendar, at.day).find(([, close]) => at.ms <= close);
    if (period !== undefined) return instantOf(calendar, { day: at.day, ms: Math.max(at.ms, period[0]) });
  }
  return openingAfter(calendar, at.day);
}

/** The instant itself if the office is open then, else the last closing before it. */
export function previousOpenMoment(calendar: OfficeCalendar, instant: Instant): Instant | OutsideCalendar {
  const at = momentOf(calendar, instant);
  if (isOutside(at)) return at;
  if (isOfficeDay(calendar, at.day)) {
    const period = periodsOn(calendar, at.day).findLast(([open]) => open <= at.ms);
    if (period !== undefined) return instantOf(calendar, { day: at.day, ms: Math.min(at.ms, period[1]) });
  }
  const day = calendar.officeDays[officeDaysBefore(calendar, at.day) - 1];
  return day === undefined ? beyond(calendar, -1) : instantOf(calendar, { day, ms: closingMs(calendar, day) });
}

/** When the office opens on the first office day after day `day`. */
export function openingAfter(calendar: OfficeCalendar, day: number): Instant | OutsideCalendar {
  const next = nextOfficeDay(calendar, day);
  return isOutside(next) ? next : instantOf(calendar, { day: next, ms: periodsOn(calendar, next)[0]?.[0] ?? 0 });
}

/** When the office closes on the first office day after day `day`. */
export function closingAfter(calendar: OfficeCalendar, day: number): Instant | OutsideCalendar {
  const next = nextOfficeDay(calendar, day);
  return isOutside(next) ? next : instantOf(calendar, { day: next, ms: closingMs(calendar, next) });
}

/** When the office opens on a date, or next if it does not open that day. */
export function openingOn(calendar: OfficeCalendar, date: LocalDate): Instant | OutsideCalendar {
  return nextOpenMoment(calendar, instantAt(date, '00:00'));
}

/** When the office closes on a date, or on the next office day if it does not open that day. */
export function closingOn(calendar: OfficeCalendar, date: LocalDate): Instant | OutsideCalendar {
  const at = momentOf(calendar, instantAt(date, '00:00'));
  if (isOutside(at)) return at;
  if (!isOfficeDay(calendar, at.day)) return closingAfter(calendar, at.day);
  return instantOf(calendar, { day: at.day, ms: closingMs(calendar, at.day) });
}

/** The wall-clock time of `instant`, to the millisecond, on another date. */
export function sameHourOn(date: LocalDate, instant: Instant): Instant {
  const local = Date.parse(instant) + VIET_NAM_OFFSET_MS;
  const ms = ((local % DAY_MS) + DAY_MS) % DAY_MS;
  return new Date(Date.parse(instantAt(date, '00:00')) + ms).toISOString();
}

/** Closing time of day `day` in milliseconds after midnight; 0 when the office does not open that day. */
export function closingMs(calendar: OfficeCalendar, day: number): number {
  return periodsOn(calendar, day).at(-1)?.[1] ?? 0;
}

export function isOfficeDay(calendar: OfficeCalendar, day: number): boolean {
  return isCounted(calendar.officeUpTo, day);
}

export function momentOf(calendar: OfficeCalendar, instant: Instant): DayMoment | OutsideCalendar {
  const local = Date.parse(instant) + VIET_NAM_OFFSET_MS;
  const sinceEpoch = Math.floor(local / DAY_MS);
  const day = sinceEpoch - calendar.firstDay;
  if (!(day >= 0 && day < calendar.officeUpTo.length)) return beyond(calendar, day);
  return { day, ms: local - sinceEpoch * DAY_MS };
}

export function instantOf(calendar: OfficeCalendar, { day, ms }: DayMoment): Instant {
  return new Date((calendar.firstDay + day) * DAY_MS + ms - VIET_NAM_OFFSET_MS).toISOString();
}

function nextOfficeDay(calendar: OfficeCalendar, day: number): number | OutsideCalendar {
  return calendar.officeDays[calendar.officeUpTo[day] ?? 0] ?? beyond(calendar, 1);
}

function officeDaysBefore(calendar: OfficeCalendar, day: number): number {
  return (calendar.officeUpTo[day] ?? 0) - (isOfficeDay(calendar, day) ? 1 : 0);
}

function periodsOn(calendar: OfficeCalendar, day: number): readonly OpeningPeriod[] {
  return calendar.periods[day] ?? [];
}

function shift(calendar: OfficeCalendar, instant: Instant, by: number): Instant | OutsideCalendar {
  if (by === 0) return instant;
  const start = position(calendar, instant);
  return isOutside(start) ? start : instantAtPosition(calendar, start + by, by);
}

function workingTimeBetween(calendar: OfficeCalendar, from: Instant, to: Instant): number | OutsideCalendar {
  const start = position(calendar, from);
  const end = position(calendar, to);
  if (isOutside(start)) return start;
  return isOutside(end) ? end : end - start;
}

/** Working time from the beginning of the calendar, in microseconds. */
function position(calendar: OfficeCalendar, instant: Instant): number | OutsideCalendar {
  const at = momentOf(calendar, instant);
  if (isOutside(at)) return at;
  const whole = officeDaysBefore(calendar, at.day) * OFFICE_DAY;
  if (!isOfficeDay(calendar, at.day)) return whole;
  let elapsed = 0;
  for (const [open, close] of periodsOn(calendar, at.day)) elapsed += Math.min(Math.max(at.ms - open, 0), close - open);
  return whole + Math.round((elapsed * OFFICE_DAY) / openMs(calendar, at.day));
}

function instantAtPosition(calendar: OfficeCalendar, target: number, direction: number): Instant | OutsideCalendar {
  const nth = direction > 0 ? Math.ceil(target / OFFICE_DAY) - 1 : Math.floor(target / OFFICE_DAY);
  const day = calendar.officeDays[nth];
  if (day === undefined) return beyond(calendar, direction);
  let left = Math.round(((target - nth * OFFICE_DAY) * openMs(calendar, day)) / OFFICE_DAY);
  for (const [open, close] of periodsOn(calendar, day)) {
    const length = close - open;
    if (direction > 0 ? left <= length : left < length) return instantOf(calendar, { day, ms: open + left });
    left -= length;
  }
  return instantOf(calendar, { day, ms: closingMs(calendar, day) });
}

function openMs(calendar: OfficeCalendar, day: number): number {
  return periodsOn(calendar, day).reduce((sum, [open, close]) => sum + close - open, 0);
}
