import { describe, expect, it } from 'vitest';
import { clocksOfDossier } from './running-clocks.ts';
import { act, eventOf, given, histories, type Scenario } from './testing/scenario.ts';
import { at, CATALOGUE, CITIZEN, ROUTING, staff, TIMERS } from './testing/world.ts';

const ring = (clockId: string, level: number, when: string) => ({
  command: { type: 'RingTimer', clockId, level } as const,
  as: TIMERS,
  at: at(when),
});
const tell = (scenario: Scenario, ...which: Parameters<typeof ring>) =>
  eventOf(scenario.when(ring(...which)), 'TimerRang').tell;

const processing = given(histories.processing);
const mailbox = { kind: 'unit-mailbox', unitId: 'counter-25744' };

describe('clock items', () => {
  it('show open work and its next timer', () => {
    expect(clocksOfDossier(processing.state)).toEqual([
      { clockId: 'case', timer: { level: 0, at: at('06 09:05') } },
      {
        clockId: 'step:examine',
        work: { unitId: 'ward-25744', officerId: 'officer', dueAt: at('05 09:10') },
        timer: { level: 1, at: at('05 09:10') },
      },
    ]);
  });

  it('leave out a reminder whose time is over when the clock starts', () => {
    const { clock } = given(histories.received).in('received');
    expect(clock?.nextTimer?.level).toBe(0);
    expect(given(histories.received).in('received').forward.nextTimer).toEqual({ level: 1, at: at('04 17:00') });
  });

  it('are gone when the dossier has ended', () => {
    const ended = processing.then({ command: { type: 'Withdraw' }, as: CITIZEN, at: at('04 10:00') });
    expect(clocksOfDossier(ended.state)).toEqual([]);
  });

  it('keep the counter waiting for a result until its day', () => {
    expect(clocksOfDossier(given(histories.decidedElsewhere).state)).toEqual([
      { clockId: 'result', work: { unitId: 'counter-25744', dueAt: at('11 09:05') } },
    ]);
  });
});

describe('a timer', () => {
  it('rings level after level, and never moves the due time', () => {
    const first = processing.then(ring('step:examine', 1, '05 09:10'));
    const [step] = first.in('processing').work.steps;
    expect(step?.clock).toMatchObject({ dueAt: at('05 09:10'), nextTimer: { level: 2, at: at('06 09:10') } });
    const [last] = first.then(ring('step:examine', 2, '06 09:10')).in('processing').work.steps;
    expect(last?.clock.nextTimer).toBeUndefined();
    const over = first.then(ring('step:examine', 2, '06 09:10'));
    expect(over.when(ring('step:examine', 2, '06 09:11'))).toMatchObject({ kind: 'ignored' });
  });

  it('is ignored too early, twice, of another level or without a clock', () => {
    expect(processing.when(ring('step:examine', 1, '05 09:09'))).toMatchObject({ kind: 'ignored' });
    expect(
      processing.then(ring('step:examine', 1, '05 09:10')).when(ring('step:examine', 1, '05 09:11')),
    ).toMatchObject({ kind: 'ignored' });
    expect(processing.when(ring('step:examine', 2, '06 10:00'))).toMatchObject({ kind: 'ignored' });
    expect(processing.when(ring('forward', 1, '06 10:00'))).toMatchObject({ kind: 'ignored' });
    expect(given(histories.decidedElsewhere).when(ring('result', 0, '06 10:00'))).toMatchObject({ kind: 'ignored' });
  });

  it('leaves what is soon due to the digest, then tells the head and the counter, then the head above, of the whole case', () => {
    const late = processing.then(ring('case', 0, '06 09:05'));
    expect(tell(processing, 'case', 0, '06 09:05')).toEqual([]);
    expect(tell(late, 'case', 1, '07 09:05')).toEqual([{ kind: 'unit-head', unitId: 'ward-25744' }, mailbox]);
    expect(tell(late.then(ring('case', 1, '07 09:05')), 'case', 2, '08 09:05')).toEqual([
      { kind: 'unit-head', unitId: 'district-718' },
    ]);
  });

  it('warns the head who decides, and only of the whole case, a day before the last day for an apology', () => {
    const catalogue = {
      ...CATALOGUE,
      reminders: { source: 'test', escalations: [{ level: 0, offsetHours: -16, tell: 'may-extend' as const }] },
    };
    const life = given(histories.processing, catalogue);
    expect(clocksOfDossier(life.state).map(({ clockId, timer }) => [clockId, timer?.at])).toEqual([
      ['case', at('05 09:05')],
      ['step:examine', undefined],
    ]);
    const warned = life.then(ring('case', 0, '05 09:05'));
    expect(warned.events.at(-1)).toMatchObject({ tell: [{ kind: 'unit-head', unitId: 'ward-25744' }] });
    const apology = { type: 'Extend', workingDays: 2, reason: 'x', apology: 'x' } as const;
    const moved = warned.then({ command: apology, as: staff('head'), at: at('05 10:00') });
    expect(moved.in('processing').clock?.nextTimer).toBeUndefined();
  });

  it('tells the unit whose step it is, and the one above', () => {
    expect(tell(processing, 'step:examine', 1, '05 09:10')).toEqual([{ kind: 'unit-head', unitId: 'ward-25744' }]);
    const later = processing.then(ring('step:examine', 1, '05 09:10'));
    expect(tell(later, 'step:examine', 2, '06 09:10')).toEqual([{ kind: 'unit-head', unitId: 'district-718' }]);
  });

  it('tells the lead and the one-stop section of late advice', () => {
    const asked = processing.then({
      command: { type: 'Consult', stepId: 'examine', unitId: 'justice-718', question: '?', workingHours: 4 },
      as: staff('officer'),
      at: at('04 10:00'),
    });
    expect(tell(asked, 'consultation:c1', 1, '05 10:00')).toEqual([
      { kind: 'unit-head', unitId: 'justice-718' },
      { kind: 'staff', staffId: 'officer' },
      mailbox,
    ]);
  });

  it('tells the counter of a check and of a forwarding that is due', () => {
    expect(tell(given([act.fileOnline()]), 'check', 1, '05 09:00')).toEqual([mailbox]);
    expect(tell(given(histories.received), 'forward', 1, '04 17:00')).toEqual([mailbox]);
    const overdue = given(histories.received).then(ring('forward', 1, '04 17:00'));
    expect(tell(overdue, 'forward', 2, '05 17:00')).toEqual([{ kind: 'unit-head', unitId: 'ward-25744' }]);
  });

  it('tells the officer of work that began on the very day it is due, after the digest of that day', () => {
    const escalations = [{ level: 0, offsetHours: -1, tell: 'assignee' as const }];
    const catalogue = { ...CATALOGUE, reminders: { source: 'test', escalations } };
    const asked = (workingHours: number) =>
      given(histories.processing, catalogue).then({
        command: { type: 'Consult', stepId: 'examine', unitId: 'justice-718', question: '?', workingHours },
        as: staff('officer'),
        at: at('04 09:20'),
      });
    const soon = asked(4).then({
      command: { type: 'AssignConsultation', consultationId: 'c1', staffId: 'justice-officer' },
      as: ROUTING,
      at: at('04 09:21'),
    });
    expect(tell(soon, 'consultation:c1', 0, '04 15:00')).toEqual([{ kind: 'staff', staffId: 'justice-officer' }]);
    expect(tell(asked(8), 'consultation:c1', 0, '05 09:00')).toEqual([]);
  });

  it('tells the counter of a dossier that has not arrived; the clerk has it in the digest', () => {
    const intake = given([act.fileByPost()]);
    expect(tell(intake, 'transit', 0, '05 08:00')).toEqual([]);
    expect(tell(intake.then(ring('transit', 0, '05 08:00')), 'transit', 1, '05 17:00')).toEqual([mailbox]);
  });

  it('tells both ends of a result that does not come back in time, and nobody once it is there or was missed', () => {
    const bagged = given([...histories.decidedElsewhere, act.putInBag(at('05 15:00'))]);
    expect(tell(bagged, 'return-trip', 0, '06 08:00')).toEqual([]);
    const reminded = bagged.then(ring('return-trip', 0, '06 08:00'));
    expect(tell(reminded, 'return-trip', 1, '06 17:00')).toEqual([
      mailbox,
      { kind: 'unit-mailbox', unitId: 'justice-718' },
    ]);
    for (const present of [true, false]) {
      const opened = bagged.then(act.acceptHandover(present, at('06 07:45')));
      expect(opened.when(ring('return-trip', 0, '06 08:00'))).toMatchObject({ kind: 'ignored' });
    }
  });

  it('reminds the applicant of a supplement, and tells the counter when the time is over', () => {
    const asked = given([act.fileOnline(), act.askSupplement()]);
    const reminded = { ...ring('supplement', 0, '04 09:30'), at: '2024-04-02T02:30:00.000Z' };
    expect(eventOf(asked.when(reminded), 'TimerRang').tell).toEqual([{ kind: 'applicant' }]);
    const over = { ...ring('supplement', 1, '04 09:30'), at: '2024-04-03T02:30:00.000Z' };
    expect(eventOf(asked.then(reminded).when(over), 'TimerRang').tell).toEqual([{ kind: 'applicant' }, mailbox]);
  });
});
