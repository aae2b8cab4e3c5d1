import { describe, expect, it } from 'vitest';
import { noticesForReport } from './report-notices.ts';
import { listingsOfReport } from './report-listings.ts';
import { progressOfReport } from './report-progress.ts';
import { tasksForReport } from './report-tasks.ts';
import { CITIZEN, HOTLINE_WORKER, sortedLife, triage, type ReportLife } from './testing/report-life.ts';

const DAY = 24 * 60;

function answeredLife(outcome: 'fixed' | 'explained' = 'fixed'): ReportLife {
  const life = sortedLife();
  life.do({ type: 'AnswerWork', workId: 'w1', outcome, text: 'Đã vá' }, 'head-roads');
  return life;
}

describe('a rating', () => {
  it('is from 1 to 5, and may be changed', () => {
    const life = answeredLife();
    for (const stars of [0, 6, 2.5, Number.NaN])
      expect(life.try({ type: 'Rate', stars }, CITIZEN)).toMatchObject({ refusal: { rule: 'stars-out-of-range' } });
    life.do({ type: 'Rate', stars: 2, messageId: 'm1' }, HOTLINE_WORKER);
    expect(life.try({ type: 'Rate', stars: 2, messageId: 'm1' }, HOTLINE_WORKER).kind).toBe('ignored');
    life.do({ type: 'Rate', stars: 5 }, CITIZEN);
    expect(life.report()).toMatchObject({ status: 'closed', rating: { stars: 5 } });
  });

  it('is the reporter’s alone, and only for fifteen days', () => {
    const life = answeredLife();
    expect(life.try({ type: 'Rate', stars: 5 }, 'head-roads')).toMatchObject({ refusal: { rule: 'not-permitted' } });
    life.later(15 * DAY);
    expect(life.try({ type: 'Rate', stars: 5 }, CITIZEN).kind).toBe('accepted');
    life.later(1);
    expect(life.try({ type: 'Rate', stars: 5 }, CITIZEN)).toMatchObject({ refusal: { rule: 'rating-too-late' } });
  });
});

describe('a report that is not fixed', () => {
  it('is opened again: its unit gets new work with a new clock, and the old answer stays in the figures', () => {
    const life = answeredLife();
    life.later(DAY);
    const [reopened] = life.do({ type: 'Reopen', messageId: 'm1' }, HOTLINE_WORKER);
    expect(life.report()).toMatchObject({
      status: 'assigned',
      reopened: 1,
      work: [
        { workId: 'w1', status: 'answered', round: 0 },
        { workId: 'w2', unitId: 'roads', status: 'open', lead: true, round: 1 },
      ],
    });
    expect(life.report()).not.toHaveProperty('answer');
    expect(progressOfReport(life.report()).percent).toBe(50);
    expect(tasksForReport(reopened!, 'report#AAAA000001').levels).toEqual([{ level: 'commune', workId: 'w2' }]);
    expect(noticesForReport(reopened!)).toEqual([
      { template: 'report-reopened', recipient: { kind: 'unit-mailbox', unitId: 'hotline' } },
    ]);
    const figures = listingsOfReport(life.report()).filter(({ list }) => list.startsWith('figures#'));
    expect(figures.map(({ key }) => key)).toEqual(['roads#AAAA000001#w1', 'roads#AAAA000001#w2']);
    // The answer of the first round does not keep the hotline from sorting again.
    expect(life.try(triage({ category: 'conduct' }), 'operator').kind).toBe('accepted');
  });

  it('is opened twice at most, and only within fifteen days of an answer', () => {
    const life = answeredLife();
    for (const workId of ['w2', 'w3']) {
      life.do({ type: 'Reopen' }, CITIZEN);
      life.do({ type: 'AnswerWork', workId, outcome: 'fixed', text: 'Đã vá lại' }, 'head-roads');
    }
    expect(life.try({ type: 'Reopen' }, CITIZEN)).toMatchObject({
      refusal: { rule: 'reopened-too-often', details: { times: 2 } },
    });
    const late = answeredLife();
    late.later(15 * DAY + 1);
    expect(late.try({ type: 'Reopen' }, CITIZEN)).toMatchObject({ refusal: { rule: 'reopening-too-late' } });
  });

  it('tells nobody anything new when the same message comes again', () => {
    const life = answeredLife();
    life.do({ type: 'Reopen', messageId: 'm1' }, HOTLINE_WORKER);
    life.do({ type: 'AnswerWork', workId: 'w2', outcome: 'fixed', text: 'Đã vá lại' }, 'head-roads');
    expect(life.try({ type: 'Reopen', messageId: 'm1' }, HOTLINE_WORKER).kind).toBe('ignored');
  });
});

describe('an answer that is read before it goes out', () => {
  it('because the category asks for it: let go in better words, by the head of the shift', () => {
    const life = sortedLife(triage({ category: 'conduct' }));
    life.do({ type: 'AssignWork', workId: 'w1', staffId: 'giang', why: 'x' }, { kind: 'system', name: 'routing' });
    const events = life.do({ type: 'AnswerWork', workId: 'w1', outcome: 'explained', text: 'Đã nhắc nhở' }, 'giang');
    expect(events.map(({ type }) => type)).toEqual(['WorkAnswered', 'AnswerReviewBegun']);
    expect(noticesForReport(events[1]!)).toEqual([
      { template: 'report-review', recipient: { kind: 'unit-head', unitId: 'hotline' } },
    ]);
    expect(life.try({ type: 'ApproveAnswer' }, 'operator')).toMatchObject({ refusal: { rule: 'not-permitted' } });
    expect(life.try({ type: 'ApproveAnswer', text: ' ' }, 'shift-head')).toMatchObject({
      refusal: { rule: 'answer-missing' },
    });
    life.do({ type: 'ApproveAnswer', text: 'Cán bộ đã được nhắc nhở.' }, 'shift-head');
    expect(life.report()).toMatchObject({
      status: 'closed',
      answer: { text: 'Cán bộ đã được nhắc nhở.', by: 'giang', approvedBy: 'shift-head', outcome: 'explained' },
    });
  });

  it('because it says "not competent", whatever the category; and is sent back with the reason and a new clock', () => {
    const life = sortedLife();
    life.do({ type: 'AnswerWork', workId: 'w1', outcome: 'not-competent', text: 'Không thuộc' }, 'head-roads');
    expect(life.report().status).toBe('in-review');
    life.later(60);
    const [returned] = life.do({ type: 'ReturnAnswer', reason: 'Xin nêu cơ quan nào' }, 'shift-head');
    expect(life.report()).toMatchObject({
      status: 'assigned',
      work: [{ workId: 'w1', status: 'open', clock: { dueAt: '2026-12-01T03:00:00.000Z' } }],
    });
    expect(life.report().work[0]).not.toHaveProperty('answer');
    expect(noticesForReport(returned!)).toEqual([
      { template: 'report-returned', recipient: { kind: 'unit-mailbox', unitId: 'roads' } },
    ]);
    life.do({ type: 'AnswerWork', workId: 'w1', outcome: 'not-competent', text: 'Thuộc công ty nước' }, 'head-roads');
    life.do({ type: 'ApproveAnswer' }, 'shift-head');
    expect(listingsOfReport(life.report()).find(({ list }) => list.startsWith('figures#'))?.attributes).toMatchObject({
      outcome: 'not-competent',
    });
  });
});
