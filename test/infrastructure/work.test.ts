import { describe, expect, it } from 'vitest';
import allLevels from '../../infra/province/levels.json' with { type: 'json' };
import { at, list, ofType, synthesise, target, type Resource } from './synthesised-app.ts';

const resources = synthesise('pilot');
const queues = ofType(resources, 'AWS::SQS::Queue');
const mappings = ofType(resources, 'AWS::Lambda::EventSourceMapping');
const functions = ofType(resources, 'AWS::Lambda::Function');
const isDeadLetterQueue = (queue: Resource): boolean => String(at(queue.properties, 'QueueName')).endsWith('-dead');
const workQueues = queues.filter((queue) => !isDeadLetterQueue(queue));
const deadLetterQueues = queues.filter(isDeadLetterQueue);
const named = (list_: readonly Resource[]): [string, Resource][] =>
  list_.map((one) => [String(at(one.properties, 'QueueName')), one]);

describe('queues', () => {
  it.each(named(queues))('%s is encrypted, refuses plain HTTP and keeps messages for 14 days', (_, queue) => {
    expect(at(queue.properties, 'SqsManagedSseEnabled')).toBe(true);
    expect(at(queue.properties, 'MessageRetentionPeriod')).toBe(1_209_600);
    const denials = ofType(resources, 'AWS::SQS::QueuePolicy')
      .filter((policy) => list(at(policy.properties, 'Queues')).some((one) => target(one) === queue.id))
      .flatMap((policy) => list(at(policy.properties, 'PolicyDocument', 'Statement')))
      .filter((statement) => at(statement, 'Effect') === 'Deny')
      .map((statement) => at(statement, 'Condition'));
    expect(denials).toContainEqual({ Bool: { 'aws:SecureTransport': 'false' } });
  });

  it.each(named(workQueues))('%s has a dead-letter queue, and says after how many tries', (_, queue) => {
    const redrive = at(queue.properties, 'RedrivePolicy');
    expect(deadLetterQueues.map((one) => one.id)).toContain(target(at(redrive, 'deadLetterTargetArn')));
    expect(at(redrive, 'maxReceiveCount')).toBeGreaterThanOrEqual(3);
  });

  it.each(named(workQueues))(
    '%s is consumed by one function, and hides a message six times its timeout',
    (_, queue) => {
      const consumers = mappings.filter((mapping) => target(at(mapping.properties, 'EventSourceArn')) === queue.id);
      expect(consumers).toHaveLength(1);
      const consumer = functions.find((one) => one.id === target(at(consumers[0]?.properties, 'FunctionName')));
      expect(at(queue.properties, 'VisibilityTimeout')).toBeGreaterThanOrEqual(
        6 * Number(at(consumer?.properties, 'Timeout')),
      );
    },
  );

  it('there is one queue and one worker for each level of government in the data', () => {
    const levels = [...new Set(allLevels.map((level) => level.id))];
    const queueNames = workQueues.map((queue) => at(queue.properties, 'QueueName'));
    const functionNames = functions.map((one) => at(one.properties, 'FunctionName'));
    for (const level of levels) {
      expect(queueNames).toContain(`mot-cua-pilot-level-${level}`);
      expect(functionNames).toContain(`mot-cua-pilot-level-worker-${level}`);
    }
    expect(queueNames.filter((name) => String(name).includes('-level-'))).toHaveLength(levels.length);
  });
});

describe('event sources', () => {
  it('writes out every setting of the stream', () => {
    const stream = mappings.find((mapping) => at(mapping.properties, 'StartingPosition') !== undefined);
    expect(stream?.properties).toMatchObject({
      BatchSize: 100,
      BisectBatchOnFunctionError: true,
      Enabled: true,
      FunctionResponseTypes: ['ReportBatchItemFailures'],
      MaximumBatchingWindowInSeconds: 0,
      MaximumRecordAgeInSeconds: 21_600,
      MaximumRetryAttempts: 120,
      ParallelizationFactor: 4,
      StartingPosition: 'TRIM_HORIZON',
    });
    const failures = target(at(stream?.properties, 'DestinationConfig', 'OnFailure', 'Destination'));
    expect(deadLetterQueues.map((queue) => queue.id)).toContain(failures);
  });

  it('wakes the relay for new events only', () => {
    const filters = mappings.flatMap((mapping) => list(at(mapping.properties, 'FilterCriteria', 'Filters')));
    expect(filters.map((filter) => JSON.parse(String(at(filter, 'Pattern'))) as unknown)).toEqual([
      { eventName: ['INSERT'], dynamodb: { Keys: { record: { S: [{ prefix: 'EVENT#' }] } } } },
    ]);
  });

  it.each(
    mappings
      .filter((mapping) => at(mapping.properties, 'StartingPosition') === undefined)
      .map((one) => [one.id, one] as const),
  )('%s writes out batch, window and concurrency, and lets each message fail alone', (_, mapping) => {
    expect(at(mapping.properties, 'BatchSize')).toBeTypeOf('number');
    expect(at(mapping.properties, 'MaximumBatchingWindowInSeconds')).toBeTypeOf('number');
    expect(at(mapping.properties, 'ScalingConfig', 'MaximumConcurrency')).toBeTypeOf('number');
    expect(at(mapping.properties, 'FunctionResponseTypes')).toEqual(['ReportBatchItemFailures']);
  });
});

describe('the timer sweeper', () => {
  it('runs every minute, one at a time, and what the schedule could not hand over is kept', () => {
    const schedule = ofType(resources, 'AWS::Scheduler::Schedule').find(({ id }) => id.startsWith('Timers'));
    expect(schedule?.properties).toMatchObject({
      ScheduleExpression: 'rate(1 minute)',
      FlexibleTimeWindow: { Mode: 'OFF' },
      State: 'ENABLED',
      Target: { RetryPolicy: { MaximumRetryAttempts: 2, MaximumEventAgeInSeconds: 60 } },
    });
    const missed = target(at(schedule?.properties, 'Target', 'DeadLetterConfig', 'Arn'));
    expect(deadLetterQueues.map((queue) => queue.id)).toContain(missed);
    const sweeper = functions.find((one) => one.id === target(at(schedule?.properties, 'Target', 'Arn')));
    expect(at(sweeper?.properties, 'ReservedConcurrentExecutions')).toBe(1);
    expect(at(sweeper?.properties, 'Timeout')).toBeLessThan(60);
  });
});
