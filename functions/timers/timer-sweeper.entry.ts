import type { Context } from 'aws-lambda';
import { DynamoDbCaseQueries } from '../../shared/adapters/dynamodb-case-queries.ts';
import { DynamoDbCatalogue } from '../../shared/adapters/dynamodb-catalogue.ts';
import { dynamoDbClient } from '../../shared/adapters/dynamodb-client.ts';
import { DynamoDbEntityStore } from '../../shared/adapters/dynamodb-entity-store.ts';
import { systemClock } from '../../shared/adapters/system-clock.ts';
import { readConfiguration } from '../../shared/contracts/configuration.ts';
import { structuredLog } from '../../shared/shell/structured-log.ts';
import { ringTimer, type RingingPorts } from './ring-timer.ts';
import { runSweep } from './run-sweep.ts';

const configuration = readConfiguration('timer-sweeper', process.env);
const client = dynamoDbClient();
const tables = { cases: configuration.CASES_TABLE };
const ports: RingingPorts = {
  cases: new DynamoDbEntityStore(client, tables, systemClock),
  mails: new DynamoDbEntityStore(client, tables, systemClock),
  hotline: {
    reports: new DynamoDbEntityStore(client, tables, systemClock),
    conversations: new DynamoDbEntityStore(client, tables, systemClock),
    deliveries: new DynamoDbEntityStore(client, tables, systemClock),
  },
  catalogue: new DynamoDbCatalogue({ client, table: configuration.CATALOGUE_TABLE }, systemClock),
};
const queries = new DynamoDbCaseQueries(client, tables);

export const handler = (_event: unknown, context: Context): Promise<void> =>
  runSweep(
    {
      queries,
      ring: (timer, now) => ringTimer(ports, timer, now),
      now: () => systemClock.now(),
      remainingMs: () => context.getRemainingTimeInMillis(),
    },
    { prepare: () => ports.catalogue.load(), log: structuredLog },
  );
