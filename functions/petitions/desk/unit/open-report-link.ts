/** From a token to the person, the report as it stands and the moment: nothing is taken from the link but who and what. */
import type { Report } from '../../../../shared/domain/report/state.ts';
import { availableReportActs } from '../../../../shared/domain/report/report-acts.ts';
import type { HttpReply, HttpRequest } from '../../../../shared/shell/http.ts';
import { staffActorOn } from '../../../../shared/shell/session.ts';
import { deadLinkPage, type DeadLink } from '../../../staff/action-pages.ts';
import { findReport, type FoundReport } from '../../find-report.ts';
import type { StaffCaller } from '../../report-access.ts';
import { readReportLink, type ReportActionLink } from '../../report-link.ts';
import type { ReportPorts } from '../../report-ports.ts';

export interface OpenedReportLink {
  readonly kind: 'opened';
  readonly token: string;
  readonly link: ReportActionLink;
  readonly found: FoundReport;
  readonly caller: StaffCaller;
}

export async function openReportLink(
  ports: Pick<ReportPorts, 'reports' | 'catalogue' | 'secrets' | 'clock'>,
  request: Pick<HttpRequest, 'params'>,
): Promise<OpenedReportLink | { readonly kind: 'dead'; readonly reply: HttpReply }> {
  const token = request.params['token'] ?? '';
  const now = ports.clock.now();
  const read = readReportLink(await ports.secrets.signingKeys(), token, now);
  if (read.kind !== 'valid') return dead(read.kind);
  const { link } = read;
  const [catalogue, found] = await Promise.all([ports.catalogue.load(), findReport(ports, link.reportId)]);
  const actor = staffActorOn(catalogue, { staffId: link.staffId, via: 'link' }, now);
  if (actor === undefined) return dead('left');
  if (found === undefined) return dead('unreadable');
  return { kind: 'opened', token, link, found, caller: { actor, catalogue, now } };
}

/** The link is worth nothing as soon as the work is no longer theirs: that is read from the report, not from the link. */
export function isStillTheirs({ action, workId }: ReportActionLink, state: Report, caller: StaffCaller): boolean {
  return availableReportActs(state, caller).some((act) => act.action === action && act.workId === workId);
}

function dead(why: DeadLink): { readonly kind: 'dead'; readonly reply: HttpReply } {
  return { kind: 'dead', reply: { kind: 'html', status: why === 'expired' ? 410 : 404, html: deadLinkPage(why) } };
}
