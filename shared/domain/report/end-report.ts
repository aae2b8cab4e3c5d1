/**
 * Ends without an answer of a unit, never in silence: rejected with reason and text, redirected to its own procedure by a person's decision, or
 * withdrawn by whoever reported.
 */
import { accept, refuse, type Decision, type Refused } from '../decision.ts';
import { isBlank, isRefused, staffActor } from '../dossier/context.ts';
import type { StaffActor } from '../actor.ts';
import { awaitsNoInfo } from './awaits.ts';
import type { ReportCommandOf } from './commands.ts';
import type { ReportEvent } from './events.ts';
import { refuseOnceAnswered } from './refuse-once-answered.ts';
import type { ReportContext } from './report-context.ts';
import type { ReportFor } from './report-transitions.ts';
import { leadOf } from './report-work.ts';
import type { distinct } from './told-of-report.ts';
import { holderOf, hotlineHead, openHolders } from './told-of-report.ts';

export function rejectReport(
  { reason, text }: ReportCommandOf<'Reject'>,
  state: ReportFor<'Reject'>,
  context: ReportContext,
): Decision<ReportEvent> {
  const actor = whoEnds(text, state, context);
  if (isRefused(actor)) return actor;
  return accept({ type: 'ReportRejected', reason, text, ...ending(actor, state, context) });
}

/** A complaint (khiếu nại), a denunciation (tố cáo), a regulation (20/2008/NĐ-CP), danger: none is the hotline's. */
export function redirectReport(
  { to, text }: ReportCommandOf<'Redirect'>,
  state: ReportFor<'Redirect'>,
  context: ReportContext,
): Decision<ReportEvent> {
  const actor = whoEnds(text, state, context);
  if (isRefused(actor)) return actor;
  return accept({ type: 'ReportRedirected', to, text, ...ending(actor, state, context) });
}

/** What others reported was merged into it: it goes on, each for itself. */
export function withdrawReport(
  _command: ReportCommandOf<'Withdraw'>,
  state: ReportFor<'Withdraw'>,
  { now: at }: ReportContext,
): Decision<ReportEvent> {
  const { subscribers } = state;
  return accept({ type: 'ReportWithdrawn', subscribers, at, tell: whoStops(state), ...awaitsNoInfo(state) });
}

function whoEnds(text: string, state: ReportFor<'Reject'>, context: ReportContext): StaffActor | Refused {
  const actor = staffActor(context);
  if (isRefused(actor)) return actor;
  if (isBlank(text)) return refuse('text-missing', { pointer: '/text' });
  return refuseOnceAnswered(state) ?? actor;
}

function ending({ staffId: by }: StaffActor, state: ReportFor<'Reject'>, { now: at }: ReportContext) {
  return { subscribers: state.subscribers, by, at, tell: openHolders(state), ...awaitsNoInfo(state) };
}

function whoStops(state: ReportFor<'Withdraw'>): ReturnType<typeof distinct> {
  if (state.status === 'consolidating') return [holderOf(leadOf(state))];
  return state.status === 'in-review' ? [hotlineHead(state)] : openHolders(state);
}
