import type { StaffId, UnitId } from '../catalogue/catalogue.ts';
import type { Dossier } from './state.ts';

/** Who has the dossier in hand and must hear that it changed course: the counter, and the officers with open work. */
export function concerned(state: Dossier): { readonly counterId: UnitId; readonly officers: readonly StaffId[] } {
  const work = state.status === 'supplement-requested' ? state.suspended : undefined;
  const { steps, consultations } = (state.status === 'processing' ? state.work : work) ?? {
    steps: [],
    consultations: [],
  };
  const open = [
    ...steps.filter(({ status }) => status === 'assigned'),
    ...consultations.filter(({ answer }) => answer === undefined),
  ];
  return { counterId: state.counterId, officers: [...new Set(open.flatMap(({ officerId }) => officerId ?? []))] };
}
