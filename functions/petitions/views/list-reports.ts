/** The hotline's open work, soonest due first: one index query and the reports of one page. And a caller's reports, by their phone. */
import type { FoundReports, ReportLine, ReportWorkList } from '../../../shared/contracts/http/report-views.ts';
import type * as z from 'zod/mini';
import type { StaffActor } from '../../../shared/domain/actor.ts';
import type { Catalogue } from '../../../shared/domain/catalogue/catalogue.ts';
import { progressOfReport } from '../../../shared/domain/report/report-progress.ts';
import type { Report } from '../../../shared/domain/report/state.ts';
import { authorise } from '../../../shared/domain/staff/permissions.ts';
import type { Instant } from '../../../shared/domain/time.ts';
import type { OpenWork } from '../../../shared/ports/case-queries.ts';
import { problem, type HttpReply, type HttpRequest } from '../../../shared/shell/http.ts';
import { phoneHash } from '../../../shared/shell/phone-hash.ts';
import { toE164 } from '../../../shared/shell/phone.ts';
import { mayView } from '../report-access.ts';
import type { ReportPorts } from '../report-ports.ts';
import { categoryNamed } from './report-names.ts';

type ListPorts = Pick<ReportPorts, 'reports' | 'queries' | 'catalogue' | 'clock'>;

const PAGE = 50;

export async function listReports(ports: ListPorts, request: HttpRequest): Promise<HttpReply> {
  if (request.actor === undefined) return problem({ kind: 'unauthenticated' });
  const listed = await openReports(ports, request.query, request.actor);
  if (listed.kind === 'denied') return problem({ kind: 'forbidden', why: 'list-reports' });
  return { kind: 'json', status: 200, body: listed.list };
}

export type ListedReports =
  { readonly kind: 'listed'; readonly list: z.infer<typeof ReportWorkList> } | { readonly kind: 'denied' };

export async function openReports(
  ports: ListPorts,
  query: Readonly<Record<string, string>>,
  actor: StaffActor,
): Promise<ListedReports> {
  const now = ports.clock.now();
  const catalogue = await ports.catalogue.load();
  const unitId = query['unit'] ?? actor.unitId;
  const allowed = authorise({ operation: 'list-reports', actor, subject: { counterId: unitId }, catalogue, now });
  if (allowed.kind === 'denied') return { kind: 'denied' };
  const { next, status } = query;
  const page = await ports.queries.openWork(unitId, { limit: PAGE, ...(next !== undefined && { next }) });
  const lines = await Promise.all(
    page.items
      .filter(({ entityId }) => entityId.startsWith('report#'))
      .map((work) => lineOf(ports, work, { catalogue, now })),
  );
  const items = lines.filter((line) => line !== undefined && (status === undefined || line.status === status));
  return {
    kind: 'listed',
    list: {
      unitId,
      items: items as ReportLine[],
      ...(page.next !== undefined && { next: page.next }),
    },
  };
}

async function lineOf(
  { reports }: Pick<ListPorts, 'reports'>,
  work: OpenWork,
  { catalogue, now }: { readonly catalogue: Catalogue; readonly now: Instant },
): Promise<ReportLine | undefined> {
  const state = (await reports.load(work.entityId))?.state;
  if (state === undefined) return undefined;
  const { core, triage } = state;
  return {
    ...statusOf(state),
    clockId: work.clockId,
    dueAt: work.dueAt,
    overdue: work.dueAt < now,
    channel: core.channel,
    filedAt: core.filedAt,
    marks: { ...core.marks },
    ...(triage && { category: categoryNamed(catalogue, triage.category).name, summary: triage.summary }),
    ...(work.officerId !== undefined && { officerId: work.officerId }),
  };
}

export type FoundReportList = z.infer<typeof FoundReports>;

/** Of one phone: the newest are enough to find the one that a caller speaks of. */
const OF_ONE_PHONE = 50;

export async function searchReports(
  ports: ListPorts & Pick<ReportPorts, 'secrets'>,
  request: HttpRequest<{ readonly phone: string }>,
): Promise<HttpReply> {
  const { actor, body } = request;
  if (actor === undefined) return problem({ kind: 'unauthenticated' });
  const phone = toE164(body.phone);
  if (phone === undefined) return problem({ kind: 'malformed', errors: [{ pointer: '/phone', code: 'phone' }] });
  const ids = await ports.queries.casesByPhone(phoneHash(await ports.secrets.signingKeys(), phone), OF_ONE_PHONE);
  const caller = { actor, catalogue: await ports.catalogue.load(), now: ports.clock.now() };
  const snapshots = await Promise.all(
    ids.filter((entityId) => entityId.startsWith('report#')).map((entityId) => ports.reports.load(entityId)),
  );
  const found: FoundReportList = {
    items: snapshots
      .flatMap((snapshot) => (snapshot !== undefined && mayView(snapshot.state, caller) ? [snapshot.state] : []))
      .map((state) => ({ ...statusOf(state), filedAt: state.core.filedAt })),
  };
  return { kind: 'json', status: 200, body: found };
}

function statusOf(state: Report): Pick<ReportLine, 'code' | 'status' | 'statusText'> {
  return { code: state.core.reportId, status: state.status, statusText: progressOfReport(state).statusVi };
}
