/** Lambda entry of the queue `report-tasks`: wires, nothing else. */
import { DynamoDbCatalogue } from '../../shared/adapters/dynamodb-catalogue.ts';
import { dynamoDbClient } from '../../shared/adapters/dynamodb-client.ts';
import { DynamoDbEntityStore } from '../../shared/adapters/dynamodb-entity-store.ts';
import { DynamoDbListings } from '../../shared/adapters/dynamodb-listings.ts';
import { DynamoDbPeople } from '../../shared/adapters/dynamodb-people.ts';
import { DynamoDbProviderMessages } from '../../shared/adapters/dynamodb-provider-messages.ts';
import { DynamoDbThrottle } from '../../shared/adapters/dynamodb-throttle.ts';
import { DynamoDbUploads } from '../../shared/adapters/dynamodb-uploads.ts';
import { fetchFile } from '../../shared/adapters/fetch-file.ts';
import { s3Client } from '../../shared/adapters/s3-client.ts';
import { S3Documents } from '../../shared/adapters/s3-documents.ts';
import { SecretsManagerKeys, secretsManagerClient } from '../../shared/adapters/secrets-manager-keys.ts';
import { systemClock as clock } from '../../shared/adapters/system-clock.ts';
import { systemRandomness as randomness } from '../../shared/adapters/system-randomness.ts';
import { readConfiguration } from '../../shared/contracts/configuration.ts';
import { ReportTask } from '../../shared/contracts/messages.ts';
import { queueFunction } from '../../shared/shell/batch-runner.ts';
import type { ReportTaskPorts } from './conversation/report-task-ports.ts';
import { runReportTask } from './conversation/run-report-task.ts';

const configuration = readConfiguration('report-worker', process.env);
const client = dynamoDbClient();
const tables = {
  cases: configuration.CASES_TABLE,
  people: configuration.PEOPLE_TABLE,
  sessions: configuration.SESSIONS_TABLE,
};

const ports: ReportTaskPorts = {
  conversations: new DynamoDbEntityStore(client, tables, clock),
  reports: new DynamoDbEntityStore(client, tables, clock),
  deliveries: new DynamoDbEntityStore(client, tables, clock),
  people: new DynamoDbPeople(client, tables.people),
  listings: new DynamoDbListings(client, tables),
  providerMessages: new DynamoDbProviderMessages(client, tables.sessions, clock),
  uploads: new DynamoDbUploads(client, tables.sessions, clock),
  documents: new S3Documents(s3Client(), configuration.DOCUMENTS_BUCKET),
  throttle: new DynamoDbThrottle(client, tables.sessions, clock),
  catalogue: new DynamoDbCatalogue({ client, table: configuration.CATALOGUE_TABLE }, clock),
  secrets: new SecretsManagerKeys(secretsManagerClient(), configuration.SIGNING_SECRET, clock),
  randomness,
  clock,
  fetchFile,
};

export const handler = queueFunction({ schema: ReportTask, handle: (task) => runReportTask(ports, task) });
