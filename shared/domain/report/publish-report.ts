/** Publication: only what a person has read over, without anything that points to somebody, and only of answered reports. */
import { accept, refuse, type Decision } from '../decision.ts';
import { isBlank, isRefused, staffActor } from '../dossier/context.ts';
import { localDateOf } from '../time.ts';
import type { ReportCommandOf } from './commands.ts';
import type { ReportEvent } from './events.ts';
import { categoryOn, type ReportContext } from './report-context.ts';
import type { ReportFor } from './report-transitions.ts';

/** Publishing again replaces what was published. */
export function publishReport(
  { summary, answer, personal, reason }: ReportCommandOf<'Publish'>,
  state: ReportFor<'Publish'>,
  context: ReportContext,
): Decision<ReportEvent> {
  const actor = staffActor(context);
  if (isRefused(actor)) return actor;
  if (isBlank(summary)) return refuse('summary-missing', { pointer: '/summary' });
  if (isBlank(answer)) return refuse('answer-missing', { pointer: '/answer' });
  const [first] = personal;
  if (first !== undefined) return refuse('personal-data-in-text', { details: { found: personal.join('; ') } });
  if (isSensitive(state, context) && isBlank(reason)) return refuse('sensitive-needs-reason', { pointer: '/reason' });
  const { outcome, unitIds, at: answeredAt } = state.answer;
  const publication = { summary, answer, outcome, answeredAt, unitIds, by: actor.staffId, at: context.now };
  return accept({ type: 'ReportPublished', publication, ...(reason !== undefined && { reason }) });
}

/** Takes it off again where it was published. */
export function doNotPublish(
  { reason }: ReportCommandOf<'DoNotPublish'>,
  _state: ReportFor<'DoNotPublish'>,
  context: ReportContext,
): Decision<ReportEvent> {
  const actor = staffActor(context);
  if (isRefused(actor)) return actor;
  if (isBlank(reason)) return refuse('reason-missing', { pointer: '/reason' });
  return accept({ type: 'ReportNotPublished', reason, by: actor.staffId, at: context.now });
}

function isSensitive({ triage }: ReportFor<'Publish'>, { catalogue }: ReportContext): boolean {
  if (triage === undefined) return true;
  return categoryOn(catalogue, triage.category, localDateOf(triage.at))?.sensitive ?? true;
}
