import { SQSClient } from '@aws-sdk/client-sqs';
import { clientDefaults } from './client-defaults.ts';

let client: SQSClient | undefined;

/** One for the whole process. Messages go to the host in the queue's URL, so that locally the URL alone decides (measured with SDK v3). */
export function sqsClient(): SQSClient {
  client ??= new SQSClient({ ...clientDefaults, useQueueUrlAsEndpoint: true });
  return client;
}
