/**
 * Look-up of a report. The code alone shows how far it is; the secret link or proof of phone show it to whoever sent it. A wrong link is not
 * told so: its holder sees what everybody sees.
 */
import type { ReportProgress } from '../../../shared/contracts/http/report-views.ts';
import { progressOfReport } from '../../../shared/domain/report/report-progress.ts';
import type { Report } from '../../../shared/domain/report/state.ts';
import { opensDossier } from '../../../shared/shell/dossier-link.ts';
import { problem, type HttpReply, type HttpRequest } from '../../../shared/shell/http.ts';
import { lastDigits } from '../../../shared/shell/phone.ts';
import { sameText, throttledAccess } from '../../dossiers/phone-proof.ts';
import { findReport, type FoundReport } from '../find-report.ts';
import { readPeople } from '../read-people.ts';
import type { ReportPorts } from '../report-ports.ts';
import { reportForOwner } from './report-for-owner.ts';

export type LookUpPorts = Pick<
  ReportPorts,
  'reports' | 'people' | 'throttle' | 'catalogue' | 'secrets' | 'clock' | 'publicBaseUrl'
>;

const PHONE_DIGITS = 4;

export async function showReport(ports: LookUpPorts, request: HttpRequest): Promise<HttpReply> {
  const found = await findReport(ports, request.params['code'] ?? '');
  if (found === undefined) return problem({ kind: 'not-found', what: 'report' });
  const { bearer } = request;
  const { reportId } = found.state.core;
  const proven = bearer !== undefined && opensDossier(await ports.secrets.signingKeys(), reportId, bearer);
  return proven ? owner(ports, found, bearer) : { kind: 'json', status: 200, body: reportProgress(found.state) };
}

/** The same answer for a code that does not exist, a wrong one and wrong digits: nothing can be learnt by trying. */
export async function accessReport(
  ports: LookUpPorts,
  request: HttpRequest<{ readonly phoneLast4: string }>,
): Promise<HttpReply> {
  const code = request.params['code'] ?? '';
  const found = await findReport(ports, code);
  const throttled = await throttledAccess(ports, { subject: found?.entityId ?? code, sourceIp: request.sourceIp });
  if (throttled !== undefined) return throttled;
  const people = found && (await readPeople(ports, found.entityId));
  const digits = people === undefined ? undefined : lastDigits(people.phone, PHONE_DIGITS);
  const proven = sameText(request.body.phoneLast4, digits ?? '');
  if (found === undefined || !proven) {
    return problem({
      kind: 'refused',
      refusal: { rule: 'access-not-proven', sort: 'forbidden', pointer: '/phoneLast4' },
    });
  }
  return owner(ports, found);
}

async function owner(ports: LookUpPorts, found: FoundReport, token?: string): Promise<HttpReply> {
  const caller = { catalogue: await ports.catalogue.load(), now: ports.clock.now() };
  const body = await reportForOwner(ports, found, { ...caller, ...(token !== undefined && { token }) });
  return { kind: 'json', status: 200, body, headers: { etag: `"${String(found.version)}"` } };
}

function reportProgress(state: Report): ReportProgress {
  const { percent, statusVi, statusEn } = progressOfReport(state);
  return {
    view: 'progress',
    code: state.core.reportId,
    progress: percent,
    statusText: statusVi,
    statusTextEn: statusEn,
  };
}
