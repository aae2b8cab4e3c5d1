import { DynamoDbCatalogue } from '../../shared/adapters/dynamodb-catalogue.ts';
import { dynamoDbClient } from '../../shared/adapters/dynamodb-client.ts';
import { DynamoDbEntityStore } from '../../shared/adapters/dynamodb-entity-store.ts';
import { DynamoDbRunningNumbers } from '../../shared/adapters/dynamodb-running-numbers.ts';
import { SecretsManagerChannels } from '../../shared/adapters/secrets-manager-channels.ts';
import { secretsManagerClient } from '../../shared/adapters/secrets-manager-keys.ts';
import { systemClock as clock } from '../../shared/adapters/system-clock.ts';
import { readConfiguration } from '../../shared/contracts/configuration.ts';
import { httpFunction } from '../../shared/shell/http-pipeline.ts';
import { structuredLog as log } from '../../shared/shell/structured-log.ts';
import { callBackSlots } from './phone/call-back-slots.ts';
import { phoneHttpRoutes } from './phone/phone-routes.ts';

const configuration = readConfiguration('phone-exchange', process.env);
const client = dynamoDbClient();
const tables = { cases: configuration.CASES_TABLE, people: configuration.PEOPLE_TABLE };

export const handler = httpFunction({
  routes: phoneHttpRoutes({
    calls: new DynamoDbEntityStore(client, tables, clock),
    lines: new DynamoDbEntityStore(client, tables, clock),
    slots: callBackSlots(new DynamoDbRunningNumbers(client, configuration.SESSIONS_TABLE)),
    catalogue: new DynamoDbCatalogue({ client, table: configuration.CATALOGUE_TABLE }, clock),
    channelSecrets: new SecretsManagerChannels({
      client: secretsManagerClient(),
      secretId: configuration.CHANNEL_SECRETS,
      clock,
      log,
    }),
    clock,
  }),
});
