/** What a counter sees of its dossiers, and the sample by which the ward official supervises the postal clerks (QĐ 45/2016 art. 10). */
import type { CaseLine } from '../../shared/contracts/http/dossier-views.ts';
import type { StaffActor } from '../../shared/domain/actor.ts';
import type { Dossier } from '../../shared/domain/dossier/state.ts';
import { authorise, type Operation } from '../../shared/domain/staff/permissions.ts';
import { instantAt, localDateOf, type Instant, type LocalDate } from '../../shared/domain/time.ts';
import { problem, type HttpReply, type HttpRequest } from '../../shared/shell/http.ts';
import { phoneHash } from '../../shared/shell/phone-hash.ts';
import { toE164 } from '../../shared/shell/phone.ts';
import type { DossierPorts } from './dossier-ports.ts';
import { seededSample } from './seeded-sample.ts';

const PAGE = 50;
const LARGEST_PAGE = 100;
/** Intakes of one counter on one day that are looked at for a sample; the pilot's busiest had under a hundred. */
const DAY_LIMIT = 1000;
const SAMPLE = 5;

export async function listAtCounter(ports: DossierPorts, request: HttpRequest): Promise<HttpReply> {
  const unitId = request.params['unitId'] ?? '';
  const { actor } = request;
  if (actor === undefined) return problem({ kind: 'unauthenticated' });
  const denied = await deniedAt(ports, { actor, operation: 'list-counter', unitId });
  if (denied !== undefined) return denied;
  const limit = Math.min(Math.max(Number(request.query['limit'] ?? PAGE), 1), LARGEST_PAGE);
  const next = request.query['next'];
  const page = await ports.queries.casesAtCounter(unitId, { limit, ...(next !== undefined && { next }) });
  const wanted = { status: request.query['status'], clerk: onlyOwn(actor) ? actor.staffId : request.query['clerk'] };
  const items = (await loadAll(ports, page.items)).filter(
    (state) =>
      (wanted.status === undefined || state.status === wanted.status) &&
      (wanted.clerk === undefined || state.intakeBy === wanted.clerk),
  );
  const body = { items: items.map(caseLine), ...(page.next !== undefined && { next: page.next }) };
  return { kind: 'json', status: 200, body };
}

export async function sampleClerkIntakes(ports: DossierPorts, request: HttpRequest): Promise<HttpReply> {
  const unitId = request.params['unitId'] ?? '';
  const { actor } = request;
  if (actor === undefined) return problem({ kind: 'unauthenticated' });
  const denied = await deniedAt(ports, { actor, operation: 'sample-intakes', unitId });
  if (denied !== undefined) return denied;
  const date = request.query['date'] ?? localDateOf(ports.clock.now());
  const population = (await intakesOfDay(ports, unitId, date)).filter(({ channel }) => channel === 'post');
  const seed = `${unitId} ${date}`;
  const sample = seededSample(population, {
    seed,
    size: Math.max(Number(request.query['size'] ?? SAMPLE), 1),
    keyOf: ({ caseId }) => caseId,
  });
  return {
    kind: 'json',
    status: 200,
    body: { date, seed, population: population.length, items: sample.map(caseLine) },
  };
}

export async function searchDossiers(
  ports: DossierPorts,
  request: HttpRequest<{ readonly phone: string }>,
): Promise<HttpReply> {
  const { actor } = request;
  if (actor === undefined) return problem({ kind: 'unauthenticated' });
  const phone = toE164(request.body.phone);
  if (phone === undefined) return problem({ kind: 'malformed', errors: [{ pointer: '/phone', code: 'phone' }] });
  const ids = await ports.queries.casesByPhone(phoneHash(await ports.secrets.signingKeys(), phone), LARGEST_PAGE);
  const catalogue = await ports.catalogue.load();
  const now = ports.clock.now();
  // The same index finds reports to the hotline.
  const cases = ids.filter((entityId) => entityId.startsWith('case#'));
  const states = (await loadAll(ports, cases)).filter(
    ({ counterId }) =>
      authorise({ operation: 'search-by-phone', actor, subject: { counterId }, catalogue, now }).kind === 'allowed',
  );
  return { kind: 'json', status: 200, body: { items: states.map(caseLine) } };
}

/** A postal clerk sees the dossiers that he handled and no others (QĐ 45/2016 art. 16.5). */
function onlyOwn(actor: StaffActor): boolean {
  return actor.roles.every((role) => role === 'postal-clerk');
}

async function deniedAt(
  ports: Pick<DossierPorts, 'catalogue' | 'clock'>,
  question: { readonly actor: StaffActor; readonly operation: Operation; readonly unitId: string },
): Promise<HttpReply | undefined> {
  const { actor, operation, unitId } = question;
  const catalogue = await ports.catalogue.load();
  const permission = authorise({ operation, actor, subject: { counterId: unitId }, catalogue, now: ports.clock.now() });
  return permission.kind === 'allowed' ? undefined : problem({ kind: 'forbidden', why: permission.why });
}

/** Asked of the index for that day alone: a day long past costs no more than today. */
async function intakesOfDay(ports: DossierPorts, unitId: string, date: LocalDate): Promise<readonly Dossier[]> {
  const filed = [instantAt(date, '00:00'), lastInstantOf(date)] as const;
  const found: Dossier[] = [];
  let next: string | undefined;
  do {
    const page = await ports.queries.casesAtCounter(unitId, {
      limit: LARGEST_PAGE,
      filed,
      ...(next !== undefined && { next }),
    });
    found.push(...(await loadAll(ports, page.items)));
    next = page.next;
  } while (next !== undefined && found.length < DAY_LIMIT);
  return found;
}

function lastInstantOf(date: LocalDate): Instant {
  return new Date(Date.parse(instantAt(date, '24:00')) - 1).toISOString();
}

async function loadAll(ports: Pick<DossierPorts, 'cases'>, entityIds: readonly string[]): Promise<readonly Dossier[]> {
  const snapshots = await Promise.all(entityIds.map((entityId) => ports.cases.load(entityId)));
  return snapshots.flatMap((snapshot) => (snapshot === undefined ? [] : [snapshot.state]));
}

function caseLine(state: Dossier): CaseLine {
  return {
    code: state.caseId,
    status: state.status,
    procedure: state.procedure.code,
    channel: state.channel,
    filedAt: state.filedAt,
    ...(state.dossierCode !== undefined && { dossierCode: state.dossierCode }),
    ...(state.clock && { dueAt: state.clock.dueAt }),
    ...(state.intakeBy !== undefined && { intakeBy: state.intakeBy }),
    ...(state.status === 'with-clerk' && { countersign: state.countersign }),
    ...(state.sendSlip !== undefined && { sendSlip: state.sendSlip }),
  };
}
