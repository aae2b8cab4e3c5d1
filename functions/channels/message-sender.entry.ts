/** Lambda entry of what citizens are told: wires, nothing else. */
import { setTimeout as wait } from 'node:timers/promises';
import { AwsSmsSender, smsVoiceClient } from '../../shared/adapters/aws-sms-sender.ts';
import { DynamoDbCatalogue } from '../../shared/adapters/dynamodb-catalogue.ts';
import { dynamoDbClient } from '../../shared/adapters/dynamodb-client.ts';
import { DynamoDbEntityStore } from '../../shared/adapters/dynamodb-entity-store.ts';
import { DynamoDbMailboxMarks } from '../../shared/adapters/dynamodb-mailbox-marks.ts';
import { DynamoDbPeople } from '../../shared/adapters/dynamodb-people.ts';
import { DynamoDbProviderMessages } from '../../shared/adapters/dynamodb-provider-messages.ts';
import { providerFetch } from '../../shared/adapters/provider-fetch.ts';
import { SecretsManagerChannels } from '../../shared/adapters/secrets-manager-channels.ts';
import { SecretsManagerKeys, secretsManagerClient } from '../../shared/adapters/secrets-manager-keys.ts';
import { SecretsManagerTokens } from '../../shared/adapters/secrets-manager-tokens.ts';
import { systemClock as clock } from '../../shared/adapters/system-clock.ts';
import { readConfiguration } from '../../shared/contracts/configuration.ts';
import { OutgoingMessage } from '../../shared/contracts/messages.ts';
import { readProviderEndpoints } from '../../shared/contracts/provider-endpoints.ts';
import { queueFunction } from '../../shared/shell/batch-runner.ts';
import { structuredLog as log } from '../../shared/shell/structured-log.ts';
import type { MessagePorts } from './outgoing/message-ports.ts';
import { outgoingChannels } from './outgoing/outgoing-channels.ts';
import { sendMessage } from './outgoing/send-message.ts';

const configuration = readConfiguration('message-sender', process.env);
const client = dynamoDbClient();
const secretsManager = secretsManagerClient();
const publicBaseUrl = configuration.PUBLIC_BASE_URL;
const tables = {
  cases: configuration.CASES_TABLE,
  people: configuration.PEOPLE_TABLE,
  sessions: configuration.SESSIONS_TABLE,
};
const ports: MessagePorts = {
  deliveries: new DynamoDbEntityStore(client, tables, clock),
  reports: new DynamoDbEntityStore(client, tables, clock),
  conversations: new DynamoDbEntityStore(client, tables, clock),
  calls: new DynamoDbEntityStore(client, tables, clock),
  people: new DynamoDbPeople(client, tables.people),
  catalogue: new DynamoDbCatalogue({ client, table: configuration.CATALOGUE_TABLE }, clock),
  providerMessages: new DynamoDbProviderMessages(client, tables.sessions, clock),
  marks: new DynamoDbMailboxMarks(client, tables.sessions, clock),
  secrets: new SecretsManagerKeys(secretsManager, configuration.SIGNING_SECRET, clock),
  clock,
  publicBaseUrl,
  channels: outgoingChannels({
    channelSecrets: new SecretsManagerChannels({
      client: secretsManager,
      secretId: configuration.CHANNEL_SECRETS,
      clock,
      log,
    }),
    fetch: providerFetch,
    vault: new SecretsManagerTokens({
      secretsManager,
      secretId: configuration.PROVIDER_TOKENS,
      dynamoDb: client,
      table: tables.sessions,
      clock,
      log,
      wait: (milliseconds) => wait(milliseconds),
    }),
    endpoints: readProviderEndpoints(configuration.PROVIDER_ENDPOINTS),
    clock,
    log,
    publicBaseUrl,
    textSender: (account) => new AwsSmsSender(smsVoiceClient(), account),
  }),
};

export const handler = queueFunction({
  schema: OutgoingMessage,
  handle: (message) => sendMessage(ports, message),
});
