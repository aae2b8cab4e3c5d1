/** Every page with its handler. */
import { siteRoutes } from '../../shared/contracts/http/site.ts';
import type { RouteContract } from '../../shared/contracts/route.ts';
import type { HttpRoute } from '../../shared/shell/http-pipeline.ts';
import { problem, type RouteHandler } from '../../shared/shell/http.ts';
import { problemRows } from '../../shared/shell/problem-texts.ts';
import { printForm } from './print-form.ts';
import { printHandover } from './print-handover.ts';
import { problemPage } from './pages/problem-page.ts';
import { lookUpByPhone, showCase, showHome, showLookUp } from './show-pages.ts';
import type { SitePorts } from './site-ports.ts';

type SiteOperation = (typeof siteRoutes)[number]['operationId'];

export function sitePages(ports: SitePorts): Readonly<Record<string, HttpRoute>> {
  const handlers: Readonly<Record<SiteOperation, RouteHandler>> = {
    showHome: () => showHome(ports),
    showLookUp: (request) => showLookUp(ports, request),
    lookUpByPhone: (request) => lookUpByPhone(ports, request),
    showCase: (request) => showCase(ports, request),
    printForm: (request) => printForm(ports, request),
    printHandover: (request) => printHandover(ports, request),
    explainProblem: (request) => Promise.resolve(explainProblem(request.params['kind'] ?? '')),
  };
  return Object.fromEntries(
    siteRoutes.map((contract: RouteContract & { readonly operationId: SiteOperation }) => [
      contract.operationId,
      { contract, handle: handlers[contract.operationId] },
    ]),
  );
}

function explainProblem(kind: string): Awaited<ReturnType<RouteHandler>> {
  const row = Object.entries(problemRows).find(([name]) => name === kind)?.[1];
  return row === undefined
    ? problem({ kind: 'not-found', what: 'problem' })
    : { kind: 'html', status: 200, html: problemPage(row) };
}
