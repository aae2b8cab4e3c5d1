import { describe, expect, it } from 'vitest';
import { runningClocks } from './running-clocks.ts';
import { act, eventOf, given } from './testing/scenario.ts';
import { at, staff } from './testing/world.ts';

const examined = given([act.fileAtCounter(), act.receive(), act.forward(), act.assign('examine', 'officer')]);
const pause = (when: string, change: { readonly reason?: string; readonly note?: string } = {}, as = 'officer') => ({
  command: { type: 'Pause', reason: 'inspection', note: 'Đoàn kiểm tra hẹn ngày 8', ...change } as const,
  as: staff(as),
  at: at(when),
});
const resume = (when: string, as = 'officer') => ({
  command: { type: 'Resume' } as const,
  as: staff(as),
  at: at(when),
});

describe('a pause', () => {
  it('stops every clock but the one that asks whether the reason still holds', () => {
    const paused = examined.then(pause('04 10:00'));
    expect(runningClocks(paused.state)).toMatchObject([
      { clockId: 'pause', unitId: 'ward-25744', clock: { dueAt: '2024-03-11T03:00:00.000Z' } },
    ]);
    expect(paused.in('paused')).toMatchObject({ reason: 'inspection', pausedBy: 'officer' });
  });

  it('needs a reason from the published list and a word of explanation', () => {
    expect(examined.when(pause('04 10:00', { reason: 'too-much-work' }))).toMatchObject({
      refusal: { rule: 'unknown-pause-reason', pointer: '/reason' },
    });
    expect(examined.when(pause('04 10:00', { note: ' ' }))).toMatchObject({ refusal: { rule: 'reason-missing' } });
  });

  it.each(['official', 'justice-officer', 'supervisor'])('is not for %s, who has no part in the examination', (who) => {
    expect(examined.when(pause('04 10:00', {}, who))).toMatchObject({ refusal: { sort: 'forbidden' } });
  });

  it('ends with every due time later by the office hours that it lasted, and the work where it was', () => {
    const before = examined.in('processing');
    // Monday 10:00 to Wednesday 10:00: two working days.
    const resumed = examined.then(pause('04 10:00'), resume('06 10:00'));
    const after = resumed.in('processing');
    expect(before.clock?.dueAt).toBe('2024-03-07T02:05:00.000Z');
    expect(after.clock?.dueAt).toBe('2024-03-11T02:05:00.000Z');
    expect(before.work.steps[0]?.clock.dueAt).toBe('2024-03-05T02:10:00.000Z');
    expect(after.work.steps[0]).toMatchObject({ officerId: 'officer', clock: { dueAt: '2024-03-07T02:10:00.000Z' } });
    expect(after.clock?.startedAt).toBe(before.clock?.startedAt);
  });

  it('rings no reminder of the work while it lasts, and those that are still to come after', () => {
    const paused = examined.then(pause('04 10:00'));
    const ring = { type: 'RingTimer', clockId: 'step:examine', level: 1 } as const;
    expect(paused.when({ command: ring, as: { kind: 'system', name: 'timers' }, at: at('05 09:10') })).toMatchObject({
      kind: 'ignored',
    });
    const { work } = paused.then(resume('06 10:00')).in('processing');
    expect(work.steps[0]?.clock.nextTimer?.at).toBe('2024-03-07T02:10:00.000Z');
  });

  it('tells the applicant when it begins and what the new date is when it ends', () => {
    expect(eventOf(examined.when(pause('04 10:00')), 'DossierPaused')).toMatchObject({ officers: ['officer'] });
    const ended = examined.then(pause('04 10:00')).when(resume('06 10:00', 'official'));
    expect(eventOf(ended, 'DossierResumed').clock.dueAt).toBe('2024-03-11T02:05:00.000Z');
  });

  it('does not keep the applicant from withdrawing', () => {
    const withdrawn = examined.then(pause('04 10:00'), {
      command: { type: 'Withdraw' },
      as: { kind: 'citizen' },
      at: at('05 09:00'),
    });
    expect(withdrawn.state.status).toBe('withdrawn');
  });
});
