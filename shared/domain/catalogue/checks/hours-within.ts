import type { OfficeHours, TimeLimit } from '../catalogue.ts';
import type { LocalTime } from '../../time.ts';

const HOURS_IN_DAY = 8;

/**
 * Working hours (8 to a day) that the steps may take together. Calendar days (ngày) are counted as five working days in seven,
 * rounded down; a same-day procedure received at the cut-off (15:00) has only the hours until closing.
 */
export function hoursWithin(limit: TimeLimit, officeHours: readonly OfficeHours[], cutOff: LocalTime): number {
  switch (limit.unit) {
    case 'working-days':
      return limit.amount * HOURS_IN_DAY;
    case 'days':
      return Math.floor((limit.amount * 5) / 7) * HOURS_IN_DAY;
    case 'working-hours':
      return limit.amount;
    case 'same-day': {
      const closing = officeHours.flatMap(({ weekdays }) =>
        Object.values(weekdays).flatMap((periods) => periods.at(-1)?.[1] ?? []),
      );
      return Math.min(HOURS_IN_DAY, ...closing.map((time) => hoursOf(time) - hoursOf(cutOff)));
    }
    default:
      return limit satisfies never;
  }
}

function hoursOf(time: LocalTime): number {
  const [hours = '0', minutes = '0'] = time.split(':');
  return Number(hours) + Number(minutes) / 60;
}
