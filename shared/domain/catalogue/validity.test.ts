import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../time.ts';
import type { Validity } from './catalogue.ts';
import { isValidOn } from './lookup.ts';
import { changeDays, firstUncoveredDay, overlap } from './validity.ts';

const START = '2025-06-20';
/** One day longer than any period reaches, so that what comes after all of them is seen. */
const LAST = 61;
const days = Array.from({ length: LAST + 1 }, (_, index) => addDays(START, index));
const period: fc.Arbitrary<Validity> = fc
  .record({ from: fc.nat(40), length: fc.option(fc.nat(20), { nil: undefined }) })
  .map(({ from, length }) => ({
    validFrom: addDays(START, from),
    ...(length !== undefined && { validTo: addDays(START, from + length) }),
  }));

describe('periods of validity', () => {
  it('overlap exactly when some day belongs to both', () => {
    fc.assert(
      fc.property(period, period, (one, other) => {
        expect(overlap(one, other)).toBe(days.some((day) => isValidOn(one, day) && isValidOn(other, day)));
      }),
    );
  });

  it('leave uncovered first the first day that belongs to none of the others', () => {
    fc.assert(
      fc.property(period, fc.array(period, { maxLength: 5 }), (whole, others) => {
        const naive = days.find((day) => isValidOn(whole, day) && !others.some((other) => isValidOn(other, day)));
        expect(firstUncoveredDay(whole, others)).toBe(naive);
      }),
    );
  });

  it('change only on the days that are named', () => {
    fc.assert(
      fc.property(fc.array(period, { maxLength: 4 }), (periods) => {
        const named = changeDays(periods);
        for (const [index, day] of days.entries()) {
          const before = days[index - 1];
          if (before === undefined || named.includes(day)) continue;
          expect(periods.map((one) => isValidOn(one, day))).toEqual(periods.map((one) => isValidOn(one, before)));
        }
      }),
    );
  });

  it('follow each other without a gap when the second begins on the day after the first', () => {
    const whole = { validFrom: '2025-01-01' };
    const parts = [{ validFrom: '2025-07-01' }, { validFrom: '2018-01-01', validTo: '2025-06-30' }];
    expect(firstUncoveredDay(whole, parts)).toBeUndefined();
    expect(firstUncoveredDay(whole, [{ validFrom: '2025-07-02' }, parts[1]!])).toBe('2025-07-01');
  });
});
