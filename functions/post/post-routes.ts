import { postRoutes } from '../../shared/contracts/http/post.ts';
import type { RouteContract } from '../../shared/contracts/route.ts';
import type { HttpRoute } from '../../shared/shell/http-pipeline.ts';
import type { RouteHandler } from '../../shared/shell/http.ts';
import { prepareHandover, resolveDiscrepancy, showHandover, signHandover } from './handovers.ts';
import type { PostPorts } from './post-ports.ts';

export function postApiRoutes(ports: PostPorts): Readonly<Record<string, HttpRoute>> {
  const handlers: Readonly<Record<(typeof postRoutes)[number]['operationId'], RouteHandler>> = {
    prepareHandover: (request) => prepareHandover(ports, request),
    showHandover: (request) => showHandover(ports, request),
    signHandover: (request) => signHandover(ports, request),
    resolveDiscrepancy: (request) => resolveDiscrepancy(ports, request),
  };
  return Object.fromEntries(
    postRoutes.map((contract: RouteContract & { readonly operationId: keyof typeof handlers }) => [
      contract.operationId,
      { contract, handle: handlers[contract.operationId] },
    ]),
  );
}
