import type { Context } from 'aws-lambda';
import { DynamoDbCaseQueries } from '../../shared/adapters/dynamodb-case-queries.ts';
import { DynamoDbCatalogue } from '../../shared/adapters/dynamodb-catalogue.ts';
import { dynamoDbClient } from '../../shared/adapters/dynamodb-client.ts';
import { DynamoDbEntityStore } from '../../shared/adapters/dynamodb-entity-store.ts';
import { systemClock } from '../../shared/adapters/system-clock.ts';
import { readConfiguration } from '../../shared/contracts/configuration.ts';
import type { DossierEvent } from '../../shared/domain/dossier/events.ts';
import type { Dossier } from '../../shared/domain/dossier/state.ts';
import type { IncomingMail, MailEvent } from '../../shared/domain/mail/incoming-mail.ts';
import { structuredLog } from '../../shared/shell/structured-log.ts';
import { ringTimer } from './ring-timer.ts';
import { runSweep } from './run-sweep.ts';

const configuration = readConfiguration('timer-sweeper', process.env);
const client = dynamoDbClient();
const tables = { cases: configuration.CASES_TABLE };
const cases = new DynamoDbEntityStore<Dossier, DossierEvent>(client, tables, systemClock);
const mails = new DynamoDbEntityStore<IncomingMail, MailEvent>(client, tables, systemClock);
const queries = new DynamoDbCaseQueries(client, tables);
const catalogue = new DynamoDbCatalogue({ client, table: configuration.CATALOGUE_TABLE }, systemClock);

export const handler = (_event: unknown, context: Context): Promise<void> =>
  runSweep(
    {
      queries,
      ring: (timer, now) => ringTimer({ cases, mails, catalogue }, timer, now),
      now: () => systemClock.now(),
      remainingMs: () => context.getRemainingTimeInMillis(),
    },
    { prepare: () => catalogue.load(), log: structuredLog },
  );
