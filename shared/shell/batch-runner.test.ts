import type { SQSRecord } from 'aws-lambda';
import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { queueFunction, type QueueWork } from './batch-runner.ts';

const schema = z.object({ n: z.int() });

function record(messageId: string, body: string): SQSRecord {
  return {
    messageId,
    body,
    receiptHandle: 'r',
    attributes: {
      ApproximateReceiveCount: '1',
      SentTimestamp: '0',
      SenderId: 's',
      ApproximateFirstReceiveTimestamp: '0',
    },
    messageAttributes: {},
    md5OfBody: '',
    eventSource: 'aws:sqs',
    eventSourceARN: 'arn',
    awsRegion: 'ap-southeast-1',
  };
}

function run(handle: QueueWork<{ n: number }>['handle'], concurrency = 2) {
  const logged: string[] = [];
  const work = queueFunction({ schema, handle, concurrency, log: (...line) => logged.push(JSON.stringify(line)) });
  const failing = async (...bodies: string[]) => {
    const { batchItemFailures } = await work({
      Records: bodies.map((body, index) => record(`m${String(index)}`, body)),
    });
    return batchItemFailures.map(({ itemIdentifier }) => itemIdentifier).sort();
  };
  return { failing, logged };
}

describe('a batch of messages', () => {
  it('reports only those to be tried again', async () => {
    const { failing } = run(({ n }) => {
      if (n === 1) return Promise.reject(new Error('fault'));
      return Promise.resolve({ kind: n === 2 ? 'busy' : n === 3 ? 'rejected' : 'sent' });
    });
    expect(await failing('{"n":0}', '{"n":1}', '{"n":2}', '{"n":3}')).toEqual(['m1', 'm2']);
  });

  it('keeps what it cannot read for the dead-letter queue, and asks nobody', async () => {
    const asked: number[] = [];
    const { failing } = run(({ n }) => {
      asked.push(n);
      return Promise.resolve({ kind: 'done' });
    });
    expect(await failing('{', '{"n":"1"}', '{"n":7}')).toEqual(['m0', 'm1']);
    expect(asked).toEqual([7]);
  });

  it('works on several at a time, and on no more than it was told', async () => {
    let running = 0;
    let most = 0;
    const { failing } = run(async () => {
      running += 1;
      most = Math.max(most, running);
      await new Promise(setImmediate);
      running -= 1;
      return { kind: 'done' };
    }, 3);
    expect(await failing(...Array.from({ length: 10 }, () => '{"n":1}'))).toEqual([]);
    expect(most).toBe(3);
  });

  it('never writes a message or the words of a fault to the log', async () => {
    const { failing, logged } = run(() => Promise.reject(new Error('Ánh')));
    await failing('{"n":1,"name":"Ánh"}');
    expect(logged).toHaveLength(1);
    expect(logged.join()).not.toContain('Ánh');
  });
});
