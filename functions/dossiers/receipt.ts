/** The receipt of an intake. What is stored for a retry holds neither the secret link nor anything a person typed. */
import type { Receipt } from '../../shared/contracts/http/dossier-views.ts';
import type { Catalogue } from '../../shared/domain/catalogue/catalogue.ts';
import { procedureVersion } from '../../shared/domain/catalogue/lookup.ts';
import type { Dossier } from '../../shared/domain/dossier/state.ts';

export type StoredReceipt = Omit<Receipt, 'link'>;

export function storedReceipt(state: Dossier, version: number, catalogue: Catalogue): StoredReceipt {
  const { code, version: procedureVersionId } = state.procedure;
  return {
    code: state.caseId,
    status: state.status,
    version,
    filedAt: state.filedAt,
    procedure: {
      code,
      version: procedureVersionId,
      name: procedureVersion(catalogue, code, procedureVersionId)?.name ?? code,
    },
    counterId: state.counterId,
    documents: [...state.documents],
    attachments: [...state.attachments],
    ...(state.dossierCode !== undefined && { dossierCode: state.dossierCode }),
    ...(state.clock && { dueAt: state.clock.dueAt }),
    ...(state.sendSlip !== undefined && { sendSlip: state.sendSlip }),
    ...(state.status === 'with-clerk' && { countersign: state.countersign }),
  };
}
