import { Duration } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { caseIndexes } from '../stacks/data-stack.ts';
import type { CapabilityContext } from './capability-context.ts';
import { CapabilityFunction } from './capability-function.ts';
import { allowSigning } from './signing-access.ts';
import { allowTable, catalogueActions, commitActions } from './table-access.ts';

/** Sign-in by an e-mailed link, sessions, and the pages behind the links in officers' mails. */
export class Staff extends Construct {
  readonly api: CapabilityFunction<'staff-api'>;

  constructor(scope: Construct, id: string, context: CapabilityContext) {
    super(scope, id);
    const { data } = context;
    this.api = new CapabilityFunction(this, 'Api', {
      ...context,
      name: 'staff-api',
      capability: 'staff',
      description: 'Signs staff in and takes their decisions from links',
      timeout: Duration.seconds(15),
      configuration: {
        CASES_TABLE: data.cases.tableName,
        SESSIONS_TABLE: data.sessions.tableName,
        CATALOGUE_TABLE: data.catalogue.tableName,
        SIGNING_SECRET: data.signingSecret.secretArn,
        PUBLIC_BASE_URL: context.publicBaseUrl,
      },
    });
    allowTable(this.api, data.cases, { actions: commitActions, indexes: [caseIndexes.openWork] });
    allowTable(this.api, data.sessions, { actions: ['GetItem', 'PutItem', 'UpdateItem', 'DeleteItem'] });
    allowTable(this.api, data.catalogue, { actions: catalogueActions });
    allowSigning(this.api, data);
  }
}
