import { Duration, Stack } from 'aws-cdk-lib';
import { EventSourceMapping, StartingPosition } from 'aws-cdk-lib/aws-lambda';
import { SqsDlq } from 'aws-cdk-lib/aws-lambda-event-sources';
import { Construct } from 'constructs';
import type { FunctionName } from '../../shared/contracts/configuration.ts';
import { fiveMinutes } from './alarm-bell.ts';
import type { CapabilityContext } from './capability-context.ts';
import { CapabilityFunction } from './capability-function.ts';
import { allowTable } from './table-access.ts';
import { DeadLetterQueue, type WorkQueue } from './work-queue.ts';

export interface RelayProps extends CapabilityContext {
  /** By level of government. */
  readonly levelQueues: ReadonlyMap<string, WorkQueue>;
  readonly outgoingMail: WorkQueue;
  readonly caseTasks: WorkQueue;
  readonly reportTasks: WorkQueue;
  readonly outgoingMessages: WorkQueue;
}

/** The stream also brings snapshots, clocks and what time to live removes; only a commit's event item makes somebody act. */
const newEvents = { eventName: ['INSERT'], dynamodb: { Keys: { record: { S: [{ prefix: 'EVENT#' }] } } } };

/** Turns committed events into messages: the one place from which anything is sent. It has no access to people. */
export class Relay extends Construct {
  readonly rebuildQueuesName: string;

  constructor(scope: Construct, id: string, props: RelayProps) {
    super(scope, id);
    const relay = new CapabilityFunction(this, 'Relay', {
      ...props,
      name: 'relay',
      capability: 'relay',
      description: 'Sends what committed events ask for to the queues',
      timeout: Duration.seconds(30),
      configuration: this.queueUrls(props),
    });
    this.allowSending(relay, props);
    this.follow(relay, props);
    this.rebuildQueuesName = this.rebuildQueues(props).function.functionName;
  }

  private follow(relay: CapabilityFunction<'relay'>, { data, bell, stage }: RelayProps): void {
    const streamArn = data.cases.tableStreamArn;
    if (streamArn === undefined) throw new Error('the table of cases has no stream');
    relay.allow(
      ['dynamodb:DescribeStream', 'dynamodb:GetRecords', 'dynamodb:GetShardIterator', 'dynamodb:ListStreams'],
      [streamArn],
    );
    const unsent = new DeadLetterQueue(this, 'Unsent', { name: `mot-cua-${stage}-relay-unsent-dead`, bell });
    relay.allow(['sqs:SendMessage'], [unsent.queue.queueArn]);
    const mapping = new EventSourceMapping(this, 'Stream', {
      target: relay.function,
      eventSourceArn: streamArn,
      enabled: true,
      startingPosition: StartingPosition.TRIM_HORIZON,
      filters: [{ pattern: JSON.stringify(newEvents) }],
      batchSize: 100,
      maxBatchingWindow: Duration.seconds(0),
      // Order matters within one case only, and a case stays in one lane.
      parallelizationFactor: 4,
      bisectBatchOnError: true,
      reportBatchItemFailures: true,
      // A queue that is away for an hour holds the stream up (an alarm tells); a record that cannot be read leaves it after that. The
      // stream keeps 24 hours, and rebuild-queues sends again what was set aside.
      retryAttempts: 120,
      maxRecordAge: Duration.hours(6),
      onFailure: new SqsDlq(unsent.queue),
    });
    mapping.node.addDependency(relay);
    bell.watch(this, 'Behind', {
      section: 'Relay behind',
      meaning: 'Committed events are older than two minutes and not yet sent: officers and applicants are not told.',
      metric: relay.function.metric('IteratorAge', { period: fiveMinutes, statistic: 'Maximum' }),
      threshold: Duration.minutes(2).toMilliseconds(),
    });
  }

  /** No trigger: called by whoever has emptied a queue (infra/runbook.md, Rebuild the queues). */
  private rebuildQueues(props: RelayProps): CapabilityFunction<'rebuild-queues'> {
    const rebuild = new CapabilityFunction(this, 'RebuildQueues', {
      ...props,
      name: 'rebuild-queues',
      capability: 'relay',
      description: 'Sends again what open cases wait for; called by hand',
      timeout: Duration.minutes(15),
      configuration: { CASES_TABLE: props.data.cases.tableName, ...this.queueUrls(props) },
    });
    allowTable(rebuild, props.data.cases, { actions: ['Scan'] });
    this.allowSending(rebuild, props);
    return rebuild;
  }

  private queueUrls(props: RelayProps): {
    LEVEL_QUEUES: string;
    OUTGOING_MAIL_QUEUE: string;
    CASE_TASKS_QUEUE: string;
    REPORT_TASKS_QUEUE: string;
    OUTGOING_MESSAGES_QUEUE: string;
  } {
    const urls = Object.fromEntries([...props.levelQueues].map(([level, { queue }]) => [level, queue.queueUrl]));
    return {
      LEVEL_QUEUES: Stack.of(this).toJsonString(urls),
      OUTGOING_MAIL_QUEUE: props.outgoingMail.queue.queueUrl,
      CASE_TASKS_QUEUE: props.caseTasks.queue.queueUrl,
      REPORT_TASKS_QUEUE: props.reportTasks.queue.queueUrl,
      OUTGOING_MESSAGES_QUEUE: props.outgoingMessages.queue.queueUrl,
    };
  }

  private allowSending(sender: CapabilityFunction<FunctionName>, props: RelayProps): void {
    const { levelQueues, outgoingMail, caseTasks, reportTasks, outgoingMessages } = props;
    for (const queue of [...levelQueues.values(), outgoingMail, caseTasks, reportTasks, outgoingMessages]) {
      queue.allowSending(sender);
    }
  }
}
