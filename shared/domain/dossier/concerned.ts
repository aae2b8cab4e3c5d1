import type { StaffId, UnitId } from '../catalogue/catalogue.ts';
import type { Dossier } from './state.ts';
import { workOf } from './work-of.ts';

/** Who has the dossier in hand and must hear that it changed course: the counter, and the officers with open work. */
export function concerned(state: Dossier): { readonly counterId: UnitId; readonly officers: readonly StaffId[] } {
  const { steps, consultations } = workOf(state) ?? { steps: [], consultations: [] };
  const open = [
    ...steps.filter(({ status }) => status === 'assigned'),
    ...consultations.filter(({ answer }) => answer === undefined),
  ];
  return { counterId: state.counterId, officers: [...new Set(open.flatMap(({ officerId }) => officerId ?? []))] };
}
