import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Catalogue } from '../catalogue/catalogue.ts';
import { addDays, isoWeekday } from '../time.ts';
import { runningClocks } from './running-clocks.ts';
import { act, decide, eventOf, given } from './testing/scenario.ts';
import { at, CATALOGUE, TIMERS } from './testing/world.ts';

const { calendar } = CATALOGUE;

/** The calendar of the world as it was known at the end of February, and one published later with more days off. */
const EARLY: Catalogue = { ...CATALOGUE, calendar: { ...calendar, version: '2024-02-28' } };
function withHolidays(...dates: readonly string[]): Catalogue {
  const days = dates.map((date) => ({
    date,
    kind: 'holiday' as const,
    name: 'Ngày nghỉ công bố muộn',
    announcedOn: '2024-03-04',
    source: 'test',
  }));
  return { ...CATALOGUE, calendar: { ...calendar, version: '2024-03-04', days: [...calendar.days, ...days] } };
}

const examined = given([act.fileAtCounter(), act.receive(), act.forward(), act.assign('examine', 'officer')], EARLY);
const recompute = (when = '04 11:00') => ({ command: { type: 'RecomputeClocks' } as const, as: TIMERS, at: at(when) });

describe('a holiday that was announced after the clocks had started', () => {
  it('gives the unit the working day back, rings as long before as it should, and keeps the promise to the applicant', () => {
    const decision = decide(recompute(), examined.state, withHolidays('2024-03-05'));
    const { clocks } = eventOf(decision, 'ClocksRecomputed');
    const before = examined.in('processing');
    expect(before.work.steps[0]?.clock.dueAt).toBe('2024-03-05T02:10:00.000Z');
    expect(clocks.find(({ clockId }) => clockId === 'step:examine')?.clock).toMatchObject({
      dueAt: '2024-03-06T02:10:00.000Z',
      calendarVersion: '2024-03-04',
    });
    expect(clocks.find(({ clockId }) => clockId === 'case')).toBeUndefined();
  });

  it('moves a reminder of the promised day to before the holiday, and not the day', () => {
    const [was] = runningClocks(examined.state).filter(({ clockId }) => clockId === 'case');
    const decision = decide(recompute(), examined.state, withHolidays('2024-03-06'));
    const { clocks } = eventOf(decision, 'ClocksRecomputed');
    const now = clocks.find(({ clockId }) => clockId === 'case')?.clock;
    // Eight working hours before Thursday 09:05: Wednesday 09:05, and Tuesday when Wednesday is a holiday.
    expect(was?.clock).toMatchObject({
      dueAt: '2024-03-07T02:05:00.000Z',
      nextTimer: { at: '2024-03-06T02:05:00.000Z' },
    });
    expect(now).toMatchObject({ dueAt: was?.clock.dueAt, nextTimer: { level: 0, at: '2024-03-05T02:05:00.000Z' } });
  });

  it('changes nothing the second time, and nothing when no holiday lies in the way', () => {
    const late = withHolidays('2024-03-05');
    const once = given(
      [act.fileAtCounter(), act.receive(), act.forward(), act.assign('examine', 'officer')],
      EARLY,
    ).state;
    const first = decide(recompute(), once, late);
    expect(first.kind).toBe('accepted');
    expect(decide(recompute(), examined.state, withHolidays('2024-05-15'))).toMatchObject({ kind: 'ignored' });
    expect(decide(recompute(), examined.state, EARLY)).toMatchObject({ kind: 'ignored' });
  });

  it('does not excuse work that was late before', () => {
    const decision = decide(recompute('06 11:00'), examined.state, withHolidays('2024-03-07'));
    const step = decision.kind === 'accepted' ? eventOf(decision, 'ClocksRecomputed').clocks : [];
    expect(step.find(({ clockId }) => clockId === 'step:examine')?.clock.dueAt ?? 'as it was').toMatch(
      /as it was|2024-03-05T02:10/u,
    );
  });

  it('never moves a promised date nor any clock to an earlier time, whatever is announced', () => {
    const weekday = fc
      .integer({ min: 1, max: 26 })
      .map((days) => addDays('2024-03-04', days))
      .filter((date) => isoWeekday(date) < 6);
    fc.assert(
      fc.property(fc.uniqueArray(weekday, { maxLength: 6 }), (dates) => {
        const decision = decide(recompute(), examined.state, withHolidays(...dates));
        if (decision.kind !== 'accepted') return;
        const before = new Map(runningClocks(examined.state).map((one) => [one.clockId, one]));
        for (const { clockId, clock } of eventOf(decision, 'ClocksRecomputed').clocks) {
          const was = before.get(clockId);
          expect(clock.dueAt >= (was?.clock.dueAt ?? '')).toBe(true);
          if (was?.kind === 'case') expect(clock.dueAt).toBe(was.clock.dueAt);
          const rings = [clock.nextTimer, ...(clock.laterTimers ?? [])].map((timer) => timer?.at);
          expect(rings).toEqual(rings.toSorted());
        }
      }),
    );
  });
});
