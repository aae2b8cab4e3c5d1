import { isoWeekday, isRealDate } from '../../time.ts';
import type { CalendarDay, WorkingCalendar } from '../catalogue.ts';
import { problem, type CatalogueProblem, type CatalogueRule } from './problem.ts';

/** The exceptional days: in range, once each, on a weekday that makes sense, and swaps in pairs. */
export function checkCalendar(calendar: WorkingCalendar): readonly CatalogueProblem[] {
  if (calendar.to < calendar.from) {
    return [problem('validity-order', '/calendar', { vi: 'Kết thúc trước khi bắt đầu', en: 'ends before it begins' })];
  }
  // A recomputation takes away the days that were announced after a clock had started: it goes by the version's date.
  if (!isRealDate(calendar.version)) {
    return [
      problem('calendar-announced', '/calendar/version', {
        vi: 'Phiên bản lịch phải là ngày công bố',
        en: 'the version must be the day of its publication',
      }),
    ];
  }
  return calendar.days.flatMap((day, index) => {
    const found = (rule: CatalogueRule, vi: string, en: string): readonly CatalogueProblem[] => [
      problem(rule, `/calendar/days/${day.date}`, { vi, en }),
    ];
    return [
      ...(day.date < calendar.from || day.date > calendar.to
        ? found('calendar-range', 'Ngoài lịch', 'is outside the calendar')
        : []),
      ...(day.announcedOn > calendar.version
        ? found(
            'calendar-announced',
            'Công bố sau phiên bản của lịch',
            'was announced after the version of the calendar',
          )
        : []),
      ...(day.announcedOn > day.date
        ? found('calendar-range', 'Công bố sau ngày đó', 'was announced after the day')
        : []),
      ...(calendar.days.slice(0, index).some(({ date }) => date === day.date)
        ? found('calendar-duplicate', 'Ngày lặp lại', 'is there twice')
        : []),
      ...(isRest(day, calendar) === (day.kind === 'swap-work')
        ? []
        : found(
            'calendar-weekday',
            'Ngày nghỉ phải rơi vào ngày làm việc, ngày làm bù phải rơi vào ngày nghỉ hằng tuần',
            'a day off must fall on a working weekday, a make-up day on one of weekly rest',
          )),
      ...(isPaired(day, calendar.days)
        ? []
        : found('calendar-pair', 'Ngày hoán đổi không có cặp', 'the other day of the swap is missing')),
    ];
  });
}

function isRest(day: CalendarDay, calendar: WorkingCalendar): boolean {
  return (calendar.weeklyRest ?? [6, 7]).includes(isoWeekday(day.date));
}

/** A day off by swap (hoán đổi) names its make-up day and is named by it; no other kind of day names one. */
function isPaired(day: CalendarDay, days: readonly CalendarDay[]): boolean {
  const other = day.kind === 'swap-off' ? 'swap-work' : day.kind === 'swap-work' ? 'swap-off' : undefined;
  if (other === undefined) return day.pair === undefined;
  return days.some(({ date, kind, pair }) => date === day.pair && kind === other && pair === day.date);
}
