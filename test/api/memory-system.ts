/**
 * The HTTP API over ports in memory: the real routes, the real pipeline, the shipped province. Nothing is mocked; what is missing are the
 * network and the disk.
 */
import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import type { AttachmentPorts } from '../../functions/attachments/attachment-ports.ts';
import { attachmentsApiRoutes } from '../../functions/attachments/attachments-routes.ts';
import { runCaseTask } from '../../functions/dossiers/case-tasks.ts';
import type { DossierPorts } from '../../functions/dossiers/dossier-ports.ts';
import { dossiersApiRoutes } from '../../functions/dossiers/dossiers-routes.ts';
import { catalogueApiRoutes } from '../../functions/catalogue/catalogue-routes.ts';
import { reportDeskHttpRoutes } from '../../functions/petitions/desk/desk-routes.ts';
import type { ReportPorts } from '../../functions/petitions/report-ports.ts';
import { reportsApiRoutes } from '../../functions/petitions/reports-routes.ts';
import { postApiRoutes } from '../../functions/post/post-routes.ts';
import { shippedCatalogue } from '../../infra/publish/checked-province.ts';
import { allRoutes } from '../../shared/contracts/all-routes.ts';
import { openApiDocument } from '../../shared/contracts/openapi.ts';
import type { CaseTask } from '../../shared/contracts/messages.ts';
import type { RouteContract } from '../../shared/contracts/route.ts';
import type { Catalogue } from '../../shared/domain/catalogue/catalogue.ts';
import type { Line, LineEvent } from '../../shared/domain/call/line.ts';
import type { Call as PhoneCall, CallEvent } from '../../shared/domain/call/state.ts';
import type { Delivery, DeliveryEvent } from '../../shared/domain/delivery/state.ts';
import type { Dossier } from '../../shared/domain/dossier/state.ts';
import type { DossierEvent } from '../../shared/domain/dossier/events.ts';
import type { IncomingMail, MailEvent } from '../../shared/domain/mail/incoming-mail.ts';
import type { HandoverEvent } from '../../shared/domain/post/handover-events.ts';
import type { Handover } from '../../shared/domain/post/handover-state.ts';
import type { ReportEvent } from '../../shared/domain/report/events.ts';
import type { Report } from '../../shared/domain/report/state.ts';
import { addMinutes } from '../../shared/domain/time.ts';
import { MemoryCaseQueries, MemoryListings } from '../../shared/ports/memory/memory-case-queries.ts';
import { MemoryCatalogue } from '../../shared/ports/memory/memory-catalogue.ts';
import { MemoryEntityStore, MemoryPeople } from '../../shared/ports/memory/memory-entity-store.ts';
import {
  MemoryDocuments,
  MemoryMailReadings,
  MemorySecrets,
  SeededRandomness,
  SteppableClock,
} from '../../shared/ports/memory/memory-outside.ts';
import {
  MemoryRunningNumbers,
  MemorySessions,
  MemoryThrottle,
  MemoryUploads,
} from '../../shared/ports/memory/memory-short-lived.ts';
import { MemoryWorld } from '../../shared/ports/memory/memory-world.ts';
import { httpFunction, type HttpFunction } from '../../shared/shell/http-pipeline.ts';
import { permitsByRole } from '../../shared/shell/permits-by-role.ts';
import { SESSION_COOKIE, sessionResolver, tokenHash } from '../../shared/shell/session.ts';
import { httpEvent, lambdaContext } from '../../shared/shell/testing/http-event.ts';

/** Monday, 09:00 in Viet Nam; the next day is a holiday. */
export const START = '2026-11-23T02:00:00.000Z';
export const BASE_URL = 'https://mot-cua.test';

let shipped: Catalogue | undefined;

export interface Call {
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  /** Sent as a browser sends a form of ours. */
  readonly form?: Readonly<Record<string, string | readonly string[]>>;
  /** Member of staff whose session comes along. */
  readonly as?: string;
  /** Token of the secret link. */
  readonly bearer?: string;
  readonly key?: string;
  readonly ifMatch?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly cookies?: readonly string[];
}

export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | number | boolean>>;
  /** Parsed JSON; empty for a page. */
  readonly body: Record<string, unknown>;
  readonly text: string;
}

export type MemorySystem = ReturnType<typeof memorySystem>;

export function memorySystem(
  change: ((catalogue: Catalogue) => Catalogue) | { readonly everyIntakeCountersigned: boolean } = (catalogue) =>
    catalogue,
  /** Stands between the handlers and every port: for faults. */
  wrap: <Ports extends object>(ports: Ports) => Ports = (ports) => ports,
) {
  const overrides = typeof change === 'function' ? change : (catalogue: Catalogue) => allCountersigned(catalogue);
  shipped ??= shippedCatalogue('shipped');
  const clock = new SteppableClock(START);
  const world = new MemoryWorld(clock);
  const documents = new MemoryDocuments();
  const sessions = new MemorySessions(clock);
  const faults: unknown[] = [];
  const ports = wrap({
    cases: new MemoryEntityStore<Dossier, DossierEvent>(world),
    handovers: new MemoryEntityStore<Handover, HandoverEvent>(world),
    mails: new MemoryEntityStore<IncomingMail, MailEvent>(world),
    reports: new MemoryEntityStore<Report, ReportEvent>(world),
    calls: new MemoryEntityStore<PhoneCall, CallEvent>(world),
    lines: new MemoryEntityStore<Line, LineEvent>(world),
    deliveries: new MemoryEntityStore<Delivery, DeliveryEvent>(world),
    queries: new MemoryCaseQueries(world),
    listings: new MemoryListings(world),
    people: new MemoryPeople(world),
    uploads: new MemoryUploads(world),
    documents,
    readings: new MemoryMailReadings(),
    throttle: new MemoryThrottle(clock),
    numbers: new MemoryRunningNumbers(),
    catalogue: new MemoryCatalogue(overrides(shipped)),
    secrets: new MemorySecrets(),
    clock,
    randomness: new SeededRandomness(),
    publicBaseUrl: BASE_URL,
    hotlineAddress: '1022@mot-cua.test',
  } satisfies DossierPorts & AttachmentPorts & ReportPorts & Record<string, unknown>);
  const options = {
    sessions: sessionResolver({ sessions, catalogue: ports.catalogue, clock }),
    permits: permitsByRole,
    log: (level: string, _message: string, fields?: unknown) => {
      if (level === 'error') faults.push(fields);
    },
  };
  const describe = () => Promise.resolve(openApiDocument({ routes: allRoutes, baseUrl: BASE_URL }));
  const functions: Readonly<Record<string, HttpFunction>> = {
    'dossiers-api': httpFunction({ ...options, routes: dossiersApiRoutes(ports) }),
    'attachments-api': httpFunction({ ...options, routes: attachmentsApiRoutes(ports) }),
    'catalogue-api': httpFunction({ ...options, routes: catalogueApiRoutes(ports, describe) }),
    'post-api': httpFunction({ ...options, routes: postApiRoutes(ports) }),
    'reports-api': httpFunction({ ...options, routes: reportsApiRoutes(ports) }),
    'report-desk': httpFunction({ ...options, routes: reportDeskHttpRoutes(ports) }),
  };

  async function send(contract: RouteContract, call: Call = {}): Promise<Answer> {
    const handler = functions[contract.function];
    if (handler === undefined) throw new Error(`no function ${contract.function}`);
    const path = contract.path.replace(/\{(\w+)\}/g, (_, name: string) =>
      encodeURIComponent(call.params?.[name] ?? ''),
    );
    const event = httpEvent({
      method: contract.method,
      route: contract.path,
      path,
      ...(call.params && { params: call.params }),
      ...(call.query && { query: call.query }),
      ...('body' in call && { body: call.body }),
      ...(call.form && { body: encodedForm(call.form) }),
      ...(call.cookies && { cookies: call.cookies }),
      ...(call.as !== undefined && { cookies: [`${SESSION_COOKIE}=${await signIn(call.as)}`] }),
      headers: {
        ...(call.bearer !== undefined && { authorization: `Bearer ${call.bearer}` }),
        ...(call.key !== undefined && { 'idempotency-key': call.key }),
        ...(call.ifMatch !== undefined && { 'if-match': `"${String(call.ifMatch)}"` }),
        'accept-language': 'en',
        ...(call.form && {
          'content-type': 'application/x-www-form-urlencoded',
          'sec-fetch-site': 'same-origin',
        }),
        ...call.headers,
      },
    });
    return parsed(await handler(event, lambdaContext));
  }

  async function signIn(staffId: string, lifeMinutes = 600): Promise<string> {
    const token = tokenHash(staffId);
    await sessions.create(tokenHash(token), { staffId, expiresAt: addMinutes(clock.now(), lifeMinutes) });
    return token;
  }

  return {
    ports,
    world,
    clock,
    documents,
    sessions,
    faults,
    signIn,
    send,
    ask: (operationId: string, call?: Call) => send(contractOf(operationId), call),
    work: (task: CaseTask) => runCaseTask(ports, task),
    /** Everything that is stored, as one text: equal before and after when nothing was left behind. */
    dump: () =>
      JSON.stringify([
        [...world.entities].map(([id, entity]) => [id, { ...entity, clocks: [...entity.clocks] }]),
        [...world.people],
        [...world.kept],
        [...world.listings],
        [...world.answers],
        [...world.uploads],
        [...world.consumed],
        world.stream,
        [...documents.filed.keys()],
      ]),
  };
}

export function contractOf(operationId: string): RouteContract {
  const contract = allRoutes.find((route) => route.operationId === operationId);
  if (contract === undefined) throw new Error(`no route ${operationId}`);
  return contract;
}

function encodedForm(form: NonNullable<Call['form']>): string {
  const fields = new URLSearchParams();
  for (const [name, value] of Object.entries(form)) for (const one of [value].flat()) fields.append(name, one);
  return fields.toString();
}

function parsed(result: APIGatewayProxyStructuredResultV2): Answer {
  const { headers = {}, body: text = '' } = result;
  const isJson = String(headers['content-type'] ?? '').includes('json');
  return {
    status: result.statusCode ?? 0,
    headers,
    body: JSON.parse(isJson ? text : '{}') as Record<string, unknown>,
    text,
  };
}

function allCountersigned(catalogue: Catalogue): Catalogue {
  const units = catalogue.units.map((unit) =>
    unit.counter === undefined ? unit : { ...unit, counter: { ...unit.counter, countersignShare: 1 } },
  );
  return { ...catalogue, units };
}
