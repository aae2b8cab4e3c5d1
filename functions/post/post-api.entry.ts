/** Lambda entry of postal custody: wires, nothing else. */
import { DynamoDbCaseQueries } from '../../shared/adapters/dynamodb-case-queries.ts';
import { DynamoDbCatalogue } from '../../shared/adapters/dynamodb-catalogue.ts';
import { dynamoDbClient } from '../../shared/adapters/dynamodb-client.ts';
import { DynamoDbEntityStore } from '../../shared/adapters/dynamodb-entity-store.ts';
import { DynamoDbRunningNumbers } from '../../shared/adapters/dynamodb-running-numbers.ts';
import { DynamoDbSessions } from '../../shared/adapters/dynamodb-sessions.ts';
import { systemClock as clock } from '../../shared/adapters/system-clock.ts';
import { readConfiguration } from '../../shared/contracts/configuration.ts';
import type { DossierEvent } from '../../shared/domain/dossier/events.ts';
import type { Dossier } from '../../shared/domain/dossier/state.ts';
import type { HandoverEvent } from '../../shared/domain/post/handover-events.ts';
import type { Handover } from '../../shared/domain/post/handover-state.ts';
import { httpFunction } from '../../shared/shell/http-pipeline.ts';
import { permitsByRole } from '../../shared/shell/permits-by-role.ts';
import { sessionResolver } from '../../shared/shell/session.ts';
import { postApiRoutes } from './post-routes.ts';

const configuration = readConfiguration('post-api', process.env);
const client = dynamoDbClient();
const tables = { cases: configuration.CASES_TABLE, sessions: configuration.SESSIONS_TABLE };
const catalogue = new DynamoDbCatalogue({ client, table: configuration.CATALOGUE_TABLE }, clock);

export const handler = httpFunction({
  routes: postApiRoutes({
    handovers: new DynamoDbEntityStore<Handover, HandoverEvent>(client, tables, clock),
    cases: new DynamoDbEntityStore<Dossier, DossierEvent>(client, tables, clock),
    queries: new DynamoDbCaseQueries(client, tables),
    numbers: new DynamoDbRunningNumbers(client, tables.sessions),
    catalogue,
    clock,
  }),
  sessions: sessionResolver({ sessions: new DynamoDbSessions(client, tables.sessions, clock), catalogue, clock }),
  permits: permitsByRole,
});
