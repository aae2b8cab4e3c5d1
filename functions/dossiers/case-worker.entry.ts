/** Lambda entry of the queue `case-tasks`: wires, nothing else. */
import { DynamoDbCatalogue } from '../../shared/adapters/dynamodb-catalogue.ts';
import { dynamoDbClient } from '../../shared/adapters/dynamodb-client.ts';
import { DynamoDbEntityStore } from '../../shared/adapters/dynamodb-entity-store.ts';
import { DynamoDbRunningNumbers } from '../../shared/adapters/dynamodb-running-numbers.ts';
import { s3Client } from '../../shared/adapters/s3-client.ts';
import { S3Documents } from '../../shared/adapters/s3-documents.ts';
import { systemClock as clock } from '../../shared/adapters/system-clock.ts';
import { readConfiguration } from '../../shared/contracts/configuration.ts';
import { CaseTask } from '../../shared/contracts/messages.ts';
import type { DossierEvent } from '../../shared/domain/dossier/events.ts';
import type { Dossier } from '../../shared/domain/dossier/state.ts';
import type { IncomingMail, MailEvent } from '../../shared/domain/mail/incoming-mail.ts';
import type { HandoverEvent } from '../../shared/domain/post/handover-events.ts';
import type { Handover } from '../../shared/domain/post/handover-state.ts';
import { queueFunction } from '../../shared/shell/batch-runner.ts';
import { runCaseTask, type CaseTaskPorts } from './case-tasks.ts';

const configuration = readConfiguration('case-worker', process.env);
const client = dynamoDbClient();
const tables = { cases: configuration.CASES_TABLE, sessions: configuration.SESSIONS_TABLE };

const ports: CaseTaskPorts = {
  cases: new DynamoDbEntityStore<Dossier, DossierEvent>(client, tables, clock),
  handovers: new DynamoDbEntityStore<Handover, HandoverEvent>(client, tables, clock),
  mails: new DynamoDbEntityStore<IncomingMail, MailEvent>(client, tables, clock),
  documents: new S3Documents(s3Client(), configuration.DOCUMENTS_BUCKET),
  numbers: new DynamoDbRunningNumbers(client, configuration.SESSIONS_TABLE),
  catalogue: new DynamoDbCatalogue({ client, table: configuration.CATALOGUE_TABLE }, clock),
  clock,
};

export const handler = queueFunction({ schema: CaseTask, handle: (task) => runCaseTask(ports, task) });
