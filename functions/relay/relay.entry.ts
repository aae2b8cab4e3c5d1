import { sqsClient } from '../../shared/adapters/sqs-client.ts';
import { SqsQueue } from '../../shared/adapters/sqs-queue.ts';
import { readConfiguration } from '../../shared/contracts/configuration.ts';
import { streamFunction } from '../../shared/shell/stream-runner.ts';
import { readCommittedRecord } from './committed-record.ts';
import { relayQueues } from './relay-queues.ts';
import { relayCommits } from './relay-records.ts';

const queues = relayQueues(readConfiguration('relay', process.env), (url) => new SqsQueue(sqsClient(), url));

export const handler = streamFunction({
  read: readCommittedRecord,
  handle: (commits) => relayCommits(commits, queues),
});
