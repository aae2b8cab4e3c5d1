/** The tables as the data stack defines them (infra/stacks/data-stack.ts), under names of one's own. */
import { CreateTableCommand, type CreateTableCommandInput, type DynamoDBClient } from '@aws-sdk/client-dynamodb';

export interface TestTables {
  readonly cases: string;
  readonly people: string;
  readonly sessions: string;
}

let made = 0;

/** A fresh set, so that one test does not see another's items. */
export async function createTables(client: DynamoDBClient): Promise<TestTables> {
  made += 1;
  const tables = {
    cases: `cases-${String(made)}`,
    people: `people-${String(made)}`,
    sessions: `sessions-${String(made)}`,
  };
  await client.send(
    new CreateTableCommand({
      ...table(tables.cases, ['entityId', 'record'], { timerBucket: 'N' }),
      GlobalSecondaryIndexes: [
        index('by-dossier-code', ['dossierCode']),
        index('by-counter', ['counterId', 'filedAt']),
        index('open-work', ['workUnitId', 'workDueAt'], ['officerId']),
        index('due-timers', ['timerBucket', 'timerAt']),
        index('decided-by', ['decidedBy', 'decidedAt'], ['punctuality']),
      ],
      AttributeDefinitions: definitions(
        [
          'entityId',
          'record',
          'dossierCode',
          'counterId',
          'filedAt',
          'workUnitId',
          'workDueAt',
          'timerBucket',
          'timerAt',
          'decidedBy',
          'decidedAt',
        ],
        { timerBucket: 'N' },
      ),
      StreamSpecification: { StreamEnabled: true, StreamViewType: 'NEW_IMAGE' },
    }),
  );
  await client.send(
    new CreateTableCommand({
      ...table(tables.people, ['entityId', 'record']),
      GlobalSecondaryIndexes: [index('by-phone', ['phoneHash', 'filedAt'])],
      AttributeDefinitions: definitions(['entityId', 'record', 'phoneHash', 'filedAt']),
    }),
  );
  await client.send(
    new CreateTableCommand({ ...table(tables.sessions, ['key']), AttributeDefinitions: definitions(['key']) }),
  );
  return tables;
}

type Types = Readonly<Record<string, 'N'>>;

function table(TableName: string, keys: readonly string[], types: Types = {}): CreateTableCommandInput {
  return {
    TableName,
    BillingMode: 'PAY_PER_REQUEST',
    KeySchema: keySchema(keys),
    AttributeDefinitions: definitions(keys, types),
  };
}

function keySchema(names: readonly string[]) {
  return names.map(
    (AttributeName, position) => ({ AttributeName, KeyType: position === 0 ? 'HASH' : 'RANGE' }) as const,
  );
}

function definitions(names: readonly string[], types: Types = {}) {
  return names.map((AttributeName) => ({ AttributeName, AttributeType: types[AttributeName] ?? 'S' }) as const);
}

function index(IndexName: string, keys: readonly string[], included: readonly string[] = []) {
  return {
    IndexName,
    KeySchema: keySchema(keys),
    Projection:
      included.length === 0
        ? ({ ProjectionType: 'KEYS_ONLY' } as const)
        : { ProjectionType: 'INCLUDE' as const, NonKeyAttributes: [...included] },
  };
}
