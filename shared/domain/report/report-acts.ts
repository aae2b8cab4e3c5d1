/** Which acts one person has in one report now, whether a reply by mail asks for them, a signed link or a page. */
import type { ReportCommand } from './commands.ts';
import { decideReport } from './decide-report.ts';
import { refuseReportCommand } from './permission-of-report.ts';
import type { ReportContext } from './report-context.ts';
import { openWorkOf } from './report-work.ts';
import type { Report, ReportWork } from './state.ts';
import { reportAsItStandsToday } from './transfer-report.ts';

export type ReportAct =
  | 'accept-report'
  | 'answer-report'
  | 'progress-report'
  | 'decline-report'
  | 'hand-report-over'
  | 'settle-report'
  | 'consolidate-report'
  | 'approve-answer'
  | 'return-answer';

export interface AvailableReportAct {
  readonly action: ReportAct;
  /** Which part; absent when it is about the one answer of all. */
  readonly workId?: string;
}

/** Some words or other: whether an act is open does not depend on them. */
const WORDS = '…';

export function availableReportActs(stored: Report, context: ReportContext): readonly AvailableReportAct[] {
  const state = reportAsItStandsToday(stored, context);
  const mayDo = ([, command]: Probe): boolean => decideReport(command, state, context).kind === 'accepted';
  return [
    ...openWorkOf(state).flatMap((work) => [
      ...probesOf(work)
        .filter(mayDo)
        .map(([action]) => ({ action, workId: work.workId })),
      ...handOver(work, state, context),
    ]),
    ...PROBES_OF_ALL.filter(mayDo).map(([action]) => ({ action })),
  ];
}

type Probe = readonly [ReportAct, ReportCommand];

const PROBES_OF_ALL: readonly Probe[] = [
  ['consolidate-report', { type: 'Consolidate', outcome: 'explained', text: WORDS }],
  ['approve-answer', { type: 'ApproveAnswer' }],
  ['return-answer', { type: 'ReturnAnswer', reason: WORDS }],
];

function probesOf({ workId, unitId }: ReportWork): readonly Probe[] {
  return [
    ['accept-report', { type: 'AcceptWork', workId }],
    ['answer-report', { type: 'AnswerWork', workId, outcome: 'explained', text: WORDS }],
    ['progress-report', { type: 'ReportProgress', workId, text: WORDS }],
    ['decline-report', { type: 'DeclineWork', workId, reason: WORDS }],
    ['settle-report', { type: 'SettleDispute', workId, unitId, reason: WORDS }],
  ];
}

/** Whoever gets it is still to be named. */
function handOver(work: ReportWork, state: Report, context: ReportContext): readonly AvailableReportAct[] {
  const { workId } = work;
  const command: ReportCommand = { type: 'HandWorkOver', workId, to: '', reason: WORDS };
  const open = work.status === 'open' && state.status === 'assigned';
  const allowed = open && refuseReportCommand(command, state, context) === undefined;
  return allowed ? [{ action: 'hand-report-over', workId }] : [];
}
