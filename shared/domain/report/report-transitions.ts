/**
 * What may happen next: for each command the statuses it is legal in, and the operation of the permission table that it needs. The
 * decider refuses by this table, and a page lists from it what can be done.
 */
import type { Operation } from '../staff/permissions.ts';
import type { ReportCommandType } from './commands.ts';
import type { Report, ReportStatus } from './state.ts';

interface Transition {
  readonly from: readonly ReportStatus[];
  readonly operation: Operation;
}

const UNSORTED = ['new', 'needs-info'] as const satisfies readonly ReportStatus[];
const BEFORE_ANSWERS = [...UNSORTED, 'assigned'] as const satisfies readonly ReportStatus[];
const OPEN = [...BEFORE_ANSWERS, 'consolidating', 'in-review'] as const satisfies readonly ReportStatus[];
const ALWAYS = [
  ...OPEN,
  'closed',
  'rejected',
  'redirected',
  'merged',
  'withdrawn',
] as const satisfies readonly ReportStatus[];

export const REPORT_TRANSITIONS = {
  /** Only from nothing. */
  FileReport: { from: [], operation: 'file-report' },
  Triage: { from: BEFORE_ANSWERS, operation: 'triage-report' },
  AskReporter: { from: UNSORTED, operation: 'triage-report' },
  RecordReporterWords: { from: ALWAYS, operation: 'record-reporter-words' },
  Reject: { from: BEFORE_ANSWERS, operation: 'triage-report' },
  Redirect: { from: BEFORE_ANSWERS, operation: 'triage-report' },
  MergeInto: { from: BEFORE_ANSWERS, operation: 'triage-report' },
  AddSubscriber: { from: ALWAYS, operation: 'link-reports' },
  Withdraw: { from: OPEN, operation: 'withdraw-report' },
  AssignWork: { from: ['assigned'], operation: 'assign-report' },
  AcceptWork: { from: ['assigned'], operation: 'answer-report' },
  HandWorkOver: { from: ['assigned'], operation: 'work-on-report' },
  ReportProgress: { from: ['assigned', 'consolidating'], operation: 'work-on-report' },
  AnswerWork: { from: ['assigned'], operation: 'answer-report' },
  DeclineWork: { from: ['assigned'], operation: 'answer-report' },
  SettleDispute: { from: ['assigned'], operation: 'settle-competence' },
  AddUnit: { from: ['assigned'], operation: 'triage-report' },
  Consolidate: { from: ['consolidating'], operation: 'consolidate-answer' },
  ApproveAnswer: { from: ['in-review'], operation: 'review-answer' },
  ReturnAnswer: { from: ['in-review'], operation: 'review-answer' },
  Rate: { from: ['closed'], operation: 'rate-report' },
  Reopen: { from: ['closed'], operation: 'reopen-report' },
  AddNote: { from: ALWAYS, operation: 'work-on-report' },
  LinkDossier: { from: ALWAYS, operation: 'link-reports' },
  Publish: { from: ['closed'], operation: 'publish-report' },
  DoNotPublish: { from: ['closed'], operation: 'publish-report' },
  RecordReply: { from: ALWAYS, operation: 'record-reply' },
  RingTimer: { from: OPEN, operation: 'ring-report' },
} as const satisfies Readonly<Record<ReportCommandType, Transition>>;

/** The states in which a command is legal: what its rule is written for. */
export type ReportFor<Type extends ReportCommandType> = Extract<
  Report,
  { readonly status: (typeof REPORT_TRANSITIONS)[Type]['from'][number] }
>;

export function isLegalReportCommand(type: ReportCommandType, state: Report): boolean {
  const from: readonly ReportStatus[] = REPORT_TRANSITIONS[type].from;
  return from.includes(state.status);
}

/** What may be asked of a report now, by anybody: role and jurisdiction are the permission table's question. */
export function possibleReportCommands(state: Report): readonly ReportCommandType[] {
  const types = Object.keys(REPORT_TRANSITIONS) as ReportCommandType[];
  return types.filter((type) => isLegalReportCommand(type, state));
}
