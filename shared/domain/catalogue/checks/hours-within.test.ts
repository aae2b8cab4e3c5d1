import { describe, expect, it } from 'vitest';
import type { OfficeHours } from '../catalogue.ts';
import { hoursWithin } from './hours-within.ts';

const hours = (closing: string): OfficeHours => ({
  id: 'h',
  validFrom: '2018-01-01',
  source: 'test',
  weekdays: {
    1: [
      ['07:30', '11:30'],
      ['13:30', closing],
    ],
  },
});

describe('the working hours inside a time limit', () => {
  it.each([
    [{ unit: 'working-days', amount: 3 }, 24],
    [{ unit: 'days', amount: 15 }, 80],
    [{ unit: 'days', amount: 1 }, 0],
    [{ unit: 'working-hours', amount: 5 }, 5],
    [{ unit: 'same-day' }, 2],
  ] as const)('of %o are %d', (limit, expected) => {
    expect(hoursWithin(limit, [hours('17:00')], '15:00')).toBe(expected);
  });

  it('of the same day are those of the office that closes first', () => {
    expect(hoursWithin({ unit: 'same-day' }, [hours('17:00'), hours('16:30')], '15:00')).toBe(1.5);
  });
});
