/** Lambda entry of the open data: wires, nothing else. */
import { DynamoDbCatalogue } from '../../shared/adapters/dynamodb-catalogue.ts';
import { dynamoDbClient } from '../../shared/adapters/dynamodb-client.ts';
import { DynamoDbListings } from '../../shared/adapters/dynamodb-listings.ts';
import { systemClock as clock } from '../../shared/adapters/system-clock.ts';
import { readConfiguration } from '../../shared/contracts/configuration.ts';
import { httpFunction } from '../../shared/shell/http-pipeline.ts';
import { openDataApiRoutes } from './open-data-routes.ts';

const configuration = readConfiguration('open-data-api', process.env);
const client = dynamoDbClient();

export const handler = httpFunction({
  routes: openDataApiRoutes({
    listings: new DynamoDbListings(client, { cases: configuration.CASES_TABLE }),
    catalogue: new DynamoDbCatalogue({ client, table: configuration.CATALOGUE_TABLE }, clock),
    clock,
    baseUrl: configuration.PUBLIC_BASE_URL,
  }),
});
