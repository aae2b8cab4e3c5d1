import { DynamoDbCatalogue } from '../../shared/adapters/dynamodb-catalogue.ts';
import { dynamoDbClient } from '../../shared/adapters/dynamodb-client.ts';
import { DynamoDbEntityStore } from '../../shared/adapters/dynamodb-entity-store.ts';
import { DynamoDbMailboxMarks } from '../../shared/adapters/dynamodb-mailbox-marks.ts';
import { DynamoDbPeople } from '../../shared/adapters/dynamodb-people.ts';
import { systemClock } from '../../shared/adapters/system-clock.ts';
import { readConfiguration } from '../../shared/contracts/configuration.ts';
import { MailFeedback } from '../../shared/contracts/messages.ts';
import { queueFunction } from '../../shared/shell/batch-runner.ts';
import { takeFeedback, type FeedbackPorts } from './feedback/take-feedback.ts';

const configuration = readConfiguration('mail-feedback', process.env);
const client = dynamoDbClient();
const tables = { cases: configuration.CASES_TABLE, sessions: configuration.SESSIONS_TABLE };
const ports: FeedbackPorts = {
  cases: new DynamoDbEntityStore(client, tables, systemClock),
  conversations: new DynamoDbEntityStore(client, tables, systemClock),
  deliveries: new DynamoDbEntityStore(client, tables, systemClock),
  people: new DynamoDbPeople(client, configuration.PEOPLE_TABLE),
  catalogue: new DynamoDbCatalogue({ client, table: configuration.CATALOGUE_TABLE }, systemClock),
  marks: new DynamoDbMailboxMarks(client, tables.sessions, systemClock),
  clock: systemClock,
};

export const handler = queueFunction({
  schema: MailFeedback,
  handle: (feedback) => takeFeedback(ports, feedback),
});
