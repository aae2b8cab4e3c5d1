/** Golden vectors and properties of a clock's timers. The times were counted by hand on the calendar: 07:00–11:30, 13:30–17:00, 8 hours a day. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addWorkingHours } from '../calendar/office-clock.ts';
import { compileCalendar, isOutside } from '../calendar/working-calendar.ts';
import type { ReminderPolicy } from '../catalogue/catalogue.ts';
import { TEST_CALENDAR } from '../catalogue/testing/calendar-2018-2028.ts';
import { EIGHT_HOURS } from '../catalogue/testing/small-catalogue.ts';
import type { RunningClock } from '../clock.ts';
import { addMinutes, instantAt, type Instant } from '../time.ts';
import { afterRing, timerFields, timersLeft, timersOf, withoutStallTimer } from './clock-timers.ts';

type Escalation = ReminderPolicy['escalations'][number];

const calendar = compileCalendar(TEST_CALENDAR, [EIGHT_HOURS]);
const SHIPPED: readonly Escalation[] = [
  { level: 0, offsetHours: -16, tell: 'may-extend' },
  { level: 1, offsetHours: -8, tell: 'assignee' },
  { level: 2, offsetHours: 0, tell: 'unit-head' },
  { level: 3, offsetHours: 8, tell: 'level-above' },
  { level: 4, offsetHours: 0, tell: 'if-untouched', stageShare: 0.5 },
];

/** `23 09:00`: in November 2026, whose 24th is a holiday. */
function at(dayAndTime: string): Instant {
  const [day = '', time = ''] = dayAndTime.split(' ');
  return instantAt(`2026-11-${day}`, time);
}

const started = (
  [startedAt, dueAt]: readonly [Instant, Instant],
  escalations: readonly Escalation[],
  of: { readonly mayStall?: boolean; readonly mayBeExtended?: boolean } = { mayStall: true },
): RunningClock => ({
  startedAt,
  dueAt,
  calendarVersion: calendar.version,
  ...timerFields(timersOf(calendar, { source: 'test', escalations }, { startedAt, dueAt, ...of })),
});

/** Rings a clock to its end. */
function rings(clock: RunningClock): readonly { readonly level: number; readonly at: Instant }[] {
  const { nextTimer } = clock;
  return nextTimer === undefined ? [] : [nextTimer, ...rings(afterRing(clock))];
}

describe('the stall alarm', () => {
  it.each([
    ['16 07:00', '17 17:00', 0.5, '16 17:00', 'two whole days: at closing of the first'],
    ['16 09:00', '18 09:00', 0.5, '17 09:00', 'two days from nine to nine'],
    ['16 09:00', '17 09:00', 0.5, '16 15:00', 'one day: over lunch'],
    ['20 15:00', '25 15:00', 0.5, '23 15:00', 'over a weekend and the holiday of the 24th'],
    ['23 09:00', '25 09:00', 0.75, '23 17:00', 'the holiday is no time to work in'],
    ['20 19:00', '23 17:00', 0.25, '23 09:00', 'given in the evening: from the next opening on'],
  ])('of work from %s to %s rings after %d of it, at %s (%s)', (from, to, stageShare, rung) => {
    const alarm: Escalation = { level: 4, offsetHours: 0, tell: 'if-untouched', stageShare };
    expect(rings(started([at(from), at(to)], [alarm]))).toEqual([{ level: 4, at: at(rung), ifUntouched: true }]);
  });

  it('has its place among the reminders by time', () => {
    const levels = (from: string, to: string) => rings(started([at(from), at(to)], SHIPPED)).map(({ level }) => level);
    expect(levels('16 09:00', '20 09:00')).toEqual([4, 1, 2, 3]);
    expect(levels('16 09:00', '18 09:00')).toEqual([1, 4, 2, 3]);
    expect(levels('16 09:00', '17 09:00')).toEqual([4, 2, 3]);
  });

  it('is not set for a clock that no unit’s work hangs on, nor the apology’s for one that cannot be extended', () => {
    const period = [at('16 09:00'), at('20 09:00')] as const;
    expect(rings(started(period, SHIPPED, {})).map(({ level }) => level)).toEqual([1, 2, 3]);
    expect(rings(started(period, SHIPPED, { mayBeExtended: true })).map(({ level }) => level)).toEqual([0, 1, 2, 3]);
  });

  it('is not set when there is no time to work in', () => {
    expect(rings(started([at('23 19:00'), at('25 07:00')], SHIPPED)).map(({ level }) => level)).toEqual([2, 3]);
  });
});

const tell = fc.constantFrom('assignee' as const, 'unit-head' as const, 'level-above' as const);
const escalation = fc.oneof(
  fc.record({ offsetHours: fc.integer({ min: -30, max: 30 }), tell }),
  fc.record({
    offsetHours: fc.constant(0),
    tell: fc.constant('if-untouched' as const),
    stageShare: fc.double({ min: 0.01, max: 0.99, noNaN: true }),
  }),
);
const policy = fc
  .tuple(fc.uniqueArray(fc.nat(20), { maxLength: 7 }), fc.array(escalation, { minLength: 7, maxLength: 7 }))
  .map(([levels, all]) =>
    levels.map((level, index): Escalation => ({ level, ...(all[index] ?? { offsetHours: 0, tell: 'unit-head' }) })),
  );
const period = fc
  .tuple(fc.nat(300 * 1440), fc.integer({ min: 1, max: 400 }))
  .map(([minutes, hours]): readonly [Instant, Instant] => {
    const from = addMinutes(instantAt('2026-01-05', '00:00'), minutes);
    const to = addWorkingHours(calendar, from, hours / 4);
    if (isOutside(to)) throw new Error(`${from} + ${String(hours)}`);
    return [from, to];
  });

describe('the timers of a clock', () => {
  it('ring in order of time, each once, none before the clock began and none left out after', () => {
    fc.assert(
      fc.property(policy, period, (escalations, [from, to]) => {
        const rung = rings(started([from, to], escalations));
        const times = rung.map((timer) => timer.at);
        expect(times).toEqual([...times].sort());
        expect(times.every((time) => time > from)).toBe(true);
        const expected = escalations.filter(({ offsetHours, tell: whom }) => {
          if (whom === 'if-untouched') return true;
          const time = addWorkingHours(calendar, to, offsetHours);
          return !isOutside(time) && time > from;
        });
        expect(rung.map(({ level }) => level).sort()).toEqual(expected.map(({ level }) => level).sort());
      }),
    );
  });

  it('do not depend on the order in which the policy lists them', () => {
    fc.assert(
      fc.property(policy, period, (escalations, times) => {
        expect(started(times, escalations.toReversed())).toEqual(started(times, escalations));
      }),
    );
  });

  it('put the stall alarm inside the time of the work, and lose nothing but it by a touch, at any moment', () => {
    fc.assert(
      fc.property(policy, period, fc.nat(7), (escalations, [from, to], after) => {
        const clock = started([from, to], escalations);
        for (const timer of rings(clock)) {
          if (timer.at > to)
            expect(escalations.find(({ level }) => level === timer.level)?.tell).not.toBe('if-untouched');
        }
        const later = Array.from({ length: after }).reduce<RunningClock>(afterRing, clock);
        const touched = withoutStallTimer(later);
        expect(timersLeft(touched)).toEqual(timersLeft(later).filter(({ ifUntouched }) => ifUntouched !== true));
        expect([touched.startedAt, touched.dueAt]).toEqual([from, to]);
      }),
    );
  });
});
