import { setTimeout as pause } from 'node:timers/promises';
import { DeleteItemCommand, ScanCommand, type AttributeValue, type DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { TablePlan } from '../assembly/plan.ts';
import type { LocalClock } from '../local-clock.ts';
import type { RuntimeStore } from './runtime-store.ts';

/** Between two pages of one pass, and between two passes: a sweep must not be felt. DynamoDB itself promises only "within a few days". */
const betweenPages = 500;
const betweenPasses = 30_000;

export interface Sweeper {
  readonly stop: () => Promise<void>;
}

/** Deletes items whose time to live has passed; the local engine never does. A failed pass is told and tried again. */
export function startTimeToLiveSweep(options: {
  readonly client: DynamoDBClient;
  readonly tables: readonly TablePlan[];
  readonly clock: LocalClock;
  readonly store: RuntimeStore;
  readonly passEveryMilliseconds?: number;
  readonly log: (line: string) => void;
}): Sweeper {
  const stopping = new AbortController();
  const isStopping = (): boolean => stopping.signal.aborted;
  const rest = (milliseconds: number): Promise<unknown> =>
    pause(milliseconds, undefined, { signal: stopping.signal, ref: false }).catch(() => undefined);
  const sweepForever = async (table: TablePlan, attribute: string): Promise<void> => {
    while (!isStopping()) {
      let start: Record<string, AttributeValue> | undefined;
      do {
        try {
          start = await sweepPage({ ...options, table, attribute, start });
        } catch (error) {
          if (!isStopping()) options.log(`time to live of ${table.name}: ${String(error)}`);
          start = undefined;
        }
        if (start !== undefined) await rest(betweenPages);
      } while (start !== undefined && !isStopping());
      await rest(options.passEveryMilliseconds ?? betweenPasses);
    }
  };
  const sweeps = options.tables.flatMap((table) =>
    table.expiryAttribute === undefined ? [] : [sweepForever(table, table.expiryAttribute)],
  );
  return {
    async stop() {
      stopping.abort();
      await Promise.all(sweeps);
    },
  };
}

async function sweepPage(options: {
  readonly client: DynamoDBClient;
  readonly table: TablePlan;
  readonly attribute: string;
  readonly clock: LocalClock;
  readonly store: RuntimeStore;
  readonly start: Record<string, AttributeValue> | undefined;
}): Promise<Record<string, AttributeValue> | undefined> {
  const { client, table, attribute, store } = options;
  const keyNames = table.keySchema.map((key) => key.AttributeName);
  const page = await client.send(
    new ScanCommand({
      TableName: table.name,
      FilterExpression: '#ttl < :now',
      ProjectionExpression: ['#ttl', ...keyNames.map((_, position) => `#k${String(position)}`)].join(', '),
      ExpressionAttributeNames: {
        '#ttl': attribute,
        ...Object.fromEntries(keyNames.map((name, position) => [`#k${String(position)}`, name])),
      },
      ExpressionAttributeValues: { ':now': { N: String(Math.floor(options.clock.now() / 1000)) } },
      ...(options.start !== undefined && { ExclusiveStartKey: options.start }),
    }),
  );
  for (const item of page.Items ?? []) {
    const seen = item[attribute];
    if (seen === undefined) continue;
    const key = Object.fromEntries(keyNames.flatMap((name) => (item[name] === undefined ? [] : [[name, item[name]]])));
    store.noteExpired(table.name, itemKeyText(key));
    await client
      .send(
        new DeleteItemCommand({
          TableName: table.name,
          Key: key,
          ConditionExpression: '#ttl = :seen',
          ExpressionAttributeNames: { '#ttl': attribute },
          ExpressionAttributeValues: { ':seen': seen },
        }),
      )
      .catch((error: unknown) => {
        if (!(error instanceof Error) || error.name !== 'ConditionalCheckFailedException') throw error;
      });
  }
  return page.LastEvaluatedKey;
}

/** The same text for the same key, whatever order its attributes come in. */
export function itemKeyText(key: Record<string, unknown>): string {
  return JSON.stringify(Object.entries(key).sort(([left], [right]) => (left < right ? -1 : 1)));
}
