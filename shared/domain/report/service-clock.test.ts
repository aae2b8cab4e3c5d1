import { describe, expect, it } from 'vitest';
import { timersLeft } from '../dossier/clock-timers.ts';
import { isRefused } from '../dossier/context.ts';
import type { ServiceLevelId } from '../catalogue/hotline.ts';
import { startServiceClock } from './service-clock.ts';
import { hotlineCatalogue } from './testing/hotline-catalogue.ts';

const catalogue = hotlineCatalogue();

function clock(now: string, level: ServiceLevelId, unitId = 'roads') {
  const started = startServiceClock({ now, catalogue }, level, unitId);
  if (isRefused(started)) throw new Error(JSON.stringify(started));
  return started;
}

describe('the clock of a report', () => {
  it('of danger runs through Saturday night in the middle of Tết', () => {
    // Saturday 6 February 2027, 23:00: the first day of the Year of the Goat.
    const urgent = clock('2027-02-06T16:00:00.000Z', 'urgent');
    expect(urgent.dueAt).toBe('2027-02-06T20:00:00.000Z');
    expect(timersLeft(urgent)).toEqual([
      { level: 1, at: '2027-02-06T18:00:00.000Z' },
      { level: 2, at: '2027-02-06T19:00:00.000Z' },
      { level: 3, at: '2027-02-06T20:00:00.000Z' },
      { level: 4, at: '2027-02-06T22:00:00.000Z' },
      { level: 5, at: '2027-02-07T00:00:00.000Z' },
    ]);
  });

  it.each([
    ['classify', '2027-02-06T16:05:00.000Z'],
    ['dispute', '2027-02-06T17:00:00.000Z'],
    ['info', '2027-02-13T16:00:00.000Z'],
    ['complex', '2027-02-16T16:00:00.000Z'],
    ['several-units', '2027-02-21T16:00:00.000Z'],
  ] as const)('of "%s" counts plainly, day and night', (level, due) => {
    expect(clock('2027-02-06T16:00:00.000Z', level).dueAt).toBe(due);
  });

  it('of working days stands still over Tết, and so do its warnings', () => {
    // Wednesday 3 February 2027, 09:00; 4 to 10 February are free.
    const normal = clock('2027-02-03T02:00:00.000Z', 'normal');
    expect(normal.dueAt).toBe('2027-02-17T02:00:00.000Z');
    expect(timersLeft(normal).map(({ at }) => at)).toEqual([
      '2027-02-16T02:00:00.000Z',
      '2027-02-17T02:00:00.000Z',
      '2027-02-19T02:00:00.000Z',
      '2027-02-24T02:00:00.000Z',
    ]);
    expect(normal.calendarVersion).toBe(catalogue.calendar.version);
  });

  it('of working days that starts on a free Saturday is due at that hour of the fifth working day', () => {
    const normal = clock('2027-02-06T03:00:00.000Z', 'normal');
    expect(normal.dueAt).toBe('2027-02-17T03:00:00.000Z');
    expect(timersLeft(normal)[0]).toEqual({ level: 1, at: '2027-02-16T04:00:00.000Z' });
  });

  it('warns at the due time itself, not at the closing before it', () => {
    // Due at 07:00, which is the same working moment as 17:00 of the day before.
    const opening = clock('2026-11-25T00:00:00.000Z', 'normal');
    expect(timersLeft(opening)[1]?.at).toBe(opening.dueAt);
    expect(opening.dueAt).toBe('2026-12-02T00:00:00.000Z');
  });

  it('is refused where the published calendar ends, and day-and-night ones are not', () => {
    expect(startServiceClock({ now: '2028-12-29T02:00:00.000Z', catalogue }, 'normal', 'roads')).toMatchObject({
      refusal: { rule: 'outside-calendar' },
    });
    expect(clock('2028-12-31T16:00:00.000Z', 'urgent').dueAt).toBe('2028-12-31T20:00:00.000Z');
  });

  it('cannot start without a published service level', () => {
    const none = hotlineCatalogue({ serviceLevels: [] });
    expect(() => startServiceClock({ now: '2026-11-23T02:00:00.000Z', catalogue: none }, 'urgent', 'roads')).toThrow(
      'no service level urgent',
    );
  });
});
