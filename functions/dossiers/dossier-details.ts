/** The whole case as its owner or a member of staff concerned may see it. */
import type { DossierDetails } from '../../shared/contracts/http/dossier-views.ts';
import type { Actor } from '../../shared/domain/actor.ts';
import { procedureVersion } from '../../shared/domain/catalogue/lookup.ts';
import { portalStatusOfCase } from '../../shared/domain/dossier/progress.ts';
import { stallsOf } from '../../shared/domain/dossier/stall.ts';
import { timelineOf } from '../../shared/domain/dossier/timeline.ts';
import { mayOpenFiles } from './attachment-access.ts';
import { attachmentsOf, lineName, namedUnit, pauseOf, resultOf, supplementOf } from './details-parts.ts';
import { detailsForStaff } from './details-for-staff.ts';
import type { LookUpPorts } from './dossier-ports.ts';
import type { FoundDossier } from './find-dossier.ts';
import { possibleActions } from './possible-actions.ts';

export interface Viewer {
  readonly actor: Exclude<Actor, { kind: 'system' }>;
  /** False when nothing but the telephone's last digits was shown: enough to look, too little to act. */
  readonly mayAct: boolean;
  /** Of the secret link that he came with. */
  readonly token?: string;
}

export async function dossierDetails(ports: LookUpPorts, found: FoundDossier, viewer: Viewer): Promise<DossierDetails> {
  const { state, version, entityId } = found;
  const { actor, mayAct } = viewer;
  const [catalogue, history, parties] = await Promise.all([
    ports.catalogue.load(),
    ports.cases.history(entityId),
    ports.people.parties(entityId),
  ]);
  const now = ports.clock.now();
  const mayOpen =
    actor.kind === 'citizen' ? viewer.token !== undefined : mayOpenFiles(state, { actor, catalogue, now });
  const addressOf = (uploadId: string) => fileAddress(ports, { caseId: state.caseId, uploadId, viewer });
  const procedure = procedureVersion(catalogue, state.procedure.code, state.procedure.version);
  const { code, name, nameEn, progress } = portalStatusOfCase(catalogue, state);
  const unit = (unitId: string) => namedUnit(catalogue, state.filedAt, unitId);
  const stalls = stallsOf(state);
  return {
    view: 'details',
    code: state.caseId,
    ...(state.dossierCode !== undefined && { dossierCode: state.dossierCode }),
    progress,
    portalStatus: { code, name, nameEn },
    status: state.status,
    version,
    procedure: {
      ...state.procedure,
      name: procedure?.name ?? state.procedure.code,
      nameEn: procedure?.nameEn ?? state.procedure.code,
    },
    area: state.area,
    channel: state.channel,
    counter: unit(state.counterId),
    deciding: unit(state.deciding.unitId),
    returnTo: state.returnTo,
    filedAt: state.filedAt,
    ...(state.receivedAt !== undefined && { receivedAt: state.receivedAt }),
    ...(state.clock && { dueAt: state.clock.dueAt }),
    ...(stalls.length > 0 && { stalled: stalls.map(({ unitId, since }) => ({ unit: unit(unitId), since })) }),
    documents: state.documents.map((line) => ({ ...line, name: lineName(procedure, line.lineId) })),
    attachments: attachmentsOf(state, { parties, addressOf: mayOpen ? addressOf : undefined }),
    sets: state.sets,
    ...(state.sendSlip !== undefined && { sendSlip: state.sendSlip }),
    ...(state.status === 'supplement-requested' && { supplement: supplementOf(state, procedure) }),
    ...(state.status === 'paused' && { paused: pauseOf(state, catalogue) }),
    ...(state.fromReport !== undefined && { fromReport: state.fromReport }),
    ...('result' in state && { result: resultOf(state.result) }),
    ...(state.status === 'result-with-post' &&
      state.nextAttemptFrom !== undefined && { nextDeliveryFrom: state.nextAttemptFrom }),
    timeline: timelineOf(history).map(({ unitId, ...entry }) => ({
      ...entry,
      ...(unitId !== undefined && { unit: unit(unitId) }),
    })),
    possible: mayAct ? possibleActions(state, { actor, catalogue, now }) : [],
    ...(actor.kind === 'staff' && detailsForStaff({ state, procedure, history, parties, unit })),
  };
}

/** Where the attachments' function answers with the file. Staff come with their session; whoever came with the secret link comes with it again. */
function fileAddress(
  { publicBaseUrl }: Pick<LookUpPorts, 'publicBaseUrl'>,
  file: { readonly caseId: string; readonly uploadId: string; readonly viewer: Viewer },
): string {
  const { actor, token } = file.viewer;
  const address = `${publicBaseUrl}/dossiers/${file.caseId}/attachments/${encodeURIComponent(file.uploadId)}`;
  return actor.kind === 'staff' || token === undefined ? address : `${address}?k=${encodeURIComponent(token)}`;
}
