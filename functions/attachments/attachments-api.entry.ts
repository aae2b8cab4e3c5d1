/** Lambda entry of the attachments' API: wires, nothing else. */
import { DynamoDbCaseQueries } from '../../shared/adapters/dynamodb-case-queries.ts';
import { DynamoDbCatalogue } from '../../shared/adapters/dynamodb-catalogue.ts';
import { dynamoDbClient } from '../../shared/adapters/dynamodb-client.ts';
import { DynamoDbEntityStore } from '../../shared/adapters/dynamodb-entity-store.ts';
import { DynamoDbPeople } from '../../shared/adapters/dynamodb-people.ts';
import { DynamoDbSessions } from '../../shared/adapters/dynamodb-sessions.ts';
import { DynamoDbUploads } from '../../shared/adapters/dynamodb-uploads.ts';
import { s3Client } from '../../shared/adapters/s3-client.ts';
import { S3Documents } from '../../shared/adapters/s3-documents.ts';
import { SecretsManagerKeys, secretsManagerClient } from '../../shared/adapters/secrets-manager-keys.ts';
import { systemClock as clock } from '../../shared/adapters/system-clock.ts';
import { systemRandomness as randomness } from '../../shared/adapters/system-randomness.ts';
import { readConfiguration } from '../../shared/contracts/configuration.ts';
import type { DossierEvent } from '../../shared/domain/dossier/events.ts';
import type { Dossier } from '../../shared/domain/dossier/state.ts';
import { httpFunction } from '../../shared/shell/http-pipeline.ts';
import { permitsByRole } from '../../shared/shell/permits-by-role.ts';
import { sessionResolver } from '../../shared/shell/session.ts';
import { attachmentsApiRoutes } from './attachments-routes.ts';

const configuration = readConfiguration('attachments-api', process.env);
const client = dynamoDbClient();
const tables = {
  cases: configuration.CASES_TABLE,
  people: configuration.PEOPLE_TABLE,
  sessions: configuration.SESSIONS_TABLE,
};
const catalogue = new DynamoDbCatalogue({ client, table: configuration.CATALOGUE_TABLE }, clock);

export const handler = httpFunction({
  routes: attachmentsApiRoutes({
    cases: new DynamoDbEntityStore<Dossier, DossierEvent>(client, tables, clock),
    reports: new DynamoDbEntityStore(client, tables, clock),
    queries: new DynamoDbCaseQueries(client, tables),
    people: new DynamoDbPeople(client, tables.people),
    uploads: new DynamoDbUploads(client, tables.sessions, clock),
    documents: new S3Documents(s3Client(), configuration.DOCUMENTS_BUCKET),
    secrets: new SecretsManagerKeys(secretsManagerClient(), configuration.SIGNING_SECRET, clock),
    catalogue,
    clock,
    randomness,
  }),
  sessions: sessionResolver({ sessions: new DynamoDbSessions(client, tables.sessions, clock), catalogue, clock }),
  permits: permitsByRole,
});
