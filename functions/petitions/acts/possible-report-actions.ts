/** What a member of staff may ask of a report now: what its state allows and the permission table grants this person. */
import type { ReportAction } from '../../../shared/contracts/http/report-actions.ts';
import type { ReportCommand } from '../../../shared/domain/report/commands.ts';
import { decideReport } from '../../../shared/domain/report/decide-report.ts';
import { reportPermissionSubject } from '../../../shared/domain/report/permission-of-report.ts';
import { availableReportActs, type ReportAct } from '../../../shared/domain/report/report-acts.ts';
import { isLegalReportCommand } from '../../../shared/domain/report/report-transitions.ts';
import type { Report } from '../../../shared/domain/report/state.ts';
import { authorise } from '../../../shared/domain/staff/permissions.ts';
import type { StaffCaller } from '../report-access.ts';

/** Acts on a unit's part, by what a mail about it calls them. */
const actionOfAct: Readonly<Record<ReportAct, ReportAction>> = {
  'accept-report': 'accept',
  'answer-report': 'answer',
  'progress-report': 'progress',
  'decline-report': 'decline',
  'hand-report-over': 'hand-over',
  'settle-report': 'settle',
  'consolidate-report': 'consolidate',
  'approve-answer': 'approve',
  'return-answer': 'return',
};

/** Commands that need nothing but words are asked of the domain itself. */
const probes: readonly (readonly [ReportAction, ReportCommand])[] = [
  ['ask', { type: 'AskReporter', question: '…' }],
  ['reject', { type: 'Reject', reason: 'no-content', text: '…' }],
  ['redirect', { type: 'Redirect', to: 'complaint', text: '…' }],
  ['publish', { type: 'Publish', summary: '…', answer: '…', personal: [], reason: '…' }],
  ['do-not-publish', { type: 'DoNotPublish', reason: '…' }],
  ['note', { type: 'AddNote', text: '…' }],
  ['words', { type: 'RecordReporterWords', messageId: 'probe', attachments: [] }],
  ['reopen', { type: 'Reopen' }],
  ['withdraw', { type: 'Withdraw' }],
];

/** What these need (a category, another report, a unit) stands in the form. */
const sorting = [
  ['triage', 'Triage'],
  ['merge', 'MergeInto'],
  ['add-unit', 'AddUnit'],
] as const satisfies readonly (readonly [ReportAction, ReportCommand['type']])[];

export function possibleActions(state: Report, caller: StaffCaller): readonly ReportAction[] {
  const subject = reportPermissionSubject(state, caller);
  const maySort = authorise({ operation: 'triage-report', subject, ...caller }).kind === 'allowed';
  const acts = availableReportActs(state, caller).map(({ action }) => actionOfAct[action]);
  return [
    ...sorting.flatMap(([action, type]) => (maySort && isLegalReportCommand(type, state) ? [action] : [])),
    ...new Set(acts),
    ...probes.flatMap(([action, command]) =>
      decideReport(command, state, caller).kind === 'accepted' ? [action] : [],
    ),
  ];
}
