import * as z from 'zod/mini';
import { DynamoDbCaseQueries } from '../../shared/adapters/dynamodb-case-queries.ts';
import { DynamoDbCatalogue } from '../../shared/adapters/dynamodb-catalogue.ts';
import { dynamoDbClient } from '../../shared/adapters/dynamodb-client.ts';
import { sqsClient } from '../../shared/adapters/sqs-client.ts';
import { SqsQueue } from '../../shared/adapters/sqs-queue.ts';
import { systemClock } from '../../shared/adapters/system-clock.ts';
import { readConfiguration } from '../../shared/contracts/configuration.ts';
import { structuredLog } from '../../shared/shell/structured-log.ts';
import { planMails, type PlanningPorts } from './planned/plan-mails.ts';

const configuration = readConfiguration('mail-planner', process.env);
const client = dynamoDbClient();
const ports: PlanningPorts = {
  queries: new DynamoDbCaseQueries(client, { cases: configuration.CASES_TABLE }),
  catalogue: new DynamoDbCatalogue({ client, table: configuration.CATALOGUE_TABLE }, systemClock),
  outgoing: new SqsQueue(sqsClient(), configuration.OUTGOING_MAIL_QUEUE),
};
/** The input of the two schedules. */
const Planned = z.object({ plan: z.enum(['digest', 'weekly']) });

export async function handler(event: unknown): Promise<{ readonly planned: number }> {
  const asked = Planned.parse(event);
  const done = await planMails(ports, asked, systemClock.now());
  structuredLog('info', 'planned', { ...asked, ...done });
  return done;
}
