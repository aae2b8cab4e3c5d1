/** Lives of reports that between them make every notice to staff, each event with the state right after its commit. */
import type { NoticeRecipient } from '../../../../../shared/domain/dossier/recipient.ts';
import { noticesForReport, type ReportNoticeTemplate } from '../../../../../shared/domain/report/report-notices.ts';
import type { ReportCommand } from '../../../../../shared/domain/report/commands.ts';
import type { ReportEvent } from '../../../../../shared/domain/report/events.ts';
import type { ReportReplyResult } from '../../../../../shared/domain/report/reply/report-reply-result.ts';
import { evolveReport } from '../../../../../shared/domain/report/evolve-report.ts';
import type { Report } from '../../../../../shared/domain/report/state.ts';
import {
  CITIZEN,
  filing,
  HOTLINE_WORKER,
  reportLife,
  ROUTING,
  sortedLife,
  TIMERS,
  triage,
  type ReportLife,
} from '../../../../../shared/domain/report/testing/report-life.ts';

export interface ReportExample {
  readonly template: ReportNoticeTemplate;
  readonly recipient: NoticeRecipient;
  readonly event: ReportEvent;
  readonly alongside: readonly ReportEvent[];
  readonly report: Report;
  readonly at: string;
}

type Step = readonly [ReportCommand, Parameters<ReportLife['do']>[1], minutes?: number];

const give = (workId: string, staffId: string): Step => [
  { type: 'AssignWork', workId, staffId, why: 'least loaded' },
  ROUTING,
];
const answer: ReportCommand = { type: 'AnswerWork', workId: 'w1', outcome: 'fixed', text: 'Đã vá ổ gà.' };
const decline: ReportCommand = { type: 'DeclineWork', workId: 'w1', reason: 'Đường tỉnh.', suggested: 'culture' };

function reply(result: ReportReplyResult): Step {
  return [
    { type: 'RecordReply', mailId: 'mail1', staffId: 'an', result, answer: true },
    { kind: 'system', name: 'mail' },
  ];
}

const act = { action: 'answer-report', workId: 'w1', outcome: 'fixed', text: 'Đã vá ổ gà.' } as const;
const replies: readonly Step[] = [
  reply({ kind: 'taken', choice: act, noted: false, leftFiles: 2 }),
  reply({ kind: 'noted' }),
  reply({ kind: 'noted', perhaps: 'w1' }),
  reply({
    kind: 'doubtful',
    why: 'detail-missing',
    detail: 'outcome',
    choices: [{ action: 'consolidate-report', text: 'Đã vá.' }],
  }),
  reply({
    kind: 'doubtful',
    why: 'detail-unclear',
    detail: 'Bình',
    choices: [
      { action: 'hand-report-over', workId: 'w1', to: 'binh' },
      { action: 'decline-report', workId: 'w1', unitId: 'culture' },
    ],
  }),
  reply({
    kind: 'refused',
    choice: { action: 'decline-report', workId: 'w1', reason: 'Đường tỉnh.' },
    refusal: { rule: 'competence-settled', sort: 'rule' },
  }),
];

/** Every life begins sorted and with `an`, unless it says otherwise. */
const LIVES: readonly (() => { readonly life: ReportLife; readonly steps: readonly Step[] })[] = [
  () => ({ life: reportLife(), steps: [[filing({ marks: { emergency: '114' } }), HOTLINE_WORKER]] }),
  () => ({
    life: sortedLife(),
    steps: [
      give('w1', 'an'),
      [{ type: 'RecordReporterWords', messageId: 'm2', attachments: [] }, HOTLINE_WORKER],
      [{ type: 'HandWorkOver', workId: 'w1', to: 'binh', reason: 'Tôi nghỉ phép.' }, 'an'],
      [decline, 'binh'],
      [{ type: 'SettleDispute', workId: 'w1', unitId: 'roads', reason: 'Đường nội bộ của phường.' }, 'operator'],
      [{ ...answer }, 'binh'],
      [{ type: 'Reopen', messageId: 'm3' }, HOTLINE_WORKER],
      [{ type: 'Withdraw' }, CITIZEN],
    ],
  }),
  () => ({ life: sortedLife(), steps: [[{ type: 'AssignWork', workId: 'w1', why: 'nobody present' }, ROUTING]] }),
  () => ({
    life: sortedLife(triage({ units: ['roads', 'culture'], reason: 'Hai việc.' })),
    steps: [
      give('w1', 'an'),
      give('w2', 'chau'),
      [answer, 'an'],
      [{ type: 'AnswerWork', workId: 'w2', outcome: 'explained', text: 'Biển có phép.' }, 'chau'],
    ],
  }),
  () => ({
    life: sortedLife(triage({ category: 'conduct' })),
    steps: [
      give('w1', 'giang'),
      [answer, 'giang'],
      [{ type: 'ReturnAnswer', reason: 'Cần nói rõ hơn.' }, 'shift-head'],
    ],
  }),
  () => ({
    life: sortedLife(),
    steps: [give('w1', 'an'), [{ type: 'Redirect', to: 'complaint', text: 'Xin gửi đơn khiếu nại.' }, 'operator']],
  }),
  () => ({ life: sortedLife(), steps: [give('w1', 'an'), ...replies] }),
];

/** One of each kind: who is told what of which result, not which life it came from. */
export function reportExamples(): readonly ReportExample[] {
  const all = [
    ...LIVES.flatMap((begin) => {
      const { life, steps } = begin();
      return [
        ...examplesOf(life.events, life),
        ...steps.flatMap(([command, actor]) => examplesOf(life.do(command, actor), life)),
      ];
    }),
    ...rings(),
  ];
  return [...new Map(all.map((example) => [kindOf(example), example])).values()];
}

function kindOf({ template, recipient, event }: ReportExample): string {
  return JSON.stringify([template, recipient, event.type === 'ReportReplyAnswered' ? event.result : undefined]);
}

/** Soon due, and late. */
function rings(): readonly ReportExample[] {
  const life = sortedLife();
  life.do(...(give('w1', 'an') as [ReportCommand, Parameters<ReportLife['do']>[1]]));
  const examples: ReportExample[] = [];
  for (let rung = 0; rung < 3; rung += 1) {
    const timer = life.report().work[0]?.clock.nextTimer;
    if (timer === undefined) break;
    life.now = timer.at;
    const events = life.do({ type: 'RingTimer', clockId: 'work:w1', level: timer.level }, TIMERS);
    examples.push(...examplesOf(events, life));
  }
  return examples;
}

function examplesOf(events: readonly ReportEvent[], life: ReportLife): readonly ReportExample[] {
  const report = life.events.reduce<Report | undefined>(evolveReport, undefined);
  if (report === undefined) return [];
  return events.flatMap((event) =>
    noticesForReport(event).map(({ template, recipient }) => ({
      template,
      recipient,
      event,
      alongside: events.filter((one) => one !== event),
      report,
      at: life.now,
    })),
  );
}
