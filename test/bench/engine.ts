/** The DynamoDB engine on disk, with the tables that the app would have, and the shipped province published in them. */
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { startDynamoEngine } from '../../infra/local/engines/dynamodb-engine.ts';
import { createTable } from '../../infra/local/engines/create-tables.ts';
import { shippedCatalogue } from '../../infra/publish/checked-province.ts';
import { clientDefaults } from '../../shared/adapters/client-defaults.ts';
import { DynamoDbCataloguePublication } from '../../shared/adapters/dynamodb-catalogue-publication.ts';
import { benchFolder, REGION, tablesOf, type BenchTables } from './app.ts';
import type { RuntimePlan } from '../../infra/local/assembly/plan.ts';

export interface BenchEngine {
  readonly endpoint: string;
  /** The engine's SQLite file. */
  readonly file: string;
  readonly tables: BenchTables;
  newClient(): DynamoDBClient;
  stop(): Promise<void>;
}

/** @param name folder under .bench/. @param fresh false keeps the data of an earlier start. */
export async function startEngine(plan: RuntimePlan, name: string, fresh = true): Promise<BenchEngine> {
  const dataDirectory = join(benchFolder, name);
  if (fresh) rmSync(dataDirectory, { recursive: true, force: true });
  mkdirSync(dataDirectory, { recursive: true });
  const engine = await startDynamoEngine({
    dataDirectory,
    onUnexpectedEnd: (lastWords) => {
      console.error(`the engine ended: ${lastWords}`);
      process.exit(1);
    },
  });
  const newClient = () => clientOf(engine.endpoint);
  const { names, plans } = tablesOf(plan);
  const client = newClient();
  for (const table of plans) await createTable(client, table);
  await publishShipped(client, names.catalogue);
  client.destroy();
  const file = join(dataDirectory, 'dynamodb.sqlite');
  return { endpoint: engine.endpoint, file, tables: names, newClient, stop: engine.stop };
}

/** With the settings that the functions' clients have. */
export function clientOf(endpoint: string): DynamoDBClient {
  return new DynamoDBClient({
    ...clientDefaults,
    endpoint,
    region: REGION,
    credentials: { accessKeyId: 'bench', secretAccessKey: 'bench' },
  });
}

export async function publishShipped(client: DynamoDBClient, table: string): Promise<void> {
  const publication = new DynamoDbCataloguePublication({ client, table });
  if ((await publication.current()) !== undefined) return;
  await publication.publish({
    catalogue: shippedCatalogue('bench'),
    replaces: undefined,
    at: new Date().toISOString(),
  });
}
