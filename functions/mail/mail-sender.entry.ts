import { DynamoDbCaseQueries } from '../../shared/adapters/dynamodb-case-queries.ts';
import { DynamoDbCatalogue } from '../../shared/adapters/dynamodb-catalogue.ts';
import { dynamoDbClient } from '../../shared/adapters/dynamodb-client.ts';
import { DynamoDbEntityStore } from '../../shared/adapters/dynamodb-entity-store.ts';
import { DynamoDbMailboxMarks } from '../../shared/adapters/dynamodb-mailbox-marks.ts';
import { DynamoDbMailReadings } from '../../shared/adapters/dynamodb-mail-readings.ts';
import { DynamoDbPeople } from '../../shared/adapters/dynamodb-people.ts';
import { DynamoDbSendClaims } from '../../shared/adapters/dynamodb-send-claims.ts';
import { DynamoDbThrottle } from '../../shared/adapters/dynamodb-throttle.ts';
import { SecretsManagerKeys, secretsManagerClient } from '../../shared/adapters/secrets-manager-keys.ts';
import { sesClient } from '../../shared/adapters/ses-client.ts';
import { SesMailSender } from '../../shared/adapters/ses-mail-sender.ts';
import { systemClock } from '../../shared/adapters/system-clock.ts';
import { readConfiguration } from '../../shared/contracts/configuration.ts';
import { OutgoingNotice } from '../../shared/contracts/messages.ts';
import type { Delivery, DeliveryEvent } from '../../shared/domain/delivery/state.ts';
import { queueFunction } from '../../shared/shell/batch-runner.ts';
import { mailNotSent } from '../channels/outgoing/mail-not-sent.ts';
import { pacedSender } from './outgoing/paced-sender.ts';
import { prepareMail, type MailPorts } from './outgoing/prepare-mail.ts';
import { sendNotice } from './outgoing/send-notice.ts';

const configuration = readConfiguration('mail-sender', process.env);
const client = dynamoDbClient();
const tables = {
  cases: configuration.CASES_TABLE,
  people: configuration.PEOPLE_TABLE,
  sessions: configuration.SESSIONS_TABLE,
};
const deliveries = new DynamoDbEntityStore<Delivery, DeliveryEvent>(client, tables, systemClock);
const ports: MailPorts = {
  cases: new DynamoDbEntityStore(client, tables, systemClock),
  signIns: new DynamoDbEntityStore(client, tables, systemClock),
  mails: new DynamoDbEntityStore(client, tables, systemClock),
  reports: new DynamoDbEntityStore(client, tables, systemClock),
  conversations: new DynamoDbEntityStore(client, tables, systemClock),
  deliveries,
  people: new DynamoDbPeople(client, tables.people),
  queries: new DynamoDbCaseQueries(client, tables),
  catalogue: new DynamoDbCatalogue({ client, table: configuration.CATALOGUE_TABLE }, systemClock),
  readings: new DynamoDbMailReadings(client, tables.people, systemClock),
  throttle: new DynamoDbThrottle(client, tables.sessions, systemClock),
  marks: new DynamoDbMailboxMarks(client, tables.sessions, systemClock),
  secrets: new SecretsManagerKeys(secretsManagerClient(), configuration.SIGNING_SECRET, systemClock),
  clock: systemClock,
  publicBaseUrl: configuration.PUBLIC_BASE_URL,
  from: configuration.MAIL_FROM,
  replyDomain: configuration.REPLY_DOMAIN,
  hotlineAddress: configuration.HOTLINE_ADDRESS,
};
const claims = new DynamoDbSendClaims(client, tables.sessions, systemClock);
const sender = pacedSender(
  new SesMailSender(sesClient(), configuration.SES_CONFIGURATION_SET),
  Number(configuration.MAILS_PER_SECOND),
);

export const handler = queueFunction({
  schema: OutgoingNotice,
  handle: (notice) =>
    sendNotice(
      {
        claims,
        sender,
        prepare: (one) => prepareMail(ports, one),
        neverSent: (one, reason) => mailNotSent({ ...ports, deliveries }, one, reason),
      },
      notice,
    ),
});
