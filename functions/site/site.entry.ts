/** Lambda entry of the pages: wires, nothing else. */
import { DynamoDbCaseQueries } from '../../shared/adapters/dynamodb-case-queries.ts';
import { DynamoDbCatalogue } from '../../shared/adapters/dynamodb-catalogue.ts';
import { dynamoDbClient } from '../../shared/adapters/dynamodb-client.ts';
import { DynamoDbEntityStore } from '../../shared/adapters/dynamodb-entity-store.ts';
import { DynamoDbPeople } from '../../shared/adapters/dynamodb-people.ts';
import { DynamoDbSessions } from '../../shared/adapters/dynamodb-sessions.ts';
import { DynamoDbThrottle } from '../../shared/adapters/dynamodb-throttle.ts';
import { SecretsManagerKeys, secretsManagerClient } from '../../shared/adapters/secrets-manager-keys.ts';
import { systemClock as clock } from '../../shared/adapters/system-clock.ts';
import { readConfiguration } from '../../shared/contracts/configuration.ts';
import type { DossierEvent } from '../../shared/domain/dossier/events.ts';
import type { Dossier } from '../../shared/domain/dossier/state.ts';
import type { HandoverEvent } from '../../shared/domain/post/handover-events.ts';
import type { Handover } from '../../shared/domain/post/handover-state.ts';
import { httpFunction } from '../../shared/shell/http-pipeline.ts';
import { permitsByRole } from '../../shared/shell/permits-by-role.ts';
import { sessionResolver } from '../../shared/shell/session.ts';
import { sitePages } from './site-routes.ts';

const configuration = readConfiguration('site', process.env);
const client = dynamoDbClient();
const tables = {
  cases: configuration.CASES_TABLE,
  people: configuration.PEOPLE_TABLE,
  sessions: configuration.SESSIONS_TABLE,
};
const catalogue = new DynamoDbCatalogue({ client, table: configuration.CATALOGUE_TABLE }, clock);

export const handler = httpFunction({
  routes: sitePages({
    cases: new DynamoDbEntityStore<Dossier, DossierEvent>(client, tables, clock),
    handovers: new DynamoDbEntityStore<Handover, HandoverEvent>(client, tables, clock),
    reports: new DynamoDbEntityStore<unknown, never>(client, tables, clock),
    queries: new DynamoDbCaseQueries(client, tables),
    people: new DynamoDbPeople(client, tables.people),
    throttle: new DynamoDbThrottle(client, tables.sessions, clock),
    secrets: new SecretsManagerKeys(secretsManagerClient(), configuration.SIGNING_SECRET, clock),
    catalogue,
    clock,
    publicBaseUrl: configuration.PUBLIC_BASE_URL,
  }),
  sessions: sessionResolver({ sessions: new DynamoDbSessions(client, tables.sessions, clock), catalogue, clock }),
  permits: permitsByRole,
});
