/** An answer that is read before it goes out: let go, perhaps in better words, or sent back with the reason. */
import { accept, refuse, type Decision } from '../decision.ts';
import { isBlank, isRefused, staffActor } from '../dossier/context.ts';
import { without } from '../dossier/without.ts';
import type { ReportCommandOf } from './commands.ts';
import type { ReportEvent } from './events.ts';
import { reportAnswered } from './finish-report.ts';
import type { ReportContext } from './report-context.ts';
import type { ReportFor } from './report-transitions.ts';
import { currentWork, leadOf } from './report-work.ts';
import { startServiceClock } from './service-clock.ts';
import { holderOf } from './told-of-report.ts';

export function approveAnswer(
  { text }: ReportCommandOf<'ApproveAnswer'>,
  state: ReportFor<'ApproveAnswer'>,
  context: ReportContext,
): Decision<ReportEvent> {
  const actor = staffActor(context);
  if (isRefused(actor)) return actor;
  if (text !== undefined && isBlank(text)) return refuse('answer-missing', { pointer: '/text' });
  const { draft } = state;
  const answer = { ...draft, text: text ?? draft.text, approvedBy: actor.staffId, at: context.now };
  return accept(reportAnswered(answer, state, context));
}

/** To the unit that answered, with as much time as it had; where several did, the lead makes another answer of theirs. */
export function returnAnswer(
  { reason }: ReportCommandOf<'ReturnAnswer'>,
  state: ReportFor<'ReturnAnswer'>,
  context: ReportContext,
): Decision<ReportEvent> {
  const actor = staffActor(context);
  if (isRefused(actor)) return actor;
  if (isBlank(reason)) return refuse('reason-missing', { pointer: '/reason' });
  const lead = leadOf(state);
  const several = currentWork(state).length > 1;
  const clock = startServiceClock(context, several ? 'consolidate' : lead.serviceLevel, lead.unitId);
  if (isRefused(clock)) return clock;
  const goesOn = several
    ? { work: [], consolidation: clock }
    : { work: [{ ...without(lead, 'answer'), status: 'open' as const, clock }] };
  const { staffId: by } = actor;
  return accept({ type: 'AnswerReturned', reason, ...goesOn, tell: [holderOf(lead)], by, at: context.now });
}
