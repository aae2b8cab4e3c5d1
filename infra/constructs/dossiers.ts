import { Duration } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { caseIndexes, peopleIndexes } from '../stacks/data-stack.ts';
import type { CapabilityContext } from './capability-context.ts';
import { CapabilityFunction } from './capability-function.ts';
import { allowFilingOfFiles } from './document-access.ts';
import { allowSigning } from './signing-access.ts';
import { allowTable, catalogueActions, commitActions } from './table-access.ts';
import { WorkQueue } from './work-queue.ts';

const taskTimeout = Duration.seconds(30);

/** Intake, the moves of a dossier and its look-up; and the work that follows from one case in another or in the bucket. */
export class Dossiers extends Construct {
  readonly api: CapabilityFunction<'dossiers-api'>;
  readonly tasks: WorkQueue;

  constructor(scope: Construct, id: string, context: CapabilityContext) {
    super(scope, id);
    this.api = this.apiFunction(context);
    this.tasks = new WorkQueue(this, 'CaseTasks', {
      name: 'case-tasks',
      stage: context.stage,
      bell: context.bell,
      consumerTimeout: taskTimeout,
      maxReceives: 5,
      oldestAllowed: Duration.minutes(30),
    });
    this.tasks.feed(this.worker(context), { batchSize: 10, window: Duration.seconds(0), maxConcurrency: 10 });
  }

  private apiFunction(context: CapabilityContext): CapabilityFunction<'dossiers-api'> {
    const { data } = context;
    const api = new CapabilityFunction(this, 'Api', {
      ...context,
      name: 'dossiers-api',
      capability: 'dossiers',
      description: 'Files, moves and shows dossiers',
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
    allowTable(api, data.cases, {
      actions: commitActions,
      indexes: [caseIndexes.byDossierCode, caseIndexes.byCounter],
    });
    allowTable(api, data.people, { actions: ['GetItem', 'PutItem'], indexes: [peopleIndexes.byPhone] });
    allowTable(api, data.sessions, { actions: ['GetItem', 'BatchGetItem', 'PutItem', 'UpdateItem'] });
    allowTable(api, data.catalogue, { actions: catalogueActions });
    allowSigning(api, data);
    return api;
  }

  private worker(context: CapabilityContext): CapabilityFunction<'case-worker'> {
    const { data } = context;
    const worker = new CapabilityFunction(this, 'Worker', {
      ...context,
      name: 'case-worker',
      capability: 'dossiers',
      description: 'Puts cases into bags, takes them over from them, files attachments',
      timeout: taskTimeout,
      configuration: {
        CASES_TABLE: data.cases.tableName,
        SESSIONS_TABLE: data.sessions.tableName,
        CATALOGUE_TABLE: data.catalogue.tableName,
        DOCUMENTS_BUCKET: data.documents.bucketName,
      },
    });
    allowTable(worker, data.cases, { actions: commitActions });
    allowTable(worker, data.sessions, { actions: ['GetItem', 'PutItem', 'UpdateItem'] });
    allowTable(worker, data.catalogue, { actions: catalogueActions });
    allowFilingOfFiles(worker, data);
    return worker;
  }
}
