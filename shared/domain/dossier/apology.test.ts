/** The apology and another day of appointment (M04): prepared by the reminder or by an officer, sent by the head. */
import { describe, expect, it } from 'vitest';
import type { ReminderPolicy } from '../catalogue/catalogue.ts';
import type { CommandOf } from './transitions.ts';
import { noticesFor } from './notices.ts';
import { act, given, histories, type Act, type Scenario } from './testing/scenario.ts';
import { at, CATALOGUE, staff, TIMERS } from './testing/world.ts';

const apology = { workingDays: 2, reason: 'Cần xác minh thêm.', text: 'Chúng tôi xin lỗi vì sự chậm trễ.' };
const escalations: ReminderPolicy['escalations'] = [
  { level: 0, offsetHours: -16, tell: 'may-extend' },
  { level: 2, offsetHours: 0, tell: 'unit-head' },
];
const withPolicy = (policy: Partial<ReminderPolicy>) => ({
  ...CATALOGUE,
  reminders: { source: 'test', escalations, ...policy },
});
const life = (acts: readonly Act[], policy: Partial<ReminderPolicy> = { apology }): Scenario =>
  given(acts, withPolicy(policy));

/** The whole case is due on the 7th at 09:05; the last moment for the apology is a working day before. */
const warning = (when = '05 09:05'): Act => ({
  command: { type: 'RingTimer', clockId: 'case', level: 0 },
  as: TIMERS,
  at: at(when),
});
const prepare = (by: string, change: Partial<CommandOf<'PrepareApology'>> = {}, when = '05 08:00'): Act => ({
  command: { type: 'PrepareApology', workingDays: 3, reason: 'Chờ xác minh.', apology: 'Xin lỗi ông/bà.', ...change },
  as: staff(by),
  at: at(when),
});
const extend = (when: string): Act => ({
  command: { type: 'Extend', workingDays: 2, reason: 'x', apology: 'y' },
  as: staff('head'),
  at: at(when),
});

const types = ({ events }: Scenario) => events.map(({ type }) => type);
const processing = life(histories.processing);

describe('the warning before the last day for an apology', () => {
  it('has it prepared in the same commit, with the province’s words, for the head to confirm', () => {
    const warned = processing.then(warning());
    expect(types(warned).slice(-2)).toEqual(['TimerRang', 'ApologyPrepared']);
    expect(warned.state.preparedApology).toEqual({
      workingDays: 2,
      reason: apology.reason,
      apology: apology.text,
      preparedAt: at('05 09:05'),
    });
    // One mail: the reminder shows it.
    expect(warned.events.slice(-2).flatMap(noticesFor)).toEqual([
      { template: 'reminder-to-extend', recipient: { kind: 'unit-head', unitId: 'ward-25744' } },
    ]);
    expect(warned.state.clock?.dueAt).toBe(at('07 09:05'));
  });

  it('leaves alone what an officer has asked for', () => {
    const asked = processing.then(prepare('officer'));
    expect(types(asked.then(warning())).at(-1)).toBe('TimerRang');
    expect(asked.then(warning()).state.preparedApology).toEqual(asked.state.preparedApology);
  });

  it('prepares nothing that could not be sent: too late, before the examination, or where the province has no words', () => {
    expect(types(processing.then(warning('06 09:05'))).at(-1)).toBe('ApologyPrepared');
    expect(types(processing.then(warning('06 09:06'))).at(-1)).toBe('TimerRang');
    expect(types(life(histories.received).then(warning())).at(-1)).toBe('TimerRang');
    expect(types(life(histories.processing, {}).then(warning())).at(-1)).toBe('TimerRang');
  });

  it('is gone once the head has apologised, and comes once', () => {
    const extended = processing.then(warning(), extend('05 10:00'));
    expect(extended.state.preparedApology).toBeUndefined();
    expect(extended.in('processing').clock).toMatchObject({ dueAt: at('11 09:05'), nextTimer: { level: 2 } });
    const before = processing.then(extend('04 10:00'));
    expect(before.when(warning('07 09:05'))).toMatchObject({ kind: 'ignored' });
  });
});

describe('an officer who will not be done in time', () => {
  it('has the apology prepared, and the head is told', () => {
    const asked = processing.then(prepare('officer'));
    expect(asked.state.preparedApology).toEqual({
      workingDays: 3,
      reason: 'Chờ xác minh.',
      apology: 'Xin lỗi ông/bà.',
      preparedAt: at('05 08:00'),
      by: 'officer',
    });
    expect(asked.events.slice(-1).flatMap(noticesFor)).toEqual([
      { template: 'apology-prepared', recipient: { kind: 'unit-head', unitId: 'ward-25744' } },
    ]);
    expect(asked.state.clock).toEqual(processing.state.clock);
  });

  it('need not find the words: the province has some, but the reason is the officer’s', () => {
    const asked = processing.then({
      ...prepare('officer'),
      command: { type: 'PrepareApology', workingDays: 1, reason: 'Chờ xác minh.' },
    });
    expect(asked.state.preparedApology?.apology).toBe(apology.text);
    const wordless = life(histories.processing, {});
    expect(wordless.when(prepare('officer', { apology: ' ' }))).toMatchObject({
      refusal: { rule: 'apology-missing', pointer: '/apology' },
    });
  });

  it('may ask again, and the later one stands', () => {
    const again = processing.then(prepare('officer'), prepare('head', { workingDays: 1 }, '05 09:00'));
    expect(again.state.preparedApology).toMatchObject({ workingDays: 1, by: 'head' });
  });

  it.each([
    ['no day at all', prepare('officer', { workingDays: 0 }), 'days-out-of-range'],
    ['half a day', prepare('officer', { workingDays: 1.5 }), 'days-out-of-range'],
    ['no reason', prepare('officer', { reason: ' ' }), 'reason-missing'],
    ['too late', prepare('officer', {}, '06 09:06'), 'apology-too-late'],
  ])('is refused with %s', (_what, asked, rule) => {
    expect(processing.when(asked)).toMatchObject({ kind: 'refused', refusal: { rule } });
  });

  it('is refused once the day was moved', () => {
    const extended = processing.then(extend('05 08:30'));
    expect(extended.when(prepare('officer', {}, '05 09:00'))).toMatchObject({ refusal: { rule: 'already-extended' } });
  });

  it.each(['colleague', 'official', 'justice-officer'])('must have a step of it open: not %s', (somebody) => {
    expect(processing.when(prepare(somebody))).toMatchObject({ kind: 'refused', refusal: { sort: 'forbidden' } });
  });

  it('must have it open still', () => {
    const done = processing.then(act.complete('examine', 'officer'), act.assign('sign', 'head', at('04 15:01')));
    expect(done.when(prepare('officer'))).toMatchObject({ kind: 'refused', refusal: { sort: 'forbidden' } });
    expect(done.when(prepare('head'))).toMatchObject({ kind: 'accepted' });
  });
});
