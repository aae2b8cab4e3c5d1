/**
 * When things are due (thời hạn). One rule for the day, one for the hour:
 *
 * - The **day** is the law's: the day of the event is not counted (Civil Code 91/2015/QH13 art. 147), working days (ngày làm
 *   việc) skip rest and count make-up Saturdays, calendar days (ngày) count every day and then leave a day of rest as the
 *   calendar's `lastDayAtRest` says (art. 148, data).
 * - The **hour** is that of reception, as deployed one-stop systems do it, moved into the office hours of the due day: before
 *   opening it is the opening, at lunch the afternoon start, after closing the opening of the next working day.
 *
 * The office is the one whose hours were compiled into the calendar: the deciding unit. A due time printed on a receipt (M01)
 * is never moved silently, so the version of the calendar is returned with it. Times are computed in Asia/Ho_Chi_Minh.
 */
import type { TimeLimit } from '../catalogue/catalogue.ts';
import { addDays, instantAt, localDateOf, type Instant, type LocalTime } from '../time.ts';
import {
  addWorkingHours,
  closingAfter,
  closingMs,
  closingOn,
  instantOf,
  isOfficeDay,
  momentOf,
  nextOpenMoment,
  openingAfter,
  openingOn,
  previousOpenMoment,
  sameHourOn,
  shiftByElapsed,
} from './office-clock.ts';
import {
  addWorkingDays,
  covers,
  isOutside,
  isWorkingDay,
  outside,
  timeMs,
  type OfficeCalendar,
  type OutsideCalendar,
} from './working-calendar.ts';

export interface Due {
  readonly kind: 'due';
  readonly dueAt: Instant;
  readonly calendarVersion: string;
}

/** Due time of a limit. `cutOff` is the hour of the same-day rule (15:00: Law 60/2014/QH13 art. 5.3, Decree 99/2022 art. 16). */
export function dueAt(question: {
  readonly limit: TimeLimit;
  readonly startedAt: Instant;
  readonly calendar: OfficeCalendar;
  readonly cutOff: LocalTime;
}): Due | OutsideCalendar {
  const { calendar } = question;
  const due = dueInstant(question);
  return isOutside(due) ? due : { kind: 'due', dueAt: due, calendarVersion: calendar.version };
}

/**
 * Last moment for the written apology and the request for more time: at least one working day before expiry (Decree
 * 61/2018/NĐ-CP art. 19.9 "chậm nhất 01 ngày trước ngày hết hạn"), at the same hour, or the last closing before it.
 */
export function latestApologyAt(calendar: OfficeCalendar, due: Instant): Instant | OutsideCalendar {
  const day = addWorkingDays(calendar, localDateOf(due), -1);
  return isOutside(day) ? day : previousOpenMoment(calendar, sameHourOn(day, due));
}

/**
 * By when the one-stop section must forward a dossier (Decree 61/2018/NĐ-CP art. 18): by closing of the same working day;
 * received after 15:00 (`cutOff`), or on a day of rest, at the start of the next working day.
 */
export function forwardBy(calendar: OfficeCalendar, receivedAt: Instant, cutOff: LocalTime): Instant | OutsideCalendar {
  const at = momentOf(calendar, receivedAt);
  if (isOutside(at)) return at;
  if (!isOfficeDay(calendar, at.day) || at.ms > lastSameDayMs(calendar, at.day, cutOff))
    return openingAfter(calendar, at.day);
  return instantOf(calendar, { day: at.day, ms: closingMs(calendar, at.day) });
}

/**
 * New due time after a pause, for procedures whose supplement clock pauses: the old one plus the office-hours time of the
 * pause. (The decree's own rule is a restart from zero, art. 19.4: then compute {@link dueAt} afresh.)
 */
export function pauseShift(
  calendar: OfficeCalendar,
  oldDue: Instant,
  pause: { readonly from: Instant; readonly to: Instant },
): Instant | OutsideCalendar {
  return shiftByElapsed(calendar, oldDue, pause);
}

/** Postal transit target J+n: closing of the n-th working day after the day of acceptance (Circular 17/2017/TT-BTTTT art. 7). */
export function transitDueAt(
  calendar: OfficeCalendar,
  acceptedAt: Instant,
  workingDays: number,
): Instant | OutsideCalendar {
  const day = addWorkingDays(calendar, localDateOf(acceptedAt), workingDays);
  return isOutside(day) ? day : closingOn(calendar, day);
}

/** Earliest next attempt at delivery: opening, `gapWorkingDays` (two) working days on (Circular 17/2017/TT-BTTTT art. 5). */
export function nextDeliveryAttemptAt(
  calendar: OfficeCalendar,
  attemptedAt: Instant,
  gapWorkingDays: number,
): Instant | OutsideCalendar {
  const day = addWorkingDays(calendar, localDateOf(attemptedAt), gapWorkingDays);
  return isOutside(day) ? day : openingOn(calendar, day);
}

function dueInstant(question: {
  readonly limit: TimeLimit;
  readonly startedAt: Instant;
  readonly calendar: OfficeCalendar;
  readonly cutOff: LocalTime;
}): Instant | OutsideCalendar {
  const { limit, startedAt, calendar, cutOff } = question;
  switch (limit.unit) {
    case 'working-days': {
      const day = addWorkingDays(calendar, localDateOf(startedAt), limit.amount);
      return isOutside(day) ? day : nextOpenMoment(calendar, sameHourOn(day, startedAt));
    }
    case 'days':
      return dueInDays(calendar, startedAt, limit.amount);
    case 'working-hours':
      return addWorkingHours(calendar, startedAt, limit.amount);
    case 'same-day':
      return dueSameDay(calendar, startedAt, cutOff);
    default:
      return limit satisfies never;
  }
}

function dueInDays(calendar: OfficeCalendar, startedAt: Instant, amount: number): Instant | OutsideCalendar {
  const last = addDays(localDateOf(startedAt), amount);
  if (!covers(calendar, last)) return outside(calendar, last);
  if (isWorkingDay(calendar, last)) return nextOpenMoment(calendar, sameHourOn(last, startedAt));
  if (calendar.lastDayAtRest === 'that-day') return instantAt(last, '24:00');
  const day = addWorkingDays(calendar, last, 1);
  return isOutside(day) ? day : nextOpenMoment(calendar, sameHourOn(day, startedAt));
}

function dueSameDay(calendar: OfficeCalendar, startedAt: Instant, cutOff: LocalTime): Instant | OutsideCalendar {
  const at = momentOf(calendar, startedAt);
  if (isOutside(at)) return at;
  const inTime = isOfficeDay(calendar, at.day) && at.ms <= lastSameDayMs(calendar, at.day, cutOff);
  return inTime
    ? instantOf(calendar, { day: at.day, ms: closingMs(calendar, at.day) })
    : closingAfter(calendar, at.day);
}

/** "Received after 15:00" begins a millisecond later than 15:00; an office that closes earlier has no such hour. */
function lastSameDayMs(calendar: OfficeCalendar, day: number, cutOff: LocalTime): number {
  return Math.min(timeMs(cutOff), closingMs(calendar, day));
}
