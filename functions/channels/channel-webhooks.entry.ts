/** Lambda entry of the providers' calls: wires, nothing else. */
import { dynamoDbClient } from '../../shared/adapters/dynamodb-client.ts';
import { DynamoDbEntityStore } from '../../shared/adapters/dynamodb-entity-store.ts';
import { providerFetch } from '../../shared/adapters/provider-fetch.ts';
import { SecretsManagerChannels } from '../../shared/adapters/secrets-manager-channels.ts';
import { SecretsManagerKeys, secretsManagerClient } from '../../shared/adapters/secrets-manager-keys.ts';
import { systemClock as clock } from '../../shared/adapters/system-clock.ts';
import { readConfiguration } from '../../shared/contracts/configuration.ts';
import { readProviderEndpoints } from '../../shared/contracts/provider-endpoints.ts';
import { httpFunction } from '../../shared/shell/http-pipeline.ts';
import { structuredLog as log } from '../../shared/shell/structured-log.ts';
import { channelRoutes, incomingChannels } from './incoming/channel-routes.ts';

const configuration = readConfiguration('channel-webhooks', process.env);
const tables = { cases: configuration.CASES_TABLE, people: configuration.PEOPLE_TABLE };

export const handler = httpFunction({
  routes: channelRoutes({
    messages: new DynamoDbEntityStore(dynamoDbClient(), tables, clock),
    secrets: new SecretsManagerKeys(secretsManagerClient(), configuration.SIGNING_SECRET, clock),
    channelSecrets: new SecretsManagerChannels({
      client: secretsManagerClient(),
      secretId: configuration.CHANNEL_SECRETS,
      clock,
      log,
    }),
    channels: incomingChannels({
      fetch: providerFetch,
      botOpenId: readProviderEndpoints(configuration.PROVIDER_ENDPOINTS).botOpenId,
    }),
    clock,
    log,
  }),
});
