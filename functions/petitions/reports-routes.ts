/** Every route of the reports' API with its handler; a contract without one stops the function at start. */
import { callBackRoutes } from '../../shared/contracts/http/call-backs.ts';
import { reportActions, reportOperationId, type ReportAction } from '../../shared/contracts/http/report-actions.ts';
import { reporterActions, type ReporterAction } from '../../shared/contracts/http/report-intake.ts';
import { reportRoutes } from '../../shared/contracts/http/reports.ts';
import type { RouteContract } from '../../shared/contracts/route.ts';
import type { HttpRoute } from '../../shared/shell/http-pipeline.ts';
import type { RouteHandler } from '../../shared/shell/http.ts';
import { actAsReporter } from './acts/act-as-reporter.ts';
import { actOnReport } from './acts/act-on-report.ts';
import { prefillDossier } from './acts/prefill-dossier.ts';
import { listCallBacks, settleCallBack } from './calls/call-backs.ts';
import { fileReport } from './intake/file-report.ts';
import { takeCall } from './intake/take-call.ts';
import type { ReportPorts } from './report-ports.ts';
import { listReports, searchReports } from './views/list-reports.ts';
import { accessReport, showReport } from './views/show-report.ts';
import { showReportToStaff } from './views/show-to-staff.ts';

export function reportsApiRoutes(ports: ReportPorts): Readonly<Record<string, HttpRoute>> {
  const handlers: Readonly<Record<string, RouteHandler>> = {
    fileReport: (request) => fileReport(ports, request),
    showReport: (request) => showReport(ports, request),
    accessReport: (request) => accessReport(ports, request),
    takeCall: (request) => takeCall(ports, request),
    listReports: (request) => listReports(ports, request),
    searchReports: (request) => searchReports(ports, request),
    showReportToStaff: (request) => showReportToStaff(ports, request),
    listCallBacks: (request) => listCallBacks(ports, request),
    callBackMade: (request) => settleCallBack(ports, 'made', request),
    callBackFailed: (request) => settleCallBack(ports, 'failed', request),
    prefillDossier: (request) => prefillDossier(ports, request),
    ...Object.fromEntries(
      (Object.keys(reporterActions) as ReporterAction[]).map((action): [string, RouteHandler] => [
        reporterActions[action].operationId,
        (request) => actAsReporter(ports, action, request),
      ]),
    ),
    ...Object.fromEntries(
      (Object.keys(reportActions) as ReportAction[]).map((action): [string, RouteHandler] => [
        reportOperationId(action),
        (request) => actOnReport(ports, action, request),
      ]),
    ),
  };
  return Object.fromEntries(
    [...reportRoutes, ...callBackRoutes].map((contract: RouteContract) => {
      const handle = handlers[contract.operationId];
      if (handle === undefined) throw new Error(`no handler for ${contract.operationId}`);
      return [contract.operationId, { contract, handle }];
    }),
  );
}
