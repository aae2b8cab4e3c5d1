import type { DynamoDBStreamsClient } from '@aws-sdk/client-dynamodb-streams';
import type { SQSClient } from '@aws-sdk/client-sqs';
import { localAccount } from '../assembly/local-identity.ts';
import type { MappingPlan, RuntimePlan } from '../assembly/plan.ts';
import type { RuntimeStore } from '../engines/runtime-store.ts';
import type { FunctionPool } from '../lambda/function-pool.ts';
import type { RunningMapping } from './delivery.ts';
import { reportLostBatch } from './failure-destination.ts';
import { startQueueMapping } from './queue-mapping.ts';
import { startStreamMapping } from './stream-mapping.ts';

export interface MappingsSettings {
  readonly plan: RuntimePlan;
  readonly pool: FunctionPool;
  readonly store: RuntimeStore;
  readonly queueEndpoint: string;
  readonly queueClient: SQSClient;
  readonly streamsClient: DynamoDBStreamsClient;
  readonly environmentsPerFunction: number;
  readonly log: (line: string) => void;
}

/** Starts every event source mapping whose function and source exist; the others were named as problems already. */
export function startMappings(settings: MappingsSettings): RunningMapping[] {
  const known = new Set(settings.plan.functions.map((plan) => plan.name));
  return settings.plan.mappings
    .filter((mapping) => mapping.enabled && known.has(mapping.functionName))
    .map((mapping) => startMapping(mapping, settings));
}

/** The address of a queue in the local engine, by name or ARN. */
export function queueAddress(endpoint: string, queue: string): string {
  return `${endpoint}/${localAccount}/${queue.split(':').at(-1) ?? queue}`;
}

function startMapping(plan: MappingPlan, settings: MappingsSettings): RunningMapping {
  const { source } = plan;
  const shared = { plan, pool: settings.pool, region: settings.plan.region, log: settings.log };
  if (source.kind === 'queue') {
    const queue = settings.plan.queues.find(({ name }) => name === source.queueName);
    return startQueueMapping({
      ...shared,
      client: settings.queueClient,
      queueUrl: queueAddress(settings.queueEndpoint, source.queueName),
      queueArn: queue?.arn ?? '',
      concurrency: Math.min(
        plan.maximumConcurrency ?? settings.environmentsPerFunction,
        settings.environmentsPerFunction,
      ),
    });
  }
  return startStreamMapping({
    ...shared,
    client: settings.streamsClient,
    store: settings.store,
    tableName: source.tableName,
    async onLost(lost) {
      const destination = plan.failureDestinationArn;
      if (destination?.includes(':sqs:') !== true) return;
      await reportLostBatch({
        client: settings.queueClient,
        queueUrl: queueAddress(settings.queueEndpoint, destination),
        functionArn: settings.plan.functions.find(({ name }) => name === plan.functionName)?.arn ?? '',
        lost,
      });
    },
  });
}
