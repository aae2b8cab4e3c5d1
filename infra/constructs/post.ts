import { Duration } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { caseIndexes, peopleIndexes } from '../stacks/data-stack.ts';
import type { CapabilityContext } from './capability-context.ts';
import { CapabilityFunction } from './capability-function.ts';
import { allowSigning } from './signing-access.ts';
import { allowTable } from './table-access.ts';

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
        PEOPLE_TABLE: data.people.tableName,
        SESSIONS_TABLE: data.sessions.tableName,
        CATALOGUE_TABLE: data.catalogue.tableName,
        SIGNING_SECRET: data.signingSecret.secretArn,
        PUBLIC_BASE_URL: context.publicBaseUrl,
      },
    });
    allowTable(this.api, data.cases, {
      purposes: ['read', 'write'],
      indexes: [caseIndexes.byDossierCode, caseIndexes.byCounter],
    });
    allowTable(this.api, data.people, { purposes: ['read'], indexes: [peopleIndexes.byPhone] });
    allowTable(this.api, data.sessions, { purposes: ['read', 'write'] });
    allowTable(this.api, data.catalogue, { purposes: ['read'] });
    allowSigning(this.api, data);
  }
}
