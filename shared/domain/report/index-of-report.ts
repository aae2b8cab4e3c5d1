import type { UnitId } from '../catalogue/catalogue.ts';
import type { Instant } from '../time.ts';
import type { Report } from './state.ts';

/** The hotline's reports by the day they were filed, on the index that a counter's dossiers are on. */
export function indexOfReport({ core }: Report): { readonly counterId: UnitId; readonly filedAt: Instant } {
  return { counterId: core.hotlineId, filedAt: core.filedAt };
}
