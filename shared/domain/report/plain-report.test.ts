import { describe, expect, it } from 'vitest';
import { messagesForReport } from './report-messages.ts';
import { noticesForReport } from './report-notices.ts';
import { listingsOfReport } from './report-listings.ts';
import { progressOfReport } from './report-progress.ts';
import { tasksForReport } from './report-tasks.ts';
import { timelineOfReport } from './report-timeline.ts';
import { clocksOfReport } from './running-report-clocks.ts';
import {
  CITIZEN,
  filing,
  HOTLINE_WORKER,
  MONDAY,
  reportLife,
  ROUTING,
  sortedLife,
  triage,
} from './testing/report-life.ts';

const ENTITY = 'report#AAAA000001';

describe('a report', () => {
  it('waits five minutes for the hotline, day and night; its reporter hears at once that it arrived', () => {
    const life = reportLife();
    const [filed] = life.do(filing(), HOTLINE_WORKER);
    expect(life.report()).toMatchObject({ status: 'new', core: { hotlineId: 'hotline', filedAt: MONDAY } });
    expect(clocksOfReport(life.report())).toEqual([
      {
        clockId: 'check',
        work: { unitId: 'hotline', dueAt: '2026-11-23T02:05:00.000Z' },
        timer: { level: 1, at: '2026-11-23T02:05:00.000Z' },
      },
    ]);
    expect(messagesForReport(filed!, 'AAAA000001')).toEqual([{ template: 'report-filed', reportId: 'AAAA000001' }]);
    expect(noticesForReport(filed!)).toEqual([]);
    expect(life.try(filing(), CITIZEN)).toMatchObject({ refusal: { rule: 'report-already-filed', sort: 'conflict' } });
  });

  it('that speaks of an emergency is told to the hotline at once', () => {
    const [filed] = reportLife().do(filing({ marks: { emergency: '114' } }), HOTLINE_WORKER);
    expect(noticesForReport(filed!)).toEqual([
      { template: 'report-new', recipient: { kind: 'unit-mailbox', unitId: 'hotline' } },
    ]);
  });

  it('goes by rule to the unit that is competent there, with the explanation, and waits for somebody', () => {
    const life = sortedLife();
    const sorted = life.events.at(-1)!;
    expect(life.report()).toMatchObject({
      status: 'assigned',
      triage: { category: 'roads', area: '25750', areaVersion: '2025-07-01', by: 'operator' },
      work: [
        {
          workId: 'w1',
          unitId: 'roads',
          level: 'commune',
          lead: true,
          serviceLevel: 'normal',
          origin: { kind: 'rule', ruleId: 'economic' },
          clock: { dueAt: '2026-12-01T02:00:00.000Z' },
          status: 'open',
        },
      ],
    });
    expect(tasksForReport(sorted, ENTITY)).toEqual({ levels: [{ level: 'commune', workId: 'w1' }], tasks: [] });
    expect(messagesForReport(sorted, 'AAAA000001').map(({ template }) => template)).toEqual(['report-assigned']);
  });

  it('is answered by the officer who has it; the answer asks for a rating where the reporter wrote', () => {
    const life = sortedLife();
    const [assigned] = life.do({ type: 'AssignWork', workId: 'w1', staffId: 'an', why: 'least-loaded' }, ROUTING);
    expect(noticesForReport(assigned!)).toEqual([
      { template: 'report-assigned', recipient: { kind: 'staff', staffId: 'an' } },
    ]);
    life.do({ type: 'AcceptWork', workId: 'w1' }, 'an');
    life.later(60);
    life.do({ type: 'ReportProgress', workId: 'w1', text: 'Mai sẽ vá' }, 'an');
    const events = life.do({ type: 'AnswerWork', workId: 'w1', outcome: 'fixed', text: 'Đã vá' }, 'an');
    expect(events.map(({ type }) => type)).toEqual(['WorkAnswered', 'ReportAnswered']);
    expect(life.report()).toMatchObject({
      status: 'closed',
      answer: { outcome: 'fixed', text: 'Đã vá', unitIds: ['roads'], by: 'an' },
      reopenUntil: '2026-12-08T03:00:00.000Z',
    });
    expect(clocksOfReport(life.report())).toEqual([]);
    expect(tasksForReport(events[1]!, ENTITY).tasks).toEqual([
      { kind: 'await-words', conversationId: 'zalo-1', reportId: 'AAAA000001', for: 'rating' },
    ]);
    expect(
      timelineOfReport([{ events: life.events }], life.catalogue).map(({ text, unit }) => [text, unit?.id]),
    ).toEqual([
      ['Tổng đài 1022 đã nhận phản ánh', undefined],
      ['Phản ánh được chuyển đến đơn vị xử lý', 'roads'],
      ['Đơn vị đã nhận việc', 'roads'],
      ['Đơn vị báo tiến độ: Mai sẽ vá', 'roads'],
      ['Đơn vị đã trả lời phần việc của mình', 'roads'],
      ['Trả lời: Đã vá', undefined],
    ]);
  });

  it('stands in the figures of its unit, which are put to the answer and its outcome', () => {
    const life = sortedLife();
    const figure = () => listingsOfReport(life.report()).filter(({ list }) => list.startsWith('figures#'));
    const open = {
      list: 'figures#2026-11',
      key: 'roads#AAAA000001#w1',
      attributes: { openedAt: MONDAY, dueAt: '2026-12-01T02:00:00.000Z' },
    };
    expect(figure()).toEqual([open]);
    life.do({ type: 'AnswerWork', workId: 'w1', outcome: 'scheduled', text: 'Tháng sau' }, 'head-roads');
    expect(figure()).toEqual([
      { ...open, attributes: { ...open.attributes, answeredAt: MONDAY, outcome: 'scheduled' } },
    ]);
  });

  it('is not open to whoever has no part in it', () => {
    const life = sortedLife();
    life.do({ type: 'AssignWork', workId: 'w1', staffId: 'an', why: 'x' }, ROUTING);
    const answer = { type: 'AnswerWork', workId: 'w1', outcome: 'fixed', text: 'Xong' } as const;
    expect(life.try(answer, 'binh')).toMatchObject({ refusal: { rule: 'work-of-another', sort: 'forbidden' } });
    expect(life.try(answer, 'operator')).toMatchObject({ refusal: { sort: 'forbidden' } });
    expect(life.try(answer, CITIZEN)).toMatchObject({ refusal: { rule: 'not-permitted' } });
    expect(life.try(triage(), 'an')).toMatchObject({ refusal: { rule: 'not-permitted' } });
    expect(life.try(answer, 'head-roads').kind).toBe('accepted');
  });

  it('tells whoever comes second who was first, and lets late messages of workers pass', () => {
    const life = sortedLife();
    life.do({ type: 'AssignWork', workId: 'w1', staffId: 'an', why: 'x' }, ROUTING);
    life.do({ type: 'AcceptWork', workId: 'w1' }, 'an');
    expect(life.try({ type: 'AcceptWork', workId: 'w1' }, 'an').kind).toBe('ignored');
    expect(life.try({ type: 'AcceptWork', workId: 'w1' }, 'head-roads')).toMatchObject({
      refusal: { rule: 'already-taken-up', sort: 'conflict', details: { by: 'an', at: MONDAY } },
    });
    life.do({ type: 'AnswerWork', workId: 'w1', outcome: 'fixed', text: 'Xong' }, 'an');
    expect(life.try({ type: 'DeclineWork', workId: 'w1', reason: 'Không phải' }, 'head-roads')).toMatchObject({
      refusal: { rule: 'report-not-now', sort: 'conflict', details: { status: 'closed', by: 'an', at: MONDAY } },
    });
    expect(life.try({ type: 'AssignWork', workId: 'w1', staffId: 'binh', why: 'x' }, ROUTING).kind).toBe('ignored');
    expect(life.try({ type: 'Withdraw' }, HOTLINE_WORKER).kind).toBe('ignored');
  });

  it('is handed to a colleague, who has still to take it up', () => {
    const life = sortedLife();
    life.do({ type: 'AssignWork', workId: 'w1', staffId: 'an', why: 'x' }, ROUTING);
    life.do({ type: 'AcceptWork', workId: 'w1' }, 'an');
    const handOver = (to: string, reason = 'Nghỉ phép') =>
      ({ type: 'HandWorkOver', workId: 'w1', to, reason }) as const;
    expect(life.try(handOver('chau'), 'an')).toMatchObject({ refusal: { rule: 'not-of-this-unit' } });
    expect(life.try(handOver('binh', ' '), 'an')).toMatchObject({ refusal: { rule: 'reason-missing' } });
    const [handed] = life.do(handOver('binh'), 'an');
    expect(noticesForReport(handed!)).toEqual([
      { template: 'report-handed-over', recipient: { kind: 'staff', staffId: 'binh' } },
    ]);
    expect(life.report().work[0]).toMatchObject({ officerId: 'binh' });
    expect(life.report().work[0]).not.toHaveProperty('acceptedAt');
  });

  it('of a unit where nobody is there is told once, to its mailbox and to whoever is above', () => {
    const life = sortedLife();
    const nobody = { type: 'AssignWork', workId: 'w1', why: 'nobody-present' } as const;
    const [told] = life.do(nobody, ROUTING);
    expect(noticesForReport(told!)).toEqual([
      { template: 'report-unassignable', recipient: { kind: 'unit-mailbox', unitId: 'roads' } },
      { template: 'report-unassignable', recipient: { kind: 'unit-head', unitId: 'ward-25750' } },
    ]);
    expect(life.try(nobody, ROUTING).kind).toBe('ignored');
    life.do({ type: 'AssignWork', workId: 'w1', staffId: 'an', why: 'x' }, ROUTING);
    expect(life.report().work[0]).not.toHaveProperty('unassignableSince');
  });
});

describe('the reporter is asked', () => {
  it('and the answer brings the report back with fresh minutes; the same words twice change nothing', () => {
    const life = reportLife();
    life.do(filing(), HOTLINE_WORKER);
    const [asked] = life.do({ type: 'AskReporter', question: 'Ở đoạn nào?' }, 'operator');
    expect(clocksOfReport(life.report())).toMatchObject([
      { clockId: 'info', work: { unitId: 'hotline', dueAt: '2026-11-30T02:00:00.000Z' } },
    ]);
    expect(tasksForReport(asked!, ENTITY).tasks).toMatchObject([{ kind: 'await-words', for: 'info' }]);
    life.later(100);
    const words = { type: 'RecordReporterWords', messageId: 'm1', attachments: [] } as const;
    const [heard] = life.do(words, HOTLINE_WORKER);
    expect(life.report()).toMatchObject({ status: 'new', check: { dueAt: '2026-11-23T03:45:00.000Z' } });
    expect(noticesForReport(heard!)).toEqual([
      { template: 'report-words', recipient: { kind: 'unit-mailbox', unitId: 'hotline' } },
    ]);
    expect(tasksForReport(heard!, ENTITY).tasks).toMatchObject([{ for: 'nothing' }]);
    expect(life.try(words, HOTLINE_WORKER).kind).toBe('ignored');
  });

  it('in vain: the hotline may decide without an answer', () => {
    const life = reportLife();
    life.do(filing(), HOTLINE_WORKER);
    life.do({ type: 'AskReporter', question: 'Ở đâu?' }, 'operator');
    const [rejected] = life.do({ type: 'Reject', reason: 'no-content', text: 'Không rõ địa điểm' }, 'operator');
    expect(tasksForReport(rejected!, ENTITY).tasks).toMatchObject([{ for: 'nothing' }]);
    expect(progressOfReport(life.report()).percent).toBe(100);
  });

  it('tells whoever works on it what the reporter adds', () => {
    const life = sortedLife();
    life.do({ type: 'AssignWork', workId: 'w1', staffId: 'an', why: 'x' }, ROUTING);
    const [heard] = life.do({ type: 'RecordReporterWords', messageId: 'm2', attachments: [] }, HOTLINE_WORKER);
    expect(noticesForReport(heard!)).toEqual([
      { template: 'report-words', recipient: { kind: 'staff', staffId: 'an' } },
    ]);
  });
});

describe('an end without an answer', () => {
  it('needs a reason and words for the reporter', () => {
    const life = reportLife();
    life.do(filing(), HOTLINE_WORKER);
    expect(life.try({ type: 'Reject', reason: 'abusive', text: ' ' }, 'operator')).toMatchObject({
      refusal: { rule: 'text-missing' },
    });
    const redirect = { type: 'Redirect', to: 'complaint', text: 'Xin gửi đơn khiếu nại đến…' } as const;
    expect(life.try(redirect, HOTLINE_WORKER)).toMatchObject({ refusal: { rule: 'not-permitted' } });
    const [redirected] = life.do(redirect, 'operator');
    expect(messagesForReport(redirected!, 'AAAA000001')).toEqual([
      { template: 'report-redirected', reportId: 'AAAA000001' },
    ]);
    expect(clocksOfReport(life.report())).toEqual([]);
  });

  it('takes the work from the units, who are told, but never an answer', () => {
    const life = sortedLife();
    life.do({ type: 'AddUnit', unitId: 'culture', reason: 'Có cả biển quảng cáo' }, 'operator');
    life.do({ type: 'AssignWork', workId: 'w1', staffId: 'an', why: 'x' }, ROUTING);
    const reject = { type: 'Reject', reason: 'altered-image', text: 'Ảnh đã chỉnh sửa' } as const;
    const answered = life.try({ type: 'AnswerWork', workId: 'w2', outcome: 'explained', text: 'Có phép' }, 'chau');
    expect(answered).toMatchObject({ refusal: { rule: 'work-of-another' } });
    const [rejected] = life.do(reject, 'operator');
    expect(noticesForReport(rejected!)).toEqual([
      { template: 'report-taken-away', recipient: { kind: 'staff', staffId: 'an' } },
      { template: 'report-taken-away', recipient: { kind: 'unit-mailbox', unitId: 'culture' } },
    ]);
    expect(life.report().work.map(({ status }) => status)).toEqual(['given-away', 'given-away']);
    expect(listingsOfReport(life.report())).toEqual([]);
  });

  it('is refused once a unit has answered', () => {
    const life = sortedLife();
    life.do({ type: 'AddUnit', unitId: 'culture', reason: 'Cùng làm' }, 'operator');
    life.do({ type: 'AnswerWork', workId: 'w2', outcome: 'explained', text: 'Có phép' }, 'head-culture');
    for (const command of [
      { type: 'Reject', reason: 'test', text: 'Thử' },
      triage(),
      { type: 'MergeInto', into: 'BBBB000002', other: { status: 'new' } },
    ] as const)
      expect(life.try(command, 'operator')).toMatchObject({
        refusal: { rule: 'unit-has-answered', sort: 'conflict', details: { by: 'head-culture' } },
      });
  });

  it('by the reporter is told to whoever works on it', () => {
    const life = sortedLife();
    life.do({ type: 'AssignWork', workId: 'w1', staffId: 'an', why: 'x' }, ROUTING);
    const [withdrawn] = life.do({ type: 'Withdraw' }, CITIZEN);
    expect(noticesForReport(withdrawn!)).toEqual([
      { template: 'report-withdrawn', recipient: { kind: 'staff', staffId: 'an' } },
    ]);
    expect(life.try({ type: 'Withdraw' }, CITIZEN)).toMatchObject({ refusal: { rule: 'report-not-now' } });
  });
});

describe('sorting', () => {
  it.each([
    [{ category: 'nothing' }, 'unknown-category'],
    [{ summary: '  ' }, 'summary-missing'],
    [{ area: '99999' }, 'no-competent-unit'],
    [{ units: ['water'] }, 'reason-missing'],
    [{ units: ['nowhere'], reason: 'Vì' }, 'unknown-unit'],
    [{ units: ['urban-718'], reason: 'Vì' }, 'unknown-unit'],
    [{ area: '25741', areaVersion: '2018-01-01' }, 'area-split'],
  ] as const)('with %o is refused: %s', (changes, rule) => {
    const life = reportLife();
    life.do(filing(), HOTLINE_WORKER);
    expect(life.try(triage(changes), 'operator')).toMatchObject({ kind: 'refused', refusal: { rule } });
  });

  it('takes the operator at their word about the units, with the reason', () => {
    const life = sortedLife(triage({ units: ['water', 'roads'], reason: 'Ống vỡ làm sụt đường' }));
    expect(life.report().work).toMatchObject([
      { unitId: 'water', lead: true, serviceLevel: 'several-units', origin: { kind: 'person', staffId: 'operator' } },
      { unitId: 'roads', lead: false, serviceLevel: 'several-units', origin: { kind: 'rule' } },
    ]);
  });

  it('again leaves whoever keeps the work with their clock, and tells whoever loses it', () => {
    const life = sortedLife(triage({ units: ['roads', 'culture'], reason: 'Cùng làm' }));
    life.do({ type: 'AssignWork', workId: 'w1', staffId: 'an', why: 'x' }, ROUTING);
    life.do({ type: 'AssignWork', workId: 'w2', staffId: 'chau', why: 'x' }, ROUTING);
    const before = life.report().work[0]!;
    life.later(600);
    const [again] = life.do(triage({ units: ['water', 'roads'], reason: 'Do ống nước' }), 'operator');
    expect(life.report().work).toMatchObject([
      { workId: 'w1', officerId: 'an', lead: false, clock: before.clock, status: 'open' },
      { workId: 'w2', status: 'given-away', decided: { by: 'operator' } },
      { workId: 'w3', unitId: 'water', lead: true },
    ]);
    expect(noticesForReport(again!)).toEqual([
      { template: 'report-taken-away', recipient: { kind: 'staff', staffId: 'chau' } },
    ]);
    expect(tasksForReport(again!, ENTITY).levels).toEqual([{ level: 'province', workId: 'w3' }]);
    expect(messagesForReport(again!, 'AAAA000001').map(({ template }) => template)).toEqual(['report-reassigned']);
  });

  it('again with better words only tells nobody, and only a new urgency starts a new clock', () => {
    const life = sortedLife();
    const { clock } = life.report().work[0]!;
    life.later(30);
    const [same] = life.do(triage({ summary: 'Ổ gà sâu trước chợ' }), 'operator');
    expect(messagesForReport(same!, 'AAAA000001')).toEqual([]);
    expect(life.report().work).toMatchObject([{ workId: 'w1', clock }]);
    life.do({ type: 'AssignWork', workId: 'w1', staffId: 'an', why: 'x' }, ROUTING);
    const events = life.do(triage({ urgency: 'urgent' }), 'operator');
    expect(life.report().work).toMatchObject([
      { workId: 'w1', officerId: 'an', clock: { dueAt: '2026-11-23T06:30:00.000Z' } },
    ]);
    expect(events.flatMap((event) => noticesForReport(event))).toEqual([
      { template: 'report-assigned', recipient: { kind: 'staff', staffId: 'an' } },
    ]);
  });

  it('lets danger keep its hours when several units are in it', () => {
    const life = sortedLife(triage({ urgency: 'urgent', units: ['roads', 'water'], reason: 'Ngập và sụt' }));
    expect(life.report().work.map(({ serviceLevel }) => serviceLevel)).toEqual(['urgent', 'urgent']);
  });
});
