/** Lambda entry of the holding pen's page: wires, nothing else. */
import { DynamoDbCaseQueries } from '../../shared/adapters/dynamodb-case-queries.ts';
import { DynamoDbCatalogue } from '../../shared/adapters/dynamodb-catalogue.ts';
import { dynamoDbClient } from '../../shared/adapters/dynamodb-client.ts';
import { DynamoDbEntityStore } from '../../shared/adapters/dynamodb-entity-store.ts';
import { DynamoDbMailReadings } from '../../shared/adapters/dynamodb-mail-readings.ts';
import { DynamoDbPeople } from '../../shared/adapters/dynamodb-people.ts';
import { SecretsManagerKeys, secretsManagerClient } from '../../shared/adapters/secrets-manager-keys.ts';
import { systemClock as clock } from '../../shared/adapters/system-clock.ts';
import { readConfiguration } from '../../shared/contracts/configuration.ts';
import { httpFunction } from '../../shared/shell/http-pipeline.ts';
import { mailDeskHttpRoutes } from './desk/mail-desk-routes.ts';

const configuration = readConfiguration('mail-desk', process.env);
const client = dynamoDbClient();
// No sessions and no people written: what the desk commits is the mail itself.
const tables = { cases: configuration.CASES_TABLE };

export const handler = httpFunction({
  routes: mailDeskHttpRoutes({
    mails: new DynamoDbEntityStore(client, tables, clock),
    cases: new DynamoDbEntityStore(client, tables, clock),
    queries: new DynamoDbCaseQueries(client, tables),
    people: new DynamoDbPeople(client, configuration.PEOPLE_TABLE),
    readings: new DynamoDbMailReadings(client, configuration.PEOPLE_TABLE, clock),
    catalogue: new DynamoDbCatalogue({ client, table: configuration.CATALOGUE_TABLE }, clock),
    secrets: new SecretsManagerKeys(secretsManagerClient(), configuration.SIGNING_SECRET, clock),
    clock,
  }),
});
