import type { ConversationEvent } from '../../../shared/domain/conversation/events.ts';
import type { Conversation } from '../../../shared/domain/conversation/state.ts';
import type { ReportEvent } from '../../../shared/domain/report/events.ts';
import type { Report } from '../../../shared/domain/report/state.ts';

/**
 * True when a report has moved on so far that the message would mislead: one that waited for the morning or for a provider must not say that
 * units are at work on what is answered, or ask what nobody waits for. What closes a report is always said.
 */
export function isOutdatedForReporter(event: ReportEvent, report: Report): boolean {
  return (REPORT_CHECKS[event.type] as ReportCheck<ReportEvent['type']> | undefined)?.(event, report) ?? false;
}

type ReportCheck<Type extends ReportEvent['type']> = (
  event: Extract<ReportEvent, { readonly type: Type }>,
  report: Report,
) => boolean;

const isDone = (_event: ReportEvent, { status }: Report): boolean =>
  status !== 'new' && status !== 'assigned' && status !== 'consolidating' && status !== 'in-review';

const REPORT_CHECKS: { readonly [Type in ReportEvent['type']]?: ReportCheck<Type> } = {
  ReportTriaged: isDone,
  DisputeSettled: isDone,
  ReportReopened: isDone,
  ProgressReported: isDone,
  ReporterAsked: ({ at }, report) => report.status !== 'needs-info' || report.question.at !== at,
  // Reopened meanwhile: another answer follows.
  ReportAnswered: ({ answer }, report) => report.status !== 'closed' || report.answer.at !== answer.at,
};

/** True when a question was answered, or asked anew, and when a code is no longer waited for. */
export function isOutdatedInConversation(event: ConversationEvent, { draft, linking }: Conversation): boolean {
  if (event.type === 'LinkAsked') return linking?.askedAt !== event.at;
  return event.type === 'FieldAsked' && (draft?.asked?.field !== event.field || draft.asked.times !== event.times);
}
