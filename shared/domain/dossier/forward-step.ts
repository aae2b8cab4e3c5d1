import type { Catalogue, Unit } from '../catalogue/catalogue.ts';
import { unitOn } from '../catalogue/lookup.ts';
import { staffOf } from '../catalogue/people.ts';
import { unitAndAbove } from '../catalogue/units.ts';
import { accept, refuse, type Decision, type Refused } from '../decision.ts';
import { localDateOf, type LocalDate } from '../time.ts';
import { clockOfNewHolder } from './clock-of-new-holder.ts';
import { isBlank, isRefused, staffActor, unitOf, type DossierContext } from './context.ts';
import type { DossierEvent } from './events.ts';
import type { Processing, Step } from './state.ts';
import { stepToActOn } from './steps.ts';
import type { CommandOf, StateFor } from './transitions.ts';

/**
 * To another unit, which assigns it anew; it is due when it was. The step that decides stays: who is competent is settled by rule
 * (61/2018/NĐ-CP art. 14-18), not by whoever has it on the desk.
 */
export function forwardStep(
  command: CommandOf<'ForwardStep'>,
  state: StateFor<'ForwardStep'>,
  context: DossierContext,
): Decision<DossierEvent> {
  const actor = staffActor(context);
  if (isRefused(actor)) return actor;
  const step = stepToActOn(state, command.stepId, context);
  if (isRefused(step)) return step;
  if (step.stage === state.work.stages - 1) return refuse('deciding-step-stays', { pointer: '/stepId' });
  const { unitId, reason } = command;
  if (isBlank(reason)) return refuse('reason-missing', { pointer: '/reason' });
  const unit = receivingUnit(unitId, { step, state, context });
  if (isRefused(unit)) return unit;
  const { stepId, stage, actor: doer, clock, openedAt, unitId: from, officerId, forwardedBy = [] } = step;
  return accept({
    type: 'StepForwarded',
    from: { unitId: from, ...(officerId !== undefined && { officerId }) },
    step: {
      stepId,
      stage,
      unitId,
      level: unit.level,
      actor: doer,
      status: 'awaiting-assignment',
      clock: clockOfNewHolder(clock, unit, context),
      openedAt,
      forwardedAt: context.now,
      forwardedBy: [...forwardedBy, from],
    },
    reason,
    by: actor.staffId,
    at: context.now,
  });
}

function receivingUnit(
  unitId: string,
  { step, state, context }: { readonly step: Step; readonly state: Processing; readonly context: DossierContext },
): Unit | Refused {
  const { catalogue } = context;
  const on = localDateOf(context.now);
  const to = unitOn(catalogue, unitId, on);
  if (to === undefined) return refuse('unit-not-in-force', { pointer: '/unitId', details: { unitId } });
  if (unitId === step.unitId) return refuse('forwards-to-itself', { pointer: '/unitId' });
  const examines = staffOf(catalogue, unitId, on).some(({ roles }) =>
    roles.some((role) => role === 'officer' || role === 'unit-head'),
  );
  if (!examines) return refuse('unit-does-not-examine', { pointer: '/unitId', details: { unit: to.name } });
  const from = unitOf(context, state, step.unitId);
  const settles = unitAndAbove(catalogue, to, on).some(({ id }) => id === from.id);
  if (step.forwardedBy?.includes(unitId) !== true || settles) return to;
  const superior = superiorOf(from, to, { catalogue, on }) ?? unitOf(context, state, state.deciding.unitId);
  return refuse('forwarded-back', { pointer: '/unitId', details: { unit: to.name, superior: superior.name } });
}

/** The nearest unit above both: two units that send work to and fro are told by it whose it is. */
function superiorOf(
  one: Unit,
  other: Unit,
  { catalogue, on }: { readonly catalogue: Catalogue; readonly on: LocalDate },
): Unit | undefined {
  const aboveOther = new Set(unitAndAbove(catalogue, other, on).map(({ id }) => id));
  const common = unitAndAbove(catalogue, one, on).filter(({ id }) => aboveOther.has(id));
  return common.find(({ id }) => id !== one.id && id !== other.id) ?? common[0];
}
