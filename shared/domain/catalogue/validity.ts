/** Periods of validity (hiệu lực) compared: both ends belong to a period, and one without an end has no last day yet. */
import { addDays, type LocalDate } from '../time.ts';
import type { Validity } from './catalogue.ts';

const OPEN_END = '9999-12-31';

export function overlap(one: Validity, other: Validity): boolean {
  return one.validFrom <= lastDay(other) && other.validFrom <= lastDay(one);
}

/** The first day of `period` that none of `others` covers; undefined when every day is covered. */
export function firstUncoveredDay(period: Validity, others: readonly Validity[]): LocalDate | undefined {
  let day = period.validFrom;
  for (const other of others.toSorted((a, b) => (a.validFrom < b.validFrom ? -1 : 1))) {
    if (other.validFrom > day) break;
    if (lastDay(other) < day) continue;
    if (lastDay(other) >= lastDay(period)) return undefined;
    day = addDays(lastDay(other), 1);
  }
  return day;
}

/** Days on which something begins or has just ended: between two of them nothing changes. In order, without repetition. */
export function changeDays(periods: readonly Validity[]): readonly LocalDate[] {
  const days = periods.flatMap(({ validFrom, validTo }) =>
    validTo === undefined ? [validFrom] : [validFrom, addDays(validTo, 1)],
  );
  return [...new Set(days)].sort();
}

function lastDay(period: Validity): LocalDate {
  return period.validTo ?? OPEN_END;
}
