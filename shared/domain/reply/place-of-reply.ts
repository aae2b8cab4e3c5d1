/**
 * Where an answer counts: an address that was made for one step or consultation says nothing about another, and is good only as long as that
 * work is with whom it was made for. Otherwise an old mail would go on moving a case that has been handed over.
 */
import { isHeadOf, type DossierContext } from '../dossier/context.ts';
import type { Consultation, Dossier, Step } from '../dossier/state.ts';
import { workOf } from '../dossier/work-of.ts';
import type { Act } from './available-acts.ts';

/** Empty when it is about the whole case. */
export interface Place {
  readonly stepId?: string;
  readonly consultationId?: string;
}

interface Placed {
  readonly state: Dossier;
  readonly context: DossierContext;
  readonly place?: Place;
}

export function atPlace(acts: readonly Act[], { state, context, place = {} }: Placed): readonly Act[] {
  if (place.stepId === undefined && place.consultationId === undefined) return acts;
  if (!isTheirPlace(place, state, context)) return [];
  return acts.filter(
    ({ stepId, consultationId }) =>
      (stepId === undefined && consultationId === undefined) ||
      (stepId !== undefined && stepId === place.stepId) ||
      (consultationId !== undefined && consultationId === place.consultationId),
  );
}

/** True while the work is open and with this person. A head acts by office, whoever has the work and when it is over too. */
export function isTheirPlace(place: Place, state: Dossier, context: DossierContext): boolean {
  const { actor } = context;
  const work = workOf(state);
  const step = work?.steps.find(({ stepId }) => stepId === place.stepId);
  const asked = work?.consultations.find(({ consultationId }) => consultationId === place.consultationId);
  const units = [state.deciding.unitId, ...[step, asked].flatMap((one) => one?.unitId ?? [])];
  if (units.some((unitId) => isHeadOf(context, unitId))) return true;
  return [openStep(step), unanswered(asked)].some(
    (one) => one !== undefined && actor.kind === 'staff' && one.officerId === actor.staffId,
  );
}

function openStep(step: Step | undefined): Step | undefined {
  return step?.status === 'assigned' ? step : undefined;
}

function unanswered(asked: Consultation | undefined): Consultation | undefined {
  return asked?.answer === undefined ? asked : undefined;
}
