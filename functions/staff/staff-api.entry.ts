import { DynamoDbCaseQueries } from '../../shared/adapters/dynamodb-case-queries.ts';
import { DynamoDbCatalogue } from '../../shared/adapters/dynamodb-catalogue.ts';
import { dynamoDbClient } from '../../shared/adapters/dynamodb-client.ts';
import { DynamoDbEntityStore } from '../../shared/adapters/dynamodb-entity-store.ts';
import { DynamoDbRunningNumbers } from '../../shared/adapters/dynamodb-running-numbers.ts';
import { DynamoDbSessions } from '../../shared/adapters/dynamodb-sessions.ts';
import { DynamoDbThrottle } from '../../shared/adapters/dynamodb-throttle.ts';
import { SecretsManagerKeys, secretsManagerClient } from '../../shared/adapters/secrets-manager-keys.ts';
import { systemClock } from '../../shared/adapters/system-clock.ts';
import { systemRandomness } from '../../shared/adapters/system-randomness.ts';
import { readConfiguration } from '../../shared/contracts/configuration.ts';
import { httpFunction } from '../../shared/shell/http-pipeline.ts';
import { permitsByRole } from '../../shared/shell/permits-by-role.ts';
import { sessionResolver } from '../../shared/shell/session.ts';
import { staffHttpRoutes, type StaffPorts } from './staff-routes.ts';

const configuration = readConfiguration('staff-api', process.env);
const client = dynamoDbClient();
const tables = {
  cases: configuration.CASES_TABLE,
  sessions: configuration.SESSIONS_TABLE,
};
const ports: StaffPorts = {
  cases: new DynamoDbEntityStore(client, tables, systemClock),
  reports: new DynamoDbEntityStore(client, tables, systemClock),
  signIns: new DynamoDbEntityStore(client, tables, systemClock),
  queries: new DynamoDbCaseQueries(client, tables),
  numbers: new DynamoDbRunningNumbers(client, tables.sessions),
  sessions: new DynamoDbSessions(client, tables.sessions, systemClock),
  throttle: new DynamoDbThrottle(client, tables.sessions, systemClock),
  catalogue: new DynamoDbCatalogue({ client, table: configuration.CATALOGUE_TABLE }, systemClock),
  secrets: new SecretsManagerKeys(secretsManagerClient(), configuration.SIGNING_SECRET, systemClock),
  clock: systemClock,
  randomness: systemRandomness,
  publicBaseUrl: configuration.PUBLIC_BASE_URL,
};

export const handler = httpFunction({
  routes: staffHttpRoutes(ports),
  sessions: sessionResolver(ports),
  permits: permitsByRole,
});
