import { accept, refuse, type Decision } from '../decision.ts';
import { isBlank, isRefused, staffActor } from '../dossier/context.ts';
import type { ReportCommandOf } from './commands.ts';
import type { ReportEvent } from './events.ts';
import { evolveReport } from './evolve-report.ts';
import { finalAnswer, onceAllAnswered } from './finish-report.ts';
import { openPart } from './open-part.ts';
import type { ReportContext } from './report-context.ts';
import type { ReportFor } from './report-transitions.ts';
import { unitsAtWork } from './report-work.ts';

/** A unit's answer. When it is the last one, the report goes on: to the citizen, to the hotline's review, or to the lead. */
export function answerWork(
  { workId, outcome, text }: ReportCommandOf<'AnswerWork'>,
  state: ReportFor<'AnswerWork'>,
  context: ReportContext,
): Decision<ReportEvent> {
  const actor = staffActor(context);
  if (isRefused(actor)) return actor;
  const work = openPart(workId, state);
  if (isRefused(work)) return work;
  if (isBlank(text)) return refuse('answer-missing', { pointer: '/text' });
  const answer = { outcome, text, by: actor.staffId, at: context.now };
  const answered: ReportEvent = { type: 'WorkAnswered', workId, answer };
  const next = onceAllAnswered(evolveReport(state, answered), context);
  if (isRefused(next)) return next;
  return accept<ReportEvent>(answered, ...next);
}

/** One answer out of those of several units, by the lead or by the hotline. */
export function consolidate(
  { outcome, text }: ReportCommandOf<'Consolidate'>,
  state: ReportFor<'Consolidate'>,
  context: ReportContext,
): Decision<ReportEvent> {
  const actor = staffActor(context);
  if (isRefused(actor)) return actor;
  if (isBlank(text)) return refuse('answer-missing', { pointer: '/text' });
  const answer = { outcome, text, unitIds: unitsAtWork(state), by: actor.staffId, at: context.now };
  const event = finalAnswer(answer, state, context);
  return isRefused(event) ? event : accept(event);
}
