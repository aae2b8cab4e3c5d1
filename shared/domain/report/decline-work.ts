/**
 * "Not ours" (không thuộc thẩm quyền): whose it is must be decided within the hour. The hotline decides; once the report goes to and fro, the head of
 * the unit above those that declined does, and that is final.
 */
import type { UnitId } from '../catalogue/catalogue.ts';
import { accept, refuse, type Decision, type Refused } from '../decision.ts';
import { unitOn } from '../catalogue/lookup.ts';
import { isBlank, isRefused, staffActor } from '../dossier/context.ts';
import type { NoticeRecipient } from '../dossier/recipient.ts';
import { commonSuperior } from './common-superior.ts';
import type { ReportCommandOf } from './commands.ts';
import type { ReportEvent } from './events.ts';
import { openPart } from './open-part.ts';
import { hasDeclined } from './refuse-unit.ts';
import { today, type ReportContext } from './report-context.ts';
import type { ReportFor } from './report-transitions.ts';
import { startServiceClock } from './service-clock.ts';
import type { Declined, Dispute, Report } from './state.ts';
import { hotlineDesk } from './told-of-report.ts';

export function declineWork(
  command: ReportCommandOf<'DeclineWork'>,
  state: ReportFor<'DeclineWork'>,
  context: ReportContext,
): Decision<ReportEvent> {
  const actor = staffActor(context);
  if (isRefused(actor)) return actor;
  const { workId, reason, suggested } = command;
  const work = openPart(workId, state);
  if (isRefused(work)) return work;
  if (work.settled === true) return refuse('competence-settled');
  if (isBlank(reason)) return refuse('reason-missing', { pointer: '/reason' });
  const unknown = suggested === undefined ? undefined : refuseSuggestion(suggested, work.unitId, context);
  if (unknown !== undefined) return unknown;
  const declined: Declined = { unitId: work.unitId, reason, by: actor.staffId, at: context.now };
  const clock = startServiceClock(context, 'dispute', state.core.hotlineId);
  if (isRefused(clock)) return clock;
  const decidedBy = whoDecides(declined.unitId, suggested, { state, context });
  const { by, at } = declined;
  const dispute: Dispute = { reason, ...(suggested !== undefined && { suggested }), by, at, clock, decidedBy };
  return accept({ type: 'WorkDeclined', workId, declined, dispute, tell: whoDecidesTold(decidedBy, state) });
}

function refuseSuggestion(suggested: UnitId, own: UnitId, context: ReportContext): Refused | undefined {
  const pointer = '/suggested';
  if (suggested === own) return refuse('suggests-itself', { pointer });
  const known = unitOn(context.catalogue, suggested, today(context)) !== undefined;
  return known ? undefined : refuse('unknown-unit', { pointer, details: { unit: suggested } });
}

function whoDecides(
  unitId: UnitId,
  suggested: UnitId | undefined,
  about: { readonly state: Report; readonly context: ReportContext },
): Dispute['decidedBy'] {
  const { state, context } = about;
  const units = new Set([...state.declined.map((one) => one.unitId), unitId]);
  const toAndFro =
    units.size >= context.catalogue.hotline.declinesBeforeSuperior ||
    (suggested !== undefined && hasDeclined(state, suggested));
  return (toAndFro ? superiorOf([...units], context) : undefined) ?? { kind: 'hotline' };
}

export function superiorOf(units: readonly UnitId[], context: ReportContext): Dispute['decidedBy'] | undefined {
  const superior = commonSuperior(context.catalogue, units, today(context));
  return superior && { kind: 'superior', unitId: superior.id };
}

/** The hotline keeps an eye on what a superior has to decide. */
export function whoDecidesTold(decidedBy: Dispute['decidedBy'], state: Report): readonly NoticeRecipient[] {
  const desk = hotlineDesk(state);
  return decidedBy.kind === 'hotline' ? [desk] : [{ kind: 'unit-head', unitId: decidedBy.unitId }, desk];
}
