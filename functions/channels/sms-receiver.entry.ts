import { dynamoDbClient } from '../../shared/adapters/dynamodb-client.ts';
import { DynamoDbEntityStore } from '../../shared/adapters/dynamodb-entity-store.ts';
import { SecretsManagerKeys, secretsManagerClient } from '../../shared/adapters/secrets-manager-keys.ts';
import { systemClock } from '../../shared/adapters/system-clock.ts';
import { readConfiguration } from '../../shared/contracts/configuration.ts';
import { queueFunction } from '../../shared/shell/batch-runner.ts';
import { receiveText } from './aws-sms/receive-text.ts';
import { QueuedText } from './aws-sms/two-way-text.ts';
import type { AcceptPorts } from './incoming/accept-item.ts';

const configuration = readConfiguration('sms-receiver', process.env);
const tables = { cases: configuration.CASES_TABLE, people: configuration.PEOPLE_TABLE };
const ports: AcceptPorts = {
  messages: new DynamoDbEntityStore(dynamoDbClient(), tables, systemClock),
  secrets: new SecretsManagerKeys(secretsManagerClient(), configuration.SIGNING_SECRET, systemClock),
  clock: systemClock,
};

export const handler = queueFunction({ schema: QueuedText, handle: (text) => receiveText(ports, text) });
