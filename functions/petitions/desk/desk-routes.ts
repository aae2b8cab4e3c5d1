/** The routes of the hotline's pages and their handlers; which handler a route has is checked by its name when the function starts. */
import { reportDeskRoutes, type AnyForm } from '../../../shared/contracts/http/report-desk.ts';
import type { RouteContract } from '../../../shared/contracts/route.ts';
import type { HttpRoute } from '../../../shared/shell/http-pipeline.ts';
import type { HttpRequest, RouteHandler } from '../../../shared/shell/http.ts';
import type { ReportPorts } from '../report-ports.ts';
import { actOnReportPage } from './public/act-on-page.ts';
import { lookUpReport, sendReport, showHotline, showReportPage } from './public/show-public.ts';
import { showPublished } from './public/show-published.ts';
import { settleOnPage, showCallBacks } from './staff/show-call-backs.ts';
import { findOnDesk, showDesk, showToPublish } from './staff/show-desk.ts';
import { actOnDesk, showReportDesk } from './staff/show-report-desk.ts';
import { sendCallForm, showCallForm } from './staff/take-call-page.ts';
import { performReportAction, showReportAction } from './unit/act-by-report-link.ts';

type OperationId = (typeof reportDeskRoutes)[number]['operationId'];

export function reportDeskHttpRoutes(ports: ReportPorts): Readonly<Record<string, HttpRoute>> {
  const handlers: Readonly<Record<OperationId, RouteHandler>> = {
    showHotline: () => showHotline(ports),
    sendReport: (request: HttpRequest<AnyForm>) => sendReport(ports, request),
    lookUpReport: (request) => lookUpReport(ports, request),
    showPublished: (request: HttpRequest) => showPublished(ports, request),
    showReportPage: (request: HttpRequest) => showReportPage(ports, request),
    actOnReportPage: (request: HttpRequest<AnyForm>) => actOnReportPage(ports, request),
    showDesk: (request: HttpRequest) => showDesk(ports, request),
    findOnDesk: (request) => findOnDesk(ports, request),
    showCallForm: (request: HttpRequest) => showCallForm(ports, request),
    sendCallForm: (request: HttpRequest<AnyForm>) => sendCallForm(ports, request),
    showCallBacks: (request: HttpRequest) => showCallBacks(ports, request),
    settleCallBack: (request) => settleOnPage(ports, request),
    showToPublish: (request: HttpRequest) => showToPublish(ports, request),
    showReportDesk: (request: HttpRequest) => showReportDesk(ports, request),
    actOnDesk: (request: HttpRequest<AnyForm>) => actOnDesk(ports, request),
    showReportAction: (request: HttpRequest) => showReportAction(ports, request),
    performReportAction: (request: HttpRequest<AnyForm>) => performReportAction(ports, request),
  };
  return Object.fromEntries(
    reportDeskRoutes.map((contract: RouteContract & { readonly operationId: OperationId }) => [
      contract.operationId,
      { contract, handle: handlers[contract.operationId] },
    ]),
  );
}
