/** Parts of the whole view of a case, each from the state to what is shown of it. */
import type { DossierDetails } from '../../shared/contracts/http/dossier-views.ts';
import type { Catalogue, Procedure, UnitId } from '../../shared/domain/catalogue/catalogue.ts';
import { unitOn } from '../../shared/domain/catalogue/lookup.ts';
import type { Parties } from '../../shared/domain/dossier/parties.ts';
import type { Dossier, Outcome, SupplementRequested } from '../../shared/domain/dossier/state.ts';
import { localDateOf } from '../../shared/domain/time.ts';
import type { DossierPorts } from './dossier-ports.ts';

export interface NamedUnit {
  readonly id: string;
  readonly name: string;
  readonly nameEn: string;
}

/** A unit as it was called when the case was filed; units outlive nothing, cases outlive them. */
export function namedUnit(catalogue: Catalogue, filedAt: string, id: UnitId): NamedUnit {
  const unit = unitOn(catalogue, id, localDateOf(filedAt)) ?? catalogue.units.findLast((one) => one.id === id);
  return { id, name: unit?.name ?? id, nameEn: unit?.nameEn ?? id };
}

export function lineName(procedure: Procedure | undefined, lineId: string): string {
  return procedure?.documents.find(({ id }) => id === lineId)?.name ?? lineId;
}

/** @param shown `mayOpen` is whether the caller may have the files themselves, and not only their names and hashes. */
export function attachmentsOf(
  ports: Pick<DossierPorts, 'documents'>,
  state: Dossier,
  shown: { readonly parties: Parties | undefined; readonly mayOpen: boolean },
): Promise<DossierDetails['attachments']> {
  return Promise.all(
    state.attachments.map(async ({ uploadId, sha256, bytes, contentType, lineId }, index) => {
      const fileName = shown.parties?.fileNames[uploadId] ?? `attachment-${String(index + 1)}`;
      return {
        uploadId,
        fileName,
        contentType,
        bytes,
        sha256,
        ...(lineId !== undefined && { lineId }),
        ...(shown.mayOpen && {
          download: await ports.documents.downloadLink({
            trackingCode: state.caseId,
            sha256,
            uploadId,
            fileName,
            contentType,
          }),
        }),
      };
    }),
  );
}

export function supplementOf(
  state: SupplementRequested,
  procedure: Procedure | undefined,
): NonNullable<DossierDetails['supplement']> {
  const { items, reason, requestNumber, wait, answer } = state;
  return {
    items: items.map(({ lineId, what }) => ({ lineId, name: lineName(procedure, lineId), what })),
    reason,
    requestNumber,
    answerBy: wait.dueAt,
    ...(answer && { answeredAt: answer.at }),
  };
}

export function resultOf(result: Outcome): NonNullable<DossierDetails['result']> {
  const { outcome, resultNumber, decidedAt, punctuality, reason } = result;
  return { outcome, resultNumber, decidedAt, punctuality, ...(reason !== undefined && { reason }) };
}
