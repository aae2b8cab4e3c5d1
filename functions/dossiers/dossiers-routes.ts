/** Every route of the dossiers' function with its handler; a contract without one stops the function at start. */
import { actionOperationId, dossierActions, type DossierAction } from '../../shared/contracts/http/dossier-actions.ts';
import { dossierRoutes } from '../../shared/contracts/http/dossiers.ts';
import type { HttpRoute } from '../../shared/shell/http-pipeline.ts';
import type { RouteHandler } from '../../shared/shell/http.ts';
import { actOnDossier } from './act-on-dossier.ts';
import { listAtCounter, sampleClerkIntakes, searchDossiers } from './counter-dossiers.ts';
import type { DossierPorts } from './dossier-ports.ts';
import { fileAtCounter, fileOnline } from './file-dossier.ts';
import { accessDossier, showDossier } from './show-dossier.ts';

export function dossiersApiRoutes(ports: DossierPorts): Readonly<Record<string, HttpRoute>> {
  const handlers: Readonly<Record<string, RouteHandler>> = {
    fileDossier: (request) => fileOnline(ports, request),
    fileAtCounter: (request) => fileAtCounter(ports, request),
    listAtCounter: (request) => listAtCounter(ports, request),
    sampleClerkIntakes: (request) => sampleClerkIntakes(ports, request),
    showDossier: (request) => showDossier(ports, request),
    accessDossier: (request) => accessDossier(ports, request),
    searchDossiers: (request) => searchDossiers(ports, request),
    ...Object.fromEntries(
      (Object.keys(dossierActions) as DossierAction[]).map((action): [string, RouteHandler] => [
        actionOperationId(action),
        (request) => actOnDossier(ports, action, request),
      ]),
    ),
  };
  return Object.fromEntries(
    dossierRoutes.map((contract) => {
      const handle = handlers[contract.operationId];
      if (handle === undefined) throw new Error(`no handler for ${contract.operationId}`);
      return [contract.operationId, { contract, handle }];
    }),
  );
}
