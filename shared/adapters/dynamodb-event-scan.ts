import { ScanCommand, type AttributeValue, type DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { CommittedRecord, EventScan } from '../ports/event-scan.ts';
import { eventNumberOf } from './commit-items.ts';
import { attributes, jsonOf, textOf, type Item } from './item-attributes.ts';

/**
 * Reads the whole table in segments: the event items have no index by time, and need none but for this. Half a read unit for each
 * 4 KB looked at, whatever the filter leaves. Eventually consistent: a commit of this second is on the stream anyway.
 */
export class DynamoDbEventScan implements EventScan {
  readonly #client: DynamoDBClient;
  readonly #table: string;

  constructor(client: DynamoDBClient, table: string) {
    this.#client = client;
    this.#table = table;
  }

  async page(
    request: Parameters<EventScan['page']>[0],
  ): Promise<{ readonly commits: readonly CommittedRecord[]; readonly next?: string }> {
    const { segment, segments, since, until, start } = request;
    const { Items: items = [], LastEvaluatedKey: last } = await this.#client.send(
      new ScanCommand({
        TableName: this.#table,
        Segment: segment,
        TotalSegments: segments,
        FilterExpression: 'begins_with(#record, :event) AND committedAt >= :since AND committedAt < :until',
        ExpressionAttributeNames: { '#record': 'record' },
        ExpressionAttributeValues: attributes({ ':event': 'EVENT#', ':since': since, ':until': until }),
        ...(start !== undefined && { ExclusiveStartKey: JSON.parse(start) as Record<string, AttributeValue> }),
      }),
    );
    const commits = items.map(commitOf);
    return last === undefined ? { commits } : { commits, next: JSON.stringify(last) };
  }
}

function commitOf(item: Item): CommittedRecord {
  return {
    entityId: textOf(item, 'entityId'),
    version: eventNumberOf(textOf(item, 'record')),
    at: textOf(item, 'committedAt'),
    events: jsonOf(item, 'events') as readonly unknown[],
  };
}
