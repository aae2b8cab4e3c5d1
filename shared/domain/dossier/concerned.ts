import type { StaffId, UnitId } from '../catalogue/catalogue.ts';
import type { Dossier, Work } from './state.ts';
import { workOf } from './work-of.ts';

/** Who has the dossier in hand and must hear that it changed course: the counter, and the officers with open work. */
export function concerned(state: Dossier): { readonly counterId: UnitId; readonly officers: readonly StaffId[] } {
  return { counterId: state.counterId, officers: holdersOf(workOf(state) ?? { steps: [], consultations: [] }) };
}

/** Each once, however much of it they have. */
export function holdersOf({ steps, consultations }: Pick<Work, 'steps' | 'consultations'>): readonly StaffId[] {
  const open = [
    ...steps.filter(({ status }) => status === 'assigned'),
    ...consultations.filter(({ answer }) => answer === undefined),
  ];
  return [...new Set(open.flatMap(({ officerId }) => officerId ?? []))];
}
