import { unitOn } from '../catalogue/lookup.ts';
import { accept, refuse, type Decision } from '../decision.ts';
import { isBlank, isRefused, staffActor } from '../dossier/context.ts';
import type { ReportCommandOf } from './commands.ts';
import type { ReportEvent } from './events.ts';
import { newWork } from './new-work.ts';
import { refuseUnit } from './refuse-unit.ts';
import { today, type ReportContext } from './report-context.ts';
import type { ReportFor } from './report-transitions.ts';
import { nextWorkId, unitsAtWork } from './report-work.ts';
import { serviceLevelOf } from './service-level-of.ts';

/** A further unit beside those at work, whose time runs on as it was. */
export function addUnit(
  { unitId, reason }: ReportCommandOf<'AddUnit'>,
  state: ReportFor<'AddUnit'>,
  context: ReportContext,
): Decision<ReportEvent> {
  const actor = staffActor(context);
  if (isRefused(actor)) return actor;
  const { staffId: by } = actor;
  if (isBlank(reason)) return refuse('reason-missing', { pointer: '/reason' });
  const atWork = unitsAtWork(state);
  if (atWork.includes(unitId)) return refuse('unit-at-work', { pointer: '/unitId' });
  const refused = refuseUnit(unitId, { state, context, pointer: '/unitId' });
  const unit = unitOn(context.catalogue, unitId, today(context));
  if (refused !== undefined) return refused;
  if (unit === undefined) throw new Error(`unit ${unitId} was there and is not`);
  const part = {
    workId: nextWorkId(state.work),
    lead: false,
    origin: { kind: 'person', staffId: by, reason },
    serviceLevel: serviceLevelOf(state.triage?.urgency ?? 'normal', atWork.length + 1),
    round: state.reopened,
  } as const;
  const work = newWork(unit, part, context);
  return isRefused(work) ? work : accept({ type: 'UnitAdded', work, reason, by, at: context.now });
}
