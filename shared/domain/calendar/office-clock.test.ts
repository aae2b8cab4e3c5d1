import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { OfficeHours } from '../catalogue/catalogue.ts';
import { TEST_CALENDAR } from '../catalogue/testing/calendar-2018-2028.ts';
import { EIGHT_HOURS, SEVEN_AND_A_HALF } from '../catalogue/testing/small-catalogue.ts';
import { addMinutes } from '../time.ts';
import {
  addWorkingHours,
  nextOpenMoment,
  previousOpenMoment,
  shiftByElapsed,
  workingHoursBetween,
} from './office-clock.ts';
import { at, shown } from './testing/local-text.ts';
import { naiveAddOpenMinutes, naiveNextOpenMinute, naiveOpenMinutesBetween } from './testing/naive-count.ts';
import { compileCalendar, isOutside } from './working-calendar.ts';

const calendar = compileCalendar(TEST_CALENDAR, [EIGHT_HOURS]);
const shortDays = compileCalendar(TEST_CALENDAR, [SEVEN_AND_A_HALF]);
/** Around Tết, the spring holidays, the swaps of 2026 and the new holiday of November. */
const minuteOf2026 = fc
  .integer({ min: 0, max: 363 * 1440 })
  .map((minutes) => addMinutes(at('2026-01-01 00:00'), minutes));

describe('adding working hours', () => {
  it.each([
    ['2026-11-23 09:00', 4, '2026-11-23 15:00', 'over lunch'],
    ['2026-11-23 09:00', 8, '2026-11-25 09:00', 'one office day, over the holiday'],
    ['2026-11-23 16:00', 2, '2026-11-25 08:00', 'the rest on the next office day'],
    ['2026-11-23 07:00', 8, '2026-11-23 17:00', 'from opening to closing'],
    ['2026-11-23 07:00', 16, '2026-11-25 17:00', 'two whole days'],
    ['2026-11-23 07:00', 4.5, '2026-11-23 11:30', 'to the end of the morning, not the afternoon start'],
    ['2026-11-23 12:00', 0.5, '2026-11-23 14:00', 'begins after lunch'],
    ['2026-11-23 20:00', 1, '2026-11-25 08:00', 'begins at the next opening'],
    ['2026-11-21 10:00', 1, '2026-11-23 08:00', 'does not run on an ordinary Saturday'],
    ['2026-08-21 16:30', 1, '2026-08-22 07:30', 'runs on a make-up Saturday'],
    ['2026-11-23 20:00', 0, '2026-11-23 20:00', 'nothing to add'],
    ['2026-11-23 07:30', -1, '2026-11-20 16:30', 'back over the weekend'],
    ['2026-11-25 07:00', -2, '2026-11-23 15:00', 'back over the holiday'],
    ['2026-11-25 07:00', -8, '2026-11-23 07:00', 'back to the opening, the later of two equal moments'],
    ['2026-11-23 17:00', -8, '2026-11-23 07:00', 'back from closing to opening'],
    ['2026-11-23 15:00', -1.5, '2026-11-23 13:30', 'back to the afternoon start, not the end of the morning'],
  ])('%s and %d hours is %s (%s)', (from, hours, expected) => {
    expect(shown(addWorkingHours(calendar, at(from), hours))).toBe(expected);
  });

  it('counts an office day of seven and a half opening hours as eight working hours', () => {
    expect(shown(addWorkingHours(shortDays, at('2026-11-16 10:00'), 24))).toBe('2026-11-19 10:00');
    expect(shown(addWorkingHours(shortDays, at('2026-11-16 07:30'), 4))).toBe('2026-11-16 11:15');
    expect(workingHoursBetween(shortDays, at('2026-11-16 07:30'), at('2026-11-16 17:00'))).toBe(8);
  });

  it('refuses to leave the calendar', () => {
    expect(addWorkingHours(calendar, at('2028-12-29 16:00'), 2)).toMatchObject({
      kind: 'outside-calendar',
      date: '2029-01-01',
    });
    expect(addWorkingHours(calendar, at('2018-01-02 08:00'), -2)).toMatchObject({
      kind: 'outside-calendar',
      date: '2017-12-31',
    });
    expect(addWorkingHours(calendar, at('2031-01-02 08:00'), 2)).toMatchObject({ kind: 'outside-calendar' });
    expect(workingHoursBetween(calendar, at('2026-01-02 08:00'), at('2031-01-02 08:00'))).toMatchObject({
      kind: 'outside-calendar',
    });
  });

  it('agrees with counting open minutes one by one, forward and back', () => {
    fc.assert(
      fc.property(minuteOf2026, fc.integer({ min: -2000, max: 2000 }), (from, minutes) => {
        fc.pre(minutes !== 0);
        const slow = naiveAddOpenMinutes(TEST_CALENDAR, EIGHT_HOURS, { from, minutes });
        expect(shown(addWorkingHours(calendar, from, minutes / 60))).toBe(shown(slow));
      }),
      { numRuns: 60 },
    );
  });

  it('agrees with counting open minutes in an office whose days differ in length', () => {
    fc.assert(
      fc.property(officeHours, minuteOf2026, fc.integer({ min: 1, max: 4 }), (hours, from, days) => {
        const office = compileCalendar(TEST_CALENDAR, [hours]);
        const to = addWorkingHours(office, from, days * 8);
        if (isOutside(to)) throw new Error('outside');
        expect(workingHoursBetween(office, from, to)).toBeCloseTo(days * 8, 3);
        const weight = (openMinutes: number): number => 8 / openMinutes;
        const slow = naiveOpenMinutesBetween(TEST_CALENDAR, hours, { from, to, weight });
        expect(Math.abs(slow - days * 8)).toBeLessThan(8 / 180);
      }),
      { numRuns: 60 },
    );
  });

  it('takes back what it added, to the millisecond of working time', () => {
    fc.assert(
      fc.property(minuteOf2026, fc.integer({ min: 1, max: 100_000_000 }), (from, milliseconds) => {
        const hours = milliseconds / 3_600_000;
        const to = addWorkingHours(calendar, from, hours);
        if (isOutside(to)) return;
        expect(workingHoursBetween(calendar, from, to)).toBeCloseTo(hours, 6);
      }),
    );
  });

  it('never runs backwards: more hours are never earlier', () => {
    fc.assert(
      fc.property(minuteOf2026, fc.nat(6000), fc.nat(600), (from, minutes, more) => {
        const sooner = addWorkingHours(shortDays, from, minutes / 60);
        const later = addWorkingHours(shortDays, from, (minutes + more) / 60);
        if (isOutside(sooner) || isOutside(later)) throw new Error('outside');
        expect(sooner <= later).toBe(true);
      }),
    );
  });
});

describe('moving to an open moment', () => {
  it.each([
    ['2026-11-23 06:59', '2026-11-23 07:00', '2026-11-20 17:00'],
    ['2026-11-23 07:00', '2026-11-23 07:00', '2026-11-23 07:00'],
    ['2026-11-23 11:30', '2026-11-23 11:30', '2026-11-23 11:30'],
    ['2026-11-23 12:00', '2026-11-23 13:30', '2026-11-23 11:30'],
    ['2026-11-23 17:00', '2026-11-23 17:00', '2026-11-23 17:00'],
    ['2026-11-23 23:59', '2026-11-25 07:00', '2026-11-23 17:00'],
    ['2026-11-24 10:00', '2026-11-25 07:00', '2026-11-23 17:00'],
  ])('%s: the next is %s, the previous %s', (instant, next, previous) => {
    expect(shown(nextOpenMoment(calendar, at(instant)))).toBe(next);
    expect(shown(previousOpenMoment(calendar, at(instant)))).toBe(previous);
  });

  it('agrees with looking at each minute', () => {
    fc.assert(
      fc.property(minuteOf2026, (instant) => {
        expect(shown(nextOpenMoment(calendar, instant))).toBe(
          shown(naiveNextOpenMinute(TEST_CALENDAR, EIGHT_HOURS, instant)),
        );
      }),
      { numRuns: 60 },
    );
  });

  it('passes over a working day on which this office does not open', () => {
    const withoutWednesday: OfficeHours = {
      ...EIGHT_HOURS,
      weekdays: {
        '1': [['08:00', '12:00']],
        '2': [['08:00', '12:00']],
        '4': [['08:00', '12:00']],
        '5': [['08:00', '12:00']],
      },
    };
    const office = compileCalendar(TEST_CALENDAR, [withoutWednesday]);
    expect(shown(nextOpenMoment(office, at('2026-11-17 12:01')))).toBe('2026-11-19 08:00');
    expect(shown(previousOpenMoment(office, at('2026-11-18 12:01')))).toBe('2026-11-17 12:00');
  });
});

describe('shifting by the time of a pause', () => {
  it('moves by exactly the open minutes of the pause', () => {
    fc.assert(
      fc.property(minuteOf2026, fc.nat(10_000), fc.nat(3_000), (from, length, wait) => {
        const to = addMinutes(from, length);
        const due = addMinutes(from, wait);
        const shifted = shiftByElapsed(calendar, due, { from, to });
        const minutes = naiveOpenMinutesBetween(TEST_CALENDAR, EIGHT_HOURS, { from, to });
        const slow = minutes === 0 ? due : naiveAddOpenMinutes(TEST_CALENDAR, EIGHT_HOURS, { from: due, minutes });
        expect(shown(shifted)).toBe(shown(slow));
      }),
      { numRuns: 40 },
    );
  });
});

const hour = (value: number): string => `${String(value).padStart(2, '0')}:00`;
const dayPeriods = fc
  .tuple(
    fc.integer({ min: 6, max: 9 }),
    fc.integer({ min: 10, max: 12 }),
    fc.integer({ min: 13, max: 14 }),
    fc.integer({ min: 15, max: 18 }),
  )
  .map(([a, b, c, d]) => [[hour(a), hour(b)] as const, [hour(c), hour(d)] as const]);
const officeHours: fc.Arbitrary<OfficeHours> = fc
  .tuple(dayPeriods, dayPeriods, dayPeriods, dayPeriods, dayPeriods)
  .map((days) => ({
    ...EIGHT_HOURS,
    weekdays: Object.fromEntries(days.map((periods, day) => [String(day + 1), periods])),
  }));
