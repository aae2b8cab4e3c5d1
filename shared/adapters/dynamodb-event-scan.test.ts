import { DynamoDBClient, ScanCommand } from '@aws-sdk/client-dynamodb';
import { mockClient } from 'aws-sdk-client-mock';
import { beforeEach, describe, expect, it } from 'vitest';
import { DynamoDbEventScan } from './dynamodb-event-scan.ts';

const aws = mockClient(DynamoDBClient);
const scan = new DynamoDbEventScan(new DynamoDBClient({}), 'cases');
const time = { since: '2026-11-01T00:00:00.000Z', until: '2026-11-23T00:00:00.000Z' };

beforeEach(() => aws.reset());

describe('reading all commits back', () => {
  it('asks for one segment’s event items of the time, and gives them as the relay reads them', async () => {
    aws.on(ScanCommand).resolves({
      Items: [
        {
          entityId: { S: 'case#A' },
          record: { S: 'EVENT#0000000007' },
          committedAt: { S: '2026-11-02T00:00:00.000Z' },
          actor: { S: 'citizen' },
          events: { S: '[{"type":"DossierWithdrawn"}]' },
        },
      ],
    });
    expect(await scan.page({ segment: 1, segments: 4, ...time })).toEqual({
      commits: [
        { entityId: 'case#A', version: 7, at: '2026-11-02T00:00:00.000Z', events: [{ type: 'DossierWithdrawn' }] },
      ],
    });
    expect(aws.commandCalls(ScanCommand)[0]?.args[0].input).toEqual({
      TableName: 'cases',
      Segment: 1,
      TotalSegments: 4,
      FilterExpression: 'begins_with(#record, :event) AND committedAt >= :since AND committedAt < :until',
      ExpressionAttributeNames: { '#record': 'record' },
      ExpressionAttributeValues: {
        ':event': { S: 'EVENT#' },
        ':since': { S: time.since },
        ':until': { S: time.until },
      },
    });
  });

  it('goes on from the place that an answer gave, even when the filter left nothing of a page', async () => {
    const last = { entityId: { S: 'case#A' }, record: { S: 'STATE' } };
    aws.on(ScanCommand).resolves({ Items: [], LastEvaluatedKey: last });
    const first = await scan.page({ segment: 0, segments: 4, ...time });
    expect(first.commits).toEqual([]);
    await scan.page({ segment: 0, segments: 4, ...time, start: first.next ?? '' });
    expect(aws.commandCalls(ScanCommand)[1]?.args[0].input.ExclusiveStartKey).toEqual(last);
  });
});
