import { Aws, Duration } from 'aws-cdk-lib';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { SqsDestination } from 'aws-cdk-lib/aws-lambda-destinations';
import { CfnSchedule } from 'aws-cdk-lib/aws-scheduler';
import { Construct } from 'constructs';
import { caseIndexes } from '../stacks/data-stack.ts';
import { fiveMinutes } from './alarm-bell.ts';
import type { CapabilityContext } from './capability-context.ts';
import { CapabilityFunction } from './capability-function.ts';
import { allowTable, catalogueActions, commitActions } from './table-access.ts';
import { DeadLetterQueue } from './work-queue.ts';

/** Rings the clocks that are due, once a minute and one at a time: a sweep ends before the next begins. */
export class Timers extends Construct {
  constructor(scope: Construct, id: string, context: CapabilityContext) {
    super(scope, id);
    const sweeper = this.sweeper(context);
    const missed = new DeadLetterQueue(this, 'Missed', {
      name: `mot-cua-${context.stage}-timers-dead`,
      bell: context.bell,
    });
    // The scheduler hands over asynchronously. A sweep that failed is not tried again: the next minute's finds the same clocks.
    sweeper.function.configureAsyncInvoke({
      retryAttempts: 0,
      maxEventAge: Duration.minutes(1),
      onFailure: new SqsDestination(missed.queue),
    });
    this.everyMinute(sweeper, missed);
    context.bell.watch(this, 'NotRun', {
      section: 'Timer sweeper not run',
      meaning: 'No sweep in five minutes: reminders and deadlines are not noticed.',
      metric: sweeper.function.metricInvocations({ period: fiveMinutes }),
      threshold: 1,
      when: 'below',
    });
  }

  private sweeper(context: CapabilityContext): CapabilityFunction<'timer-sweeper'> {
    const { data } = context;
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

  private everyMinute(sweeper: CapabilityFunction<'timer-sweeper'>, missed: DeadLetterQueue): void {
    const role = new Role(this, 'SchedulerRole', {
      assumedBy: new ServicePrincipal('scheduler.amazonaws.com', {
        conditions: { StringEquals: { 'aws:SourceAccount': Aws.ACCOUNT_ID } },
      }),
      description: 'Lets the schedule call the timer sweeper',
    });
    role.addToPolicy(
      new PolicyStatement({ actions: ['lambda:InvokeFunction'], resources: [sweeper.function.functionArn] }),
    );
    role.addToPolicy(new PolicyStatement({ actions: ['sqs:SendMessage'], resources: [missed.queue.queueArn] }));
    const schedule = new CfnSchedule(this, 'EveryMinute', {
      description: 'Rings the clocks that are due',
      scheduleExpression: 'rate(1 minute)',
      flexibleTimeWindow: { mode: 'OFF' },
      state: 'ENABLED',
      target: {
        arn: sweeper.function.functionArn,
        roleArn: role.roleArn,
        input: '{}',
        retryPolicy: { maximumRetryAttempts: 2, maximumEventAgeInSeconds: 60 },
        deadLetterConfig: { arn: missed.queue.queueArn },
      },
    });
    schedule.node.addDependency(role);
  }
}
