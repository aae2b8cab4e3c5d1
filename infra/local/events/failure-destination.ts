import { SendMessageCommand, type SQSClient } from '@aws-sdk/client-sqs';
import type { LostBatch } from './stream-delivery.ts';

/** Sends what Lambda sends to the SQS destination of a stream mapping: where the lost records stand, not the records themselves. */
export async function reportLostBatch(options: {
  readonly client: SQSClient;
  readonly queueUrl: string;
  readonly functionArn: string;
  readonly lost: LostBatch;
}): Promise<void> {
  const { lost } = options;
  const sequence = lost.records.map((record) => record.dynamodb);
  const arrival = (position: number): string =>
    new Date((sequence.at(position)?.ApproximateCreationDateTime ?? 0) * 1000).toISOString();
  const message = {
    version: '1.0',
    timestamp: new Date().toISOString(),
    requestContext: {
      functionArn: `${options.functionArn}:$LATEST`,
      condition: lost.reason,
      approximateInvokeCount: lost.attempts,
    },
    DDBStreamBatchInfo: {
      shardId: lost.shardId,
      streamArn: lost.streamArn,
      batchSize: lost.records.length,
      startSequenceNumber: sequence.at(0)?.SequenceNumber,
      endSequenceNumber: sequence.at(-1)?.SequenceNumber,
      approximateArrivalOfFirstRecord: arrival(0),
      approximateArrivalOfLastRecord: arrival(-1),
    },
  };
  await options.client.send(
    new SendMessageCommand({ QueueUrl: options.queueUrl, MessageBody: JSON.stringify(message) }),
  );
}
