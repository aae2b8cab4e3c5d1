import { problem, type HttpReply, type HttpRequest } from '../../../shared/shell/http.ts';
import { findReport } from '../find-report.ts';
import { mayView } from '../report-access.ts';
import type { ReportPorts } from '../report-ports.ts';
import { reportForStaff } from './report-for-staff.ts';

export async function showReportToStaff(ports: ReportPorts, request: HttpRequest): Promise<HttpReply> {
  const { actor, params } = request;
  if (actor === undefined) return problem({ kind: 'unauthenticated' });
  const found = await findReport(ports, params['code'] ?? '');
  if (found === undefined) return problem({ kind: 'not-found', what: 'report' });
  const caller = { actor, catalogue: await ports.catalogue.load(), now: ports.clock.now() };
  if (!mayView(found.state, caller)) return problem({ kind: 'forbidden', why: 'view-report' });
  const body = await reportForStaff(ports, found, caller);
  return { kind: 'json', status: 200, body, headers: { etag: `"${String(found.version)}"` } };
}
