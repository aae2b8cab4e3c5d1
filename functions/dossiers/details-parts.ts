/** Parts of the whole view of a case, each from the state to what is shown of it. */
import type { DossierDetails } from '../../shared/contracts/http/dossier-views.ts';
import type { Catalogue, Procedure, UnitId } from '../../shared/domain/catalogue/catalogue.ts';
import { unitOn } from '../../shared/domain/catalogue/lookup.ts';
import type { Parties } from '../../shared/domain/dossier/parties.ts';
import type { Dossier, Outcome, Paused, SupplementRequested } from '../../shared/domain/dossier/state.ts';
import { localDateOf } from '../../shared/domain/time.ts';
import { attachmentName } from './attachment-access.ts';

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

/** @param shown `addressOf` leads to a file; absent for a caller who may see only names and hashes. */
export function attachmentsOf(
  state: Dossier,
  shown: {
    readonly parties: Parties | undefined;
    readonly addressOf: ((uploadId: string) => string) | undefined;
  },
): DossierDetails['attachments'] {
  return state.attachments.map(({ uploadId, sha256, bytes, contentType, lineId }) => ({
    uploadId,
    fileName: attachmentName(state, uploadId, shown.parties),
    contentType,
    bytes,
    sha256,
    ...(lineId !== undefined && { lineId }),
    ...(shown.addressOf && { download: shown.addressOf(uploadId) }),
  }));
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

/** Only the published reason: what staff wrote about it is theirs. */
export function pauseOf({ reason }: Paused, { pauseReasons }: Catalogue): NonNullable<DossierDetails['paused']> {
  const published = pauseReasons.find(({ id }) => id === reason);
  return {
    reason: published?.name ?? reason,
    reasonEn: published?.nameEn ?? reason,
    waitsFor: published?.waitsFor ?? 'agency',
  };
}

export function resultOf(result: Outcome): NonNullable<DossierDetails['result']> {
  const { outcome, resultNumber, decidedAt, punctuality, reason } = result;
  return { outcome, resultNumber, decidedAt, punctuality, ...(reason !== undefined && { reason }) };
}
