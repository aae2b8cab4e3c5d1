import { describe, expect, it } from 'vitest';
import type { ReportEventOf } from './events.ts';
import { clocksOfReport } from './running-report-clocks.ts';
import {
  filing,
  HOTLINE_WORKER,
  reportLife,
  ROUTING,
  sortedLife,
  TIMERS,
  triage,
  type ReportLife,
} from './testing/report-life.ts';

/** Rings every timer of a clock in its time; who was told at each. */
function ringAll(life: ReportLife, clockId: string): readonly (readonly string[])[] {
  const told: string[][] = [];
  for (;;) {
    const before = life.report();
    const item = clocksOfReport(before).find((one) => one.clockId === clockId);
    if (item?.timer === undefined) return told;
    const ring = { type: 'RingTimer', clockId, level: item.timer.level } as const;
    expect(life.try(ring, TIMERS).kind).toBe('ignored');
    life.now = item.timer.at;
    const [rang] = life.do(ring, TIMERS) as readonly [ReportEventOf<'ReportTimerRang'>];
    told.push(
      rang.tell.map((one) => `${one.kind} ${'unitId' in one ? one.unitId : 'staffId' in one ? one.staffId : ''}`),
    );
    const after = clocksOfReport(life.report()).find((one) => one.clockId === clockId);
    expect(after?.work).toEqual(item.work);
    expect(life.try(ring, TIMERS).kind).toBe('ignored');
    expect(life.report().status).toBe(before.status);
  }
}

describe('reminders of a report', () => {
  it('go to the officer, the head, the level above and at last the hotline, each once, and move nothing', () => {
    const life = sortedLife(triage({ urgency: 'urgent' }));
    life.do({ type: 'AssignWork', workId: 'w1', staffId: 'an', why: 'x' }, ROUTING);
    expect(ringAll(life, 'work:w1')).toEqual([
      ['staff an'],
      ['unit-head roads'],
      ['unit-head roads'],
      ['unit-head ward-25750'],
      ['unit-mailbox hotline', 'unit-head hotline'],
    ]);
  });

  it('go to the unit’s mailbox while nobody has it', () => {
    expect(ringAll(sortedLife(), 'work:w1')[0]).toEqual(['unit-mailbox roads']);
  });

  it('of a report that waits to be sorted go to the hotline, and once it is late to the head of the shift too', () => {
    const life = reportLife();
    life.do(filing(), HOTLINE_WORKER);
    expect(ringAll(life, 'check')).toEqual([['unit-mailbox hotline'], ['unit-mailbox hotline', 'unit-head hotline']]);
  });

  it('of a question that nobody answers go to the hotline, which may decide then', () => {
    const life = reportLife();
    life.do(filing(), HOTLINE_WORKER);
    life.do({ type: 'AskReporter', question: 'Ở đâu?' }, 'operator');
    expect(ringAll(life, 'info')).toEqual([['unit-mailbox hotline'], ['unit-mailbox hotline']]);
    expect(life.try(triage(), 'operator').kind).toBe('accepted');
  });

  it('of the one answer go to the lead’s head, of the review to the head of the shift', () => {
    const life = sortedLife(
      triage({ category: 'conduct', units: ['justice-department', 'roads'], reason: 'Cùng làm' }),
    );
    life.do({ type: 'AssignWork', workId: 'w1', staffId: 'giang', why: 'x' }, ROUTING);
    life.do({ type: 'AnswerWork', workId: 'w1', outcome: 'fixed', text: 'Xong' }, 'giang');
    life.do({ type: 'AnswerWork', workId: 'w2', outcome: 'fixed', text: 'Xong' }, 'head-roads');
    expect(ringAll(life, 'consolidate')).toEqual([
      ['unit-head justice-department'],
      ['unit-mailbox hotline', 'unit-head hotline'],
    ]);
    life.do({ type: 'Consolidate', outcome: 'fixed', text: 'Xong cả' }, 'operator');
    expect(ringAll(life, 'review')).toEqual([['unit-head hotline'], ['unit-head hotline']]);
  });

  it('of a dispute that a superior decides go to its head, with the hotline in copy', () => {
    const life = sortedLife();
    life.do({ type: 'DeclineWork', workId: 'w1', reason: 'Không' }, 'head-roads');
    life.do({ type: 'SettleDispute', workId: 'w1', unitId: 'culture', reason: 'Thử' }, 'operator');
    life.do({ type: 'DeclineWork', workId: 'w2', reason: 'Không' }, 'head-culture');
    expect(ringAll(life, 'dispute:w2')).toEqual([
      ['unit-head ward-25750', 'unit-mailbox hotline'],
      ['unit-head province', 'unit-mailbox hotline'],
    ]);
  });

  it('that come for a clock which has ended, or out of turn, are ignored', () => {
    const life = sortedLife();
    life.now = '2026-12-24T00:00:00.000Z';
    for (const command of [
      { type: 'RingTimer', clockId: 'check', level: 1 },
      { type: 'RingTimer', clockId: 'work:w9', level: 1 },
      { type: 'RingTimer', clockId: 'work:w1', level: 2 },
    ] as const)
      expect(life.try(command, TIMERS).kind).toBe('ignored');
    life.do({ type: 'AnswerWork', workId: 'w1', outcome: 'fixed', text: 'Xong' }, 'head-roads');
    expect(life.try({ type: 'RingTimer', clockId: 'work:w1', level: 1 }, TIMERS).kind).toBe('ignored');
  });
});
