import { isValidOn } from '../../shared/domain/catalogue/lookup.ts';
import { isAway, staffOf } from '../../shared/domain/catalogue/people.ts';
import type { DossierContext } from '../../shared/domain/dossier/context.ts';
import type { Dossier } from '../../shared/domain/dossier/state.ts';
import { localDateOf } from '../../shared/domain/time.ts';
import type { FieldChoices } from './action-fields.ts';
import type { Act } from '../../shared/domain/reply/available-acts.ts';

/** Whom to choose from today: the colleagues of the step's unit who are present, and the units that can be asked. */
export function choicesFor(act: Act, state: Dossier, context: DossierContext): FieldChoices {
  const { catalogue, actor, now } = context;
  const today = localDateOf(now);
  const unitId =
    state.status === 'processing' ? state.work.steps.find(({ stepId }) => stepId === act.stepId)?.unitId : undefined;
  if (act.action === 'hand-over' && unitId !== undefined) {
    const officerId = actor.kind === 'staff' ? actor.staffId : undefined;
    const colleagues = staffOf(catalogue, unitId, today).filter(
      (person) => (person.roles.includes('officer') || person.roles.includes('unit-head')) && !isAway(person, today),
    );
    const others = isHeldBy(state, act, officerId) ? colleagues.filter(({ id }) => id !== officerId) : colleagues;
    return { colleagues: others.map(({ id, name }) => ({ value: id, label: name })), units: [] };
  }
  if (act.action === 'consult') {
    const units = catalogue.units.filter(
      (unit) => isValidOn(unit, today) && unit.kind !== 'one-stop' && unit.id !== unitId,
    );
    return { colleagues: [], units: units.map(({ id, name }) => ({ value: id, label: name })) };
  }
  return { colleagues: [], units: [] };
}

function isHeldBy(state: Dossier, act: Act, staffId: string | undefined): boolean {
  return (
    state.status === 'processing' &&
    state.work.steps.some((step) => step.stepId === act.stepId && step.officerId === staffId)
  );
}
