import { describe, expect, it } from 'vitest';
import { testStaff } from '../catalogue/testing/small-catalogue.ts';
import { clocksOfDossier } from './running-clocks.ts';
import { act, eventOf, given, histories } from './testing/scenario.ts';
import { at, CATALOGUE, ROUTING, staff, TIMERS } from './testing/world.ts';

const processing = given(histories.processing);
const sentOn = processing.then(act.sendOn('justice-718'));
const stepOf = (scenario: typeof processing) => scenario.in('processing').work.steps[0];
const refusedWith = (decision: ReturnType<typeof processing.when>) =>
  decision.kind === 'refused' ? decision.refusal : undefined;

describe('a step that is sent on to another unit', () => {
  it('waits there, at that level, for somebody to be found', () => {
    expect(stepOf(sentOn)).toMatchObject({ unitId: 'justice-718', level: 'district', status: 'awaiting-assignment' });
    expect(stepOf(sentOn)).not.toHaveProperty('officerId');
    expect(eventOf(processing.when(act.sendOn('justice-718')), 'StepForwarded')).toMatchObject({
      from: { unitId: 'ward-25744', officerId: 'officer' },
      by: 'officer',
    });
  });

  it('keeps its clock', () => {
    expect(stepOf(sentOn)?.clock).toEqual(stepOf(processing)?.clock);
    const item = clocksOfDossier(sentOn.state).find(({ clockId }) => clockId === 'step:examine');
    expect(item?.work).toEqual({ unitId: 'justice-718', dueAt: at('05 09:10') });
    expect(item?.timer).toEqual({ level: 1, at: at('05 09:10') });
  });

  it('has been touched by nobody there, and nobody there was missing', () => {
    const touched = given([
      ...histories.received,
      act.forward(),
      { command: { type: 'ReportNoAssignee', stepId: 'examine', why: 'x' }, as: ROUTING, at: at('04 09:20') },
      act.assign('examine', 'officer', at('04 09:30')),
      act.note('officer', at('04 09:40')),
    ]);
    expect(stepOf(touched)).toHaveProperty('touchedAt');
    for (const gone of ['touchedAt', 'unassignableSince']) {
      expect(stepOf(touched.then(act.sendOn('justice-718')))).not.toHaveProperty(gone);
    }
  });

  it('is the work of that unit alone from then on', () => {
    expect(sentOn.when(act.complete('examine', 'officer'))).toMatchObject({ kind: 'refused' });
    const taken = sentOn.then(act.assign('examine', 'justice-officer', at('04 10:10')));
    expect(taken.then(act.complete('examine', 'justice-officer')).in('processing').work.stage).toBe(1);
  });

  it('may be sent by the head while nobody has it', () => {
    const waiting = given([...histories.received, act.forward()]);
    expect(waiting.when(act.sendOn('justice-718', 'head')).kind).toBe('accepted');
    expect(waiting.when(act.sendOn('justice-718', 'officer')).kind).toBe('refused');
    expect(processing.when(act.sendOn('justice-718', 'colleague')).kind).toBe('refused');
  });

  it('needs a reason, and another unit that is there today and examines', () => {
    const blank = {
      command: { type: 'ForwardStep', stepId: 'examine', unitId: 'justice-718', reason: ' ' } as const,
      as: staff('officer'),
      at: at('04 10:00'),
    };
    expect(refusedWith(processing.when(blank))).toMatchObject({ rule: 'reason-missing', pointer: '/reason' });
    const rule = (unitId: string) => refusedWith(processing.when(act.sendOn(unitId)))?.rule;
    expect(rule('ward-25744')).toBe('forwards-to-itself');
    expect(rule('nowhere')).toBe('unit-not-in-force');
    expect(rule('ward-25750')).toBe('unit-not-in-force');
    expect(rule('counter-718')).toBe('unit-does-not-examine');
    expect(rule('province')).toBe('unit-does-not-examine');
  });

  it('is never the one that decides: competence is settled by rule', () => {
    const last = given(histories.lastStage);
    const sign = { type: 'ForwardStep', stepId: 'sign', unitId: 'justice-718', reason: 'x' } as const;
    const decision = last.when({ command: sign, as: staff('head'), at: at('05 09:00') });
    expect(refusedWith(decision)?.rule).toBe('deciding-step-stays');
  });

  it('does not go back to a unit that sent it on: the unit above both is named', () => {
    const there = sentOn.then(act.assign('examine', 'justice-officer', at('04 10:10')));
    expect(refusedWith(there.when(act.sendOn('ward-25744', 'justice-officer', at('04 11:00'))))).toMatchObject({
      rule: 'forwarded-back',
      details: { unit: 'ward-25744', superior: 'district-718' },
    });
    const further = there.then(act.sendOn('justice-department', 'justice-officer', at('04 11:00')));
    const back = act.sendOn('ward-25744', 'department-head', at('04 11:30'));
    expect(refusedWith(further.when(back))).toMatchObject({
      rule: 'forwarded-back',
      details: { superior: 'province' },
    });
  });

  it('goes back when the unit above says so, and not round again', () => {
    const district = testStaff({ id: 'district-head', unit: 'district-718', roles: ['unit-head'] });
    const catalogue = { ...CATALOGUE, staff: [...CATALOGUE.staff, district] };
    const asDistrict = { ...staff('head'), staffId: 'district-head', unitId: 'district-718' };
    const settled = given(
      [
        ...histories.processing,
        act.sendOn('justice-718'),
        act.sendOn('district-718', 'justice-head', at('04 11:00')),
        { ...act.sendOn('ward-25744'), as: asDistrict, at: at('04 14:00') },
      ],
      catalogue,
    );
    expect(stepOf(settled)).toMatchObject({
      unitId: 'ward-25744',
      forwardedBy: ['ward-25744', 'justice-718', 'district-718'],
    });
    for (const unit of ['justice-718', 'district-718']) {
      expect(refusedWith(settled.when(act.sendOn(unit, 'head', at('04 15:00'))))?.rule).toBe('forwarded-back');
    }
  });

  it('is escalated in the unit that has it, at the time that was set before', () => {
    const late = sentOn.when({
      command: { type: 'RingTimer', clockId: 'step:examine', level: 1 },
      as: TIMERS,
      at: at('05 09:10'),
    });
    expect(eventOf(late, 'TimerRang').tell).toContainEqual({ kind: 'unit-head', unitId: 'justice-718' });
  });
});
