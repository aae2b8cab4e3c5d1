import { describe, expect, it } from 'vitest';
import { availableReportActs } from './report-acts.ts';
import { noticesForReport } from './report-notices.ts';
import { tasksForReport } from './report-tasks.ts';
import { clocksOfReport } from './running-report-clocks.ts';
import { ROUTING, sortedLife, triage, type ReportLife } from './testing/report-life.ts';

const answer = (workId: string, text: string) => ({ type: 'AnswerWork', workId, outcome: 'fixed', text }) as const;

function twoUnits(): ReportLife {
  const life = sortedLife(triage({ units: ['roads', 'culture'], reason: 'Ổ gà và biển quảng cáo' }));
  life.do({ type: 'AssignWork', workId: 'w1', staffId: 'an', why: 'x' }, ROUTING);
  life.do({ type: 'AssignWork', workId: 'w2', staffId: 'chau', why: 'x' }, ROUTING);
  return life;
}

describe('several units at once', () => {
  it('have fifteen days each, one of them leads, and each waits on its own list', () => {
    const life = sortedLife(triage({ units: ['roads', 'culture', 'roads'], reason: 'Cùng làm' }));
    expect(clocksOfReport(life.report())).toMatchObject([
      { clockId: 'work:w1', work: { unitId: 'roads', dueAt: '2026-12-08T02:00:00.000Z' } },
      { clockId: 'work:w2', work: { unitId: 'culture', dueAt: '2026-12-08T02:00:00.000Z' } },
    ]);
    expect(life.report().work.map(({ lead }) => lead)).toEqual([true, false]);
    expect(tasksForReport(life.events.at(-1)!, 'report#AAAA000001').levels).toHaveLength(2);
  });

  it('answer each for itself; with the last one the lead is asked to make one answer of them', () => {
    const life = twoUnits();
    expect(life.do(answer('w1', 'Đã vá'), 'an').map(({ type }) => type)).toEqual(['WorkAnswered']);
    expect(life.report().status).toBe('assigned');
    const events = life.do(answer('w2', 'Đã tháo biển'), 'chau');
    expect(events.map(({ type }) => type)).toEqual(['WorkAnswered', 'ConsolidationBegun']);
    expect(noticesForReport(events[1]!)).toEqual([
      { template: 'report-consolidate', recipient: { kind: 'staff', staffId: 'an' } },
    ]);
    expect(clocksOfReport(life.report())).toMatchObject([
      { clockId: 'consolidate', work: { unitId: 'roads', officerId: 'an', dueAt: '2026-11-25T02:00:00.000Z' } },
    ]);
  });

  it('are answered for by the lead or by the hotline, not by another', () => {
    const life = twoUnits();
    life.do(answer('w1', 'Đã vá'), 'an');
    life.do(answer('w2', 'Đã tháo biển'), 'chau');
    const one = { type: 'Consolidate', outcome: 'fixed', text: 'Đã vá và tháo biển' } as const;
    expect(life.try(one, 'chau')).toMatchObject({ refusal: { rule: 'not-permitted' } });
    expect(life.try({ ...one, text: '' }, 'an')).toMatchObject({ refusal: { rule: 'answer-missing' } });
    expect(life.try(one, 'operator').kind).toBe('accepted');
    life.do(one, 'an');
    expect(life.report()).toMatchObject({
      status: 'closed',
      answer: { text: 'Đã vá và tháo biển', unitIds: ['roads', 'culture'], by: 'an' },
    });
  });

  it('wait for the one whose competence is disputed', () => {
    const life = twoUnits();
    life.do({ type: 'DeclineWork', workId: 'w2', reason: 'Không thuộc' }, 'chau');
    life.do(answer('w1', 'Đã vá'), 'an');
    expect(life.report().status).toBe('assigned');
    expect(life.try({ type: 'SettleDispute', workId: 'w2', unitId: 'roads', reason: 'Gộp' }, 'operator')).toMatchObject(
      { refusal: { rule: 'unit-has-answered' } },
    );
    life.do({ type: 'SettleDispute', workId: 'w2', unitId: 'culture', reason: 'Vẫn là phòng văn hóa' }, 'operator');
    life.do(answer('w2', 'Đã tháo biển'), 'chau');
    expect(life.report().status).toBe('consolidating');
  });

  it('become one when the part of the other is put to a unit that is at work on it; the lead goes along', () => {
    const life = twoUnits();
    life.do({ type: 'DeclineWork', workId: 'w1', reason: 'Không thuộc' }, 'an');
    const [settled] = life.do(
      { type: 'SettleDispute', workId: 'w1', unitId: 'culture', reason: 'Cùng một việc' },
      'operator',
    );
    expect(tasksForReport(settled!, 'report#AAAA000001').levels).toEqual([]);
    expect(life.report().work).toMatchObject([
      { workId: 'w1', status: 'given-away' },
      { workId: 'w2', status: 'open', lead: true },
    ]);
    life.do(answer('w2', 'Đã xong cả hai'), 'chau');
    expect(life.report()).toMatchObject({ status: 'closed', answer: { unitIds: ['culture'] } });
  });

  it('are joined by a further one, while the clocks of the others run on', () => {
    const life = sortedLife();
    const { clock } = life.report().work[0]!;
    life.later(60);
    const add = { type: 'AddUnit', unitId: 'water', reason: 'Vỡ ống' } as const;
    expect(life.try({ ...add, reason: ' ' }, 'operator')).toMatchObject({ refusal: { rule: 'reason-missing' } });
    life.do(add, 'operator');
    expect(life.report().work).toMatchObject([
      { workId: 'w1', lead: true, clock },
      { workId: 'w2', lead: false, serviceLevel: 'several-units', clock: { dueAt: '2026-12-08T03:00:00.000Z' } },
    ]);
    expect(life.try(add, 'operator')).toMatchObject({ refusal: { rule: 'unit-at-work' } });
  });

  it('make another answer when theirs is sent back: the lead again, with a new clock', () => {
    const life = sortedLife(triage({ category: 'conduct', units: ['justice-department', 'water'], reason: 'Hai bên' }));
    life.do({ type: 'AssignWork', workId: 'w1', staffId: 'giang', why: 'x' }, ROUTING);
    life.do({ type: 'AssignWork', workId: 'w2', staffId: 'dung', why: 'x' }, ROUTING);
    life.do(answer('w1', 'Đã xử lý'), 'giang');
    life.do(answer('w2', 'Đã sửa'), 'dung');
    life.do({ type: 'Consolidate', outcome: 'fixed', text: 'Xong' }, 'giang');
    expect(life.report().status).toBe('in-review');
    life.later(60);
    const [returned] = life.do({ type: 'ReturnAnswer', reason: 'Xin viết rõ hơn' }, 'shift-head');
    expect(life.report()).toMatchObject({
      status: 'consolidating',
      consolidation: { startedAt: '2026-11-23T03:00:00.000Z' },
      work: [{ status: 'answered' }, { status: 'answered' }],
    });
    expect(noticesForReport(returned!)).toEqual([
      { template: 'report-returned', recipient: { kind: 'staff', staffId: 'giang' } },
    ]);
  });
});

describe('what one person can do', () => {
  const actsOf = (life: ReportLife, id: string) =>
    availableReportActs(life.report(), { now: life.now, catalogue: life.catalogue, actor: life.staff(id) }).map(
      ({ action, workId }) => `${action} ${workId ?? ''}`.trim(),
    );

  it('is about the own part, and nothing of it is left once it is answered', () => {
    const life = twoUnits();
    expect(actsOf(life, 'an')).toEqual([
      'accept-report w1',
      'answer-report w1',
      'progress-report w1',
      'decline-report w1',
      'hand-report-over w1',
    ]);
    expect(actsOf(life, 'binh')).toEqual([]);
    life.do({ type: 'AcceptWork', workId: 'w1' }, 'an');
    expect(actsOf(life, 'an')).not.toContain('accept-report w1');
    life.do(answer('w1', 'Đã vá'), 'an');
    expect(actsOf(life, 'an')).toEqual([]);
    life.do(answer('w2', 'Đã tháo biển'), 'chau');
    expect(actsOf(life, 'an')).toEqual(['consolidate-report']);
    expect(actsOf(life, 'chau')).toEqual([]);
  });

  it('is at the hotline to decide, and for the head of the shift to let answers go', () => {
    const life = sortedLife(triage({ category: 'conduct' }));
    life.do({ type: 'AssignWork', workId: 'w1', staffId: 'giang', why: 'x' }, ROUTING);
    life.do({ type: 'DeclineWork', workId: 'w1', reason: 'Không thuộc' }, 'giang');
    expect(actsOf(life, 'operator')).toEqual(['settle-report w1']);
    life.do({ type: 'SettleDispute', workId: 'w1', unitId: 'justice-department', reason: 'Thuộc Sở' }, 'operator');
    life.do(answer('w1', 'Đã nhắc nhở'), 'giang');
    expect(actsOf(life, 'operator')).toEqual([]);
    expect(actsOf(life, 'shift-head')).toEqual(['approve-answer', 'return-answer']);
  });
});
