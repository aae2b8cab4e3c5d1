import type { Instant } from '../time.ts';
import type { Dossier, Punctuality } from './state.ts';

/**
 * The attributes of the snapshot that answer a question: by dossier code, a counter's dossiers by the day they were filed, and what a unit
 * decided in a week.
 */
export function indexOfDossier(state: Dossier): {
  readonly dossierCode?: string;
  readonly counterId: string;
  readonly filedAt: Instant;
  readonly decidedBy?: string;
  readonly decidedAt?: Instant;
  readonly punctuality?: Punctuality;
} {
  const { dossierCode, counterId, filedAt, deciding } = state;
  return {
    counterId,
    filedAt,
    ...(dossierCode !== undefined && { dossierCode }),
    ...('result' in state && {
      decidedBy: deciding.unitId,
      decidedAt: state.result.decidedAt,
      punctuality: state.result.punctuality,
    }),
  };
}
