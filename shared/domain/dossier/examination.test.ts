import { describe, expect, it } from 'vitest';
import { punctuality } from './decide-outcome.ts';
import { act, eventOf, given, histories } from './testing/scenario.ts';
import { at, ROUTING, staff } from './testing/world.ts';

const processing = given(histories.processing);
const lastStage = given(histories.lastStage);

const consult = (when = '04 10:00', change = {}) => ({
  command: {
    type: 'Consult',
    stepId: 'examine',
    unitId: 'justice-718',
    question: 'Có tranh chấp không?',
    workingHours: 8,
    ...change,
  } as const,
  as: staff('officer'),
  at: at(when),
});
const answer = (when: string, by = 'justice-head') => ({
  command: { type: 'AnswerConsultation', consultationId: 'c1', answer: 'Không' } as const,
  as: staff(by),
  at: at(when),
});
const extend = (when: string, change = {}, by = 'head') => ({
  command: { type: 'Extend', workingDays: 2, reason: 'Cần xác minh', apology: 'Xin lỗi', ...change } as const,
  as: staff(by),
  at: at(when),
});

describe('assignment', () => {
  it('stands once made: a repeated or later one is ignored', () => {
    expect(processing.when(act.assign('examine', 'officer'))).toMatchObject({ kind: 'ignored' });
    expect(processing.when(act.assign('examine', 'colleague'))).toMatchObject({ kind: 'ignored' });
  });

  it('is ignored when the case has moved on', () => {
    const decided = given([...histories.lastStage, act.decide()]);
    expect(decided.when(act.assign('examine', 'officer'))).toMatchObject({ kind: 'ignored' });
  });

  it('refuses a step or a person nobody knows', () => {
    const forwarded = given([act.fileAtCounter(), act.receive(), act.forward()]);
    expect(forwarded.when(act.assign('no-step', 'officer'))).toMatchObject({ refusal: { rule: 'unknown-step' } });
    expect(forwarded.when(act.assign('examine', 'nobody'))).toMatchObject({ refusal: { rule: 'unknown-staff' } });
    expect(forwarded.when(act.assign('examine', 'clerk'))).toMatchObject({ refusal: { rule: 'does-not-examine' } });
  });

  it('is made by the head among the own people, by the routing also to a stand-in from elsewhere', () => {
    const forwarded = given([act.fileAtCounter(), act.receive(), act.forward()]);
    const byHead = (staffId: string) => forwarded.when({ ...act.assign('examine', staffId), as: staff('head') });
    expect(byHead('colleague').kind).toBe('accepted');
    expect(byHead('justice-officer')).toMatchObject({ refusal: { rule: 'not-of-this-unit' } });
    expect(forwarded.when(act.assign('examine', 'justice-officer')).kind).toBe('accepted');
  });

  it('tells once that nobody can take a step', () => {
    const forwarded = given([act.fileAtCounter(), act.receive(), act.forward()]);
    const report = {
      command: { type: 'ReportNoAssignee', stepId: 'examine', why: 'away' } as const,
      as: ROUTING,
      at: at('04 10:00'),
    };
    expect(eventOf(forwarded.when(report), 'StepUnassignable')).toMatchObject({ unitId: 'ward-25744' });
    expect(forwarded.then(report).when(report)).toMatchObject({ kind: 'ignored' });
    expect(forwarded.then(report).when(act.assign('examine', 'officer')).kind).toBe('accepted');
  });

  it('is handed over inside the unit, without touching the clock', () => {
    const over = (to: string, by = 'officer') => ({
      command: { type: 'HandStepOver', stepId: 'examine', to, reason: 'Đi công tác' } as const,
      as: staff(by),
      at: at('05 08:00'),
    });
    const before = processing.in('processing').work.steps[0];
    const after = processing.then(over('colleague')).in('processing').work.steps[0];
    expect(after).toEqual({ ...before, officerId: 'colleague', handedOverAt: at('05 08:00') });
    expect(processing.when(over('colleague', 'head')).kind).toBe('accepted');
    expect(processing.when(over('officer'))).toMatchObject({ kind: 'ignored' });
    expect(processing.when(over('justice-officer'))).toMatchObject({ refusal: { rule: 'not-of-this-unit' } });
    expect(processing.when(over('colleague', 'colleague'))).toMatchObject({ refusal: { sort: 'forbidden' } });
  });
});

describe('completing a step', () => {
  it('is for its officer and the head of its unit', () => {
    expect(processing.when(act.complete('examine', 'officer')).kind).toBe('accepted');
    expect(processing.when(act.complete('examine', 'head')).kind).toBe('accepted');
    expect(processing.when(act.complete('examine', 'colleague'))).toMatchObject({ refusal: { sort: 'forbidden' } });
    expect(processing.when(act.complete('examine', 'clerk'))).toMatchObject({
      refusal: { sort: 'forbidden', details: { why: 'role' } },
    });
  });

  it('tells the second of two who was first, and when', () => {
    const done = processing.then(act.complete('examine', 'head', at('04 14:00')));
    expect(done.when(act.complete('examine', 'officer'))).toMatchObject({
      refusal: { rule: 'step-already-done', sort: 'conflict', details: { by: 'head', at: at('04 14:00') } },
    });
  });

  it('cannot end the last stage: that is decided', () => {
    expect(lastStage.when(act.complete('sign', 'head'))).toMatchObject({ refusal: { rule: 'last-stage-decides' } });
  });
});

describe('consultation', () => {
  it("has a clock of its own, in the consulted unit's hours", () => {
    const { consultation } = eventOf(processing.when(consult()), 'ConsultationRequested');
    expect(consultation).toMatchObject({
      consultationId: 'c1',
      unitId: 'justice-718',
      level: 'district',
      clock: { dueAt: at('05 10:00') },
    });
  });

  it('holds the step until it is answered, or until its time is over', () => {
    const asked = processing.then(consult());
    expect(asked.when(act.complete('examine', 'officer', at('05 09:59')))).toMatchObject({
      refusal: { rule: 'consultation-open', article: '61/2018/NĐ-CP Điều 19.5' },
    });
    expect(asked.when(act.complete('examine', 'officer', at('05 10:01'))).kind).toBe('accepted');
    expect(asked.then(answer('04 16:00')).when(act.complete('examine', 'officer', at('04 16:30'))).kind).toBe(
      'accepted',
    );
  });

  it('holds the decision too', () => {
    const asked = lastStage.then({ ...consult('05 08:00', { stepId: 'sign' }), as: staff('head') });
    expect(asked.when(act.decide())).toMatchObject({ refusal: { rule: 'consultation-open' } });
  });

  it('is answered once, by the consulted unit', () => {
    const asked = processing.then(consult());
    expect(asked.when(answer('04 16:00', 'officer'))).toMatchObject({ refusal: { sort: 'forbidden' } });
    expect(eventOf(asked.when(answer('04 16:00')), 'ConsultationAnswered').lead).toEqual({
      kind: 'staff',
      staffId: 'officer',
    });
    expect(asked.then(answer('04 16:00')).when(answer('04 17:00'))).toMatchObject({
      refusal: { rule: 'consultation-already-answered', details: { at: at('04 16:00') } },
    });
  });

  it('is assigned once, and told once when nobody can take it', () => {
    const asked = processing.then(consult());
    const assign = {
      command: { type: 'AssignConsultation', consultationId: 'c1', staffId: 'justice-officer' } as const,
      as: ROUTING,
      at: at('04 10:01'),
    };
    const report = {
      command: { type: 'ReportNoConsultant', consultationId: 'c1', why: 'away' } as const,
      as: ROUTING,
      at: at('04 10:01'),
    };
    expect(asked.then(report).when(report)).toMatchObject({ kind: 'ignored' });
    expect(asked.then(report, assign).when(assign)).toMatchObject({ kind: 'ignored' });
    expect(asked.then(assign).when(report)).toMatchObject({ kind: 'ignored' });
    expect(asked.then(assign).when(answer('04 11:00', 'justice-officer')).kind).toBe('accepted');
  });

  it.each([
    ['a closed unit', { unitId: 'counter-25750' }, 'unit-not-in-force'],
    ['its own unit', { unitId: 'ward-25744' }, 'consults-itself'],
    ['no question', { question: ' ' }, 'question-missing'],
    ['no time', { workingHours: 0 }, 'hours-out-of-range'],
    ['NaN hours', { workingHours: Number.NaN }, 'hours-out-of-range'],
  ])('is refused with %s', (_, change, rule) => {
    expect(processing.when(consult('04 10:00', change))).toMatchObject({ refusal: { rule } });
  });
});

describe('apology and re-appointment', () => {
  it('moves the due day once, and no step', () => {
    const extended = processing.then(extend('05 09:00'));
    expect(extended.in('processing').clock).toMatchObject({ startedAt: at('04 09:05'), dueAt: at('11 09:05') });
    expect(extended.in('processing').work).toEqual(processing.in('processing').work);
    expect(extended.when(extend('06 09:00'))).toMatchObject({
      refusal: { rule: 'already-extended', article: '61/2018/NĐ-CP Điều 19.9' },
    });
  });

  it('comes at the latest one working day before expiry', () => {
    expect(processing.when(extend('06 09:05')).kind).toBe('accepted');
    expect(processing.when(extend('06 09:06'))).toMatchObject({
      refusal: { rule: 'apology-too-late', details: { latest: at('06 09:05'), dueAt: at('07 09:05') } },
    });
  });

  it('is for the head of the deciding unit, with reason, apology and whole days', () => {
    expect(processing.when(extend('05 09:00', {}, 'officer'))).toMatchObject({ refusal: { sort: 'forbidden' } });
    expect(processing.when(extend('05 09:00', {}, 'justice-head'))).toMatchObject({ refusal: { sort: 'forbidden' } });
    expect(processing.when(extend('05 09:00', { reason: '' }))).toMatchObject({ refusal: { pointer: '/reason' } });
    expect(processing.when(extend('05 09:00', { apology: ' ' }))).toMatchObject({ refusal: { pointer: '/apology' } });
    for (const workingDays of [0, -1, 1.5, Number.NaN]) {
      expect(processing.when(extend('05 09:00', { workingDays }))).toMatchObject({
        refusal: { rule: 'days-out-of-range' },
      });
    }
  });

  it('does not promise a day that the calendar does not cover', () => {
    expect(processing.when(extend('05 09:00', { workingDays: 5000 }))).toMatchObject({
      refusal: { rule: 'outside-calendar' },
    });
  });
});

describe('the decision', () => {
  it('belongs to the last stage', () => {
    expect(
      processing.when({
        ...act.decide('head'),
        command: { type: 'Decide', stepId: 'examine', outcome: 'granted', resultNumber: '1' },
      }),
    ).toMatchObject({
      refusal: { rule: 'not-the-last-stage' },
    });
  });

  it('needs a number, and a reason when it refuses', () => {
    expect(lastStage.when(act.decide('head', at('05 10:00'), { resultNumber: ' ' }))).toMatchObject({
      refusal: { pointer: '/resultNumber' },
    });
    expect(lastStage.when(act.decide('head', at('05 10:00'), { outcome: 'refused' }))).toMatchObject({
      refusal: { rule: 'reason-missing', article: '61/2018/NĐ-CP Điều 19.8' },
    });
    const refused = act.decide('head', at('05 10:00'), { outcome: 'refused', reason: 'Không đủ điều kiện' });
    expect(eventOf(lastStage.when(refused), 'DossierDecided').result).toMatchObject({
      outcome: 'refused',
      reason: 'Không đủ điều kiện',
    });
  });

  it('is made once: the second is told who decided and when', () => {
    const decided = lastStage.then(act.decide());
    expect(decided.when(act.decide('head', at('05 10:01')))).toMatchObject({
      refusal: { rule: 'not-now', sort: 'conflict', details: { status: 'decided', by: 'head', at: at('05 10:00') } },
    });
  });

  it('is early before the due day, on time on it, late after its hour', () => {
    const due = at('07 09:05');
    expect(punctuality(at('06 23:59'), due)).toBe('early');
    expect(punctuality(at('07 00:00'), due)).toBe('on-time');
    expect(punctuality(due, due)).toBe('on-time');
    expect(punctuality(at('07 09:06'), due)).toBe('late');
  });
});

describe('ending early', () => {
  it('is withdrawn until it is decided, and tells whoever works on it', () => {
    const withdraw = { command: { type: 'Withdraw' } as const, as: { kind: 'citizen' } as const, at: at('04 10:00') };
    expect(eventOf(processing.when(withdraw), 'DossierWithdrawn')).toMatchObject({
      counterId: 'counter-25744',
      officers: ['officer'],
    });
    expect(given([...histories.lastStage, act.decide()]).when(withdraw)).toMatchObject({
      refusal: { rule: 'not-now', sort: 'conflict' },
    });
  });

  it('tells the officer whose work waits for a supplement', () => {
    const waiting = processing.then(act.askSupplement({ stepId: 'examine' }, 'officer', at('05 10:00')));
    const withdraw = { command: { type: 'Withdraw' } as const, as: { kind: 'citizen' } as const, at: at('06 10:00') };
    expect(eventOf(waiting.when(withdraw), 'DossierWithdrawn').officers).toEqual(['officer']);
  });

  it('is stopped by the head who decides, with a reason', () => {
    const stop = (by: string, reason = 'Thiếu nghĩa vụ tài chính') => ({
      command: { type: 'Stop', reason } as const,
      as: staff(by),
      at: at('04 10:00'),
    });
    expect(processing.when(stop('head')).kind).toBe('accepted');
    expect(processing.when(stop('head', ''))).toMatchObject({ refusal: { rule: 'reason-missing' } });
    expect(processing.when(stop('official'))).toMatchObject({ refusal: { rule: 'head-of-deciding-unit-only' } });
    expect(processing.when(stop('officer'))).toMatchObject({ refusal: { rule: 'not-permitted' } });
  });

  it('is refused at reception, with a reason', () => {
    const refuse = (reason: string) => ({
      command: { type: 'Refuse', reason } as const,
      as: staff('official'),
      at: at('04 10:00'),
    });
    const filed = given([act.fileOnline()]);
    expect(filed.when(refuse('Không thuộc thẩm quyền')).kind).toBe('accepted');
    expect(filed.when(refuse('  '))).toMatchObject({ refusal: { rule: 'reason-missing', pointer: '/reason' } });
    expect(processing.when(refuse('Muộn'))).toMatchObject({ refusal: { rule: 'not-now' } });
  });
});
