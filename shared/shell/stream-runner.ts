/**
 * Batches of a DynamoDB stream: the records in their order, the first that failed reported, so that the stream gives it and all after it
 * again and no commit overtakes an earlier one of the same entity. Images stay in DynamoDB's own notation: whoever needs four text
 * attributes reads four text attributes.
 */
import type { DynamoDBBatchResponse, DynamoDBRecord, DynamoDBStreamEvent } from 'aws-lambda';
import { faultFields, structuredLog, type Log } from './structured-log.ts';

export type StreamImage = NonNullable<NonNullable<DynamoDBRecord['dynamodb']>['NewImage']>;

export interface StreamWork<Item> {
  /** @throws on an image that is not as the store writes it: that record fails, and the mapping's limits take it to the dead-letter queue. */
  read(image: StreamImage | undefined): Item;
  /** All or a beginning: `firstFailed` is the index of the first item that must come again. Idempotent. */
  handle(items: readonly Item[]): Promise<{ readonly firstFailed?: number }>;
  readonly log?: Log;
}

export type StreamFunction = (event: DynamoDBStreamEvent) => Promise<DynamoDBBatchResponse>;

export function streamFunction<Item>(work: StreamWork<Item>): StreamFunction {
  const { log = structuredLog } = work;
  return async ({ Records: records }) => {
    const { items, unreadable } = readInOrder(records, work, log);
    const firstFailed = (await handleAll(items, work, log)) ?? unreadable;
    log(firstFailed === undefined ? 'info' : 'warn', 'stream', { records: records.length, firstFailed });
    if (firstFailed === undefined) return { batchItemFailures: [] };
    const sequenceNumber = records[firstFailed]?.dynamodb?.SequenceNumber;
    if (sequenceNumber === undefined) throw new Error('a stream record without a sequence number');
    return { batchItemFailures: [{ itemIdentifier: sequenceNumber }] };
  };
}

/** Up to the first that cannot be read: the ones before it are still worth handling. */
function readInOrder<Item>(records: readonly DynamoDBRecord[], work: StreamWork<Item>, log: Log) {
  const items: Item[] = [];
  for (const [index, record] of records.entries()) {
    try {
      items.push(work.read(record.dynamodb?.NewImage));
    } catch (fault) {
      log('error', 'unreadable', { eventId: record.eventID, ...faultFields(fault) });
      return { items, unreadable: index };
    }
  }
  return { items };
}

async function handleAll<Item>(items: readonly Item[], work: StreamWork<Item>, log: Log): Promise<number | undefined> {
  if (items.length === 0) return undefined;
  try {
    return (await work.handle(items)).firstFailed;
  } catch (fault) {
    log('error', 'fault', faultFields(fault));
    return 0;
  }
}
