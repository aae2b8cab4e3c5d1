import { Duration } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { caseIndexes } from '../stacks/data-stack.ts';
import type { CapabilityContext } from './capability-context.ts';
import { CapabilityFunction } from './capability-function.ts';
import { allowHandingOutFiles } from './document-access.ts';
import { allowSigning } from './signing-access.ts';
import { allowTable, catalogueActions } from './table-access.ts';

/** Files on their way in and out. The only function that people reach which may touch the bucket; it changes no case and no person. */
export class Attachments extends Construct {
  readonly api: CapabilityFunction<'attachments-api'>;

  constructor(scope: Construct, id: string, context: CapabilityContext) {
    super(scope, id);
    const { data } = context;
    this.api = new CapabilityFunction(this, 'Api', {
      ...context,
      name: 'attachments-api',
      capability: 'attachments',
      description: 'Takes attachments in, checks them and leads to them',
      timeout: Duration.seconds(15),
      configuration: {
        CASES_TABLE: data.cases.tableName,
        PEOPLE_TABLE: data.people.tableName,
        SESSIONS_TABLE: data.sessions.tableName,
        CATALOGUE_TABLE: data.catalogue.tableName,
        DOCUMENTS_BUCKET: data.documents.bucketName,
        SIGNING_SECRET: data.signingSecret.secretArn,
      },
    });
    allowTable(this.api, data.cases, { actions: ['GetItem'], indexes: [caseIndexes.byDossierCode] });
    // The name that the sender gave a file stands with the people.
    allowTable(this.api, data.people, { actions: ['GetItem'] });
    allowTable(this.api, data.sessions, { actions: ['GetItem', 'BatchGetItem', 'PutItem', 'UpdateItem'] });
    allowTable(this.api, data.catalogue, { actions: catalogueActions });
    allowHandingOutFiles(this.api, data);
    allowSigning(this.api, data);
  }
}
