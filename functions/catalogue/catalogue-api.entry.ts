/** Lambda entry of the catalogue's API: wires, nothing else. */
import { DynamoDbCatalogue } from '../../shared/adapters/dynamodb-catalogue.ts';
import { dynamoDbClient } from '../../shared/adapters/dynamodb-client.ts';
import { systemClock as clock } from '../../shared/adapters/system-clock.ts';
import { readConfiguration } from '../../shared/contracts/configuration.ts';
import { httpFunction } from '../../shared/shell/http-pipeline.ts';
import { catalogueApiRoutes } from './catalogue-routes.ts';

const configuration = readConfiguration('catalogue-api', process.env);
const catalogue = new DynamoDbCatalogue({ client: dynamoDbClient(), table: configuration.CATALOGUE_TABLE }, clock);

/** The description's generator is loaded when the description is first asked for: nobody else pays for it. */
async function describe(): Promise<unknown> {
  const [{ openApiDocument }, { allRoutes }] = await Promise.all([
    import('../../shared/contracts/openapi.ts'),
    import('../../shared/contracts/all-routes.ts'),
  ]);
  return openApiDocument({ routes: allRoutes, baseUrl: configuration.PUBLIC_BASE_URL });
}

export const handler = httpFunction({ routes: catalogueApiRoutes({ catalogue, clock }, describe) });
