import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TEST_CALENDAR } from '../catalogue/testing/calendar-2018-2028.ts';
import { EIGHT_HOURS, SEVEN_AND_A_HALF } from '../catalogue/testing/small-catalogue.ts';
import { addDays } from '../time.ts';
import { naiveAddWorkingDays, naiveIsWorkingDay } from './testing/naive-count.ts';
import {
  addWorkingDays,
  compileCalendar,
  covers,
  isOutside,
  isWorkingDay,
  nextWorkingDay,
  officePeriods,
  workingDaysBetween,
} from './working-calendar.ts';

const calendar = compileCalendar(TEST_CALENDAR, [EIGHT_HOURS]);
const HOUR = 3_600_000;
const dateIn2019To2027 = fc.integer({ min: 365, max: 3600 }).map((days) => addDays('2018-01-01', days));

describe('the working calendar', () => {
  it('works from Monday to Friday, not at weekends, on holidays or on days swapped off', () => {
    expect(isWorkingDay(calendar, '2026-11-23')).toBe(true);
    expect(isWorkingDay(calendar, '2026-11-22')).toBe(false);
    expect(isWorkingDay(calendar, '2026-11-24')).toBe(false);
    expect(isWorkingDay(calendar, '2026-01-02')).toBe(false);
  });

  it('works on a make-up Saturday and not on the one after it', () => {
    expect(isWorkingDay(calendar, '2026-01-10')).toBe(true);
    expect(isWorkingDay(calendar, '2026-01-17')).toBe(false);
  });

  it('takes the weekly rest from the data', () => {
    const sixDayWeek = compileCalendar({ ...TEST_CALENDAR, weeklyRest: [7] }, [EIGHT_HOURS]);
    expect(isWorkingDay(sixDayWeek, '2026-01-17')).toBe(true);
    expect(isWorkingDay(sixDayWeek, '2026-01-18')).toBe(false);
  });

  it('goes strictly past the day to the next working day', () => {
    expect(nextWorkingDay(calendar, '2026-11-23')).toBe('2026-11-25');
    expect(nextWorkingDay(calendar, '2026-11-24')).toBe('2026-11-25');
    expect(nextWorkingDay(calendar, '2026-08-21')).toBe('2026-08-22');
  });

  it('gives the day itself for zero working days, or the next working day from a day of rest', () => {
    expect(addWorkingDays(calendar, '2026-11-23', 0)).toBe('2026-11-23');
    expect(addWorkingDays(calendar, '2026-11-24', 0)).toBe('2026-11-25');
  });

  it('counts back over Tết', () => {
    expect(addWorkingDays(calendar, '2026-02-23', -1)).toBe('2026-02-13');
    expect(addWorkingDays(calendar, '2026-02-18', -2)).toBe('2026-02-12');
  });

  it('refuses a day that it does not cover, and a count that leaves it, naming the day', () => {
    const limits = { kind: 'outside-calendar', from: '2018-01-01', to: '2028-12-31' };
    expect(addWorkingDays(calendar, '2017-12-31', 1)).toEqual({ ...limits, date: '2017-12-31' });
    expect(addWorkingDays(calendar, '2028-12-29', 1)).toEqual({ ...limits, date: '2029-01-01' });
    expect(addWorkingDays(calendar, '2018-01-02', -1)).toEqual({ ...limits, date: '2017-12-31' });
    expect(workingDaysBetween(calendar, '2028-12-01', '2029-01-05')).toEqual({ ...limits, date: '2029-01-05' });
    expect(isWorkingDay(calendar, '2029-01-02')).toBe(false);
    expect(covers(calendar, '2029-01-02')).toBe(false);
    expect(covers(calendar, '2018-01-01') && covers(calendar, '2028-12-31')).toBe(true);
  });

  it('treats its own first and last day like any other', () => {
    const oneDay = compileCalendar({ ...TEST_CALENDAR, from: '2026-11-23', to: '2026-11-23' }, [EIGHT_HOURS]);
    expect(isWorkingDay(oneDay, '2026-11-23')).toBe(true);
    expect(workingDaysBetween(oneDay, '2026-11-23', '2026-11-23')).toBe(0);
    expect(isOutside(nextWorkingDay(oneDay, '2026-11-23'))).toBe(true);
  });

  it('does not accept part of a working day or a calendar that ends before it begins', () => {
    expect(() => addWorkingDays(calendar, '2026-11-23', 0.5)).toThrow(RangeError);
    expect(() => compileCalendar({ ...TEST_CALENDAR, to: '2017-01-01' }, [])).toThrow(RangeError);
  });

  it('opens on a make-up Saturday as on Monday, and not at all on a holiday or a Sunday', () => {
    const mondayOnly = { ...EIGHT_HOURS, weekdays: { '1': [['08:00', '12:00']], '5': [['07:00', '09:00']] } } as const;
    const office = compileCalendar(TEST_CALENDAR, [mondayOnly]);
    expect(officePeriods(office, '2026-08-22')).toEqual([[8 * HOUR, 12 * HOUR]]);
    expect(officePeriods(office, '2026-08-21')).toEqual([[7 * HOUR, 9 * HOUR]]);
    expect(officePeriods(office, '2026-08-31')).toEqual([]);
    expect(officePeriods(office, '2026-08-23')).toEqual([]);
  });

  it('shows the opening of an ordinary Saturday without making it a working day', () => {
    const saturdays = { ...EIGHT_HOURS, weekdays: { ...EIGHT_HOURS.weekdays, '6': [['07:30', '11:30']] } } as const;
    const office = compileCalendar(TEST_CALENDAR, [saturdays]);
    expect(officePeriods(office, '2026-01-17')).toEqual([[7.5 * HOUR, 11.5 * HOUR]]);
    expect(isWorkingDay(office, '2026-01-17')).toBe(false);
  });

  it('changes hours on the day that a new version of them begins', () => {
    const until2019 = { ...EIGHT_HOURS, validTo: '2019-12-31' };
    const from2020 = { ...SEVEN_AND_A_HALF, id: EIGHT_HOURS.id, validFrom: '2020-01-01' };
    const office = compileCalendar(TEST_CALENDAR, [until2019, from2020]);
    expect(officePeriods(office, '2019-12-31')[0]?.[0]).toBe(7 * HOUR);
    expect(officePeriods(office, '2020-01-02')[0]?.[0]).toBe(7.5 * HOUR);
  });

  it('agrees with walking day by day, forward and back', () => {
    fc.assert(
      fc.property(dateIn2019To2027, fc.integer({ min: -150, max: 150 }), (date, count) => {
        fc.pre(count !== 0);
        expect(addWorkingDays(calendar, date, count)).toBe(naiveAddWorkingDays(TEST_CALENDAR, date, count));
      }),
    );
  });

  it('agrees day by day with the data over all eleven years', () => {
    for (let date = '2018-01-01'; date <= '2028-12-31'; date = addDays(date, 1)) {
      expect(`${date} ${isWorkingDay(calendar, date)}`).toBe(`${date} ${naiveIsWorkingDay(TEST_CALENDAR, date)}`);
    }
  });

  it('counts between two days what it would add to get from one to the other', () => {
    fc.assert(
      fc.property(dateIn2019To2027, fc.integer({ min: 1, max: 250 }), (date, count) => {
        const later = addWorkingDays(calendar, date, count);
        if (isOutside(later)) throw new Error('outside');
        expect(workingDaysBetween(calendar, date, later)).toBe(count);
        expect(workingDaysBetween(calendar, later, date)).toBe(-count);
      }),
    );
  });
});
