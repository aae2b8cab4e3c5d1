import { setTimeout as wait } from 'node:timers/promises';
import type { MappingPlan } from '../assembly/plan.ts';
import type { FunctionPool } from '../lambda/function-pool.ts';
import { undoneOf, type Disturbance } from './delivery.ts';
import { passesFilters } from './filter-criteria.ts';
import type { StreamRecord } from './stream-record.ts';

export interface LostBatch {
  readonly streamArn: string;
  readonly shardId: string;
  readonly records: readonly StreamRecord[];
  readonly reason: 'RetryAttemptsExhausted' | 'MaximumRecordAgeExceeded';
  readonly attempts: number;
}

export interface StreamDelivery {
  readonly plan: MappingPlan;
  readonly pool: FunctionPool;
  readonly records: readonly StreamRecord[];
  readonly disturbance: Disturbance;
  readonly streamArn: string;
  readonly shardId: string;
  readonly signal: AbortSignal;
  readonly onLost: (lost: LostBatch) => Promise<void>;
  readonly log: (line: string) => void;
}

const longestPause = 10_000;

/**
 * Hands records to the function until each is done or given up by the mapping's own rules: a partial answer goes on from the first
 * failed record, an error halves the batch where the template says so, and the shard waits meanwhile.
 */
export async function deliverBatch(delivery: StreamDelivery): Promise<void> {
  const { plan, disturbance } = delivery;
  const wanted = delivery.records.filter((record) => passesFilters(record, plan.patterns));
  if (wanted.length === 0) return;
  const ordered = disturbance.reversed === true ? wanted.toReversed() : wanted;
  await deliver(delivery, ordered, 0);
  if (disturbance.twice === true) await deliver(delivery, ordered, 0);
}

async function deliver(
  delivery: StreamDelivery,
  records: readonly StreamRecord[],
  failuresSoFar: number,
): Promise<void> {
  const { plan, pool } = delivery;
  let left = records;
  let failures = failuresSoFar;
  while (left.length > 0 && !delivery.signal.aborted) {
    left = await giveUpTooOld(delivery, left, failures);
    if (left.length === 0) return;
    const outcome = await pool.invoke(plan.functionName, { Records: left });
    const identifiers = left.map((record) => record.dynamodb.SequenceNumber);
    const undone = undoneOf(outcome, identifiers, plan.reportsItemFailures);
    const firstUndone = identifiers.findIndex((identifier) => undone.has(identifier));
    if (firstUndone < 0) return;
    if (firstUndone > 0) failures = 0;
    left = left.slice(firstUndone);
    failures += 1;
    if (plan.retryAttempts >= 0 && failures > plan.retryAttempts) {
      await giveUp(delivery, { records: left, reason: 'RetryAttemptsExhausted', attempts: failures });
      return;
    }
    await wait(Math.min(longestPause, 50 * 2 ** failures), undefined, { signal: delivery.signal }).catch(
      () => undefined,
    );
    if (plan.bisectsOnError && left.length > 1 && outcome.kind === 'failed') {
      const middle = Math.ceil(left.length / 2);
      await deliver(delivery, left.slice(0, middle), failures - 1);
      await deliver(delivery, left.slice(middle), failures - 1);
      return;
    }
  }
}

async function giveUpTooOld(
  delivery: StreamDelivery,
  records: readonly StreamRecord[],
  attempts: number,
): Promise<readonly StreamRecord[]> {
  const limit = delivery.plan.maximumRecordAgeSeconds;
  if (limit < 0) return records;
  const oldest = Date.now() / 1000 - limit;
  const firstFresh = records.findIndex((record) => record.dynamodb.ApproximateCreationDateTime >= oldest);
  const tooOld = firstFresh < 0 ? records : records.slice(0, firstFresh);
  if (tooOld.length > 0) await giveUp(delivery, { records: tooOld, reason: 'MaximumRecordAgeExceeded', attempts });
  return firstFresh < 0 ? [] : records.slice(firstFresh);
}

type GivenUp = Pick<LostBatch, 'records' | 'reason' | 'attempts'>;

async function giveUp(delivery: StreamDelivery, given: GivenUp): Promise<void> {
  const { streamArn, shardId } = delivery;
  delivery.log(`${delivery.plan.id}: gave up ${given.records.length} records (${given.reason})`);
  await delivery.onLost({ streamArn, shardId, ...given });
}
