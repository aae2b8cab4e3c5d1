import { describe, expect, it } from 'vitest';
import { unitOn } from '../catalogue/lookup.ts';
import { startHoursClock, startTransitClock, timerAfter, type ClockStart } from './start-clock.ts';
import { at, CATALOGUE } from './testing/world.ts';
import { officeCalendarOf } from '../calendar/office-calendar-of.ts';

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

  it('begins with the first reminder that is still to come, and leaves out none after one that rang late', () => {
    expect(startHoursClock(from('ward-25744'), 8)).toMatchObject({ nextTimer: { level: 1, at: at('05 09:00') } });
    expect(startHoursClock(from('ward-25744'), 9)).toMatchObject({ nextTimer: { level: 0, at: at('04 10:00') } });
    const calendar = officeCalendarOf(CATALOGUE, from('ward-25744').unit);
    const dueAt = at('05 09:00');
    expect(timerAfter(calendar, CATALOGUE.reminders, { level: 0, dueAt })).toEqual({ level: 1, at: dueAt });
    expect(timerAfter(calendar, CATALOGUE.reminders, { level: 2, dueAt })).toBeUndefined();
  });

  it('takes the levels of the policy in their order, however the file lists them', () => {
    const reminders = { ...CATALOGUE.reminders, escalations: CATALOGUE.reminders.escalations.toReversed() };
    const start = { ...from('ward-25744'), catalogue: { ...CATALOGUE, reminders } };
    expect(startHoursClock(start, 16)).toMatchObject({ nextTimer: { level: 0 } });
  });
});
