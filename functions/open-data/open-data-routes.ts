import { openDataRoutes } from '../../shared/contracts/http/open-data.ts';
import type { RouteContract } from '../../shared/contracts/route.ts';
import type { HttpRoute } from '../../shared/shell/http-pipeline.ts';
import type { HttpReply, HttpRequest } from '../../shared/shell/http.ts';
import { feedOfReports, listPublished } from './list-published.ts';
import type { OpenDataPorts } from './open-data-ports.ts';
import { downloadFigures, showFigures } from './show-figures.ts';

type Handlers = Readonly<
  Record<(typeof openDataRoutes)[number]['operationId'], (request: HttpRequest) => Promise<HttpReply>>
>;

export function openDataApiRoutes(ports: OpenDataPorts): Readonly<Record<string, HttpRoute>> {
  const handlers: Handlers = {
    listPublishedReports: (request) => listPublished(ports, request),
    feedOfReports: (request) => feedOfReports(ports, request),
    showFigures: (request) => showFigures(ports, request),
    downloadFigures: (request) => downloadFigures(ports, request),
  };
  return Object.fromEntries(
    openDataRoutes.map((contract: RouteContract & { readonly operationId: keyof Handlers }) => [
      contract.operationId,
      { contract, handle: handlers[contract.operationId] },
    ]),
  );
}
