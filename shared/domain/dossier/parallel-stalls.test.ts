import { describe, expect, it } from 'vitest';
import { stallsOf } from './stall.ts';
import { act, given, type Act, type Scenario } from './testing/scenario.ts';
import { at, CATALOGUE, staff, TIMERS } from './testing/world.ts';

const ALARM = { level: 4, offsetHours: 0, tell: 'if-untouched', stageShare: 0.5 } as const;
const catalogue = { ...CATALOGUE, reminders: { source: 'test', escalations: [ALARM] } };
const ring = (stepId: string, when: string): Act => ({
  command: { type: 'RingTimer', clockId: `step:${stepId}`, level: 4 },
  as: TIMERS,
  at: at(when),
});
const acknowledge = (stepId: string, by: string): Act => ({
  command: { type: 'AcknowledgeStep', stepId },
  as: staff(by),
  at: at('06 10:00'),
});

/** Two units have a step each, one with two days and one with one. */
const two = given(
  [
    act.fileAtCounter({ procedure: 'district-matter' }),
    act.receive(),
    act.forward(),
    act.assign('examine', 'justice-officer'),
    act.assign('verify', 'department-officer'),
  ],
  catalogue,
);
const both = two.then(ring('verify', '05 09:00'), ring('examine', '05 17:00'));
const unitsOf = ({ state }: Scenario) => stallsOf(state).map(({ unitId }) => unitId);

describe('two steps side by side that nobody touches', () => {
  it('are both shown, and the alarm of one does not hide the other', () => {
    expect(unitsOf(two.then(ring('verify', '05 09:00')))).toEqual(['justice-department']);
    expect(unitsOf(both).toSorted()).toEqual(['justice-718', 'justice-department']);
    expect(both.state.stalled?.map(({ clockId }) => clockId)).toEqual(['step:verify', 'step:examine']);
  });

  it.each([
    ['touched', acknowledge('examine', 'justice-officer'), 'justice-department'],
    ['touched', acknowledge('verify', 'department-officer'), 'justice-718'],
    ['done', act.complete('examine', 'justice-officer', at('06 10:00')), 'justice-department'],
  ])('are lifted one by one: one is %s', (_how, later, left) => {
    expect(unitsOf(both.then(later))).toEqual([left]);
  });

  it('leave nothing behind when both are touched', () => {
    const { state } = both.then(acknowledge('examine', 'justice-officer'), acknowledge('verify', 'department-officer'));
    expect(stallsOf(state)).toEqual([]);
    expect(state).not.toHaveProperty('stalled');
  });

  it('of the same unit are told as one, since the first of them', () => {
    const [verify, examine] = both.state.stalled!;
    const { work } = both.in('processing');
    const steps = work.steps.map((step) => ({ ...step, unitId: 'justice-718' }));
    const sooner = { ...examine!, since: at('04 08:00') };
    const state = { ...both.in('processing'), work: { ...work, steps }, stalled: [verify!, sooner] };
    expect(stallsOf(state)).toEqual([{ unitId: 'justice-718', since: at('04 08:00') }]);
  });
});
