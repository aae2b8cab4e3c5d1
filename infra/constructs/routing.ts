import { Duration } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { caseIndexes } from '../stacks/data-stack.ts';
import type { CapabilityContext } from './capability-context.ts';
import { CapabilityFunction } from './capability-function.ts';
import { allowTable, catalogueActions, commitActions } from './table-access.ts';
import { WorkQueue } from './work-queue.ts';

const timeout = Duration.seconds(30);

/**
 * One queue and one worker for each level of government that the data names: a level that is flooded or whose units are misconfigured does
 * not hold up the others.
 */
export class Routing extends Construct {
  readonly queues: ReadonlyMap<string, WorkQueue>;

  constructor(scope: Construct, id: string, props: CapabilityContext & { readonly levels: readonly string[] }) {
    super(scope, id);
    this.queues = new Map(props.levels.map((level) => [level, this.queueOf(level, props)]));
  }

  private queueOf(level: string, context: CapabilityContext): WorkQueue {
    const { data } = context;
    const part = new Construct(this, `Level-${level}`);
    const worker = new CapabilityFunction(part, 'Worker', {
      ...context,
      name: 'level-worker',
      variant: level,
      capability: 'routing',
      description: 'Assigns steps and consultations to a unit and an officer',
      timeout,
      configuration: { CASES_TABLE: data.cases.tableName, CATALOGUE_TABLE: data.catalogue.tableName },
    });
    allowTable(worker, data.cases, { actions: commitActions, indexes: [caseIndexes.openWork] });
    allowTable(worker, data.catalogue, { actions: catalogueActions });
    const queue = new WorkQueue(part, 'Tasks', {
      name: `level-${level}`,
      stage: context.stage,
      bell: context.bell,
      consumerTimeout: timeout,
      maxReceives: 5,
      oldestAllowed: Duration.minutes(15),
    });
    // Small batches: the officer with the least work is chosen from an index that a moment ago did not know the last choice.
    queue.feed(worker, { batchSize: 5, window: Duration.seconds(0), maxConcurrency: 5 });
    return queue;
  }
}
