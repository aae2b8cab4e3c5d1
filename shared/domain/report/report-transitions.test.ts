import { describe, expect, it } from 'vitest';
import type { Actor } from '../actor.ts';
import { PERMISSIONS } from '../staff/permission-table.ts';
import type { ReportCommand, ReportCommandType } from './commands.ts';
import { decideReport } from './decide-report.ts';
import { possibleReportCommands, REPORT_TRANSITIONS } from './report-transitions.ts';
import type { Report, ReportStatus } from './state.ts';
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
} from './testing/report-life.ts';

/** A life that has come to this status, and how. */
const LIVES: Readonly<Record<ReportStatus, () => ReportLife>> = {
  new: () => begun(),
  'needs-info': () => begun({ type: 'AskReporter', question: 'Ở đâu?' }),
  assigned: () => sortedLife(),
  consolidating: () => {
    const life = sortedLife(triage({ units: ['roads', 'culture'], reason: 'Cùng làm' }));
    life.do({ type: 'AnswerWork', workId: 'w1', outcome: 'fixed', text: 'Xong' }, 'head-roads');
    life.do({ type: 'AnswerWork', workId: 'w2', outcome: 'fixed', text: 'Xong' }, 'head-culture');
    return life;
  },
  'in-review': () => answered('not-competent'),
  closed: () => answered('fixed'),
  rejected: () => begun({ type: 'Reject', reason: 'test', text: 'Thử' }),
  redirected: () => begun({ type: 'Redirect', to: 'complaint', text: 'Xin gửi đơn' }),
  merged: () => begun({ type: 'MergeInto', into: 'BBBB', other: { status: 'new' } }),
  withdrawn: () => begun({ type: 'Withdraw' }),
};

function begun(command?: ReportCommand): ReportLife {
  const life = reportLife();
  life.do(filing(), HOTLINE_WORKER);
  if (command !== undefined) life.do(command, 'operator');
  return life;
}

function answered(outcome: 'fixed' | 'not-competent'): ReportLife {
  const life = sortedLife();
  life.do({ type: 'AnswerWork', workId: 'w1', outcome, text: 'Xong' }, 'head-roads');
  return life;
}

/** One command of each type that may be asked of a report, and a person who may where there is one. */
const COMMANDS: readonly (readonly [Exclude<ReportCommand, { type: 'FileReport' }>, string | Actor])[] = [
  [triage(), 'operator'],
  [{ type: 'AskReporter', question: 'Ở đâu?' }, 'operator'],
  [{ type: 'RecordReporterWords', messageId: 'm9', attachments: [] }, CITIZEN],
  [{ type: 'Reject', reason: 'test', text: 'Thử' }, 'operator'],
  [{ type: 'Redirect', to: 'regulation', text: 'Gửi' }, 'operator'],
  [{ type: 'MergeInto', into: 'BBBB', other: { status: 'new' } }, 'operator'],
  [{ type: 'AddSubscriber', reportId: 'BBBB' }, HOTLINE_WORKER],
  [{ type: 'Withdraw' }, CITIZEN],
  [{ type: 'AssignWork', workId: 'w1', staffId: 'an', why: 'x' }, ROUTING],
  [{ type: 'AcceptWork', workId: 'w1' }, 'head-roads'],
  [{ type: 'HandWorkOver', workId: 'w1', to: 'an', reason: 'Nghỉ' }, 'operator'],
  [{ type: 'ReportProgress', workId: 'w1', text: 'Đang làm' }, 'operator'],
  [{ type: 'AnswerWork', workId: 'w1', outcome: 'fixed', text: 'Xong' }, 'head-roads'],
  [{ type: 'DeclineWork', workId: 'w1', reason: 'Không thuộc' }, 'head-roads'],
  [{ type: 'SettleDispute', workId: 'w1', unitId: 'roads', reason: 'Thuộc' }, 'operator'],
  [{ type: 'AddUnit', unitId: 'water', reason: 'Thêm' }, 'operator'],
  [{ type: 'Consolidate', outcome: 'fixed', text: 'Xong' }, 'operator'],
  [{ type: 'ApproveAnswer' }, 'shift-head'],
  [{ type: 'ReturnAnswer', reason: 'Xem lại' }, 'shift-head'],
  [{ type: 'Rate', stars: 5 }, CITIZEN],
  [{ type: 'Reopen' }, CITIZEN],
  [{ type: 'AddNote', text: 'Ghi chú' }, 'operator'],
  [{ type: 'LinkDossier', caseId: 'CASE' }, HOTLINE_WORKER],
  [{ type: 'Publish', summary: 'Tóm tắt', answer: 'Trả lời', personal: [] }, 'shift-head'],
  [{ type: 'DoNotPublish', reason: 'Riêng tư' }, 'shift-head'],
  [
    { type: 'RecordReply', mailId: 'x', staffId: 'an', result: { kind: 'noted' }, answer: true },
    { kind: 'system', name: 'mail' },
  ],
  [{ type: 'RingTimer', clockId: 'check', level: 1 }, TIMERS],
];

const statuses = Object.keys(LIVES) as ReportStatus[];

describe('every command in every status', () => {
  it('is tried here', () => {
    const tried = new Set<ReportCommandType>(COMMANDS.map(([{ type }]) => type));
    expect(Object.keys(REPORT_TRANSITIONS).filter((type) => !tried.has(type as ReportCommandType))).toEqual([
      'FileReport',
    ]);
    for (const status of statuses) expect(LIVES[status]().report().status).toBe(status);
  });

  it.each(statuses)('of %s that is not of this moment is refused as a conflict; a worker’s is ignored', (status) => {
    const state: Report = LIVES[status]().report();
    const possible = possibleReportCommands(state);
    for (const [command, actor] of COMMANDS) {
      const decision = LIVES[status]().try(command, actor);
      const late = typeof actor !== 'string' && actor.kind === 'system' ? 'ignored' : 'refused';
      if (!possible.includes(command.type)) {
        expect(decision.kind, command.type).toBe(late);
        if (decision.kind === 'refused')
          expect(['report-not-now', 'not-permitted', 'work-of-another'], command.type).toContain(decision.refusal.rule);
      } else if (decision.kind === 'refused') expect(decision.refusal.rule, command.type).not.toBe('report-not-now');
    }
  });

  it('needs a report, and an operation that the permission table knows', () => {
    const life = reportLife();
    for (const [command, actor] of COMMANDS) {
      const who = typeof actor === 'string' ? life.staff(actor) : actor;
      expect(decideReport(command, undefined, { now: life.now, actor: who, catalogue: life.catalogue })).toMatchObject({
        refusal: { rule: 'no-such-report' },
      });
      expect(Object.keys(PERMISSIONS)).toContain(REPORT_TRANSITIONS[command.type].operation);
    }
  });

  it('of filing needs a hotline on the day', () => {
    const none = reportLife({ now: '2017-05-01T02:00:00.000Z' });
    expect(none.try(filing(), HOTLINE_WORKER)).toMatchObject({ refusal: { rule: 'no-hotline' } });
    expect(reportLife().try(filing(), 'an')).toMatchObject({ refusal: { rule: 'not-permitted' } });
  });
});
