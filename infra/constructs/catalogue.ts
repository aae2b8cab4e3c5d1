import { Duration } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import type { CapabilityContext } from './capability-context.ts';
import { CapabilityFunction } from './capability-function.ts';
import { allowTable, catalogueActions } from './table-access.ts';

/** Procedures, units and areas as published, and the API's own description. */
export class Catalogue extends Construct {
  readonly api: CapabilityFunction<'catalogue-api'>;

  constructor(scope: Construct, id: string, context: CapabilityContext) {
    super(scope, id);
    const { data } = context;
    this.api = new CapabilityFunction(this, 'Api', {
      ...context,
      name: 'catalogue-api',
      capability: 'catalogue',
      description: 'Shows procedures, units and areas',
      timeout: Duration.seconds(15),
      configuration: { CATALOGUE_TABLE: data.catalogue.tableName, PUBLIC_BASE_URL: context.publicBaseUrl },
    });
    allowTable(this.api, data.catalogue, { actions: catalogueActions });
  }
}
