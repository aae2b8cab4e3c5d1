/**
 * The dossiers' HTTP function and the level worker in this process, with the adapters that the deployed ones have, on a real engine. What
 * is missing are the network to AWS and the queues: the relay's messages are made from the very event items that were committed and handed
 * over directly. Time begins at a given working moment and runs on from there.
 */
import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { randomBytes } from 'node:crypto';
import type { DossierPorts } from '../../functions/dossiers/dossier-ports.ts';
import { dossiersApiRoutes } from '../../functions/dossiers/dossiers-routes.ts';
import { readCommittedRecord, type CommittedRecord } from '../../functions/relay/committed-record.ts';
import { DynamoDbCaseQueries } from '../../shared/adapters/dynamodb-case-queries.ts';
import { DynamoDbCatalogue } from '../../shared/adapters/dynamodb-catalogue.ts';
import { DynamoDbEntityStore } from '../../shared/adapters/dynamodb-entity-store.ts';
import { DynamoDbMailboxMarks } from '../../shared/adapters/dynamodb-mailbox-marks.ts';
import { DynamoDbPeople } from '../../shared/adapters/dynamodb-people.ts';
import { DynamoDbRunningNumbers } from '../../shared/adapters/dynamodb-running-numbers.ts';
import { DynamoDbSessions } from '../../shared/adapters/dynamodb-sessions.ts';
import { DynamoDbThrottle } from '../../shared/adapters/dynamodb-throttle.ts';
import { DynamoDbUploads } from '../../shared/adapters/dynamodb-uploads.ts';
import { dossierRoutes } from '../../shared/contracts/http/dossiers.ts';
import type { DossierEvent } from '../../shared/domain/dossier/events.ts';
import type { Dossier } from '../../shared/domain/dossier/state.ts';
import type { IncomingMail, MailEvent } from '../../shared/domain/mail/incoming-mail.ts';
import { addMinutes, type Instant } from '../../shared/domain/time.ts';
import { MemorySecrets } from '../../shared/ports/memory/memory-outside.ts';
import type { Clock } from '../../shared/ports/outside.ts';
import { httpFunction } from '../../shared/shell/http-pipeline.ts';
import { permitsByRole } from '../../shared/shell/permits-by-role.ts';
import { SESSION_COOKIE, sessionResolver, tokenHash } from '../../shared/shell/session.ts';
import { httpEvent, lambdaContext } from '../../shared/shell/testing/http-event.ts';
import type { BenchTables } from './app.ts';
import { transactItems, watchClient } from './watch-client.ts';

/** Monday, 09:00 in Viet Nam. */
export const MONDAY = '2026-11-23T02:00:00.000Z';

export class BenchClock implements Clock {
  #start: number;
  #set = performance.now();

  constructor(start: Instant) {
    this.#start = Date.parse(start);
  }

  now(): Instant {
    return new Date(this.#start + performance.now() - this.#set).toISOString();
  }

  set(instant: Instant): void {
    this.#start = Date.parse(instant);
    this.#set = performance.now();
  }
}

export interface Call {
  readonly params?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  /** Member of staff whose session comes along. */
  readonly as?: string;
}

export interface Answer {
  readonly status: number;
  readonly body: Record<string, unknown>;
}

export type BenchSystem = ReturnType<typeof benchSystem>;

export function benchSystem(client: DynamoDBClient, tables: BenchTables, start: Instant = MONDAY) {
  const clock = new BenchClock(start);
  const catalogue = new DynamoDbCatalogue({ client, table: tables.catalogue }, clock);
  const sessions = new DynamoDbSessions(client, tables.sessions, clock);
  const ports = {
    cases: new DynamoDbEntityStore<Dossier, DossierEvent>(client, tables, clock),
    mails: new DynamoDbEntityStore<IncomingMail, MailEvent>(client, tables, clock),
    queries: new DynamoDbCaseQueries(client, tables),
    people: new DynamoDbPeople(client, tables.people),
    uploads: new DynamoDbUploads(client, tables.sessions, clock),
    throttle: new DynamoDbThrottle(client, tables.sessions, clock),
    marks: new DynamoDbMailboxMarks(client, tables.sessions, clock),
    numbers: new DynamoDbRunningNumbers(client, tables.sessions),
    catalogue,
    secrets: new MemorySecrets(),
    clock,
    randomness: { bytes: (count: number) => new Uint8Array(randomBytes(count)) },
    publicBaseUrl: 'https://mot-cua.bench',
  } satisfies DossierPorts & Record<string, unknown>;
  const faults: unknown[] = [];
  const handler = httpFunction({
    routes: dossiersApiRoutes(ports),
    sessions: sessionResolver({ sessions, catalogue, clock }),
    permits: permitsByRole,
    log: (level, _event, fields) => {
      if (level === 'error') faults.push(fields);
    },
  });
  const outbox = outboxOf(client);
  const signedIn = new Map<string, Promise<string>>();

  /** A session is made once for each person and outlives the run. */
  function signIn(staffId: string): Promise<string> {
    const known = signedIn.get(staffId);
    if (known !== undefined) return known;
    const token = tokenHash(`bench ${staffId}`);
    const made = sessions
      .create(tokenHash(token), { staffId, expiresAt: addMinutes('2030-01-01T00:00:00.000Z', 0) })
      .then(() => token);
    signedIn.set(staffId, made);
    return made;
  }

  async function ask(operationId: string, { params, body, as }: Call): Promise<Answer> {
    const contract = contracts.get(operationId);
    if (contract === undefined) throw new Error(`no route ${operationId}`);
    const path = contract.path.replace(/\{(\w+)\}/gu, (_, name: string) => encodeURIComponent(params?.[name] ?? ''));
    const event = httpEvent({
      method: contract.method,
      route: contract.path,
      path,
      ...(params && { params }),
      ...(body !== undefined && { body }),
      ...(as !== undefined && { cookies: [`${SESSION_COOKIE}=${await signIn(as)}`] }),
      headers: { 'idempotency-key': randomBytes(16).toString('base64url'), 'accept-language': 'en' },
    });
    const answer = await handler(event, lambdaContext);
    return { status: answer.statusCode ?? 0, body: JSON.parse(answer.body ?? '{}') as Record<string, unknown> };
  }

  return { client, tables, clock, ports, sessions, outbox, faults, handler, signIn, ask };
}

const contracts = new Map(dossierRoutes.map((contract) => [contract.operationId, contract]));

/** The event items that this client committed, by entity, until somebody takes them. */
function outboxOf(client: DynamoDBClient): { take(entityId: string): readonly CommittedRecord[] } {
  const committed = new Map<string, CommittedRecord[]>();
  watchClient(client, (call) => {
    for (const { Put: put } of transactItems(call) ?? []) {
      const { record, entityId } = put?.Item ?? {};
      if (record?.S?.startsWith('EVENT#') !== true || entityId?.S === undefined) continue;
      const commits = committed.get(entityId.S) ?? [];
      commits.push(readCommittedRecord(put?.Item));
      committed.set(entityId.S, commits);
    }
  });
  return {
    take(entityId) {
      const commits = committed.get(entityId) ?? [];
      committed.delete(entityId);
      return commits;
    },
  };
}
