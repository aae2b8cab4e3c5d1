import { addDays, instantAt, isoWeekday, type Instant, type LocalDate } from '../../../shared/domain/time.ts';

/** Monday to Sunday; both instants belong to it. */
export interface Week {
  readonly monday: LocalDate;
  readonly from: Instant;
  readonly to: Instant;
}

export function weekFrom(monday: LocalDate): Week {
  const end = Date.parse(instantAt(addDays(monday, 7), '00:00'));
  return { monday, from: instantAt(monday, '00:00'), to: new Date(end - 1).toISOString() };
}

/** The last week that had ended by that day. */
export function weekBefore(day: LocalDate): Week {
  return weekFrom(addDays(day, 1 - isoWeekday(day) - 7));
}
