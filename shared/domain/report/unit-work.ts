/** What happens to a unit's part before it is answered: who has it, that it was taken up, what the reporter may know meanwhile. */
import { accept, ignore, refuse, type Decision } from '../decision.ts';
import { refuseAssignee } from '../dossier/assignee.ts';
import { isBlank, isRefused, staffActor } from '../dossier/context.ts';
import type { ReportCommandOf } from './commands.ts';
import type { ReportEvent } from './events.ts';
import { openPart } from './open-part.ts';
import type { ReportContext } from './report-context.ts';
import type { ReportFor } from './report-transitions.ts';
import type { ReportWork } from './state.ts';
import { distinct, headAbove, hotlineDesk } from './told-of-report.ts';
import type { Report } from './state.ts';

export function assignWorkOfReport(
  { workId, staffId, why }: ReportCommandOf<'AssignWork'>,
  state: ReportFor<'AssignWork'>,
  context: ReportContext,
): Decision<ReportEvent> {
  const work = openPart(workId, state);
  if (isRefused(work)) return ignore(work.refusal.rule);
  if (work.officerId !== undefined) return ignore('somebody has it');
  const { unitId } = work;
  const assigned = { type: 'WorkAssigned', workId, unitId, why, at: context.now } as const;
  if (staffId === undefined) {
    if (work.unassignableSince !== undefined) return ignore('told already that nobody is there');
    return accept({ ...assigned, tell: whoLooksAfter(work, state, context) });
  }
  return refuseAssignee(staffId, unitId, context) ?? accept({ ...assigned, staffId, tell: [] });
}

/** Nobody of the unit is there: its mailbox, and whoever is above it. */
function whoLooksAfter({ unitId }: ReportWork, state: Report, context: ReportContext) {
  return distinct([{ kind: 'unit-mailbox', unitId }, headAbove(unitId, context) ?? hotlineDesk(state)]);
}

export function acceptWork(
  { workId }: ReportCommandOf<'AcceptWork'>,
  state: ReportFor<'AcceptWork'>,
  context: ReportContext,
): Decision<ReportEvent> {
  const actor = staffActor(context);
  if (isRefused(actor)) return actor;
  const work = openPart(workId, state);
  if (isRefused(work)) return work;
  const { acceptedBy, acceptedAt } = work;
  if (acceptedBy === actor.staffId) return ignore('taken up by the same person');
  if (acceptedBy !== undefined && acceptedAt !== undefined) {
    return refuse('already-taken-up', { sort: 'conflict', details: { by: acceptedBy, at: acceptedAt } });
  }
  return accept({ type: 'WorkAccepted', workId, by: actor.staffId, at: context.now });
}

export function handWorkOver(
  { workId, to, reason }: ReportCommandOf<'HandWorkOver'>,
  state: ReportFor<'HandWorkOver'>,
  context: ReportContext,
): Decision<ReportEvent> {
  const actor = staffActor(context);
  if (isRefused(actor)) return actor;
  const work = openPart(workId, state);
  if (isRefused(work)) return work;
  if (work.officerId === to) return ignore('has it already');
  if (isBlank(reason)) return refuse('reason-missing', { pointer: '/reason' });
  const refused = refuseAssignee(to, work.unitId, context);
  return refused ?? accept({ type: 'WorkHandedOver', workId, to, reason, by: actor.staffId, at: context.now });
}

export function reportProgress(
  { workId, text }: ReportCommandOf<'ReportProgress'>,
  state: ReportFor<'ReportProgress'>,
  context: ReportContext,
): Decision<ReportEvent> {
  const actor = staffActor(context);
  if (isRefused(actor)) return actor;
  const work = openPart(workId, state);
  if (isRefused(work) && !(state.status === 'consolidating' && work.refusal.rule === 'part-answered')) return work;
  if (isBlank(text)) return refuse('text-missing', { pointer: '/text' });
  const { subscribers } = state;
  return accept({ type: 'ProgressReported', workId, text, subscribers, by: actor.staffId, at: context.now });
}
