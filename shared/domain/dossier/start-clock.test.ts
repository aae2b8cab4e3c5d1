import { describe, expect, it } from 'vitest';
import { unitOn } from '../catalogue/lookup.ts';
import { startHoursClock, startTransitClock, type ClockStart } from './start-clock.ts';
import { at, CATALOGUE } from './testing/world.ts';

function from(unitId: string, startedAt = at('04 09:00')): ClockStart {
  const unit = unitOn(CATALOGUE, unitId, '2024-03-04');
  if (unit === undefined) throw new Error(unitId);
  return { catalogue: CATALOGUE, unit, startedAt };
}

describe('postal transit', () => {
  it('takes one working day inside a district, two across the province', () => {
    expect(startTransitClock(from('counter-25744'), ['25744'])).toMatchObject({ dueAt: at('05 17:00') });
    expect(startTransitClock(from('counter-25744'), ['25750'])).toMatchObject({ dueAt: at('05 17:00') });
    expect(startTransitClock(from('counter-25744'), ['718'])).toMatchObject({ dueAt: at('05 17:00') });
    expect(startTransitClock(from('counter-25744'), ['25963'])).toMatchObject({ dueAt: at('06 17:00') });
    expect(startTransitClock(from('counter-25744'), ['74'])).toMatchObject({ dueAt: at('06 17:00') });
    expect(startTransitClock(from('counter-25744'), [])).toMatchObject({ dueAt: at('06 17:00') });
  });

  it('is counted from a later day when the next journey begins later', () => {
    expect(startTransitClock(from('counter-25744'), ['25744'], at('07 07:00'))).toMatchObject({
      startedAt: at('04 09:00'),
      dueAt: at('08 17:00'),
    });
  });
});

describe('a clock', () => {
  it('refuses a day that the calendar does not cover', () => {
    expect(startHoursClock(from('ward-25744'), 100_000)).toMatchObject({
      kind: 'refused',
      refusal: { rule: 'outside-calendar', details: { to: '2028-12-31' } },
    });
  });

  it('begins with the first reminder that is still to come, and has all later ones fixed with it', () => {
    expect(startHoursClock(from('ward-25744'), 8)).toMatchObject({
      nextTimer: { level: 1, at: at('05 09:00') },
      laterTimers: [{ level: 2, at: at('06 09:00') }],
    });
    expect(startHoursClock(from('ward-25744'), 9)).toMatchObject({ nextTimer: { level: 0, at: at('04 10:00') } });
  });

  it('rings in order of time, whatever the levels are called and however the file lists them', () => {
    const escalations = [
      { level: 7, offsetHours: 8, tell: 'level-above' as const },
      { level: 9, offsetHours: -4, tell: 'assignee' as const },
      { level: 1, offsetHours: 0, tell: 'unit-head' as const },
      { level: 0, offsetHours: 0, tell: 'assignee' as const },
    ];
    const start = { ...from('ward-25744'), catalogue: { ...CATALOGUE, reminders: { source: 'test', escalations } } };
    expect(startHoursClock(start, 16)).toMatchObject({
      nextTimer: { level: 9, at: at('05 15:00') },
      laterTimers: [
        { level: 0, at: at('06 09:00') },
        { level: 1, at: at('06 09:00') },
        { level: 7, at: at('07 09:00') },
      ],
    });
  });
});
