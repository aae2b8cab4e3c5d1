import type { HandoverView } from '../../shared/contracts/http/post.ts';
import type { Discrepancy, Handover } from '../../shared/domain/post/handover-state.ts';

/** The record as both sides see it; it names dossiers by their codes and holds nobody's name. */
export function handoverView(state: Handover, version: number): HandoverView {
  const { handoverId, direction, status, fromUnitId, toUnitId, sealNumber, preparedBy, preparedAt } = state;
  const signed = state.status === 'signed' ? state : undefined;
  return {
    handoverId,
    version,
    direction,
    status,
    fromUnitId,
    toUnitId,
    sealNumber,
    preparedBy,
    preparedAt,
    dueAt: state.status === 'signed' ? state.clearUp.dueAt : state.transit.dueAt,
    items: state.items.map(({ entityId, dossierCode, sendSlip }) => ({
      code: codeOf(entityId),
      ...(dossierCode !== undefined && { dossierCode }),
      ...(sendSlip !== undefined && { sendSlip }),
      ...(signed && { present: signed.present.includes(entityId) }),
    })),
    ...(signed && { signedBy: signed.signedBy, signedAt: signed.signedAt }),
    discrepancies: (signed?.discrepancies ?? []).map(discrepancyView),
  };
}

function discrepancyView({
  discrepancyId,
  kind,
  entityId,
  resolved,
}: Discrepancy): HandoverView['discrepancies'][number] {
  return {
    discrepancyId,
    kind,
    ...(entityId !== undefined && { code: codeOf(entityId) }),
    ...(resolved && { resolved }),
  };
}

function codeOf(entityId: string): string {
  return entityId.slice(entityId.indexOf('#') + 1);
}
