import { describe, expect, it } from 'vitest';
import type { MappingPlan } from '../assembly/plan.ts';
import type { InvocationOutcome } from '../lambda/execution-environment.ts';
import { deliverBatch, type LostBatch } from './stream-delivery.ts';
import type { StreamRecord } from './stream-record.ts';

const plan: MappingPlan = {
  id: 'relay',
  functionName: 'relay',
  source: { kind: 'stream', tableName: 'cases' },
  batchSize: 10,
  batchingWindowSeconds: 0,
  patterns: [],
  reportsItemFailures: true,
  bisectsOnError: true,
  retryAttempts: 2,
  maximumRecordAgeSeconds: -1,
  startsAtOldest: true,
  failureDestinationArn: undefined,
  maximumConcurrency: undefined,
  enabled: true,
};
const returned = (payload: unknown): InvocationOutcome => ({ kind: 'returned', payload });
const failed: InvocationOutcome = { kind: 'failed', errorType: 'Error', errorMessage: '', trace: '' };
const failedFrom = (name: string): InvocationOutcome => returned({ batchItemFailures: [{ itemIdentifier: name }] });

function record(name: string, ageSeconds = 0): StreamRecord {
  return {
    eventID: name,
    eventName: 'INSERT',
    eventVersion: '1.1',
    eventSource: 'aws:dynamodb',
    awsRegion: 'x',
    eventSourceARN: 'x',
    dynamodb: { SequenceNumber: name, ApproximateCreationDateTime: Date.now() / 1000 - ageSeconds },
  };
}

/** Delivers records to a function that answers by what it is handed; gives what it was handed and what was lost. */
async function deliver(
  records: readonly StreamRecord[],
  answer: (names: string) => InvocationOutcome,
  changes: Partial<MappingPlan> = {},
): Promise<{ handed: string[]; lost: string[] }> {
  const handed: string[] = [];
  const lost: LostBatch[] = [];
  await deliverBatch({
    plan: { ...plan, ...changes },
    pool: {
      invoke: (_, event) => {
        const names = (event as { Records: StreamRecord[] }).Records.map((one) => one.eventID).join('');
        handed.push(names);
        return Promise.resolve(answer(names));
      },
      stop: () => Promise.resolve(),
    },
    records,
    disturbance: {},
    streamArn: 'arn',
    shardId: 'shard',
    signal: new AbortController().signal,
    onLost: (batch) => {
      lost.push(batch);
      return Promise.resolve();
    },
    log: () => undefined,
  });
  return { handed, lost: lost.map((batch) => `${batch.records.map((one) => one.eventID).join('')} ${batch.reason}`) };
}

const abcd = [record('a'), record('b'), record('c'), record('d')];

describe('delivery of a stream', () => {
  it('hands a batch over once when all is done', async () => {
    expect(await deliver(abcd, () => returned({ batchItemFailures: [] }))).toEqual({ handed: ['abcd'], lost: [] });
  });

  it('goes on from the first failed record', async () => {
    const answer = (names: string) => (names === 'abcd' ? failedFrom('c') : returned(null));
    expect(await deliver(abcd, answer)).toEqual({ handed: ['abcd', 'cd'], lost: [] });
  });

  it('halves a batch on an error until the bad record is alone, and gives up only that', async () => {
    const answer = (names: string) => (names.includes('c') ? failed : returned(null));
    const { handed, lost } = await deliver(abcd, answer);
    expect(lost).toEqual(['c RetryAttemptsExhausted']);
    expect(handed.filter((names) => names === 'c')).toHaveLength(3);
    expect(handed.at(-1)).toBe('d');
  });

  it('counts an answer that names a record it was not given as a failure of all', async () => {
    const { lost } = await deliver(abcd, () => failedFrom('z'), { bisectsOnError: false });
    expect(lost).toEqual(['abcd RetryAttemptsExhausted']);
  });

  it('gives up what is older than the mapping allows', async () => {
    const records = [record('a', 120), record('b')];
    const { handed, lost } = await deliver(records, () => returned(null), { maximumRecordAgeSeconds: 60 });
    expect({ handed, lost }).toEqual({ handed: ['b'], lost: ['a MaximumRecordAgeExceeded'] });
  });

  it('does not call the function when the filter lets nothing pass', async () => {
    expect((await deliver(abcd, () => failed, { patterns: [{ eventName: ['REMOVE'] }] })).handed).toEqual([]);
  });
});
