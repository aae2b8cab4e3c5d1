import {
  CreateTableCommand,
  DescribeTableCommand,
  UpdateTableCommand,
  UpdateTimeToLiveCommand,
  type DynamoDBClient,
  type GlobalSecondaryIndex,
  type StreamViewType,
  type TableDescription,
} from '@aws-sdk/client-dynamodb';
import type { TablePlan } from '../assembly/plan.ts';
import { bilingual, UnderstandableError } from '../understandable-error.ts';

/** Creates what is missing and leaves data as it is. @throws UnderstandableError when an existing table has another key. */
export async function createTable(client: DynamoDBClient, table: TablePlan): Promise<void> {
  const existing = await describe(client, table.name);
  if (existing === undefined) await createAnew(client, table);
  else await adapt(client, table, existing);
  if (table.expiryAttribute !== undefined) {
    await client.send(
      new UpdateTimeToLiveCommand({
        TableName: table.name,
        TimeToLiveSpecification: { Enabled: true, AttributeName: table.expiryAttribute },
      }),
    );
  }
}

async function describe(client: DynamoDBClient, name: string): Promise<TableDescription | undefined> {
  try {
    return (await client.send(new DescribeTableCommand({ TableName: name }))).Table;
  } catch (error) {
    if (error instanceof Error && error.name === 'ResourceNotFoundException') return undefined;
    throw error;
  }
}

async function createAnew(client: DynamoDBClient, table: TablePlan): Promise<void> {
  await client.send(
    new CreateTableCommand({
      TableName: table.name,
      BillingMode: 'PAY_PER_REQUEST',
      KeySchema: [...table.keySchema],
      AttributeDefinitions: [...table.attributeDefinitions],
      ...(table.indexes.length > 0 && { GlobalSecondaryIndexes: table.indexes as unknown as GlobalSecondaryIndex[] }),
      ...(table.streamView !== undefined && { StreamSpecification: streamOf(table.streamView) }),
    }),
  );
}

async function adapt(client: DynamoDBClient, table: TablePlan, existing: TableDescription): Promise<void> {
  if (JSON.stringify(existing.KeySchema) !== JSON.stringify(table.keySchema)) {
    throw new UnderstandableError(
      bilingual(
        `Bảng ${table.name} trong thư mục dữ liệu có khóa khác với ứng dụng: hãy dùng thư mục dữ liệu mới (--data).`,
        `Table ${table.name} in the data folder has another key than the app: use a fresh data folder (--data).`,
      ),
    );
  }
  const known = new Set((existing.GlobalSecondaryIndexes ?? []).map((index) => index.IndexName));
  for (const index of table.indexes as unknown as GlobalSecondaryIndex[]) {
    if (known.has(index.IndexName)) continue;
    await client.send(
      new UpdateTableCommand({
        TableName: table.name,
        AttributeDefinitions: [...table.attributeDefinitions],
        GlobalSecondaryIndexUpdates: [{ Create: index }],
      }),
    );
  }
  if (table.streamView !== undefined && existing.StreamSpecification?.StreamEnabled !== true) {
    await client.send(
      new UpdateTableCommand({ TableName: table.name, StreamSpecification: streamOf(table.streamView) }),
    );
  }
}

function streamOf(view: string): { StreamEnabled: true; StreamViewType: StreamViewType } {
  return { StreamEnabled: true, StreamViewType: view as StreamViewType };
}
