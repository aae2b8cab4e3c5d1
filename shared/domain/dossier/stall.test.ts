import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addMinutes, minutesBetween } from '../time.ts';
import { evolveDossier } from './evolve.ts';
import { noticesFor } from './notices.ts';
import { timersLeft } from './clock-timers.ts';
import { clocksOfDossier, runningClocks } from './running-clocks.ts';
import { stallsOf } from './stall.ts';
import type { Dossier } from './state.ts';
import { act, decide, eventOf, given, histories, type Act, type Scenario } from './testing/scenario.ts';
import { at, CATALOGUE, CITIZEN, ROUTING, staff, TIMERS } from './testing/world.ts';

const ALARM = { level: 4, offsetHours: 0, tell: 'if-untouched', stageShare: 0.5 } as const;
const catalogue = { ...CATALOGUE, reminders: { source: 'test', escalations: [ALARM] } };
const life = (acts: readonly Act[]): Scenario => given(acts, catalogue);

const ring = (clockId: string, when: string): Act => ({
  command: { type: 'RingTimer', clockId, level: 4 },
  as: TIMERS,
  at: at(when),
});
const note = (by: string, when: string, stepId?: string): Act => ({
  command: { type: 'AddNote', text: 'Đang xác minh', ...(stepId !== undefined && { stepId }) },
  as: staff(by),
  at: at(when),
});
const consult: Act = {
  command: { type: 'Consult', stepId: 'examine', unitId: 'justice-718', question: '?', workingHours: 8 },
  as: staff('officer'),
  at: at('04 10:00'),
};
const acknowledge: Act = {
  command: { type: 'AcknowledgeStep', stepId: 'examine' },
  as: staff('officer'),
  at: at('04 10:00'),
};
const handOver: Act = {
  command: { type: 'HandStepOver', stepId: 'examine', to: 'colleague', reason: 'Nghỉ phép' },
  as: staff('head'),
  at: at('04 16:00'),
};

const prepareApology = { type: 'PrepareApology', workingDays: 1, reason: 'x', apology: 'y' } as const;

const processing = life(histories.processing);
const stalled = processing.then(ring('step:examine', '04 15:10'));
const timerOf = ({ state }: Scenario, clockId: string) =>
  clocksOfDossier(state).find((item) => item.clockId === clockId)?.timer;

describe('work that nobody touches', () => {
  it('alarms its unit after half of its time, once, and is shown as lying there since it came', () => {
    expect(timerOf(processing, 'step:examine')).toEqual({ level: 4, at: at('04 15:10') });
    const [rang] = stalled.events.slice(-1);
    expect(rang && noticesFor(rang)).toEqual([
      { template: 'work-stalled', recipient: { kind: 'unit-mailbox', unitId: 'ward-25744' } },
    ]);
    expect(stallsOf(stalled.state)).toEqual([{ unitId: 'ward-25744', since: at('04 09:10') }]);
    expect(stalled.when(ring('step:examine', '04 15:11'))).toMatchObject({ kind: 'ignored' });
  });

  it.each([
    ['a check', [act.fileOnline()], ring('check', '04 15:00'), 'counter-25744'],
    ['a forwarding', [...histories.received], ring('forward', '04 14:03'), 'counter-25744'],
    ['a step', [...histories.processing], ring('step:examine', '04 15:10'), 'ward-25744'],
    [
      'a step that nobody was given',
      [...histories.received, act.forward()],
      ring('step:examine', '04 15:10'),
      'ward-25744',
    ],
    ['a consultation', [...histories.processing, consult], ring('consultation:c1', '04 16:00'), 'justice-718'],
  ])('alarms the unit of %s', (_what, acts, ringing, unitId) => {
    const rang = life(acts).then(ringing);
    expect(rang.events.at(-1)).toMatchObject({ tell: [{ kind: 'unit-mailbox', unitId }] });
    expect(stallsOf(rang.state)).toMatchObject([{ unitId }]);
  });

  it('alarms the counter of a supplement that it does not check, but nobody while the applicant is waited for', () => {
    const asked = life([act.fileOnline(), act.askSupplement()]);
    expect(clocksOfDossier(asked.state).map(({ timer }) => timer)).toEqual([undefined]);
    const answered = asked.then({
      command: {
        type: 'SubmitSupplement',
        attachments: [{ uploadId: 'u1', sha256: 'x', bytes: 10, contentType: 'application/pdf' }],
      },
      as: CITIZEN,
      at: at('05 09:00'),
    });
    expect(timerOf(answered, 'supplement-check')).toEqual({ level: 4, at: at('05 15:00') });
  });

  it('sets no alarm for the whole case, a bag, a delivery or a result that is waited for', () => {
    expect(timerOf(processing, 'case')).toBeUndefined();
    expect(clocksOfDossier(life([act.fileByPost()]).state).map(({ timer }) => timer)).toEqual([undefined]);
    expect(clocksOfDossier(life(histories.decidedElsewhere).state).map(({ timer }) => timer)).toEqual([undefined]);
  });
});

describe('a touch', () => {
  it.each([
    ['taking it on', acknowledge],
    ['asking another unit', consult],
    ['a note of its officer', note('officer', '04 10:00')],
    ['a note about that step', note('head', '04 10:00', 'examine')],
  ])('before the alarm takes it away without a ring: %s', (_what, touch) => {
    const touched = processing.then(touch);
    expect(timerOf(touched, 'step:examine')).toBeUndefined();
    expect(touched.when(ring('step:examine', '04 15:10'))).toMatchObject({ kind: 'ignored' });
    expect(touched.in('processing').work.steps[0]?.touchedAt).toBe(touch.at);
  });

  it.each([
    ['taken on', { ...acknowledge, at: at('04 16:00') }],
    ['noted by its officer', note('officer', '04 16:00')],
    ['handed over to a colleague', handOver],
    ['done', act.complete('examine', 'officer', at('04 16:00'))],
    ['interrupted by a supplement', act.askSupplement({ stepId: 'examine' }, 'officer', at('04 16:00'))],
    ['withdrawn', { command: { type: 'Withdraw' }, as: CITIZEN, at: at('04 16:00') } as const],
  ])('lifts a stall that stands: %s', (_what, later) => {
    const { state } = stalled.then(later);
    expect(stallsOf(state)).toEqual([]);
    expect(state.stalled).toBeUndefined();
  });

  it('is not that somebody else writes a note, nor that an officer is found at last', () => {
    const elsewhere = processing.then(note('head', '04 10:00'));
    expect(timerOf(elsewhere, 'step:examine')).toBeDefined();
    const waiting = life([...histories.received, act.forward()]).then(ring('step:examine', '04 15:10'));
    const assigned = waiting.then(act.assign('examine', 'officer', at('04 15:20')));
    expect(stallsOf(assigned.state)).toEqual([{ unitId: 'ward-25744', since: at('04 09:10') }]);
  });

  it('at the counter is anybody’s note, for there nobody has the work by name', () => {
    const noted = life([act.fileOnline()]).then(note('official', '04 10:00'));
    expect(clocksOfDossier(noted.state)).toEqual([
      { clockId: 'check', work: { unitId: 'counter-25744', dueAt: at('05 09:00') } },
    ]);
  });

  it('counts no more when a supplement has brought new work, and may be made again', () => {
    const again = processing
      .then(acknowledge, act.askSupplement({ stepId: 'examine' }, 'officer', at('04 10:30')))
      .then(act.acceptSupplement(at('05 09:00')));
    expect(timerOf(again, 'step:examine')).toEqual({ level: 4, at: at('05 15:00') });
    expect(eventOf(again.when(ring('step:examine', '05 15:00')), 'TimerRang').tell).toHaveLength(1);
    expect(again.when({ ...acknowledge, at: at('05 10:00') })).toMatchObject({ kind: 'accepted' });
  });

  it('at any moment before prevents the alarm, at any moment after lifts the stall; it never rings twice', () => {
    const given0 = at('04 09:11');
    const untilAlarm = minutesBetween(given0, at('04 15:10'));
    const touches = fc.constantFrom(acknowledge, consult, note('officer', '04 10:00'));
    fc.assert(
      fc.property(fc.nat(800), fc.nat(800), touches, (touchedAfter, sweptAfter, touch) => {
        const sweeps = [sweptAfter, sweptAfter + 1];
        const acts = [
          { ...touch, at: addMinutes(given0, touchedAfter) },
          ...sweeps.map((minutes) => ({ ...ring('step:examine', '04 09:11'), at: addMinutes(given0, minutes) })),
        ].toSorted((one, other) => minutesBetween(other.at, one.at));
        let { state } = processing;
        let told = 0;
        for (const one of acts) {
          const decision = decide(one, state, catalogue);
          if (decision.kind !== 'accepted') continue;
          told += decision.events.flatMap((event) => (event.type === 'TimerRang' ? event.tell : [])).length;
          state = decision.events.reduce<Dossier>(evolveDossier, state);
        }
        const rings = sweeps.some((minutes) => minutes >= untilAlarm && minutes < touchedAfter);
        expect(told).toBe(rings ? 1 : 0);
        expect(stallsOf(state)).toEqual([]);
        expect(clocksOfDossier(state).find(({ clockId }) => clockId === 'step:examine')?.timer).toBeUndefined();
      }),
    );
  });

  it('and every other act elsewhere move no timer of another step, nor of the whole case', () => {
    const policy = { source: 'test', escalations: [...CATALOGUE.reminders.escalations, ALARM] };
    const everyLevel = { ...CATALOGUE, reminders: policy };
    const two = given(
      [
        act.fileAtCounter({ procedure: 'district-matter' }),
        act.receive(),
        act.forward(),
        act.assign('examine', 'justice-officer'),
        act.assign('verify', 'department-officer'),
      ],
      everyLevel,
    );
    const elsewhere: readonly Pick<Act, 'command' | 'as'>[] = [
      { ...acknowledge, as: staff('justice-officer') },
      { command: { type: 'AddNote', text: 'x' }, as: staff('justice-officer') },
      { command: { type: 'AddNote', text: 'x', stepId: 'examine' }, as: staff('justice-head') },
      {
        command: { type: 'HandStepOver', stepId: 'examine', to: 'justice-head', reason: 'x' },
        as: staff('justice-head'),
      },
      {
        command: { type: 'Consult', stepId: 'examine', unitId: 'ward-25744', question: '?', workingHours: 8 },
        as: staff('justice-officer'),
      },
      { command: prepareApology, as: staff('justice-head') },
      { command: { type: 'RingTimer', clockId: 'step:examine', level: 4 }, as: TIMERS },
      { command: { type: 'RingTimer', clockId: 'step:examine', level: 0 }, as: TIMERS },
    ];
    const timersIn = (state: Dossier) =>
      runningClocks(state)
        .filter(({ clockId }) => clockId === 'case' || clockId === 'step:verify')
        .map(({ clock }) => clock);
    expect(timersIn(two.state).flatMap(timersLeft).length).toBeGreaterThan(5);
    let accepted = 0;
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.constantFrom(...elsewhere), fc.nat(600)), { minLength: 1 }), (acts) => {
        let { state } = two;
        let now = at('04 09:12');
        for (const [one, minutes] of acts) {
          now = addMinutes(now, minutes);
          const decision = decide({ ...one, at: now }, state, everyLevel);
          if (decision.kind !== 'accepted') continue;
          accepted += 1;
          state = decision.events.reduce<Dossier>(evolveDossier, state);
        }
        expect(timersIn(state)).toEqual(timersIn(two.state));
      }),
    );
    expect(accepted).toBeGreaterThan(50);
  });

  it('that an assignment by the routing is not one', () => {
    const waiting = life([...histories.received, act.forward()]);
    const assigned = waiting.then({
      command: { type: 'AssignStep', stepId: 'examine', staffId: 'officer', why: 'x' },
      as: ROUTING,
      at: at('04 10:00'),
    });
    expect(timerOf(assigned, 'step:examine')).toEqual(timerOf(waiting, 'step:examine'));
  });
});
