import type { Context } from 'aws-lambda';
import { dynamoDbClient } from '../../shared/adapters/dynamodb-client.ts';
import { DynamoDbEventScan } from '../../shared/adapters/dynamodb-event-scan.ts';
import { sqsClient } from '../../shared/adapters/sqs-client.ts';
import { SqsQueue } from '../../shared/adapters/sqs-queue.ts';
import { systemClock } from '../../shared/adapters/system-clock.ts';
import { readConfiguration } from '../../shared/contracts/configuration.ts';
import { rebuildQueues, RebuildRequest, type RebuildReport } from './rebuild-queues.ts';
import { relayQueues } from './relay-queues.ts';

const configuration = readConfiguration('rebuild-queues', process.env);
const scan = new DynamoDbEventScan(dynamoDbClient(), configuration.CASES_TABLE);
const queues = relayQueues(configuration, (url) => new SqsQueue(sqsClient(), url));

export const handler = (event: unknown, context: Context): Promise<RebuildReport> =>
  rebuildQueues(
    { scan, queues, now: () => systemClock.now(), remainingMs: () => context.getRemainingTimeInMillis() },
    RebuildRequest.parse(event ?? {}),
  );
