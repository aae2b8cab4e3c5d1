/** What is only kept: a note of staff, the dossier that came of a report, the result of a reply by mail. */
import { accept, ignore, refuse, type Decision } from '../decision.ts';
import { isBlank, isRefused, staffActor } from '../dossier/context.ts';
import type { ReportCommandOf } from './commands.ts';
import type { ReportEvent } from './events.ts';
import type { ReportContext } from './report-context.ts';
import type { Report } from './state.ts';

export function addReportNote(
  { text }: ReportCommandOf<'AddNote'>,
  _state: Report,
  context: ReportContext,
): Decision<ReportEvent> {
  const actor = staffActor(context);
  if (isRefused(actor)) return actor;
  if (isBlank(text)) return refuse('note-missing', { pointer: '/text' });
  return accept({ type: 'ReportNoted', text, by: actor.staffId, at: context.now });
}

export function linkDossier(
  { caseId }: ReportCommandOf<'LinkDossier'>,
  { dossiers }: Report,
  { now: at }: ReportContext,
): Decision<ReportEvent> {
  return dossiers.includes(caseId) ? ignore('linked already') : accept({ type: 'DossierLinked', caseId, at });
}

export function recordReportReply(
  { mailId, staffId, result, answer }: ReportCommandOf<'RecordReply'>,
  _state: Report,
  { now: at }: ReportContext,
): Decision<ReportEvent> {
  return accept({ type: 'ReportReplyAnswered', mailId, staffId, result, answer, at });
}
