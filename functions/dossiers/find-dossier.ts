/** From what a person typed to the case: the tracking code or the dossier code, in any known way of writing it. */
import { parseDossierCode } from '../../shared/domain/codes/dossier-code.ts';
import { parseTrackingCode } from '../../shared/domain/codes/tracking-code.ts';
import type { Dossier } from '../../shared/domain/dossier/state.ts';
import type { DossierEvent } from '../../shared/domain/dossier/events.ts';
import type { CaseQueries } from '../../shared/ports/case-queries.ts';
import type { EntityStore, Snapshot } from '../../shared/ports/entity-store.ts';

export interface FoundDossier extends Snapshot<Dossier> {
  readonly entityId: string;
}

export interface FindingPorts {
  readonly cases: Pick<EntityStore<Dossier, DossierEvent>, 'load'>;
  readonly queries: Pick<CaseQueries, 'entityByDossierCode'>;
}

export function caseEntityId(trackingCode: string): string {
  return `case#${trackingCode}`;
}

export async function findDossier(ports: FindingPorts, code: string): Promise<FoundDossier | undefined> {
  const entityId = await entityIdOf(ports, code);
  if (entityId === undefined) return undefined;
  const snapshot = await ports.cases.load(entityId);
  return snapshot && { entityId, ...snapshot };
}

async function entityIdOf(ports: Pick<FindingPorts, 'queries'>, code: string): Promise<string | undefined> {
  const tracking = parseTrackingCode(code);
  if (tracking.kind === 'tracking-code') return caseEntityId(tracking.code);
  const dossier = parseDossierCode(code);
  return dossier.kind === 'dossier-code' ? ports.queries.entityByDossierCode(dossier.canonical) : undefined;
}
