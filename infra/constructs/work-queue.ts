import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import { EventSourceMapping } from 'aws-cdk-lib/aws-lambda';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import type { FunctionName } from '../../shared/contracts/configuration.ts';
import { acknowledge } from './acknowledge.ts';
import { fiveMinutes, type AlarmBell } from './alarm-bell.ts';
import type { CapabilityFunction } from './capability-function.ts';

export interface WorkQueueProps {
  readonly name: string;
  readonly stage: string;
  readonly bell: AlarmBell;
  /** The consumer's; the message stays hidden six times as long. */
  readonly consumerTimeout: Duration;
  /** Tries before the message is set aside. */
  readonly maxReceives: number;
  /** Older than this, somebody waits in vain. */
  readonly oldestAllowed: Duration;
}

export interface Feeding {
  readonly batchSize: number;
  readonly window: Duration;
  /** At least 2 (a limit of SQS event sources). */
  readonly maxConcurrency: number;
}

/** A queue with its dead-letter queue and the alarms on both. Messages are wake-ups: they name a case and hold nothing of it. */
export class WorkQueue extends Construct {
  readonly queue: Queue;
  private readonly deadLetters: DeadLetterQueue;

  /** Also takes what could not even be put into the queue. */
  get setAside(): Queue {
    return this.deadLetters.queue;
  }

  constructor(scope: Construct, id: string, props: WorkQueueProps) {
    super(scope, id);
    const name = `mot-cua-${props.stage}-${props.name}`;
    this.deadLetters = new DeadLetterQueue(this, 'DeadLetters', { name: `${name}-dead`, bell: props.bell });
    this.queue = new Queue(this, 'Queue', {
      queueName: name,
      encryption: QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
      retentionPeriod: Duration.days(14),
      receiveMessageWaitTime: Duration.seconds(20),
      visibilityTimeout: Duration.seconds(props.consumerTimeout.toSeconds() * 6),
      deadLetterQueue: { queue: this.deadLetters.queue, maxReceiveCount: props.maxReceives },
      removalPolicy: RemovalPolicy.DESTROY,
    });
    props.bell.watch(this, 'TooOld', {
      section: 'Queue too old',
      meaning: `The oldest message of ${name} waits longer than ${props.oldestAllowed.toMinutes()} minutes: work is not done in time.`,
      metric: this.queue.metricApproximateAgeOfOldestMessage({ period: fiveMinutes }),
      threshold: props.oldestAllowed.toSeconds(),
    });
  }

  allowSending(sender: CapabilityFunction<FunctionName>): void {
    sender.allow(['sqs:SendMessage'], [this.queue.queueArn]);
  }

  /** Each message of a batch fails alone. */
  feed(consumer: CapabilityFunction<FunctionName>, feeding: Feeding): void {
    const actions = [
      'sqs:ReceiveMessage',
      'sqs:DeleteMessage',
      'sqs:ChangeMessageVisibility',
      'sqs:GetQueueAttributes',
    ];
    consumer.allow(actions, [this.queue.queueArn]);
    const mapping = new EventSourceMapping(this, 'Feed', {
      target: consumer.function,
      eventSourceArn: this.queue.queueArn,
      enabled: true,
      batchSize: feeding.batchSize,
      maxBatchingWindow: feeding.window,
      maxConcurrency: feeding.maxConcurrency,
      reportBatchItemFailures: true,
    });
    // The mapping is refused while the role may not read the queue.
    mapping.node.addDependency(consumer);
  }
}

/** What could not be done after all its tries: kept for 14 days, told at once. */
export class DeadLetterQueue extends Construct {
  readonly queue: Queue;

  constructor(scope: Construct, id: string, props: { readonly name: string; readonly bell: AlarmBell }) {
    super(scope, id);
    this.queue = new Queue(this, 'Queue', {
      queueName: props.name,
      encryption: QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
      retentionPeriod: Duration.days(14),
      removalPolicy: RemovalPolicy.DESTROY,
    });
    acknowledge(this.queue, {
      'AwsSolutions-SQS3': 'This is a dead-letter queue: nothing comes after it but a person.',
    });
    props.bell.watch(this, 'NotEmpty', {
      section: 'Dead-letter queue not empty',
      meaning: `${props.name} holds work that failed after all its tries.`,
      metric: this.queue.metricApproximateNumberOfMessagesVisible({ period: fiveMinutes, statistic: 'Maximum' }),
      threshold: 1,
    });
  }
}
