import { Duration } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import type { StageSettings } from '../settings/stage-settings.ts';
import { caseIndexes, peopleIndexes } from '../stacks/data-stack.ts';
import type { CapabilityContext } from './capability-context.ts';
import { CapabilityFunction } from './capability-function.ts';
import { allowBringingFiles } from './document-access.ts';
import { allowSigning } from './signing-access.ts';
import { allowTable, catalogueActions, commitActions } from './table-access.ts';
import { WorkQueue } from './work-queue.ts';

const taskTimeout = Duration.seconds(30);

export interface PetitionsProps extends CapabilityContext {
  readonly settings: StageSettings;
}

/** The hotline (1022): reports of citizens, the operators' desk, and the worker that makes reports of conversations. */
export class Petitions extends Construct {
  readonly api: CapabilityFunction<'reports-api'>;
  readonly desk: CapabilityFunction<'report-desk'>;
  readonly tasks: WorkQueue;

  constructor(scope: Construct, id: string, context: PetitionsProps) {
    super(scope, id);
    this.api = this.httpFunction(context, {
      id: 'Api',
      name: 'reports-api',
      description: 'Files, sorts and shows reports to the hotline',
    });
    this.desk = this.httpFunction(context, {
      id: 'Desk',
      name: 'report-desk',
      description: 'Pages of the hotline: for operators, units and reporters',
    });
    this.tasks = new WorkQueue(this, 'ReportTasks', {
      name: 'report-tasks',
      stage: context.stage,
      bell: context.bell,
      consumerTimeout: taskTimeout,
      // A receipt may come before we know the message that it is for; it is asked again for an hour, every three minutes.
      maxReceives: 25,
      oldestAllowed: Duration.minutes(5),
    });
    this.tasks.feed(this.worker(context), { batchSize: 10, window: Duration.seconds(0), maxConcurrency: 10 });
  }

  private httpFunction<Name extends 'reports-api' | 'report-desk'>(
    { data, settings, ...context }: PetitionsProps,
    { id, ...about }: { readonly id: string; readonly name: Name; readonly description: string },
  ): CapabilityFunction<Name> {
    const made = new CapabilityFunction<'reports-api' | 'report-desk'>(this, id, {
      ...context,
      ...about,
      capability: 'petitions',
      timeout: Duration.seconds(15),
      configuration: {
        CASES_TABLE: data.cases.tableName,
        PEOPLE_TABLE: data.people.tableName,
        SESSIONS_TABLE: data.sessions.tableName,
        CATALOGUE_TABLE: data.catalogue.tableName,
        SIGNING_SECRET: data.signingSecret.secretArn,
        PUBLIC_BASE_URL: context.publicBaseUrl,
        HOTLINE_ADDRESS: `${settings.hotlineMailbox}@${settings.mailDomain}`,
      },
    });
    allowTable(made, data.cases, { actions: commitActions, indexes: [caseIndexes.openWork] });
    allowTable(made, data.people, { actions: ['GetItem', 'PutItem'], indexes: [peopleIndexes.byPhone] });
    allowTable(made, data.sessions, { actions: ['GetItem', 'BatchGetItem', 'PutItem', 'UpdateItem'] });
    allowTable(made, data.catalogue, { actions: catalogueActions });
    allowSigning(made, data);
    return made;
  }

  private worker({ data, ...context }: CapabilityContext): CapabilityFunction<'report-worker'> {
    const worker = new CapabilityFunction(this, 'Worker', {
      ...context,
      name: 'report-worker',
      capability: 'channels',
      description: 'Talks with citizens and makes reports of what they say',
      timeout: taskTimeout,
      configuration: {
        CASES_TABLE: data.cases.tableName,
        PEOPLE_TABLE: data.people.tableName,
        SESSIONS_TABLE: data.sessions.tableName,
        CATALOGUE_TABLE: data.catalogue.tableName,
        DOCUMENTS_BUCKET: data.documents.bucketName,
        SIGNING_SECRET: data.signingSecret.secretArn,
      },
    });
    allowTable(worker, data.cases, { actions: commitActions });
    allowTable(worker, data.people, { actions: ['GetItem', 'PutItem'] });
    allowTable(worker, data.sessions, { actions: ['GetItem', 'BatchGetItem', 'PutItem', 'UpdateItem'] });
    allowTable(worker, data.catalogue, { actions: catalogueActions });
    allowSigning(worker, data);
    allowBringingFiles(worker, data);
    return worker;
  }
}
