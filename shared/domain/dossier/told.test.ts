import { describe, expect, it } from 'vitest';
import type { DossierEvent } from './events.ts';
import { noticesFor } from './notices.ts';
import { portalStatusOf } from './progress.ts';
import { tasksFor } from './tasks.ts';
import { act, given, histories } from './testing/scenario.ts';
import { at, CITIZEN, ROUTING, staff, TIMERS } from './testing/world.ts';
import { timelineOf } from './timeline.ts';

const file = { uploadId: 'u1', sha256: 'x', bytes: 10, contentType: 'application/pdf' };

function notices(events: readonly DossierEvent[]): readonly string[] {
  return events.flatMap(noticesFor).map(({ template, recipient }) => {
    const who = 'staffId' in recipient ? recipient.staffId : 'unitId' in recipient ? recipient.unitId : '';
    return `${template} > ${recipient.kind} ${who}`.trim();
  });
}

describe('notices', () => {
  it('of a plain life', () => {
    const life = given([
      act.fileOnline(),
      ...histories.lastStage.slice(1),
      act.decide(),
      { command: { type: 'ReturnResult', to: 'applicant' }, as: staff('official'), at: at('05 14:00') },
    ]);
    expect(notices(life.events)).toEqual([
      'filed > applicant',
      'filed-online > unit-mailbox counter-25744',
      'received > applicant',
      'step-assigned > staff officer',
      'step-assigned > staff head',
      'decided > applicant',
      'decided-at-counter > unit-mailbox counter-25744',
      'returned > applicant',
    ]);
  });

  it('at a counter begin with the receipt', () => {
    expect(notices(given(histories.received).events)).toEqual(['received > applicant']);
  });

  it('of a supplement from the examination go through the one-stop section and come back to the officer', () => {
    const asked = given([...histories.processing, act.askSupplement({ stepId: 'examine' }, 'officer', at('05 10:00'))]);
    const done = asked.then(
      { command: { type: 'SubmitSupplement', attachments: [file] }, as: CITIZEN, at: at('06 09:00') },
      act.acceptSupplement(at('06 10:00')),
    );
    expect(notices(done.events.slice(4))).toEqual([
      'supplement-requested > applicant',
      'supplement-requested-at-counter > unit-mailbox counter-25744',
      'supplement-submitted > unit-mailbox counter-25744',
      'supplement-accepted > applicant',
      'step-resumed > staff officer',
    ]);
  });

  it('tell whoever works on it that it changed course', () => {
    const withdrawn = given([
      ...histories.processing,
      { command: { type: 'Withdraw' }, as: CITIZEN, at: at('04 10:00') },
    ]);
    expect(notices(withdrawn.events.slice(4))).toEqual([
      'withdrawn > applicant',
      'work-ended > staff officer',
      'work-ended > unit-mailbox counter-25744',
    ]);
  });

  it('tell whoever works on it that it stands still and goes on, unless they did it themselves', () => {
    const assigned = given(histories.processing).then(act.consult('officer', at('04 09:30')), {
      command: { type: 'AssignConsultation', consultationId: 'c1', staffId: 'justice-officer' },
      as: ROUTING,
      at: at('04 09:31'),
    });
    const resume = (by: string, when = at('05 10:00')) =>
      ({ command: { type: 'Resume' }, as: staff(by), at: when }) as const;
    const toldOf = (by: string) =>
      notices(assigned.then(act.pause(by), resume(by)).events.slice(assigned.events.length));
    expect(toldOf('head')).toEqual([
      'paused > applicant',
      'work-paused > staff officer',
      'work-paused > staff justice-officer',
      'resumed > applicant',
      'work-resumed > staff officer',
      'work-resumed > staff justice-officer',
    ]);
    expect(toldOf('officer')).toEqual([
      'paused > applicant',
      'work-paused > staff justice-officer',
      'resumed > applicant',
      'work-resumed > staff justice-officer',
    ]);
  });

  it('tell nobody of a pause whose work is done or with nobody', () => {
    const done = given(histories.lastStage.slice(0, 5)).then(act.pause('head', at('05 08:00')));
    expect(notices(done.events.slice(-1))).toEqual(['paused > applicant']);
  });

  it('tell the unit and its head that nobody can take a step', () => {
    const life = given([
      ...histories.received,
      act.forward(),
      { command: { type: 'ReportNoAssignee', stepId: 'examine', why: 'away' }, as: ROUTING, at: at('04 10:00') },
    ]);
    expect(notices(life.events.slice(-1))).toEqual([
      'step-unassignable > unit-mailbox ward-25744',
      'step-unassignable > unit-head ward-25744',
    ]);
  });

  it('remind whom the policy names, each with the text for that reader', () => {
    const late = given([
      ...histories.processing,
      { command: { type: 'RingTimer', clockId: 'case', level: 0 }, as: TIMERS, at: at('06 09:05') },
      { command: { type: 'RingTimer', clockId: 'case', level: 1 }, as: TIMERS, at: at('07 09:05') },
      { command: { type: 'RingTimer', clockId: 'case', level: 2 }, as: TIMERS, at: at('08 09:05') },
    ]);
    expect(notices(late.events.slice(-3))).toEqual([
      'reminder-to-head > unit-head ward-25744',
      'reminder-to-counter > unit-mailbox counter-25744',
      'reminder-to-level-above > unit-head district-718',
    ]);
  });

  it('tell the postal clerk of the decision, and the counter of a result that nobody took', () => {
    const life = given([
      act.fileByPost({ returnTo: 'home', hasReturnAddress: true }),
      act.acceptHandover(true, at('04 09:05')),
      ...histories.lastStage.slice(2),
      act.decide(),
      { command: { type: 'HandResultToPost', parcelNumber: 'P1' }, as: staff('official'), at: at('05 11:00') },
      { command: { type: 'RecordDeliveryAttempt', reason: 'x' }, as: staff('clerk'), at: at('06 09:00') },
      { command: { type: 'RecordDeliveryAttempt', reason: 'x' }, as: staff('clerk'), at: at('08 09:00') },
    ]);
    expect(notices(life.events).slice(-7)).toEqual([
      'decided > applicant',
      'decided-at-counter > unit-mailbox counter-25744',
      'decided-for-clerk > staff clerk',
      'result-with-post > applicant',
      'delivery-failed > applicant',
      'delivery-failed > applicant',
      'result-undelivered > unit-mailbox counter-25744',
    ]);
  });

  it('say nothing to the applicant of a result on its way to the door', () => {
    expect(notices([{ type: 'ResultArrived', at: at('05 10:00'), returnTo: 'home' }])).toEqual([]);
    expect(notices([{ type: 'ResultArrived', at: at('05 10:00'), returnTo: 'counter' }])).toEqual([
      'result-at-counter > applicant',
    ]);
  });
});

describe('tasks', () => {
  it('ask for somebody at each level that has a step', () => {
    const life = given(histories.decidedElsewhere);
    expect(life.events.flatMap(tasksFor)).toEqual([
      { kind: 'assign-step', level: 'district', stepId: 'examine' },
      { kind: 'assign-step', level: 'province', stepId: 'verify' },
      { kind: 'assign-step', level: 'district', stepId: 'sign' },
    ]);
  });

  it('put files with the dossier whenever some were taken', () => {
    const life = given([
      act.fileOnline({ attachments: [file] }),
      act.askSupplement(),
      {
        command: { type: 'SubmitSupplement', attachments: [{ ...file, uploadId: 'u2' }] },
        as: CITIZEN,
        at: at('05 09:00'),
      },
    ]);
    expect(life.events.flatMap(tasksFor)).toEqual([{ kind: 'file-attachments' }, { kind: 'file-attachments' }]);
  });

  it('ask again after a supplement only for steps that nobody had', () => {
    const ask = act.askSupplement({ stepId: 'examine' }, 'head', at('05 10:00'));
    const nobody = given([...histories.received, act.forward(), ask, act.acceptSupplement(at('06 10:00'))]);
    expect(nobody.events.slice(-1).flatMap(tasksFor)).toEqual([
      { kind: 'assign-step', level: 'commune', stepId: 'examine' },
    ]);
    const somebody = given([...histories.processing, ask, act.acceptSupplement(at('06 10:00'))]);
    expect(somebody.events.slice(-1).flatMap(tasksFor)).toEqual([]);
  });
});

describe('the timeline', () => {
  const life = given(histories.decidedElsewhere);
  const timeline = timelineOf([{ events: life.events }]);

  it('shows every unit with its time, and one entry for each of several', () => {
    expect(timeline.map(({ at: when, what, unitId }) => [when, what, unitId])).toEqual([
      [at('04 09:00'), 'DossierFiled', 'counter-25744'],
      [at('04 09:05'), 'DossierReceived', 'counter-25744'],
      [at('04 09:10'), 'DossierForwarded', 'justice-718'],
      [at('04 09:10'), 'DossierForwarded', 'justice-department'],
      [at('04 09:11'), 'StepAssigned', 'justice-718'],
      [at('04 09:11'), 'StepAssigned', 'justice-department'],
      [at('04 15:00'), 'StepCompleted', 'justice-department'],
      [at('04 15:00'), 'StepCompleted', 'justice-718'],
      [at('04 15:00'), 'StageOpened', 'justice-718'],
      [at('05 08:00'), 'StepAssigned', 'justice-718'],
      [at('05 10:00'), 'DossierDecided', 'justice-718'],
    ]);
  });

  it('names no officer', () => {
    const text = JSON.stringify(timeline);
    for (const person of ['justice-officer', 'department-officer', 'justice-head', 'official"'])
      expect(text).not.toContain(person);
  });

  it('shows a reception by post at the signature', () => {
    const received = given([act.fileByPost(), act.acceptHandover(true, at('06 16:00'), at('06 08:00'))]);
    expect(timelineOf([{ events: received.events }]).at(-1)).toMatchObject({
      what: 'DossierReceived',
      at: at('06 08:00'),
    });
  });

  it('leaves reminders out', () => {
    const late = life.events.concat({
      type: 'TimerRang',
      clockId: 'case',
      level: 0,
      at: at('06 09:05'),
      dueAt: at('07 09:05'),
      told: 'assignee',
      tell: [],
    });
    expect(timelineOf([{ events: late }])).toEqual(timeline);
  });
});

it('looks the portal status up in the published mapping', () => {
  const row = {
    code: 2,
    name: 'Được tiếp nhận',
    nameEn: 'Received',
    statuses: ['received'],
    progress: 25,
    source: 'test',
  };
  expect(portalStatusOf({ portalStatuses: [row] }, 'received')).toBe(row);
  expect(() => portalStatusOf({ portalStatuses: [row] }, 'decided')).toThrow('decided');
});
