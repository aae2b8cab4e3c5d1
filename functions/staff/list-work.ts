/** The unit's open work, soonest due first: one index query and the cases of one page. */
import type { WorkItem } from '../../shared/contracts/http/staff.ts';
import type { StaffActor } from '../../shared/domain/actor.ts';
import type { Catalogue } from '../../shared/domain/catalogue/catalogue.ts';
import { procedureVersion, unitOn } from '../../shared/domain/catalogue/lookup.ts';
import { staffOn } from '../../shared/domain/catalogue/people.ts';
import type { DossierEvent } from '../../shared/domain/dossier/events.ts';
import type { Dossier } from '../../shared/domain/dossier/state.ts';
import { authorise } from '../../shared/domain/staff/permissions.ts';
import { localDateOf, type Instant } from '../../shared/domain/time.ts';
import { categoryOn } from '../../shared/domain/report/report-context.ts';
import type { Report } from '../../shared/domain/report/state.ts';
import type { CaseQueries, OpenWork } from '../../shared/ports/case-queries.ts';
import type { CatalogueSource } from '../../shared/ports/catalogue-source.ts';
import type { EntityStore } from '../../shared/ports/entity-store.ts';
import type { Clock, Secrets } from '../../shared/ports/outside.ts';
import { problem, type HttpReply, type HttpRequest } from '../../shared/shell/http.ts';
import { heldMailUrl } from '../mail/desk/held-mail-link.ts';
import { workPage } from './work-page.ts';

export interface WorkPorts {
  readonly cases: EntityStore<Dossier, DossierEvent>;
  readonly reports: Pick<EntityStore<Report, unknown>, 'load'>;
  readonly queries: Pick<CaseQueries, 'openWork'>;
  readonly catalogue: CatalogueSource;
  readonly secrets: Secrets;
  readonly clock: Clock;
}

const PAGE = 50;

/** Who is signed in; 401 is the pipeline's answer when nobody is. */
export async function showMe(ports: WorkPorts, { actor }: HttpRequest): Promise<HttpReply> {
  if (actor === undefined) return problem({ kind: 'unauthenticated' });
  const today = localDateOf(ports.clock.now());
  const catalogue = await ports.catalogue.load();
  const { staffId, unitId, roles } = actor;
  const name = staffOn(catalogue, staffId, today)?.name ?? staffId;
  const unit = unitOn(catalogue, unitId, today)?.name ?? unitId;
  return { kind: 'json', status: 200, body: { staffId, name, unitId, unit, roles } };
}

export async function listWork(ports: WorkPorts, request: HttpRequest): Promise<HttpReply> {
  if (request.actor === undefined) return problem({ kind: 'unauthenticated' });
  const listed = await workOf(ports, request, request.actor);
  if (listed.kind === 'denied') return problem({ kind: 'forbidden', why: 'list-work' });
  const { unitId, items, next } = listed;
  return { kind: 'json', status: 200, body: { unitId, items, ...(next !== undefined && { next }) } };
}

export async function showWork(ports: WorkPorts, request: HttpRequest): Promise<HttpReply> {
  const { actor } = request;
  if (actor === undefined) return { kind: 'redirect', status: 303, location: '/staff/sign-in' };
  const listed = await workOf(ports, request, actor);
  if (listed.kind === 'denied') return problem({ kind: 'forbidden', why: 'list-work' });
  const { catalogue, now, unitId, items, next } = listed;
  const today = localDateOf(now);
  const keys = await ports.secrets.signingKeys();
  const { staffId } = actor;
  const html = workPage({
    signedIn: staffOn(catalogue, actor.staffId, today)?.name ?? actor.staffId,
    unit: unitOn(catalogue, unitId, today)?.name ?? unitId,
    unitId,
    items: items.map((item) => ({
      ...item,
      officer: item.officerId === undefined ? undefined : staffOn(catalogue, item.officerId, today)?.name,
      // Whether this person may sort it, the page behind the link asks itself.
      ...(item.kind === 'mail' && { url: heldMailUrl(keys, '', { mailId: item.code, staffId, now }) }),
    })),
    next,
  });
  return { kind: 'html', status: 200, html };
}

interface Listed {
  readonly kind: 'listed';
  readonly catalogue: Catalogue;
  readonly now: Instant;
  readonly unitId: string;
  readonly items: readonly WorkItem[];
  readonly next: string | undefined;
}

async function workOf(
  ports: WorkPorts,
  { query }: HttpRequest,
  actor: StaffActor,
): Promise<Listed | { readonly kind: 'denied' }> {
  const now = ports.clock.now();
  const catalogue = await ports.catalogue.load();
  const unitId = query['unit'] ?? actor.unitId;
  const subject = { workUnitIds: [unitId], counterId: unitId };
  if (authorise({ operation: 'list-work', actor, subject, catalogue, now }).kind === 'denied')
    return { kind: 'denied' };
  const next = query['next'];
  const page = await ports.queries.openWork(unitId, { limit: PAGE, ...(next !== undefined && { next }) });
  const items = await Promise.all(page.items.map((work) => itemOf(ports, work, { catalogue, now })));
  return { kind: 'listed', catalogue, now, unitId, items: items.filter((item) => item !== undefined), next: page.next };
}

interface Today {
  readonly catalogue: Catalogue;
  readonly now: Instant;
}

async function itemOf(
  { cases, reports }: WorkPorts,
  work: OpenWork,
  { catalogue, now }: Today,
): Promise<WorkItem | undefined> {
  const open = {
    clockId: work.clockId,
    dueAt: work.dueAt,
    overdue: work.dueAt < now,
    ...(work.officerId !== undefined && { officerId: work.officerId }),
  };
  const [kind = '', id = ''] = work.entityId.split('#');
  // A bag (túi hồ sơ bàn giao) is work of the section it goes to; what is in it is seen when it is opened.
  if (kind === 'handover')
    return { kind: 'bag', code: id, procedure: 'Túi hồ sơ bàn giao', status: work.clockId, ...open };
  // Opened by a link that is made for the person who looks.
  if (kind === 'mail') return { kind, code: id, procedure: 'Thư chờ phân loại', status: work.clockId, ...open };
  if (kind === 'call') return { kind, code: id, procedure: 'Cuộc gọi cần gọi lại', status: work.clockId, ...open };
  if (kind === 'report') {
    const report = (await reports.load(work.entityId))?.state;
    return report && { kind, code: id, procedure: matterOf(report, catalogue), status: report.status, ...open };
  }
  const state = (await cases.load(work.entityId))?.state;
  if (state === undefined) return undefined;
  const { code, version } = state.procedure;
  const waitsFor = waitedFor(state, { catalogue, now });
  return {
    kind: 'dossier',
    code: state.caseId,
    ...(state.dossierCode !== undefined && { dossierCode: state.dossierCode }),
    procedure: procedureVersion(catalogue, code, version)?.name ?? code,
    status: state.status,
    ...open,
    ...(waitsFor !== undefined && { waitsFor, overdue: false }),
  };
}

/** What the hotline made of it; before it is sorted there are only the citizen's words, which are in no list. */
function matterOf({ core, triage }: Report, catalogue: Catalogue): string {
  const on = localDateOf(core.filedAt);
  const category = triage && categoryOn(catalogue, triage.category, on);
  return category === undefined ? 'Phản ánh 1022' : `Phản ánh 1022: ${category.name}`;
}

/** Undefined where the unit has something to do, as when the reason of a pause is to be looked at again. */
function waitedFor(state: Dossier, { catalogue, now }: Today): WorkItem['waitsFor'] {
  if (state.status === 'supplement-requested') return state.answer === undefined ? 'applicant' : undefined;
  if (state.status !== 'paused' || state.review.dueAt < now) return undefined;
  return catalogue.pauseReasons.find(({ id }) => id === state.reason)?.waitsFor ?? 'agency';
}
