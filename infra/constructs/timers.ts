import { Duration } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { caseIndexes } from '../stacks/data-stack.ts';
import { fiveMinutes } from './alarm-bell.ts';
import type { CapabilityContext } from './capability-context.ts';
import { CapabilityFunction } from './capability-function.ts';
import { ScheduledCall } from './scheduled-call.ts';
import { allowTable, catalogueActions, commitActions } from './table-access.ts';
import { DeadLetterQueue, type WorkQueue } from './work-queue.ts';

export interface TimersProps extends CapabilityContext {
  readonly caseTasks: WorkQueue;
}

/** Rings the clocks that are due, once a minute and one at a time: a sweep ends before the next begins. */
export class Timers extends Construct {
  readonly recomputerName: string;

  constructor(scope: Construct, id: string, props: TimersProps) {
    super(scope, id);
    const sweeper = this.sweeper(props);
    const missed = new DeadLetterQueue(this, 'Missed', {
      name: `mot-cua-${props.stage}-timers-dead`,
      bell: props.bell,
    });
    new ScheduledCall(this, 'Schedule', {
      target: sweeper,
      missed,
      // A sweep that failed is not tried again: the next minute's finds the same clocks.
      retries: 0,
      within: Duration.minutes(1),
      times: [
        { id: 'EveryMinute', description: 'Rings the clocks that are due', expression: 'rate(1 minute)', input: {} },
      ],
    });
    this.recomputerName = this.recomputer(props).function.functionName;
    props.bell.watch(this, 'NotRun', {
      section: 'Timer sweeper not run',
      meaning: 'No sweep in five minutes: reminders and deadlines are not noticed.',
      metric: sweeper.function.metricInvocations({ period: fiveMinutes }),
      threshold: 1,
      when: 'below',
    });
  }

  private sweeper({ data, ...context }: TimersProps): CapabilityFunction<'timer-sweeper'> {
    const sweeper = new CapabilityFunction(this, 'Sweeper', {
      ...context,
      name: 'timer-sweeper',
      capability: 'timers',
      description: 'Rings the clocks that are due',
      timeout: Duration.seconds(50),
      reservedConcurrency: 1,
      configuration: { CASES_TABLE: data.cases.tableName, CATALOGUE_TABLE: data.catalogue.tableName },
    });
    allowTable(sweeper, data.cases, { actions: [...commitActions, 'UpdateItem'], indexes: [caseIndexes.dueTimers] });
    allowTable(sweeper, data.catalogue, { actions: catalogueActions });
    return sweeper;
  }

  /** No trigger: called by whoever has published a calendar with a late holiday (infra/runbook.md, Announce a late holiday). */
  private recomputer({ data, caseTasks, ...context }: TimersProps): CapabilityFunction<'clock-recomputer'> {
    const recomputer = new CapabilityFunction(this, 'Recomputer', {
      ...context,
      name: 'clock-recomputer',
      capability: 'timers',
      description: 'Asks every case with a running clock to compute it anew; called by hand',
      timeout: Duration.minutes(15),
      configuration: { CASES_TABLE: data.cases.tableName, CASE_TASKS_QUEUE: caseTasks.queue.queueUrl },
    });
    allowTable(recomputer, data.cases, { actions: [], indexes: [caseIndexes.dueTimers] });
    caseTasks.allowSending(recomputer);
    return recomputer;
  }
}
