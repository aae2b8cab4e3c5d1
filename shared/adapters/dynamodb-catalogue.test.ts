import {
  BatchGetItemCommand,
  ConditionalCheckFailedException,
  DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
} from '@aws-sdk/client-dynamodb';
import { mockClient } from 'aws-sdk-client-mock';
import { beforeEach, describe, expect, it } from 'vitest';
import { shippedCatalogue } from '../../infra/publish/checked-province.ts';
import { manifestOf, splitCatalogue } from './catalogue-parts.ts';
import { DynamoDbCataloguePublication } from './dynamodb-catalogue-publication.ts';
import { DynamoDbCatalogue } from './dynamodb-catalogue.ts';

const mock = mockClient(DynamoDBClient);
const table = { client: new DynamoDBClient({ region: 'ap-southeast-1' }), table: 'catalogue' };
const catalogue = shippedCatalogue('v1');
const parts = splitCatalogue(catalogue);
const manifest = JSON.stringify(manifestOf(parts));
const pointer = { catalogueVersion: { S: 'v1' }, manifest: { S: manifest } };
const items = parts.map(({ part, content }) => ({ part: { S: part }, version: { S: 'v1' }, content: { S: content } }));
const keys = parts.map(({ part }) => ({ part: { S: part }, version: { S: 'v1' } }));
const pointerRead = {
  TableName: 'catalogue',
  Key: { part: { S: 'current' }, version: { S: 'pointer' } },
  ConsistentRead: true,
};
let now = Date.parse('2026-11-23T02:00:00.000Z');
const clock = { now: () => new Date(now).toISOString() };

beforeEach(() => {
  mock.reset();
});

const inputs = (
  command: typeof GetItemCommand | typeof BatchGetItemCommand | typeof PutItemCommand,
): readonly unknown[] => mock.commandCalls(command as typeof GetItemCommand).map((call) => call.args[0].input);

describe('reading the catalogue from DynamoDB', () => {
  it('is one read of the pointer and one batch of its parts, both consistent', async () => {
    mock.on(GetItemCommand).resolves({ Item: pointer });
    mock.on(BatchGetItemCommand).resolves({ Responses: { catalogue: items } });
    expect(await new DynamoDbCatalogue(table, clock).load()).toEqual(catalogue);
    expect(inputs(GetItemCommand)).toEqual([pointerRead]);
    expect(inputs(BatchGetItemCommand)).toEqual([
      { RequestItems: { catalogue: { Keys: keys, ConsistentRead: true } } },
    ]);
  });

  it('asks again for the parts that DynamoDB left out', async () => {
    mock.on(GetItemCommand).resolves({ Item: pointer });
    mock
      .on(BatchGetItemCommand)
      .resolvesOnce({
        Responses: { catalogue: items.slice(0, 3) },
        UnprocessedKeys: { catalogue: { Keys: keys.slice(3) } },
      })
      .resolves({ Responses: { catalogue: items.slice(3) } });
    expect(await new DynamoDbCatalogue(table, clock).load()).toEqual(catalogue);
    expect(inputs(BatchGetItemCommand)[1]).toEqual({
      RequestItems: { catalogue: { Keys: keys.slice(3), ConsistentRead: true } },
    });
  });

  it('gives up on parts that are left out again and again', async () => {
    mock.on(GetItemCommand).resolves({ Item: pointer });
    mock.on(BatchGetItemCommand).resolves({ Responses: {}, UnprocessedKeys: { catalogue: { Keys: keys } } });
    await expect(new DynamoDbCatalogue(table, clock).load()).rejects.toThrow(/not delivered in 6 attempts/u);
  });

  it('reads once for many who ask at the same time, and nothing for a minute', async () => {
    mock.on(GetItemCommand).resolves({ Item: pointer });
    mock.on(BatchGetItemCommand).resolves({ Responses: { catalogue: items } });
    const source = new DynamoDbCatalogue(table, clock);
    const loaded = await Promise.all([source.load(), source.load(), source.load()]);
    now += 59_999;
    loaded.push(await source.load());
    expect(new Set(loaded).size).toBe(1);
    expect(mock.calls()).toHaveLength(2);
    now += 1;
    await source.load();
    expect(inputs(GetItemCommand)).toHaveLength(2);
    expect(inputs(BatchGetItemCommand)).toHaveLength(1);
  });

  it('tries again after a fault', async () => {
    mock.on(GetItemCommand).rejectsOnce(new Error('throttled')).resolves({ Item: pointer });
    mock.on(BatchGetItemCommand).resolves({ Responses: { catalogue: items } });
    const source = new DynamoDbCatalogue(table, clock);
    await expect(source.load()).rejects.toThrow('throttled');
    expect(await source.load()).toEqual(catalogue);
  });

  it('refuses a pointer that says nothing', async () => {
    mock.on(GetItemCommand).resolves({ Item: { part: { S: 'current' }, version: { S: 'pointer' } } });
    await expect(new DynamoDbCatalogue(table, clock).load()).rejects.toThrow(/pointer in table catalogue is damaged/u);
  });
});

describe('publishing the catalogue to DynamoDB', () => {
  const at = '2026-11-23T02:00:00.000Z';
  const move = {
    TableName: 'catalogue',
    Item: { part: { S: 'current' }, version: { S: 'pointer' }, ...pointer, publishedAt: { S: at } },
  };

  it('writes the parts and the manifest first, and last the pointer, if there is none', async () => {
    mock.on(PutItemCommand).resolves({});
    await new DynamoDbCataloguePublication(table).publish({ catalogue, replaces: undefined, at });
    expect(inputs(PutItemCommand)).toEqual([
      ...items.map((item) => ({ TableName: 'catalogue', Item: item })),
      { TableName: 'catalogue', Item: { part: { S: 'manifest' }, version: { S: 'v1' }, content: { S: manifest } } },
      { ...move, ConditionExpression: 'attribute_not_exists(part)' },
    ]);
  });

  it('moves the pointer only from the version that was compared', async () => {
    mock.on(PutItemCommand).resolves({});
    await new DynamoDbCataloguePublication(table).publish({ catalogue, replaces: 'v0', at });
    expect(inputs(PutItemCommand).at(-1)).toEqual({
      ...move,
      ConditionExpression: 'catalogueVersion = :replaced',
      ExpressionAttributeValues: { ':replaced': { S: 'v0' } },
    });
  });

  const failedCondition = new ConditionalCheckFailedException({ message: 'failed', $metadata: {} });

  it('counts as published when the failed condition is that of its own repeated write', async () => {
    mock.on(PutItemCommand).callsFake((input: { ConditionExpression?: string }) => {
      if (input.ConditionExpression !== undefined) throw failedCondition;
      return {};
    });
    mock.on(GetItemCommand).resolves({ Item: pointer });
    const result = await new DynamoDbCataloguePublication(table).publish({ catalogue, replaces: 'v0', at });
    expect(result).toEqual({ kind: 'published' });
  });

  it('moves no pointer when a part could not be written', async () => {
    mock.on(PutItemCommand).resolvesOnce({}).rejects(new Error('no network'));
    const publishing = new DynamoDbCataloguePublication(table).publish({ catalogue, replaces: undefined, at });
    await expect(publishing).rejects.toThrow('no network');
    expect(inputs(PutItemCommand)).toHaveLength(2);
  });
});
