import { catalogueRoutes } from '../../shared/contracts/http/catalogue.ts';
import type { RouteContract } from '../../shared/contracts/route.ts';
import type { HttpRoute } from '../../shared/shell/http-pipeline.ts';
import type { HttpReply, HttpRequest } from '../../shared/shell/http.ts';
import { listAreas, listProcedures, listUnits, showProcedure, type CataloguePorts } from './show-catalogue.ts';

type Handlers = Readonly<
  Record<(typeof catalogueRoutes)[number]['operationId'], (request: HttpRequest) => Promise<HttpReply>>
>;

/** @param describe makes the OpenAPI document; it is made once, when it is first asked for. */
export function catalogueApiRoutes(
  ports: CataloguePorts,
  describe: () => Promise<unknown>,
): Readonly<Record<string, HttpRoute>> {
  let description: Promise<unknown> | undefined;
  const handlers: Handlers = {
    listProcedures: (request) => listProcedures(ports, request),
    showProcedure: (request) => showProcedure(ports, request),
    listUnits: (request) => listUnits(ports, request),
    listAreas: (request) => listAreas(ports, request),
    describeApi: async () => {
      description ??= describe();
      return {
        kind: 'json',
        status: 200,
        body: await description,
        headers: { 'cache-control': 'public, max-age=300' },
      };
    },
    health: () => Promise.resolve({ kind: 'json', status: 200, body: { status: 'ok' } }),
  };
  return Object.fromEntries(
    catalogueRoutes.map((contract: RouteContract & { readonly operationId: keyof Handlers }) => [
      contract.operationId,
      { contract, handle: handlers[contract.operationId] },
    ]),
  );
}
