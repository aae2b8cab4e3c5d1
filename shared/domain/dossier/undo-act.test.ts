import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addMinutes } from '../time.ts';
import { noticesFor } from './notices.ts';
import { clocksOfDossier } from './running-clocks.ts';
import { tasksFor } from './tasks.ts';
import { act, byMail, eventOf, given, histories, type Act, type Scenario } from './testing/scenario.ts';
import { at, CITIZEN, MAIL, ROUTING, staff, TIMERS } from './testing/world.ts';

const processing = given(histories.processing);
const ruleOf = (decision: ReturnType<Scenario['when']>) =>
  decision.kind === 'refused' ? decision.refusal.rule : decision.kind;
const workOf = (scenario: Scenario) => scenario.in('processing').work;
const examined = (before: Scenario = processing) =>
  byMail(before, act.complete('examine', 'officer', at('04 10:00')), { action: 'complete-step' });
const handedOver = (before: Scenario = processing) =>
  byMail(before, act.handOver('colleague'), { action: 'hand-over' });
const sentOn = (before: Scenario = processing) => byMail(before, act.sendOn('justice-718'), { action: 'forward' });
const consulted = (before: Scenario = processing) => byMail(before, act.consult(), { action: 'consult' });
const note = (by: string, when: string, stepId = 'examine') => act.note(by, at(when), stepId);

describe('an act by mail that can be taken back', () => {
  it('is remembered with who did it and for ten minutes', () => {
    expect(examined().state.undoable).toMatchObject({
      mailId: 'mail-1',
      staffId: 'officer',
      until: at('04 10:10'),
      act: { kind: 'complete-step', before: { stepId: 'examine', status: 'assigned' } },
    });
    expect(handedOver().state.undoable?.act).toMatchObject({ kind: 'hand-over', to: 'colleague' });
    expect(sentOn().state.undoable?.act).toMatchObject({ kind: 'forward', before: { unitId: 'ward-25744' } });
    expect(consulted().state.undoable?.act).toEqual({ kind: 'consult', consultationId: 'c1' });
  });

  it('is not one that the applicant was told of, nor a mere note or question', () => {
    const asked = byMail(processing, act.askSupplement({ stepId: 'examine' }, 'officer', at('04 10:00')), {
      action: 'request-supplement',
    });
    expect(asked.state.undoable).toBeUndefined();
    for (const result of [{ kind: 'noted' }, { kind: 'doubtful', why: 'ambiguous', choices: [] }] as const) {
      const answered = examined().then({
        command: { type: 'RecordReply', mailId: 'mail-2', staffId: 'officer', result, answer: true },
        as: MAIL,
        at: at('04 10:05'),
      });
      expect(answered.state.undoable?.mailId).toBe('mail-1');
    }
  });

  it('is not one that did not change anything', () => {
    const choice = { action: 'complete-step', stepId: 'examine', fields: {} } as const;
    const idle = processing.then({
      command: {
        type: 'RecordReply',
        mailId: 'mail-1',
        staffId: 'officer',
        result: { kind: 'taken', choice, noted: false },
        answer: true,
        before: processing.state,
      },
      as: MAIL,
      at: at('04 10:00'),
    });
    expect(idle.state.undoable).toBeUndefined();
  });

  it('is the last one only', () => {
    const second = byMail(consulted(), act.handOver('colleague', 'officer', at('04 10:04')), {
      action: 'hand-over',
      mailId: 'mail-2',
    });
    expect(ruleOf(second.when(act.undo('officer')))).toBe('undo-overtaken');
    expect(ruleOf(second.when(act.undo('officer', at('04 10:05'), 'mail-2')))).toBe('accepted');
  });
});

describe('taking an act back', () => {
  it('works to the last minute, once, and for whoever did it', () => {
    expect(ruleOf(examined().when(act.undo('officer', at('04 10:10'))))).toBe('accepted');
    expect(examined().when(act.undo('officer', addMinutes(at('04 10:10'), 0.01)))).toMatchObject({
      refusal: { rule: 'undo-too-late', details: { until: at('04 10:10') } },
    });
    expect(ruleOf(examined().when(act.undo('head')))).toBe('not-your-act');
    expect(ruleOf(examined().then(act.undo()).when(act.undo()))).toBe('undo-overtaken');
    expect(ruleOf(examined().when(act.undo('officer', at('04 10:05'), 'mail-9')))).toBe('undo-overtaken');
    expect(ruleOf(examined().when(act.undo('justice-officer')))).toBe('not-permitted');
  });

  it('tells whoever had got the work that it was taken back', () => {
    const opened = examined().then(act.assign('sign', 'head', at('04 10:02')));
    const undone = eventOf(opened.when(act.undo()), 'ActUndone');
    expect(undone.officers).toEqual(['head']);
    expect(noticesFor(undone)).toEqual([{ template: 'work-ended', recipient: { kind: 'staff', staffId: 'head' } }]);
    expect(eventOf(handedOver().when(act.undo()), 'ActUndone').officers).toEqual(['colleague']);
    const there = sentOn().then(act.assign('examine', 'justice-officer', at('04 10:02')));
    expect(eventOf(there.when(act.undo()), 'ActUndone').officers).toEqual(['justice-officer']);
    const asked = consulted().then(assignConsultation);
    expect(eventOf(asked.when(act.undo()), 'ActUndone').officers).toEqual(['justice-officer']);
  });

  it('closes the stage again that a completed step had opened', () => {
    const undone = examined().then(act.assign('sign', 'head', at('04 10:02')), act.undo());
    expect(workOf(undone)).toEqual(workOf(processing));
    expect(clocksOfDossier(undone.state)).toEqual(clocksOfDossier(processing.state));
    expect(undone.then(act.complete('examine', 'officer', at('04 11:00'))).in('processing').work.stage).toBe(1);
  });

  it('asks again for somebody to take a step that nobody had', () => {
    const waiting = given([...histories.received, act.forward()]);
    const undone = byMail(waiting, act.complete('examine', 'head', at('04 10:00')), { action: 'complete-step' }).when(
      act.undo('head'),
    );
    expect(tasksFor(eventOf(undone, 'ActUndone'))).toEqual([
      { kind: 'assign-step', level: 'commune', stepId: 'examine' },
    ]);
    expect(tasksFor(eventOf(examined().when(act.undo()), 'ActUndone'))).toEqual([]);
  });

  it('never gives the number of a consultation that was taken back again', () => {
    const again = consulted().then(act.undo(), act.consult('officer', at('04 10:06')));
    const ids = workOf(again.then(act.consult('officer', at('04 10:07')))).consultations.map(
      (one) => one.consultationId,
    );
    expect(ids).toEqual(['c2', 'c3']);
  });

  it('lets a timer that fell due meanwhile ring at once, and one that rang not again', () => {
    const before = given(histories.processing);
    const late = (one: Act): Act => ({ ...one, at: at('05 09:05') });
    const completed = byMail(before, late(act.complete('examine', 'officer')), { action: 'complete-step' });
    const undone = completed.then(act.undo('officer', at('05 09:12')));
    const ring = { command: { type: 'RingTimer', clockId: 'step:examine', level: 1 } as const, as: TIMERS };
    expect(completed.when({ ...ring, at: at('05 09:12') }).kind).toBe('ignored');
    expect(undone.when({ ...ring, at: at('05 09:12') }).kind).toBe('accepted');
    const over = byMail(before, late(act.handOver('colleague')), { action: 'hand-over' });
    const rung = over.then({ ...ring, at: at('05 09:10') }, act.undo('officer', at('05 09:12')));
    expect(rung.when({ ...ring, at: at('05 09:12') }).kind).toBe('ignored');
    expect(workOf(rung).steps[0]?.clock.dueAt).toBe(workOf(before).steps[0]?.clock.dueAt);
  });
});

const assignConsultation: Act = {
  command: { type: 'AssignConsultation', consultationId: 'c1', staffId: 'justice-officer' },
  as: ROUTING,
  at: at('04 10:02'),
};
const answer: Act = {
  command: { type: 'AnswerConsultation', consultationId: 'c1', answer: 'Đồng ý' },
  as: staff('justice-officer'),
  at: at('04 10:03'),
};

describe('an act that somebody has built on stays', () => {
  const overtaken = (scenario: Scenario, by = 'officer') => {
    expect(ruleOf(scenario.when(act.undo(by)))).toBe('undo-overtaken');
  };

  it('when the next stage was taken up, consulted on, handed over or sent on', () => {
    const opened = examined().then(act.assign('sign', 'head', at('04 10:01')));
    const atSign = { stepId: 'sign', unitId: 'justice-718' };
    overtaken(opened.then(note('head', '04 10:02', 'sign')));
    overtaken(
      opened.then({ command: { type: 'AcknowledgeStep', stepId: 'sign' }, as: staff('head'), at: at('04 10:02') }),
    );
    overtaken(
      opened.then({
        command: { type: 'Consult', ...atSign, question: '?', workingHours: 4 },
        as: staff('head'),
        at: at('04 10:02'),
      }),
    );
    overtaken(
      opened.then({
        command: { type: 'HandStepOver', stepId: 'sign', to: 'colleague', reason: 'x' },
        as: staff('head'),
        at: at('04 10:02'),
      }),
    );
  });

  it('when the case was decided or changed course', () => {
    const decided = examined().then(act.assign('sign', 'head', at('04 10:01')), act.decide('head', at('04 10:02')));
    expect(ruleOf(decided.when(act.undo()))).toBe('not-now');
    const withdrawn = examined().then({ command: { type: 'Withdraw' }, as: CITIZEN, at: at('04 10:02') });
    expect(ruleOf(withdrawn.when(act.undo()))).toBe('not-now');
  });

  it('when another unit of the stage opened the next one', () => {
    const both = given(histories.decidedElsewhere.slice(0, 5));
    const first = byMail(both, act.complete('examine', 'justice-officer', at('04 10:00')), { action: 'complete-step' });
    expect(ruleOf(first.when(act.undo('justice-officer')))).toBe('accepted');
    overtaken(first.then(act.complete('verify', 'department-officer', at('04 10:03'))), 'justice-officer');
  });

  it('when the colleague has taken it up or given it on, but not for a note of the officer in the same mail', () => {
    overtaken(handedOver().then(note('colleague', '04 10:02')));
    overtaken(handedOver().then(act.complete('examine', 'colleague', at('04 10:02'))));
    overtaken(handedOver().then(act.handOver('officer', 'colleague', at('04 10:02'))));
    overtaken(handedOver().then(act.sendOn('justice-718', 'colleague', at('04 10:02'))));
    overtaken(handedOver().then(act.consult('colleague', at('04 10:02'))));
    const there = processing.then(act.handOver('colleague', 'head', at('04 09:50')));
    const back = byMail(there, act.handOver('officer', 'head'), { action: 'hand-over' });
    const noted = back.then(note('officer', '04 10:00'));
    expect(ruleOf(noted.when(act.undo('head')))).toBe('accepted');
    expect(ruleOf(back.then(note('officer', '04 10:01')).when(act.undo('head')))).toBe('undo-overtaken');
  });

  it('when the other unit has taken it up, but not when it was only assigned there', () => {
    const there = sentOn().then(act.assign('examine', 'justice-officer', at('04 10:01')));
    expect(ruleOf(there.when(act.undo()))).toBe('accepted');
    overtaken(there.then(note('justice-officer', '04 10:02')));
    overtaken(there.then(act.sendOn('justice-department', 'justice-officer', at('04 10:02'))));
    overtaken(there.then(act.complete('examine', 'justice-officer', at('04 10:02'))));
  });

  it('when the other unit has answered', () => {
    const asked = consulted().then(assignConsultation);
    expect(ruleOf(asked.when(act.undo()))).toBe('accepted');
    overtaken(asked.then(answer));
  });
});

describe('whatever came before', () => {
  const when = '04 10:00';
  const byOfficer = fc.constantFrom(
    note('officer', '04 09:20'),
    { ...act.consult(), at: at('04 09:30') },
    { command: { type: 'AcknowledgeStep', stepId: 'examine' }, as: staff('officer'), at: at('04 09:25') } satisfies Act,
    { ...act.handOver('colleague'), at: at('04 09:35') },
    { ...act.handOver('officer', 'head'), at: at('04 09:40') },
    { ...act.sendOn('justice-718'), at: at('04 09:45') },
    act.assign('examine', 'justice-officer', at('04 09:46')),
    { ...answer, at: at('04 09:50') },
    { ...assignConsultation, at: at('04 09:47') },
  );
  const history = fc.array(byOfficer, { maxLength: 8 });
  const kind = fc.constantFrom('complete-step', 'hand-over', 'forward', 'consult');

  it('an act and its undo leave the work and its clocks as they were', () => {
    const undone = new Map<string, number>();
    fc.assert(
      fc.property(history, kind, fc.integer({ min: 0, max: 10 }), (acts, action, minutes) => {
        const before = acts.reduce((so, one) => (so.when(one).kind === 'accepted' ? so.then(one) : so), processing);
        const by = workOf(before).steps[0]?.unitId === 'justice-718' ? 'justice-head' : 'head';
        const colleague = workOf(before).steps[0]?.officerId === 'colleague' ? 'officer' : 'colleague';
        const one = {
          'complete-step': act.complete('examine', by, at(when)),
          'hand-over': act.handOver(by === 'head' ? colleague : 'justice-head', by, at(when)),
          forward: act.sendOn('justice-department', by, at(when)),
          consult: {
            command: {
              type: 'Consult',
              stepId: 'examine',
              unitId: 'justice-department',
              question: '?',
              workingHours: 4,
            },
            as: staff(by),
            at: at(when),
          } satisfies Act,
        }[action];
        if (before.when(one).kind !== 'accepted') return;
        const after = byMail(before, one, { action }).then(act.undo(by, addMinutes(at(when), minutes)));
        const { undoneConsultations, ...work } = workOf(after);
        expect(undoneConsultations).toBe(action === 'consult' ? 1 : undefined);
        // That somebody looked at it, enough to ask, stays true.
        const expected = workOf(action === 'consult' ? before.then(act.note(by, at(when))) : before);
        expect(work).toEqual(expected);
        expect(clocksOfDossier(after.state)).toEqual(clocksOfDossier(before.state));
        expect(after.state.undoable).toBeUndefined();
        undone.set(action, (undone.get(action) ?? 0) + 1);
      }),
      { numRuns: 300, seed: 20_261_123 },
    );
    // A property that is never asked says nothing.
    expect([...undone.keys()].sort()).toEqual(['complete-step', 'consult', 'forward', 'hand-over']);
  });
});
