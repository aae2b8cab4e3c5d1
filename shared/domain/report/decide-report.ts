import { accept, ignore, refuse, type Decision } from '../decision.ts';
import { addUnit } from './add-unit.ts';
import { rate, reopen } from './after-answer.ts';
import { answerWork, consolidate } from './answer-work.ts';
import { askReporter, recordReporterWords } from './ask-reporter.ts';
import type { ReportCommand, ReportCommandOf, ReportCommandType } from './commands.ts';
import { declineWork } from './decline-work.ts';
import { redirectReport, rejectReport, withdrawReport } from './end-report.ts';
import type { ReportEvent } from './events.ts';
import { evolveReport } from './evolve-report.ts';
import { fileReport } from './file-report.ts';
import { addReportNote, linkDossier, recordReportReply } from './keep-on-report.ts';
import { addSubscriber, mergeInto } from './merge-reports.ts';
import { refuseReportCommand } from './permission-of-report.ts';
import { doNotPublish, publishReport } from './publish-report.ts';
import type { ReportContext } from './report-context.ts';
import { isLegalReportCommand, type ReportFor } from './report-transitions.ts';
import { approveAnswer, returnAnswer } from './review-answer.ts';
import { ringReportTimer } from './ring-report-timer.ts';
import { settleDispute } from './settle-dispute.ts';
import type { Report } from './state.ts';
import { transferOfReport } from './transfer-report.ts';
import { triageReport } from './triage-report.ts';
import { acceptWork, assignWorkOfReport, handWorkOver, reportProgress } from './unit-work.ts';
import { whatHappenedToReport } from './what-happened-to-report.ts';

/** The rule of one command, asked only in the statuses that the transition table allows. */
type Rule<Type extends ReportCommandType> = (
  command: ReportCommandOf<Type>,
  state: ReportFor<Type>,
  context: ReportContext,
) => Decision<ReportEvent>;

const RULES: { readonly [Type in Exclude<ReportCommandType, 'FileReport'>]: Rule<Type> } = {
  Triage: triageReport,
  AskReporter: askReporter,
  RecordReporterWords: recordReporterWords,
  Reject: rejectReport,
  Redirect: redirectReport,
  MergeInto: mergeInto,
  AddSubscriber: addSubscriber,
  Withdraw: withdrawReport,
  AssignWork: assignWorkOfReport,
  AcceptWork: acceptWork,
  HandWorkOver: handWorkOver,
  ReportProgress: reportProgress,
  AnswerWork: answerWork,
  DeclineWork: declineWork,
  SettleDispute: settleDispute,
  AddUnit: addUnit,
  Consolidate: consolidate,
  ApproveAnswer: approveAnswer,
  ReturnAnswer: returnAnswer,
  Rate: rate,
  Reopen: reopen,
  AddNote: addReportNote,
  LinkDossier: linkDossier,
  Publish: publishReport,
  DoNotPublish: doNotPublish,
  RecordReply: recordReportReply,
  RingTimer: ringReportTimer,
};

/**
 * What a command comes to. In this order: does the report exist, may this actor do this here, is it the moment for it, and then the rule. A
 * worker's or timer's message that comes late is ignored; a person is told what has happened meanwhile.
 */
export function decideReport(
  command: ReportCommand,
  state: Report | undefined,
  context: ReportContext,
): Decision<ReportEvent> {
  if (command.type === 'FileReport') {
    if (state !== undefined) return refuse('report-already-filed', { sort: 'conflict' });
    return refuseReportCommand(command, state, context) ?? fileReport(command, context);
  }
  if (state === undefined) return refuse('no-such-report', { sort: 'conflict' });
  const transferred = transferOfReport(state, context);
  if (transferred === undefined)
    return refuseReportCommand(command, state, context) ?? applyRule(command, state, context);
  const decision = decideReport(command, evolveReport(state, transferred), context);
  return decision.kind === 'accepted' ? accept<ReportEvent>(transferred, ...decision.events) : decision;
}

/** The table and the map of rules have one key: what is legal in this status is what the rule was written for. */
type AnyRule = (command: ReportCommand, state: Report, context: ReportContext) => Decision<ReportEvent>;

function applyRule(
  command: Exclude<ReportCommand, { readonly type: 'FileReport' }>,
  state: Report,
  context: ReportContext,
): Decision<ReportEvent> {
  if (isLegalReportCommand(command.type, state))
    return (RULES[command.type] as unknown as AnyRule)(command, state, context);
  if (context.actor.kind === 'system') return ignore(`${command.type}: the report is ${state.status}`);
  return refuse('report-not-now', {
    sort: 'conflict',
    details: { command: command.type, ...whatHappenedToReport(state) },
  });
}
