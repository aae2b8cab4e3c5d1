import { Duration } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { caseIndexes } from '../stacks/data-stack.ts';
import type { CapabilityContext } from './capability-context.ts';
import { CapabilityFunction } from './capability-function.ts';
import { allowTable, catalogueActions, commitActions } from './table-access.ts';

/** Postal custody: hand-over records (biên bản giao nhận), bags and their manifests, deliveries. */
export class Post extends Construct {
  readonly api: CapabilityFunction<'post-api'>;

  constructor(scope: Construct, id: string, context: CapabilityContext) {
    super(scope, id);
    const { data } = context;
    this.api = new CapabilityFunction(this, 'Api', {
      ...context,
      name: 'post-api',
      capability: 'post',
      description: 'Hands bags over, checks their manifests, returns results',
      timeout: Duration.seconds(15),
      configuration: {
        CASES_TABLE: data.cases.tableName,
        SESSIONS_TABLE: data.sessions.tableName,
        CATALOGUE_TABLE: data.catalogue.tableName,
      },
    });
    allowTable(this.api, data.cases, { actions: commitActions, indexes: [caseIndexes.byDossierCode] });
    allowTable(this.api, data.sessions, { actions: ['GetItem', 'PutItem', 'UpdateItem'] });
    allowTable(this.api, data.catalogue, { actions: catalogueActions });
  }
}
