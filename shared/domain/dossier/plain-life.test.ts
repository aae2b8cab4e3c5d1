import { describe, expect, it } from 'vitest';
import { decideAll } from './decide.ts';
import { act, CODE, eventOf, given, histories, intake } from './testing/scenario.ts';
import { at, CATALOGUE, ROUTING, staff } from './testing/world.ts';

describe('a plain life', () => {
  it('goes from the counter to the ward and back to the applicant', () => {
    const life = given([
      ...histories.lastStage,
      act.decide(),
      { command: { type: 'ReturnResult', to: 'applicant' }, as: staff('official'), at: at('05 14:00') },
    ]);
    expect(life.events.map(({ type }) => type)).toEqual([
      'DossierFiled',
      'DossierReceived',
      'DossierForwarded',
      'StepAssigned',
      'StepCompleted',
      'StageOpened',
      'StepAssigned',
      'DossierDecided',
      'ResultReturned',
    ]);
    expect(life.in('returned')).toMatchObject({ to: 'applicant', by: 'counter', result: { punctuality: 'early' } });
  });

  const receiveAtOnce = { type: 'Receive', dossierCode: CODE, forward: true } as const;
  const context = { now: at('04 09:00'), actor: staff('official'), catalogue: CATALOGUE };

  it('is filed and received in one commit at a counter', () => {
    const decision = decideAll([intake(), receiveAtOnce], undefined, context);
    expect(decision).toMatchObject({
      kind: 'accepted',
      events: [{ type: 'DossierFiled' }, { type: 'DossierReceived' }, { type: 'DossierForwarded' }],
    });
  });

  it('keeps nothing of a commit whose second command is refused', () => {
    const decision = decideAll([intake({ documents: [] }), receiveAtOnce], undefined, context);
    expect(decision).toMatchObject({ kind: 'refused', refusal: { rule: 'documents-incomplete' } });
  });

  it('is ignored as a whole when every command of the commit is', () => {
    const { state } = given(histories.processing);
    const again = { type: 'AssignStep', stepId: 'examine', staffId: 'officer', why: 'x' } as const;
    expect(decideAll([again, again], state, { ...context, actor: ROUTING })).toMatchObject({ kind: 'ignored' });
  });

  it('is not received without a code', () => {
    const decision = decideAll([intake(), { ...receiveAtOnce, dossierCode: '' }], undefined, context);
    expect(decision).toMatchObject({ kind: 'refused', refusal: { rule: 'dossier-code-missing', sort: 'invalid' } });
  });

  it('promises the third working day at the hour of reception', () => {
    const { clock } = given(histories.received).in('received');
    expect(clock).toMatchObject({
      startedAt: at('04 09:05'),
      dueAt: at('07 09:05'),
      nextTimer: { level: 0, at: at('06 09:05') },
    });
  });

  it('must be forwarded by closing, and after 15:00 at the next opening', () => {
    expect(given([act.fileAtCounter(), act.receive(at('04 14:59'))]).in('received').forward.dueAt).toBe(at('04 17:00'));
    expect(given([act.fileAtCounter(), act.receive(at('04 15:01'))]).in('received').forward.dueAt).toBe(at('05 07:00'));
  });

  it('gives each unit of the first stage its own step and clock, at whatever level', () => {
    const { work } = given(histories.decidedElsewhere.slice(0, 3)).in('processing');
    expect(work.steps).toMatchObject([
      { stepId: 'examine', unitId: 'justice-718', level: 'district', clock: { dueAt: at('06 09:10') } },
      { stepId: 'verify', unitId: 'justice-department', level: 'province', clock: { dueAt: at('05 09:10') } },
    ]);
  });

  it('opens the next stage only when every parallel step is done', () => {
    const life = given(histories.decidedElsewhere.slice(0, 5));
    const first = life.when(act.complete('verify', 'department-officer'));
    expect(first).toMatchObject({ kind: 'accepted', events: [{ type: 'StepCompleted' }] });
    const second = life
      .then(act.complete('verify', 'department-officer'))
      .when(act.complete('examine', 'justice-officer'));
    expect(eventOf(second, 'StageOpened').steps).toMatchObject([{ stepId: 'sign', unitId: 'justice-718' }]);
  });
});
