import type { Catalogue } from '../../../shared/domain/catalogue/catalogue.ts';
import { procedureVersion } from '../../../shared/domain/catalogue/lookup.ts';
import type { Dossier } from '../../../shared/domain/dossier/state.ts';
import { whatOf } from '../writing/clock-words.ts';

export interface CaseInWords {
  /** Mã hồ sơ, or the tracking code before there is one. */
  readonly code: string;
  readonly procedure: string;
  /** The step, or what else is waited for. */
  readonly what: string;
}

/** A case in a list for staff: never who it is about. */
export function caseInWords(state: Dossier, clockId: string, catalogue: Catalogue): CaseInWords {
  const { code, version } = state.procedure;
  const procedure = procedureVersion(catalogue, code, version);
  const step = (id: string) => procedure?.stages.flat().find((one) => one.id === id);
  const stepName = (id: string) => ({ vi: step(id)?.name ?? id, en: step(id)?.nameEn ?? id });
  return {
    code: state.dossierCode ?? state.caseId,
    procedure: procedure?.name ?? code,
    what: whatOf(clockId, { stepName }).vi,
  };
}
