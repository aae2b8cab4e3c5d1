import { Duration } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { caseIndexes } from '../stacks/data-stack.ts';
import type { CapabilityContext } from './capability-context.ts';
import { CapabilityFunction } from './capability-function.ts';
import { allowSigning } from './signing-access.ts';
import { allowTable, catalogueActions, readingActions } from './table-access.ts';

/** Pages and printed forms. It reads cases and people, and changes neither. */
export class Site extends Construct {
  readonly pages: CapabilityFunction<'site'>;

  constructor(scope: Construct, id: string, context: CapabilityContext) {
    super(scope, id);
    const { data } = context;
    this.pages = new CapabilityFunction(this, 'Pages', {
      ...context,
      name: 'site',
      capability: 'site',
      description: 'Shows pages and prints forms',
      timeout: Duration.seconds(15),
      configuration: {
        CASES_TABLE: data.cases.tableName,
        PEOPLE_TABLE: data.people.tableName,
        SESSIONS_TABLE: data.sessions.tableName,
        CATALOGUE_TABLE: data.catalogue.tableName,
        SIGNING_SECRET: data.signingSecret.secretArn,
        PUBLIC_BASE_URL: context.publicBaseUrl,
      },
    });
    allowTable(this.pages, data.cases, { actions: readingActions, indexes: [caseIndexes.byDossierCode] });
    allowTable(this.pages, data.people, { actions: ['GetItem'] });
    // Who is signed in, and how often somebody tried to look up.
    allowTable(this.pages, data.sessions, { actions: ['GetItem', 'UpdateItem'] });
    allowTable(this.pages, data.catalogue, { actions: catalogueActions });
    allowSigning(this.pages, data);
  }
}
