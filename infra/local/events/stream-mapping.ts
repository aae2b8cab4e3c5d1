import { setTimeout as wait } from 'node:timers/promises';
import type { DynamoDBStreamsClient } from '@aws-sdk/client-dynamodb-streams';
import type { MappingPlan } from '../assembly/plan.ts';
import type { RuntimeStore } from '../engines/runtime-store.ts';
import type { FunctionPool } from '../lambda/function-pool.ts';
import type { Disturbance, RunningMapping } from './delivery.ts';
import { deliverBatch, type LostBatch } from './stream-delivery.ts';
import { findStream, iteratorAt, listShards, readPage } from './stream-reader.ts';
import { toLambdaRecord } from './stream-record.ts';

export interface StreamMappingSettings {
  readonly plan: MappingPlan;
  readonly tableName: string;
  readonly region: string;
  readonly client: DynamoDBStreamsClient;
  readonly store: RuntimeStore;
  readonly pool: FunctionPool;
  /** Takes what a function could not be made to accept, to the destination that the template names. */
  readonly onLost: (lost: LostBatch) => Promise<void>;
  readonly log: (line: string) => void;
}

/** Between two looks at a shard. AWS looks four times a second; here a person is waiting. Milliseconds. */
const pollEvery = 60;
const lookForShardsEvery = 15_000;

/**
 * Reads a table's stream and hands its records to a function, in order. How far it came is kept, so that a restart goes on where the
 * last finished batch ended: a batch under way at a crash is handed over again.
 */
export function startStreamMapping(settings: StreamMappingSettings): RunningMapping {
  const { plan, store } = settings;
  const stopping = new AbortController();
  const isStopping = (): boolean => stopping.signal.aborted;
  const rest = (milliseconds: number): Promise<unknown> =>
    wait(milliseconds, undefined, { signal: stopping.signal }).catch(() => undefined);
  let paused = false;
  const isPaused = (): boolean => paused;
  let disturbance: Disturbance = {};

  const readShard = async (streamArn: string, shardId: string): Promise<void> => {
    const reader = `${plan.id}|${streamArn}|${shardId}`;
    let iterator: string | undefined;
    let retry = 0;
    while (!isStopping()) {
      if (paused) {
        await rest(pollEvery);
        continue;
      }
      try {
        const position = { shardId, after: store.checkpoint(reader), fromOldest: plan.startsAtOldest };
        iterator ??= await iteratorAt(settings.client, streamArn, position);
        if (iterator === undefined) return;
        const page = await readPage(settings.client, iterator, plan.batchSize);
        if (isPaused()) {
          iterator = undefined;
          continue;
        }
        if (page.records.length > 0) {
          const place = { tableName: settings.tableName, streamArn, region: settings.region, store };
          const records = page.records.flatMap((record) => toLambdaRecord(record, place) ?? []);
          await deliverBatch({ ...settings, records, disturbance, shardId, streamArn, signal: stopping.signal });
          if (isStopping()) return;
          const last = page.records.at(-1)?.dynamodb?.SequenceNumber;
          if (last !== undefined) store.saveCheckpoint(reader, last);
        }
        retry = 0;
        iterator = page.nextIterator;
        if (iterator === undefined) return;
        if (page.records.length === 0) await rest(pollEvery);
        else if (page.records.length < plan.batchSize) await rest(plan.batchingWindowSeconds * 1000);
      } catch (error) {
        if (isStopping()) return;
        iterator = undefined;
        retry += 1;
        if (retry > 1) settings.log(`${plan.id}: ${String(error)}`);
        await rest(Math.min(5000, 100 * 2 ** retry));
      }
    }
  };
  /** A shard is read after its parent, so that records of one key stay in order. */
  const readStream = async (): Promise<void> => {
    const streamArn = await findStream(settings.client, settings.tableName);
    const reading = new Map<string, Promise<void>>();
    while (!isStopping()) {
      const shards = await listShards(settings.client, streamArn);
      for (const shard of shards) {
        const shardId = shard.ShardId;
        if (shardId === undefined || reading.has(shardId)) continue;
        const parent = reading.get(shard.ParentShardId ?? '') ?? Promise.resolve();
        reading.set(
          shardId,
          parent.then(() => readShard(streamArn, shardId)),
        );
      }
      await rest(lookForShardsEvery);
    }
    await Promise.all(reading.values());
  };
  const running = readStream().catch((error: unknown) => {
    settings.log(`${plan.id}: ${String(error)}`);
  });
  return {
    id: plan.id,
    functionName: plan.functionName,
    pause: () => void (paused = true),
    resume: () => void (paused = false),
    disturb: (wanted) => void (disturbance = wanted),
    async stop() {
      stopping.abort();
      await running;
    },
  };
}
