/** Lambda entry of the hotline's pages: wires, nothing else. */
import { readConfiguration } from '../../shared/contracts/configuration.ts';
import { httpFunction } from '../../shared/shell/http-pipeline.ts';
import { permitsByRole } from '../../shared/shell/permits-by-role.ts';
import { sessionResolver } from '../../shared/shell/session.ts';
import { DynamoDbCaseQueries } from '../../shared/adapters/dynamodb-case-queries.ts';
import { DynamoDbCatalogue } from '../../shared/adapters/dynamodb-catalogue.ts';
import { dynamoDbClient } from '../../shared/adapters/dynamodb-client.ts';
import { DynamoDbEntityStore } from '../../shared/adapters/dynamodb-entity-store.ts';
import { DynamoDbListings } from '../../shared/adapters/dynamodb-listings.ts';
import { DynamoDbPeople } from '../../shared/adapters/dynamodb-people.ts';
import { DynamoDbSessions } from '../../shared/adapters/dynamodb-sessions.ts';
import { DynamoDbThrottle } from '../../shared/adapters/dynamodb-throttle.ts';
import { DynamoDbUploads } from '../../shared/adapters/dynamodb-uploads.ts';
import { SecretsManagerKeys, secretsManagerClient } from '../../shared/adapters/secrets-manager-keys.ts';
import { systemClock as clock } from '../../shared/adapters/system-clock.ts';
import { systemRandomness as randomness } from '../../shared/adapters/system-randomness.ts';
import { reportDeskHttpRoutes } from './desk/desk-routes.ts';

const configuration = readConfiguration('report-desk', process.env);
const client = dynamoDbClient();
const tables = {
  cases: configuration.CASES_TABLE,
  people: configuration.PEOPLE_TABLE,
  sessions: configuration.SESSIONS_TABLE,
};
const catalogue = new DynamoDbCatalogue({ client, table: configuration.CATALOGUE_TABLE }, clock);

export const handler = httpFunction({
  routes: reportDeskHttpRoutes({
    reports: new DynamoDbEntityStore(client, tables, clock),
    deliveries: new DynamoDbEntityStore(client, tables, clock),
    calls: new DynamoDbEntityStore(client, tables, clock),
    lines: new DynamoDbEntityStore(client, tables, clock),
    queries: new DynamoDbCaseQueries(client, tables),
    listings: new DynamoDbListings(client, tables),
    people: new DynamoDbPeople(client, tables.people),
    uploads: new DynamoDbUploads(client, tables.sessions, clock),
    throttle: new DynamoDbThrottle(client, tables.sessions, clock),
    secrets: new SecretsManagerKeys(secretsManagerClient(), configuration.SIGNING_SECRET, clock),
    catalogue,
    clock,
    randomness,
    publicBaseUrl: configuration.PUBLIC_BASE_URL,
    hotlineAddress: configuration.HOTLINE_ADDRESS,
  }),
  sessions: sessionResolver({ sessions: new DynamoDbSessions(client, tables.sessions, clock), catalogue, clock }),
  permits: permitsByRole,
});
