import { describe, expect, it } from 'vitest';
import type { ReportEvent } from './events.ts';
import { messagesForReport } from './report-messages.ts';
import { tasksForReport } from './report-tasks.ts';
import {
  CITIZEN,
  filing,
  HOTLINE_WORKER,
  reportLife,
  sortedLife,
  triage,
  type ReportLife,
} from './testing/report-life.ts';

function filed(reportId: string): ReportLife {
  const life = reportLife();
  life.do(filing({ reportId }), HOTLINE_WORKER);
  return life;
}

const told = (events: readonly ReportEvent[], reportId: string) =>
  events.flatMap((event) => messagesForReport(event, reportId).map((one) => `${one.template} ${one.reportId}`));

/** The queue between reports: every task is delivered, and then those that it makes. */
function deliver(lives: Readonly<Record<string, ReportLife>>, events: readonly ReportEvent[], from: string): string[] {
  const log: string[] = [];
  const waiting = events.flatMap((event) => tasksForReport(event, `report#${from}`).tasks);
  for (let task = waiting.shift(); task !== undefined; task = waiting.shift()) {
    if (task.kind !== 'subscribe') continue;
    if (log.length > 50) throw new Error('goes round for ever');
    const life = lives[task.into]!;
    const decision = life.try({ type: 'AddSubscriber', reportId: task.reportId }, HOTLINE_WORKER);
    log.push(`${task.reportId} to ${task.into}: ${decision.kind}`);
    if (decision.kind !== 'accepted') continue;
    const added = life.do({ type: 'AddSubscriber', reportId: task.reportId }, HOTLINE_WORKER);
    waiting.push(...added.flatMap((event) => tasksForReport(event, `report#${task.into}`).tasks));
  }
  return log;
}

const merge = (into: string, status: 'new' | 'assigned' | 'merged' | 'rejected' | 'closed' = 'new') =>
  ({ type: 'MergeInto', into, other: { status, ...(status === 'merged' && { into: 'CCCC' }) } }) as const;

describe('a report of the same thing', () => {
  it('is merged into the other, whose reporter and its own are then told the same', () => {
    const [one, two] = [sortedLife(), filed('BBBB')];
    const events = two.do(merge('AAAA000001', 'assigned'), 'operator');
    expect(told(events, 'BBBB')).toEqual(['report-merged BBBB']);
    deliver({ AAAA000001: one }, events, 'BBBB');
    const progress = one.do({ type: 'ReportProgress', workId: 'w1', text: 'Mai vá' }, 'head-roads');
    expect(told(progress, 'AAAA000001')).toEqual(['report-progress AAAA000001', 'report-progress BBBB']);
    const answered = one.do({ type: 'AnswerWork', workId: 'w1', outcome: 'fixed', text: 'Đã vá' }, 'head-roads');
    expect(told(answered, 'AAAA000001')).toEqual(['report-answered AAAA000001', 'report-answered BBBB']);
  });

  it('has the same news as long as it goes on: whose it is, to whom it went, and that it was opened again', () => {
    const one = filed('AAAA000001');
    one.do({ type: 'AddSubscriber', reportId: 'BBBB' }, HOTLINE_WORKER);
    const both = (template: string) => [`${template} AAAA000001`, `${template} BBBB`];
    const say = (events: readonly ReportEvent[]) => told(events, 'AAAA000001');
    expect(say(one.do(triage(), 'operator'))).toEqual(both('report-assigned'));
    expect(say(one.do(triage({ units: ['culture'], reason: 'Thuộc' }), 'operator'))).toEqual(both('report-reassigned'));
    one.do({ type: 'DeclineWork', workId: 'w2', reason: 'Không thuộc' }, 'head-culture');
    const settle = { type: 'SettleDispute', workId: 'w2', unitId: 'roads', reason: 'Thuộc' } as const;
    expect(say(one.do(settle, 'operator'))).toEqual(both('report-reassigned'));
    one.do({ type: 'AnswerWork', workId: 'w3', outcome: 'fixed', text: 'Đã vá' }, 'head-roads');
    expect(say(one.do({ type: 'Reopen' }, CITIZEN))).toEqual(both('report-reopened'));
  });

  it('that comes after the answer is told it at once, and only once', () => {
    const one = sortedLife();
    one.do({ type: 'AnswerWork', workId: 'w1', outcome: 'fixed', text: 'Đã vá' }, 'head-roads');
    const added = one.do({ type: 'AddSubscriber', reportId: 'BBBB' }, HOTLINE_WORKER);
    expect(told(added, 'AAAA000001')).toEqual(['report-answered BBBB']);
    expect(one.try({ type: 'AddSubscriber', reportId: 'BBBB' }, HOTLINE_WORKER).kind).toBe('ignored');
  });

  it.each([
    [merge('BBBB'), 'merged-into-itself'],
    [merge('AAAA', 'merged'), 'merged-into-merged'],
    [merge('AAAA', 'rejected'), 'merged-into-ended'],
    [merge('FOLLOWS'), 'merged-in-a-circle'],
  ] as const)('is not merged by %o: %s', (command, rule) => {
    const life = filed('BBBB');
    life.do({ type: 'AddSubscriber', reportId: 'FOLLOWS' }, HOTLINE_WORKER);
    expect(life.try(command, 'operator')).toMatchObject({ refusal: { rule } });
  });

  it('takes along those that were merged into it', () => {
    const [one, two, three] = [filed('AAAA'), filed('BBBB'), filed('CCCC')];
    const lives = { AAAA: one, BBBB: two, CCCC: three };
    deliver(lives, one.do(merge('BBBB'), 'operator'), 'AAAA');
    deliver(lives, two.do(merge('CCCC'), 'operator'), 'BBBB');
    expect(three.report().subscribers).toEqual(['BBBB', 'AAAA']);
  });

  it('finds the way when the other is merged on before it arrives', () => {
    const [one, two, three] = [filed('AAAA'), filed('BBBB'), filed('CCCC')];
    const lives = { AAAA: one, BBBB: two, CCCC: three };
    const late = one.do(merge('BBBB'), 'operator');
    deliver(lives, two.do(merge('CCCC'), 'operator'), 'BBBB');
    deliver(lives, late, 'AAAA');
    expect(three.report().subscribers).toEqual(['BBBB', 'AAAA']);
  });

  it('and the other, merged into one another at the same moment: one of them at least is sorted again, and nobody is lost', () => {
    const [one, two] = [filed('AAAA'), filed('BBBB')];
    const lives = { AAAA: one, BBBB: two };
    const first = one.do(merge('BBBB'), 'operator');
    const second = two.do(merge('AAAA'), 'operator');
    deliver(lives, first, 'AAAA');
    deliver(lives, second, 'BBBB');
    expect(one.report()).toMatchObject({ status: 'new', subscribers: ['BBBB'] });
    expect(two.report()).toMatchObject({ status: 'merged', into: 'AAAA' });
    expect(deliver(lives, [...first, ...second], 'AAAA').length).toBeLessThan(10);
  });

  it('is sorted by itself when the other is withdrawn, before or after it arrives', () => {
    const before = { AAAA: filed('AAAA'), BBBB: filed('BBBB') };
    const merged = before.BBBB.do(merge('AAAA'), 'operator');
    before.AAAA.do({ type: 'Withdraw' }, CITIZEN);
    deliver(before, merged, 'BBBB');
    expect(before.BBBB.report()).toMatchObject({ status: 'new', check: { startedAt: before.BBBB.now } });

    const after = { AAAA: filed('AAAA'), BBBB: filed('BBBB') };
    deliver(after, after.BBBB.do(merge('AAAA'), 'operator'), 'BBBB');
    deliver(after, after.AAAA.do({ type: 'Withdraw' }, CITIZEN), 'AAAA');
    expect(after.BBBB.report().status).toBe('new');
  });

  it('is told why when the one that it was merged into is rejected', () => {
    const life = filed('AAAA');
    life.do({ type: 'AddSubscriber', reportId: 'BBBB' }, HOTLINE_WORKER);
    const rejected = life.do({ type: 'Reject', reason: 'altered-image', text: 'Ảnh đã chỉnh sửa' }, 'operator');
    expect(told(rejected, 'AAAA')).toEqual(['report-rejected AAAA', 'report-rejected BBBB']);
  });
});
