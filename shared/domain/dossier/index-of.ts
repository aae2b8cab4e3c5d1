import type { Instant } from '../time.ts';
import type { Dossier } from './state.ts';

/** The attributes of the snapshot that answer a question: by dossier code, and a counter's dossiers by the day they were filed. */
export function indexOfDossier(state: Dossier): {
  readonly dossierCode?: string;
  readonly counterId: string;
  readonly filedAt: Instant;
} {
  const { dossierCode, counterId, filedAt } = state;
  return { counterId, filedAt, ...(dossierCode !== undefined && { dossierCode }) };
}
