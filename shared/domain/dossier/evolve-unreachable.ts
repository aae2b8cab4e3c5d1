import type { DossierEvent } from './events.ts';
import type { Dossier } from './state.ts';
import { withWork, workOf } from './work-of.ts';

/** The work stays with its officer, and its clock goes on; only that the unit was told is remembered. */
export function markUnreachable(state: Dossier, event: Extract<DossierEvent, { type: 'OfficerUnreachable' }>): Dossier {
  const work = workOf(state);
  if (work === undefined) return state;
  const { stepIds, consultationIds, at } = event;
  return withWork(state, {
    ...work,
    steps: work.steps.map((step) => (stepIds.includes(step.stepId) ? { ...step, unreachableSince: at } : step)),
    consultations: work.consultations.map((one) =>
      consultationIds.includes(one.consultationId) ? { ...one, unreachableSince: at } : one,
    ),
  });
}
