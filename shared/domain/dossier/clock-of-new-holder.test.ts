import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addMinutes } from '../time.ts';
import { timersLeft } from './clock-timers.ts';
import { clocksOfDossier, runningClocks } from './running-clocks.ts';
import { stallsOf } from './stall.ts';
import { act, byMail, given, histories, type Act, type Scenario } from './testing/scenario.ts';
import { at, CATALOGUE, MAIL, staff, TIMERS } from './testing/world.ts';

const ALARM = { level: 4, offsetHours: 0, tell: 'if-untouched', stageShare: 0.5 } as const;
const escalations = [...CATALOGUE.reminders.escalations, ALARM];
const catalogue = { ...CATALOGUE, reminders: { source: 'test', escalations } };
const processing = given(histories.processing, catalogue);

const acknowledge = (by = 'officer', when = '04 09:40'): Act => ({
  command: { type: 'AcknowledgeStep', stepId: 'examine' },
  as: staff(by),
  at: at(when),
});
const ring = (when: string): Act => ({
  command: { type: 'RingTimer', clockId: 'step:examine', level: 4 },
  as: TIMERS,
  at: at(when),
});
const clockOf = ({ state }: Scenario) => runningClocks(state).find(({ clockId }) => clockId === 'step:examine')!.clock;
const alarmsOf = (scenario: Scenario) =>
  timersLeft(clockOf(scenario)).flatMap((timer) => (timer.ifUntouched === true ? [timer.at] : []));
const remindersOf = (scenario: Scenario) =>
  timersLeft(clockOf(scenario)).filter(({ ifUntouched }) => ifUntouched !== true);

const touched = processing.then(acknowledge());
const standIn: Act = {
  command: { type: 'ReportUnreachable', staffId: 'officer', why: 'out-of-office' },
  as: MAIL,
  at: at('04 10:00'),
};
const onLeave = {
  ...catalogue,
  staff: catalogue.staff.map((person) =>
    person.id === 'officer'
      ? { ...person, away: [{ from: '2024-03-04', to: '2024-03-04', standIn: 'colleague' }] }
      : person,
  ),
};

describe('work that comes to somebody else', () => {
  it.each([
    ['handed over', processing.then(act.handOver('colleague'))],
    ['handed over after the one before had taken it on', touched.then(act.handOver('colleague'))],
    ['sent on to another unit', processing.then(act.sendOn('justice-718'))],
    ['sent on after the one before had taken it on', touched.then(act.sendOn('justice-718'))],
    ['given to the stand-in', given([...histories.processing, acknowledge(), standIn], onLeave)],
  ])('has an alarm of its own after half of the time that is left: %s', (_how, moved) => {
    // At ten o’clock 7 h 10 min are left until nine on the next day.
    expect(alarmsOf(moved)).toEqual([at('04 15:35')]);
    expect(clockOf(moved)).toMatchObject({ startedAt: at('04 09:10'), dueAt: clockOf(processing).dueAt });
    expect(remindersOf(moved)).toEqual(remindersOf(processing));
    expect(clocksOfDossier(moved.state).find(({ clockId }) => clockId === 'step:examine')?.timer).toEqual({
      level: 4,
      at: at('04 15:35'),
    });
  });

  it('stalls with them, since it came to them', () => {
    const stalled = touched.then(act.handOver('colleague'), ring('04 15:35'));
    expect(stalled.events.at(-1)).toMatchObject({ tell: [{ kind: 'unit-mailbox', unitId: 'ward-25744' }] });
    expect(stallsOf(stalled.state)).toEqual([{ unitId: 'ward-25744', since: at('04 10:00') }]);
    const elsewhere = touched.then(act.sendOn('justice-718'), ring('04 15:35'));
    expect(stallsOf(elsewhere.state)).toEqual([{ unitId: 'justice-718', since: at('04 10:00') }]);
  });

  it('may be taken on by them, and is then touched', () => {
    const taken = touched.then(act.handOver('colleague'), acknowledge('colleague', '04 10:30'));
    expect(taken.in('processing').work.steps[0]?.touchedAt).toBe(at('04 10:30'));
    expect(alarmsOf(taken)).toEqual([]);
    expect(taken.when(acknowledge('colleague', '04 10:31'))).toMatchObject({ kind: 'ignored' });
  });

  it('has none when its time is over', () => {
    const late = touched.then(act.handOver('colleague', 'officer', at('05 10:00')));
    expect(alarmsOf(late)).toEqual([]);
    expect(remindersOf(late)).toEqual(remindersOf(touched));
  });

  it('counts as touched again when whoever had taken it on takes it back', () => {
    const byAnswer = (before: Scenario) => byMail(before, act.handOver('colleague'), { action: 'hand-over' });
    expect(alarmsOf(byAnswer(touched).then(act.undo()))).toEqual([]);
    expect(alarmsOf(byAnswer(processing).then(act.undo()))).toEqual([at('04 15:35')]);
  });

  it('has one alarm, later than now and before it is due, whenever it comes and however often', () => {
    const holders = fc.array(fc.tuple(fc.constantFrom('officer', 'colleague'), fc.integer({ min: 1, max: 240 })));
    let alarmed = 0;
    fc.assert(
      fc.property(holders, (comings) => {
        let scenario = touched;
        let now = at('04 09:40');
        for (const [to, minutes] of comings) {
          now = addMinutes(now, minutes);
          const handOver = act.handOver(to, 'head', now);
          if (scenario.when(handOver).kind !== 'accepted') continue;
          scenario = scenario.then(handOver);
          const { dueAt } = clockOf(scenario);
          const alarms = alarmsOf(scenario);
          expect(alarms.length).toBe(now < dueAt ? 1 : 0);
          for (const alarm of alarms) {
            alarmed += 1;
            expect(alarm > now && alarm <= dueAt).toBe(true);
          }
          expect(remindersOf(scenario)).toEqual(remindersOf(touched));
        }
      }),
      { numRuns: 60 },
    );
    expect(alarmed).toBeGreaterThan(20);
  });
});
