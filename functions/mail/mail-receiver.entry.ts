/** Lambda entry of the queue `incoming-mail`: wires, nothing else. */
import { DynamoDbCaseQueries } from '../../shared/adapters/dynamodb-case-queries.ts';
import { DynamoDbCatalogue } from '../../shared/adapters/dynamodb-catalogue.ts';
import { dynamoDbClient } from '../../shared/adapters/dynamodb-client.ts';
import { DynamoDbEntityStore } from '../../shared/adapters/dynamodb-entity-store.ts';
import { DynamoDbMailReadings } from '../../shared/adapters/dynamodb-mail-readings.ts';
import { DynamoDbMailboxMarks } from '../../shared/adapters/dynamodb-mailbox-marks.ts';
import { DynamoDbPeople } from '../../shared/adapters/dynamodb-people.ts';
import { DynamoDbRunningNumbers } from '../../shared/adapters/dynamodb-running-numbers.ts';
import { DynamoDbThrottle } from '../../shared/adapters/dynamodb-throttle.ts';
import { DynamoDbUploads } from '../../shared/adapters/dynamodb-uploads.ts';
import { s3Client } from '../../shared/adapters/s3-client.ts';
import { S3Documents } from '../../shared/adapters/s3-documents.ts';
import { S3MailArchive } from '../../shared/adapters/s3-mail-archive.ts';
import { SecretsManagerKeys, secretsManagerClient } from '../../shared/adapters/secrets-manager-keys.ts';
import { systemClock as clock } from '../../shared/adapters/system-clock.ts';
import { readConfiguration } from '../../shared/contracts/configuration.ts';
import { ArrivedMail } from '../../shared/contracts/messages.ts';
import { queueFunction } from '../../shared/shell/batch-runner.ts';
import { receiveMail } from './incoming/receive-mail.ts';
import type { ReceiverPorts } from './incoming/receiver-ports.ts';

const configuration = readConfiguration('mail-receiver', process.env);
const client = dynamoDbClient();
const s3 = s3Client();
const tables = {
  cases: configuration.CASES_TABLE,
  people: configuration.PEOPLE_TABLE,
  sessions: configuration.SESSIONS_TABLE,
};
const ports: ReceiverPorts = {
  cases: new DynamoDbEntityStore(client, tables, clock),
  mails: new DynamoDbEntityStore(client, tables, clock),
  reports: new DynamoDbEntityStore(client, tables, clock),
  messages: new DynamoDbEntityStore(client, tables, clock),
  queries: new DynamoDbCaseQueries(client, tables),
  people: new DynamoDbPeople(client, tables.people),
  uploads: new DynamoDbUploads(client, tables.sessions, clock),
  documents: new S3Documents(s3, configuration.DOCUMENTS_BUCKET),
  archive: new S3MailArchive(s3, configuration.MAIL_BUCKET),
  readings: new DynamoDbMailReadings(client, tables.people, clock),
  marks: new DynamoDbMailboxMarks(client, tables.sessions, clock),
  throttle: new DynamoDbThrottle(client, tables.sessions, clock),
  numbers: new DynamoDbRunningNumbers(client, tables.sessions),
  catalogue: new DynamoDbCatalogue({ client, table: configuration.CATALOGUE_TABLE }, clock),
  secrets: new SecretsManagerKeys(secretsManagerClient(), configuration.SIGNING_SECRET, clock),
  clock,
  replyDomain: configuration.REPLY_DOMAIN,
  mailFrom: configuration.MAIL_FROM,
  hotlineAddress: configuration.HOTLINE_ADDRESS,
};

/** One after another: a mail with its files is held in memory several times over. */
export const handler = queueFunction({
  schema: ArrivedMail,
  handle: (mail) => receiveMail(ports, mail),
  concurrency: 1,
});
