import {
  DynamoDBClient,
  GetItemCommand,
  TransactionCanceledException,
  TransactWriteItemsCommand,
  type CancellationReason,
  type DynamoDBClientResolvedConfig,
  type ServiceInputTypes,
  type ServiceOutputTypes,
} from '@aws-sdk/client-dynamodb';
import { mockClient, type AwsStub } from 'aws-sdk-client-mock';
import { createServer } from 'node:http';
import { afterEach, describe, expect, it } from 'vitest';
import type { Commit } from '../ports/entity-store.ts';
import { SteppableClock } from '../ports/memory/memory-outside.ts';
import { DynamoDbEntityStore } from './dynamodb-entity-store.ts';

const at = '2026-11-23T02:00:00.000Z';
const tables = { cases: 'cases', people: 'people', sessions: 'sessions' };
interface State {
  readonly status: string;
}

const small: Commit<State, string> = {
  entityId: 'case#A',
  expectedVersion: 1,
  state: { status: 'received' },
  events: ['received'],
  actor: 'citizen',
  at,
  index: {},
  clocks: { put: [], remove: [] },
};
/** Every item that a commit can have: 0 answer, 1 state, 2 event, 3 put clock, 4 deleted clock, 5 people, 6 one-time key, 7 and 8 uploads. */
const full: Commit<State, string> = {
  ...small,
  expectedVersion: 0,
  index: { dossierCode: 'H29-1', counterId: 'c1', filedAt: at },
  clocks: {
    put: [
      {
        clockId: 'case',
        work: { unitId: 'u1', officerId: 's1', dueAt: '2026-11-25T10:00:00.000Z' },
        timer: { level: 2, at: '2026-11-24T10:00:00.000Z' },
      },
    ],
    remove: ['check'],
  },
  parties: {
    value: {
      applicant: { name: 'Ánh', phone: '+84912345678', address: 'Phú Lợi' },
      owner: { kind: 'citizen', name: 'Ánh', address: 'Phú Lợi' },
      request: 'x',
      fileNames: {},
    },
    phoneHash: 'h1',
    filedAt: at,
  },
  idempotency: {
    key: 'k1',
    fingerprint: 'f1',
    response: { status: 201, body: { a: 1 } },
    expiresAt: '2026-11-24T02:00:00.000Z',
  },
  uploads: ['up1', 'up2'],
  consume: 'token',
  expiresAt: '2026-11-23T02:30:00.000Z',
};

let mock: AwsStub<ServiceInputTypes, ServiceOutputTypes, DynamoDBClientResolvedConfig> | undefined;
afterEach(() => {
  mock?.restore();
});

function make() {
  const mocked = mockClient(DynamoDBClient);
  mock = mocked;
  const store = new DynamoDbEntityStore<State, string>(
    new DynamoDBClient({ region: 'ap-southeast-1' }),
    tables,
    new SteppableClock(at),
  );
  return { mock: mocked, store };
}

const cancelled = (...reasons: readonly (CancellationReason | undefined)[]) =>
  new TransactionCanceledException({
    message: 'cancelled',
    $metadata: {},
    CancellationReasons: reasons.map((reason) => reason ?? { Code: 'None' }),
  });
const failed: CancellationReason = { Code: 'ConditionalCheckFailed' };
const at9 = (index: number, reason: CancellationReason = failed) =>
  cancelled(...Array.from({ length: 9 }, (_, place) => (place === index ? reason : undefined)));

describe('a commit to DynamoDB', () => {
  it('writes snapshot and event under the version, and nothing else that was not asked for', async () => {
    const { mock, store } = make();
    mock.on(TransactWriteItemsCommand).resolves({});
    expect(await store.commit(small)).toEqual({ kind: 'committed', version: 2 });
    expect(mock.commandCalls(TransactWriteItemsCommand)[0]?.args[0].input).toEqual({
      TransactItems: [
        {
          Put: {
            TableName: 'cases',
            Item: {
              entityId: { S: 'case#A' },
              record: { S: 'STATE' },
              version: { N: '2' },
              state: { S: '{"status":"received"}' },
            },
            ConditionExpression: '#version = :expected',
            ExpressionAttributeNames: { '#version': 'version' },
            ExpressionAttributeValues: { ':expected': { N: '1' } },
          },
        },
        {
          Put: {
            TableName: 'cases',
            Item: {
              entityId: { S: 'case#A' },
              record: { S: 'EVENT#0000000002' },
              events: { S: '["received"]' },
              committedAt: { S: at },
              actor: { S: 'citizen' },
            },
            ConditionExpression: 'attribute_not_exists(entityId)',
          },
        },
      ],
    });
  });

  it('writes all of it in one transaction', async () => {
    const { mock, store } = make();
    mock.on(TransactWriteItemsCommand).resolves({});
    await store.commit(full);
    expect(mock.calls()).toHaveLength(1);
    const items = mock.commandCalls(TransactWriteItemsCommand)[0]?.args[0].input.TransactItems ?? [];
    expect(items).toHaveLength(9);
    expect(items[0]).toEqual({
      Put: {
        TableName: 'sessions',
        Item: {
          key: { S: 'idempotency#k1' },
          fingerprint: { S: 'f1' },
          response: { S: '{"status":201,"body":{"a":1}}' },
          expiresAt: { N: '1795485600' },
        },
        ConditionExpression: 'attribute_not_exists(#key) OR expiresAt < :now',
        ExpressionAttributeNames: { '#key': 'key' },
        ExpressionAttributeValues: { ':now': { N: '1795399200' } },
        ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
      },
    });
    expect(items[1]?.Put).toMatchObject({
      Item: {
        version: { N: '1' },
        dossierCode: { S: 'H29-1' },
        counterId: { S: 'c1' },
        filedAt: { S: at },
        expiresAt: { N: '1795401000' },
      },
      ConditionExpression: 'attribute_not_exists(entityId)',
    });
    expect(items[3]).toEqual({
      Put: {
        TableName: 'cases',
        Item: {
          entityId: { S: 'case#A' },
          record: { S: 'CLOCK#case' },
          workUnitId: { S: 'u1' },
          workDueAt: { S: '2026-11-25T10:00:00.000Z' },
          officerId: { S: 's1' },
          timerBucket: { N: expect.stringMatching(/^[0-7]$/) as string },
          timerAt: { S: '2026-11-24T10:00:00.000Z' },
          timerLevel: { N: '2' },
          expiresAt: { N: '1795401000' },
        },
      },
    });
    expect(items[4]).toEqual({
      Delete: { TableName: 'cases', Key: { entityId: { S: 'case#A' }, record: { S: 'CLOCK#check' } } },
    });
    expect(items[5]?.Put).toMatchObject({
      TableName: 'people',
      Item: { record: { S: 'PARTIES' }, phoneHash: { S: 'h1' } },
    });
    expect(items[6]?.Put).toMatchObject({
      TableName: 'sessions',
      Item: { key: { S: 'consumed#token' } },
      ConditionExpression: 'attribute_not_exists(#key)',
    });
    expect(items[7]).toEqual({
      Update: {
        TableName: 'sessions',
        Key: { key: { S: 'upload#up1' } },
        UpdateExpression: 'SET takenBy = :entity',
        ConditionExpression: '#status = :complete AND (attribute_not_exists(takenBy) OR takenBy = :entity)',
        ExpressionAttributeNames: { '#status': 'status' },
        ExpressionAttributeValues: { ':entity': { S: 'case#A' }, ':complete': { S: 'complete' } },
      },
    });
  });

  it('puts nothing of a person outside the table of people', async () => {
    const { mock, store } = make();
    mock.on(TransactWriteItemsCommand).resolves({});
    await store.commit(full);
    const items = mock.commandCalls(TransactWriteItemsCommand)[0]?.args[0].input.TransactItems ?? [];
    const elsewhere = items.filter(({ Put }) => Put?.TableName !== 'people');
    expect(JSON.stringify(elsewhere)).not.toMatch(/Ánh|84912345678/);
  });
});

describe('a cancelled commit', () => {
  const old = (fingerprint: string) => ({
    ...failed,
    Item: {
      key: { S: 'idempotency#k1' },
      fingerprint: { S: fingerprint },
      response: { S: '{"status":201,"body":7}' },
      expiresAt: { N: '1' },
    },
  });

  it.each([
    [at9(0, old('f1')), { kind: 'replayed', response: { status: 201, body: 7 } }],
    [at9(0, old('f2')), { kind: 'key-reused' }],
    [at9(1), { kind: 'exists' }],
    [at9(2), { kind: 'exists' }],
    [at9(6), { kind: 'already-consumed' }],
    [at9(7), { kind: 'upload-unavailable', uploadId: 'up1' }],
    [at9(8), { kind: 'upload-unavailable', uploadId: 'up2' }],
  ])('is read item by item (%#)', async (error, outcome) => {
    const { mock, store } = make();
    mock.on(TransactWriteItemsCommand).rejects(error);
    expect(await store.commit(full)).toEqual(outcome);
    expect(mock.calls()).toHaveLength(1);
  });

  it('by the version of an existing entity is a lost race', async () => {
    const { mock, store } = make();
    mock.on(TransactWriteItemsCommand).rejects(cancelled(failed, undefined));
    expect(await store.commit(small)).toEqual({ kind: 'conflict' });
  });

  it('by a transaction under way or by short capacity is tried again', async () => {
    const { mock, store } = make();
    mock
      .on(TransactWriteItemsCommand)
      .rejectsOnce(cancelled({ Code: 'TransactionConflict' }))
      .rejectsOnce(cancelled(undefined, { Code: 'ThrottlingError' }))
      .resolves({});
    expect(await store.commit(small)).toEqual({ kind: 'committed', version: 2 });
    expect(mock.calls()).toHaveLength(3);
  });

  it('is tried five times at most: contention is a lost race, overload a fault', async () => {
    const { mock, store } = make();
    mock.on(TransactWriteItemsCommand).rejects(cancelled({ Code: 'TransactionConflict' }));
    expect(await store.commit(small)).toEqual({ kind: 'conflict' });
    expect(mock.calls()).toHaveLength(5);
    mock.on(TransactWriteItemsCommand).rejects(cancelled({ Code: 'ProvisionedThroughputExceeded' }));
    await expect(store.commit(small)).rejects.toThrow('overloaded');
  });

  it('for any other reason is a fault, as is any other error', async () => {
    const { mock, store } = make();
    mock.on(TransactWriteItemsCommand).rejects(cancelled({ Code: 'ValidationError' }));
    await expect(store.commit(small)).rejects.toThrow('cancelled');
    mock.on(TransactWriteItemsCommand).rejects(new Error('connection lost'));
    await expect(store.commit(small)).rejects.toThrow('connection lost');
  });
});

describe('reading', () => {
  it('asks for the snapshot of this moment', async () => {
    const { mock, store } = make();
    mock.on(GetItemCommand).resolves({ Item: { version: { N: '3' }, state: { S: '{"status":"x"}' } } });
    expect(await store.load('case#A')).toEqual({ version: 3, state: { status: 'x' } });
    expect(mock.commandCalls(GetItemCommand)[0]?.args[0].input).toMatchObject({
      TableName: 'cases',
      Key: { entityId: { S: 'case#A' }, record: { S: 'STATE' } },
      ConsistentRead: true,
    });
  });

  it('stops at a damaged item rather than guess', async () => {
    const { mock, store } = make();
    mock.on(GetItemCommand).resolves({ Item: { version: { N: '3' } } });
    await expect(store.load('case#A')).rejects.toThrow('no text state');
  });
});

describe('a lost answer', () => {
  it('is asked for again under the same token, so that it is no second commit', async () => {
    const tokens: unknown[] = [];
    const server = createServer((request, response) => {
      let text = '';
      request.on('data', (chunk: Buffer) => (text += chunk.toString()));
      request.on('end', () => {
        tokens.push((JSON.parse(text) as Record<string, unknown>)['ClientRequestToken']);
        if (tokens.length === 1) request.socket.destroy();
        else response.setHeader('content-type', 'application/x-amz-json-1.0').end('{}');
      });
    });
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    const address = server.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    const client = new DynamoDBClient({
      endpoint: `http://127.0.0.1:${String(port)}`,
      region: 'ap-southeast-1',
      credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
    });
    try {
      const store = new DynamoDbEntityStore<State, string>(client, tables, new SteppableClock(at));
      expect(await store.commit(small)).toEqual({ kind: 'committed', version: 2 });
    } finally {
      client.destroy();
      await new Promise((done) => server.close(done));
    }
    expect(tokens).toHaveLength(2);
    expect(tokens[0]).toMatch(/^[\w-]{36}$/);
    expect(tokens[1]).toBe(tokens[0]);
  });
});
