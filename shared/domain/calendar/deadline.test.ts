import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { TimeLimit } from '../catalogue/catalogue.ts';
import { TEST_CALENDAR } from '../catalogue/testing/calendar-2018-2028.ts';
import { EIGHT_HOURS, SEVEN_AND_A_HALF } from '../catalogue/testing/small-catalogue.ts';
import { addDays, addMinutes, instantAt, localDateOf, localTimeOf } from '../time.ts';
import type { Instant } from '../time.ts';
import { dueAt, forwardBy, latestApologyAt, nextDeliveryAttemptAt, pauseShift, transitDueAt } from './deadline.ts';
import { workingHoursBetween } from './office-clock.ts';
import { at, shown } from './testing/local-text.ts';
import * as naive from './testing/naive-count.ts';
import { compileCalendar } from './working-calendar.ts';

const calendar = compileCalendar(TEST_CALENDAR, [EIGHT_HOURS]);
const cutOff = '15:00';

function due(limit: TimeLimit, received: string): unknown {
  const result = dueAt({ limit, startedAt: at(received), calendar, cutOff });
  return result.kind === 'due' ? shown(result.dueAt) : result;
}

describe('a limit in working days', () => {
  it.each([
    ['2026-01-08', 2, '2026-01-10', 'Saturday 10 January is a make-up working day'],
    ['2026-02-11', 3, '2026-02-23', 'Tết, 16-20 February'],
    ['2026-04-24', 3, '2026-05-04', 'substitute for Giỗ Tổ, 30 April, 1 May'],
    ['2026-08-21', 3, '2026-08-25', 'Saturday 22 August is a make-up working day'],
    ['2026-11-23', 1, '2026-11-25', '24 November, the new holiday'],
  ])('received on %s and due in %d is due on %s: %s (the worked examples)', (received, amount, expected) => {
    expect(due({ unit: 'working-days', amount }, `${received} 09:00`)).toBe(`${expected} 09:00`);
  });

  it.each([
    ['2018-02-13', 1, '2018-02-21', 'Tết 2018'],
    ['2018-12-28', 1, '2019-01-02', 'the last day of the year swapped off'],
    ['2018-12-28', 4, '2019-01-05', 'and worked on the Saturday after'],
    ['2019-05-03', 1, '2019-05-04', 'make-up Saturday in May'],
    ['2020-01-22', 2, '2020-01-31', 'Tết 2020'],
    ['2020-02-06', 10, '2020-02-20', 'two weeks without a holiday'],
    ['2021-04-29', 2, '2021-05-05', '1 May on a Saturday moves to Monday'],
    ['2022-04-08', 1, '2022-04-12', 'Giỗ Tổ on a Sunday moves to Monday'],
    ['2022-08-31', 1, '2022-09-05', 'two days of National Day before a weekend'],
    ['2023-04-28', 1, '2023-05-04', 'three substitutes in a row'],
    ['2023-12-29', 1, '2024-01-02', 'over the year end'],
    ['2024-02-07', 1, '2024-02-15', 'Tết 2024'],
    ['2024-04-26', 3, '2024-05-04', 'a swap that ends on the make-up Saturday'],
    ['2025-04-25', 1, '2025-04-26', 'make-up Saturday before the holiday'],
    ['2025-04-25', 2, '2025-04-28', 'and the Monday after it'],
    ['2025-01-24', 1, '2025-02-03', 'Tết 2025'],
    ['2025-06-30', 1, '2025-07-01', 'over the reorganisation'],
    ['2027-04-29', 1, '2027-05-04', '1 May on a Saturday again'],
    ['2027-12-31', 1, '2028-01-04', 'New Year on a Saturday moves to Monday'],
    ['2028-02-28', 1, '2028-02-29', 'a leap day is a day'],
    ['2026-08-22', 1, '2026-08-24', 'received on a make-up Saturday'],
    ['2026-11-21', 1, '2026-11-23', 'received on an ordinary Saturday: Monday is the first day'],
    ['2026-11-24', 1, '2026-11-25', 'received on a holiday'],
    ['2026-02-18', 2, '2026-02-24', 'received during Tết'],
  ])('received on %s and due in %d is due on %s: %s', (received, amount, expected) => {
    expect(due({ unit: 'working-days', amount }, `${received} 09:00`)).toBe(`${expected} 09:00`);
  });

  it.each([
    ['2026-11-19 06:59', '2026-11-20 07:00', 'before opening: the opening'],
    ['2026-11-19 00:00', '2026-11-20 07:00', 'midnight belongs to the day that begins'],
    ['2026-11-19 07:00', '2026-11-20 07:00', 'at opening'],
    ['2026-11-19 11:30', '2026-11-20 11:30', 'the last minute of the morning'],
    ['2026-11-19 11:31', '2026-11-20 13:30', 'at lunch: the afternoon start'],
    ['2026-11-19 13:29', '2026-11-20 13:30', 'the end of lunch'],
    ['2026-11-19 17:00', '2026-11-20 17:00', 'at closing'],
    ['2026-11-19 17:01', '2026-11-23 07:00', 'after closing: the next working morning'],
    ['2026-11-19 23:59', '2026-11-23 07:00', 'the last minute of the day'],
    ['2026-11-20 17:01', '2026-11-25 07:00', 'after closing, and the next morning is after a holiday'],
    ['2026-11-22 20:00', '2026-11-25 07:00', 'on a Sunday evening'],
  ])('received at %s, one working day is %s: %s', (received, expected) => {
    expect(due({ unit: 'working-days', amount: 1 }, received)).toBe(expected);
  });

  it('uses the hours of the office that decides', () => {
    const office = compileCalendar(TEST_CALENDAR, [SEVEN_AND_A_HALF]);
    const question = { limit: { unit: 'working-days', amount: 1 }, startedAt: at('2026-11-19 07:10'), cutOff } as const;
    expect(dueAt({ ...question, calendar: office })).toMatchObject({ dueAt: at('2026-11-20 07:30') });
    expect(dueAt({ ...question, calendar })).toMatchObject({ dueAt: at('2026-11-20 07:10') });
  });

  it('says with which calendar it was computed', () => {
    const startedAt = at('2026-11-19 09:00');
    expect(dueAt({ limit: { unit: 'working-days', amount: 1 }, startedAt, calendar, cutOff })).toEqual({
      kind: 'due',
      dueAt: at('2026-11-20 09:00'),
      calendarVersion: '2028-12-31',
    });
  });

  it('keeps the second of reception', () => {
    const startedAt = at('2026-11-19 09:00:41');
    const result = dueAt({ limit: { unit: 'working-days', amount: 1 }, startedAt, calendar, cutOff });
    expect(result).toMatchObject({ dueAt: at('2026-11-20 09:00:41') });
  });
});

describe('a limit in calendar days', () => {
  it.each([
    ['2020-02-10 09:00', 12, '2020-02-24 09:00', 'ends on a Saturday, so on Monday'],
    ['2020-02-10 09:00', 11, '2020-02-21 09:00', 'ends on a Friday'],
    ['2026-02-06 09:00', 10, '2026-02-23 09:00', 'ends in Tết'],
    ['2026-04-15 10:00', 15, '2026-05-04 10:00', 'ends on 30 April'],
    ['2026-08-20 10:00', 2, '2026-08-22 10:00', 'ends on a make-up Saturday, a working day'],
    ['2026-12-02 09:00', 30, '2027-01-04 09:00', 'ends on New Year'],
    ['2026-11-19 18:00', 1, '2026-11-23 07:00', 'after closing: the next working morning'],
    ['2026-11-19 18:00', 2, '2026-11-25 07:00', 'ends on Saturday, so on Monday evening, so after the holiday'],
    ['2026-11-19 12:00', 1, '2026-11-20 13:30', 'at lunch'],
    ['2027-02-28 09:00', 1, '2027-03-01 09:00', 'no leap day'],
  ])('received at %s, %d days end at %s: %s', (received, amount, expected) => {
    expect(due({ unit: 'days', amount }, received)).toBe(expected);
  });

  it('ends at midnight of the day of rest itself where the data says so', () => {
    const keeping = compileCalendar({ ...TEST_CALENDAR, lastDayAtRest: 'that-day' }, [EIGHT_HOURS]);
    const limit: TimeLimit = { unit: 'days', amount: 12 };
    const result = dueAt({ limit, startedAt: at('2020-02-10 09:00'), calendar: keeping, cutOff });
    expect(result).toMatchObject({ dueAt: at('2020-02-23 00:00') });
  });
});

describe('a same-day limit', () => {
  it.each([
    ['2026-11-23 09:00', '2026-11-23 17:00', 'by closing of the same day'],
    ['2026-11-23 05:00', '2026-11-23 17:00', 'before opening'],
    ['2026-11-23 15:00', '2026-11-23 17:00', 'at 15:00 exactly'],
    ['2026-11-23 15:00:01', '2026-11-25 17:00', 'a second after 15:00, before a holiday'],
    ['2026-11-23 23:59', '2026-11-25 17:00', 'at night'],
    ['2026-11-21 09:00', '2026-11-23 17:00', 'on a Saturday'],
    ['2026-08-22 10:00', '2026-08-22 17:00', 'on a make-up Saturday'],
    ['2026-08-21 15:30', '2026-08-22 17:00', 'late on the Friday before it'],
  ])('received at %s is due at %s: %s', (received, expected) => {
    expect(due({ unit: 'same-day' }, received)).toBe(expected);
  });

  it('is the next working day for an office that has closed before the cut-off', () => {
    const mornings = { ...EIGHT_HOURS, weekdays: { '1': [['07:00', '11:30']], '3': [['07:00', '11:30']] } } as const;
    const office = compileCalendar(TEST_CALENDAR, [mornings]);
    const question = { limit: { unit: 'same-day' }, calendar: office, cutOff } as const;
    expect(dueAt({ ...question, startedAt: at('2026-11-23 14:00') })).toMatchObject({ dueAt: at('2026-11-25 11:30') });
  });
});

describe('a limit in working hours', () => {
  it('starts at once and runs in office hours only', () => {
    expect(due({ unit: 'working-hours', amount: 8 }, '2026-11-20 15:00')).toBe('2026-11-23 15:00');
    expect(due({ unit: 'working-hours', amount: 4 }, '2026-11-23 20:00')).toBe('2026-11-25 11:00');
  });
});

describe('a due time outside the calendar', () => {
  it.each<[TimeLimit, string]>([
    [{ unit: 'working-days', amount: 1 }, '2028-12-29 09:00'],
    [{ unit: 'working-days', amount: 1 }, '2017-12-29 09:00'],
    [{ unit: 'days', amount: 4 }, '2028-12-29 09:00'],
    [{ unit: 'days', amount: 1 }, '2028-12-29 09:00'],
    [{ unit: 'same-day' }, '2028-12-29 15:01'],
    [{ unit: 'working-hours', amount: 8 }, '2028-12-29 15:00'],
  ])('is refused: %o from %s', (limit, received) => {
    expect(due(limit, received)).toMatchObject({ kind: 'outside-calendar', from: '2018-01-01', to: '2028-12-31' });
  });
});

describe('the last moment for an apology', () => {
  it.each([
    ['2026-11-25 10:00', '2026-11-23 10:00', 'one working day earlier, not the holiday'],
    ['2026-08-24 10:00', '2026-08-22 10:00', 'the make-up Saturday'],
    ['2026-02-23 07:00', '2026-02-13 07:00', 'before Tết'],
    ['2026-11-20 17:00', '2026-11-19 17:00', 'closing'],
    ['2020-02-23 00:00', '2020-02-20 17:00', 'midnight after a Saturday: Friday is the one whole working day'],
  ])('of a dossier due at %s is %s: %s', (dueTime, expected) => {
    expect(shown(latestApologyAt(calendar, at(dueTime)))).toBe(expected);
  });
});

describe('forwarding', () => {
  it.each([
    ['2026-11-23 09:00', '2026-11-23 17:00', 'the same working day'],
    ['2026-11-23 15:00', '2026-11-23 17:00', 'at 15:00 exactly'],
    ['2026-11-23 15:00:01', '2026-11-25 07:00', 'after 15:00: the start of the next working day'],
    ['2026-11-21 09:00', '2026-11-23 07:00', 'received on a Saturday'],
    ['2026-08-21 16:00', '2026-08-22 07:00', 'to the make-up Saturday'],
  ])('of a dossier received at %s is due at %s: %s', (received, expected) => {
    expect(shown(forwardBy(calendar, at(received), cutOff))).toBe(expected);
  });
});

describe('pausing and shifting', () => {
  it.each([
    ['2026-11-25 10:00', '2026-11-20 09:00', '2026-11-23 09:00', '2026-11-26 10:00', 'one working day over a weekend'],
    [
      '2026-11-25 10:00',
      '2026-11-23 16:00',
      '2026-11-25 08:00',
      '2026-11-25 14:00',
      'two hours over a holiday and lunch',
    ],
    ['2026-11-25 10:00', '2026-11-21 08:00', '2026-11-22 20:00', '2026-11-25 10:00', 'a weekend costs nothing'],
  ])('due %s, paused from %s to %s: due %s (%s)', (...[oldDue, from, to, expected]) => {
    expect(shown(pauseShift(calendar, at(oldDue), { from: at(from), to: at(to) }))).toBe(expected);
  });
});

describe('the post', () => {
  it.each([
    ['2026-11-20 16:00', 1, '2026-11-23 17:00'],
    ['2026-11-20 16:00', 2, '2026-11-25 17:00'],
    ['2026-11-21 09:00', 1, '2026-11-23 17:00'],
    ['2026-02-13 09:00', 1, '2026-02-23 17:00'],
  ])('accepted at %s arrives at J+%d by %s', (accepted, days, expected) => {
    expect(shown(transitDueAt(calendar, at(accepted), days))).toBe(expected);
  });

  it('tries again two working days later at the earliest', () => {
    expect(shown(nextDeliveryAttemptAt(calendar, at('2026-11-20 16:00'), 2))).toBe('2026-11-25 07:00');
    expect(shown(nextDeliveryAttemptAt(calendar, at('2026-11-21 16:00'), 2))).toBe('2026-11-25 07:00');
  });
});

describe('against a naive count', () => {
  const minuteOf2018To2028 = fc
    .integer({ min: 7 * 1440, max: 3900 * 1440 })
    .map((minutes) => addMinutes(at('2018-01-01 00:00'), minutes));
  const sameTime = (date: string, instant: Instant): Instant => instantAt(date, localTimeOf(instant));
  const dueInstant = (limit: TimeLimit, startedAt: Instant): string => {
    const result = dueAt({ limit, startedAt, calendar, cutOff });
    return result.kind === 'due' ? result.dueAt : result.kind;
  };
  const opened = (instant: Instant): Instant => naive.naiveNextOpenMinute(TEST_CALENDAR, EIGHT_HOURS, instant);

  it('working days agree', () => {
    fc.assert(
      fc.property(minuteOf2018To2028, fc.integer({ min: 1, max: 30 }), (startedAt, amount) => {
        const day = naive.naiveAddWorkingDays(TEST_CALENDAR, localDateOf(startedAt), amount);
        expect(dueInstant({ unit: 'working-days', amount }, startedAt)).toBe(opened(sameTime(day, startedAt)));
      }),
    );
  });

  it('calendar days agree', () => {
    fc.assert(
      fc.property(minuteOf2018To2028, fc.integer({ min: 1, max: 30 }), (startedAt, amount) => {
        let day = addDays(localDateOf(startedAt), amount);
        while (!naive.naiveIsWorkingDay(TEST_CALENDAR, day)) day = addDays(day, 1);
        expect(dueInstant({ unit: 'days', amount }, startedAt)).toBe(opened(sameTime(day, startedAt)));
      }),
    );
  });

  it('same-day limits and forwarding agree', () => {
    fc.assert(
      fc.property(minuteOf2018To2028, (startedAt) => {
        const day = localDateOf(startedAt);
        const inTime = naive.naiveIsWorkingDay(TEST_CALENDAR, day) && localTimeOf(startedAt) <= '15:00';
        const next = naive.naiveAddWorkingDays(TEST_CALENDAR, day, 1);
        const closing = naive.naiveClosing(TEST_CALENDAR, EIGHT_HOURS, inTime ? day : next);
        expect(dueInstant({ unit: 'same-day' }, startedAt)).toBe(closing);
        const opening = naive.naiveOpening(TEST_CALENDAR, EIGHT_HOURS, next);
        expect(forwardBy(calendar, startedAt, cutOff)).toBe(inTime ? closing : opening);
      }),
    );
  });

  it('the last moment for the apology is exactly one office day of time before expiry', () => {
    fc.assert(
      fc.property(minuteOf2018To2028, fc.integer({ min: 1, max: 20 }), (startedAt, amount) => {
        const expiry = dueInstant({ unit: 'working-days', amount }, startedAt);
        const apology = latestApologyAt(calendar, expiry);
        if (typeof apology !== 'string') throw new Error('outside');
        expect(workingHoursBetween(calendar, apology, expiry)).toBeCloseTo(8, 6);
        expect(apology < expiry).toBe(true);
      }),
    );
  });

  it('nothing is due before it was received, and a longer limit is never due earlier', () => {
    const unit = fc.constantFrom<'working-days' | 'days' | 'working-hours'>('working-days', 'days', 'working-hours');
    fc.assert(
      fc.property(unit, minuteOf2018To2028, fc.integer({ min: 1, max: 40 }), (kind, startedAt, amount) => {
        const sooner = dueInstant({ unit: kind, amount }, startedAt);
        expect(sooner > startedAt).toBe(true);
        expect(dueInstant({ unit: kind, amount: amount + 1 }, startedAt) >= sooner).toBe(true);
      }),
    );
  });
});
