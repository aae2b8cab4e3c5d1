/** The hotline's list, the search, and what waits to be published. */
import { problem, type HttpReply, type HttpRequest } from '../../../../shared/shell/http.ts';
import { toE164 } from '../../../../shared/shell/phone.ts';
import { authorise } from '../../../../shared/domain/staff/permissions.ts';
import { toPublishList } from '../../../../shared/domain/report/report-listings.ts';
import { lineNow } from '../../calls/call-backs.ts';
import { findReport } from '../../find-report.ts';
import type { ReportPorts } from '../../report-ports.ts';
import { openReports, searchReports, type FoundReportList } from '../../views/list-reports.ts';
import { unitNamed } from '../../views/report-names.ts';
import { lineNotice } from './call-backs-page.ts';
import { foundPage, nothingFoundPage } from './found-page.ts';
import { signedIn } from './signed-in.ts';
import { toPublishPage } from './to-publish-page.ts';
import { workListPage } from './work-list-page.ts';

export async function showDesk(ports: ReportPorts, request: HttpRequest): Promise<HttpReply> {
  const who = await signedIn(ports, request);
  if (who.kind !== 'signed-in') return who;
  const listed = await openReports(ports, request.query, who.actor);
  if (listed.kind === 'denied') return problem({ kind: 'forbidden', why: 'list-reports' });
  const { unitId, items, next } = listed.list;
  const line = await lineNow(ports);
  const emergency = (item: (typeof items)[number]) => (item.marks.emergency === undefined ? 1 : 0);
  return page(
    workListPage({
      signedIn: who.name,
      unit: unitNamed(who.catalogue, unitId, who.now).name,
      // A stable sort: within each, soonest due first.
      items: items.toSorted((left, right) => emergency(left) - emergency(right)),
      status: request.query['status'],
      next,
      notice: line && lineNotice(line),
    }),
  );
}

/** A code leads to its report; a phone to those of its owner. What was typed is in no address. */
export async function findOnDesk(ports: ReportPorts, request: HttpRequest<{ readonly q: string }>): Promise<HttpReply> {
  const who = await signedIn(ports, request);
  if (who.kind !== 'signed-in') return who;
  const { q } = request.body;
  const found = await findReport(ports, q);
  if (found !== undefined)
    return { kind: 'redirect', status: 303, location: `/hotline/r/${found.state.core.reportId}` };
  if (toE164(q) === undefined) return page(nothingFoundPage(who.name));
  const reply = await searchReports(ports, { ...request, body: { phone: q } });
  if (reply.kind !== 'json') return reply;
  return page(foundPage(who.name, (reply.body as FoundReportList).items));
}

const PAGE = 30;

export async function showToPublish(ports: ReportPorts, request: HttpRequest): Promise<HttpReply> {
  const who = await signedIn(ports, request);
  if (who.kind !== 'signed-in') return who;
  const { unitId } = who.actor;
  const subject = { counterId: unitId };
  if (authorise({ operation: 'publish-report', subject, ...who }).kind === 'denied')
    return problem({ kind: 'forbidden', why: 'publish-report' });
  const { next } = request.query;
  // Oldest first: what was answered longest ago has waited longest.
  const listed = await ports.listings.page(toPublishList(unitId), { limit: PAGE, ...(next !== undefined && { next }) });
  return page(toPublishPage({ signedIn: who.name, items: listed.items, next: listed.next, catalogue: who.catalogue }));
}

function page(html: string): HttpReply {
  return { kind: 'html', status: 200, html };
}
