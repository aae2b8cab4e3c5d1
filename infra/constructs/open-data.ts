import { Duration } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import type { CapabilityContext } from './capability-context.ts';
import { CapabilityFunction } from './capability-function.ts';
import { allowTable, catalogueActions } from './table-access.ts';

/** What everybody may read: published reports, and each unit's figures. It has no access to people. */
export class OpenData extends Construct {
  readonly api: CapabilityFunction<'open-data-api'>;

  constructor(scope: Construct, id: string, { data, ...context }: CapabilityContext) {
    super(scope, id);
    this.api = new CapabilityFunction(this, 'Api', {
      ...context,
      name: 'open-data-api',
      capability: 'open-data',
      description: 'Published reports and public figures',
      timeout: Duration.seconds(15),
      configuration: {
        CASES_TABLE: data.cases.tableName,
        CATALOGUE_TABLE: data.catalogue.tableName,
        PUBLIC_BASE_URL: context.publicBaseUrl,
      },
    });
    allowTable(this.api, data.cases, { actions: ['Query'] });
    allowTable(this.api, data.catalogue, { actions: catalogueActions });
  }
}
