import { CreateTableCommand, DynamoDBClient, PutItemCommand, DeleteItemCommand } from '@aws-sdk/client-dynamodb';
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startDynamoEngine, type DynamoEngine } from '../../infra/local/engines/dynamodb-engine.ts';
import { shippedCatalogue } from '../../infra/publish/checked-province.ts';
import { DynamoDbCataloguePublication } from '../../shared/adapters/dynamodb-catalogue-publication.ts';
import { DynamoDbCatalogue, type CatalogueTable } from '../../shared/adapters/dynamodb-catalogue.ts';
import { MemoryCatalogue } from '../../shared/ports/memory/memory-catalogue.ts';
import type { Clock } from '../../shared/ports/outside.ts';
import { catalogueContract } from './catalogue-contract.ts';

const run = promisify(execFile);
const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
const at = '2026-11-23T02:00:00.000Z';

let folder: string;
let engine: DynamoEngine;
let client: DynamoDBClient;
let tables = 0;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'catalogue-'));
  engine = await startDynamoEngine({
    dataDirectory: folder,
    onUnexpectedEnd: (said) => {
      console.error(said);
    },
  });
  client = new DynamoDBClient({ endpoint: engine.endpoint, region: 'ap-southeast-1', credentials });
});
afterAll(async () => {
  client.destroy();
  await engine.stop();
  rmSync(folder, { recursive: true });
});

async function newTable(): Promise<CatalogueTable> {
  tables += 1;
  const table = `catalogue-${tables}`;
  await client.send(
    new CreateTableCommand({
      TableName: table,
      BillingMode: 'PAY_PER_REQUEST',
      AttributeDefinitions: [
        { AttributeName: 'part', AttributeType: 'S' },
        { AttributeName: 'version', AttributeType: 'S' },
      ],
      KeySchema: [
        { AttributeName: 'part', KeyType: 'HASH' },
        { AttributeName: 'version', KeyType: 'RANGE' },
      ],
    }),
  );
  return { client, table };
}

function movableClock(): Clock & { readonly forward: (milliseconds: number) => void } {
  let now = Date.parse(at);
  return {
    now: () => new Date(now).toISOString(),
    forward: (milliseconds) => {
      now += milliseconds;
    },
  };
}

catalogueContract('in memory', () => {
  const memory = new MemoryCatalogue();
  return Promise.resolve({
    source: memory,
    publication: memory,
    anotherSource: () => memory,
    aMinuteLater: () => undefined,
  });
});

catalogueContract('in DynamoDB', async () => {
  const table = await newTable();
  const clock = movableClock();
  return {
    source: new DynamoDbCatalogue(table, clock),
    publication: new DynamoDbCataloguePublication(table),
    anotherSource: () => new DynamoDbCatalogue(table, clock),
    aMinuteLater: () => {
      clock.forward(60_001);
    },
  };
});

describe('the catalogue in DynamoDB', () => {
  it('shows nothing of a publication that stopped before the pointer was moved', async () => {
    const table = await newTable();
    await new DynamoDbCataloguePublication(table).publish({
      catalogue: shippedCatalogue('v1'),
      replaces: undefined,
      at,
    });
    // What a publisher leaves behind when it dies between two parts.
    await client.send(
      new PutItemCommand({
        TableName: table.table,
        Item: { part: { S: 'units-1' }, version: { S: 'v2' }, content: { S: '[]' } },
      }),
    );
    expect(await new DynamoDbCatalogue(table, movableClock()).load()).toEqual(shippedCatalogue('v1'));
  });

  it.each([
    [
      'missing',
      (table: string) =>
        new DeleteItemCommand({ TableName: table, Key: { part: { S: 'units-1' }, version: { S: 'v1' } } }),
    ],
    [
      'damaged',
      (table: string) =>
        new PutItemCommand({
          TableName: table,
          Item: { part: { S: 'units-1' }, version: { S: 'v1' }, content: { S: '[]' } },
        }),
    ],
  ])('is refused with the name of a part that is %s', async (what, damage) => {
    const table = await newTable();
    await new DynamoDbCataloguePublication(table).publish({
      catalogue: shippedCatalogue('v1'),
      replaces: undefined,
      at,
    });
    await client.send(damage(table.table) as PutItemCommand);
    await expect(new DynamoDbCatalogue(table, movableClock()).load()).rejects.toThrow(
      `Part units-1 of catalogue v1 is ${what}.`,
    );
  });
});

describe('npm run publish', () => {
  const publish = (
    table: string,
    ...more: readonly string[]
  ): Promise<{ readonly code: number; readonly said: string }> =>
    run(
      process.execPath,
      [
        'infra/publish/publish-catalogue.ts',
        '--stage',
        'local',
        '--endpoint',
        engine.endpoint,
        '--table',
        table,
        ...more,
      ],
      { env: {} },
    ).then(
      ({ stdout }) => ({ code: 0, said: stdout }),
      (failure: unknown) => {
        const { code, stdout, stderr } = failure as { code: number; stdout: string; stderr: string };
        return { code, said: stdout + stderr };
      },
    );

  it('publishes the shipped province to a local stage, and the second time has nothing to do', async () => {
    const { table } = await newTable();
    expect(await publish(table, '--yes')).toMatchObject({
      code: 0,
      said: expect.stringContaining('Đã công bố') as string,
    });
    expect(await publish(table)).toMatchObject({
      code: 0,
      said: expect.stringContaining('Nothing has changed') as string,
    });
    const { version, ...published } = await new DynamoDbCatalogue({ client, table }, movableClock()).load();
    expect({ version: 'v1', ...published }).toEqual(shippedCatalogue('v1'));
    expect(version).toMatch(/^\d{4}-\d{2}-\d{2}\.[0-9a-f]{16}$/u);
  });

  it('says what is missing when it is called without a stage', async () => {
    const failure: unknown = await run(process.execPath, ['infra/publish/publish-catalogue.ts'], { env: {} }).catch(
      (error: unknown) => error,
    );
    expect(failure).toMatchObject({ code: 2, stderr: expect.stringContaining('--stage local') as string });
  });
});
