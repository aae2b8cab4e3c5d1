/**
 * The clocks of a report, by the published service levels. Danger does not wait for the office to open: minutes, hours and days run day and night,
 * plainly; working time counts in the hours of the unit that has the work. Due time and warnings are fixed when the clock starts.
 */
import { dueAt } from '../calendar/deadline.ts';
import { officeCalendarOf } from '../calendar/office-calendar-of.ts';
import { shareOfPeriod } from '../calendar/office-clock.ts';
import { isOutside, type OfficeCalendar, type OutsideCalendar } from '../calendar/working-calendar.ts';
import type { UnitId } from '../catalogue/catalogue.ts';
import type { ServiceLevelId, TimeSpan } from '../catalogue/hotline.ts';
import type { ClockTimer, RunningClock } from '../clock.ts';
import type { Refused } from '../decision.ts';
import { byTime, timerFields } from '../dossier/clock-timers.ts';
import { outsideCalendar } from '../dossier/start-clock.ts';
import { addMinutes, localDateOf, minutesBetween, type Instant } from '../time.ts';
import { lastKnownUnit, serviceLevelOn, type ReportContext } from './report-context.ts';

const MINUTES = { minutes: 1, hours: 60, days: 24 * 60 } as const;

export function startServiceClock(
  context: Pick<ReportContext, 'catalogue' | 'now'>,
  level: ServiceLevelId,
  unitId: UnitId,
): RunningClock | Refused {
  const { catalogue, now: startedAt } = context;
  const { limit, warnings } = serviceLevelOn(catalogue, level, localDateOf(startedAt));
  const calendar = officeCalendarOf(catalogue, lastKnownUnit(context, unitId));
  const due = dueBy(limit, { startedAt, calendar, cutOff: catalogue.limits.forwardCutOff });
  if (isOutside(due)) return outsideCalendar(due);
  const timers = warnings.flatMap(({ level: name, share }): readonly ClockTimer[] => {
    const at = momentOf(share, { unit: limit.unit, startedAt, due, calendar });
    return isOutside(at) || at <= startedAt ? [] : [{ level: name, at }];
  });
  return { startedAt, dueAt: due, calendarVersion: calendar.version, ...timerFields(timers.toSorted(byTime)) };
}

function dueBy(
  { unit, amount }: TimeSpan,
  start: { readonly startedAt: Instant; readonly calendar: OfficeCalendar; readonly cutOff: string },
): Instant | OutsideCalendar {
  if (unit !== 'working-days' && unit !== 'working-hours') return addMinutes(start.startedAt, amount * MINUTES[unit]);
  const due = dueAt({ ...start, limit: { unit, amount } });
  return isOutside(due) ? due : due.dueAt;
}

/** A warning that the calendar does not reach is left out by the caller. */
function momentOf(
  share: number,
  clock: {
    readonly unit: TimeSpan['unit'];
    readonly startedAt: Instant;
    readonly due: Instant;
    readonly calendar: OfficeCalendar;
  },
): Instant | OutsideCalendar {
  const { unit, startedAt, due, calendar } = clock;
  if (share === 1) return due;
  if (unit === 'working-days' || unit === 'working-hours') {
    return shareOfPeriod(calendar, { from: startedAt, to: due }, share);
  }
  return addMinutes(startedAt, minutesBetween(startedAt, due) * share);
}
