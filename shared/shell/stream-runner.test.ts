import { describe, expect, it } from 'vitest';
import { streamFunction, type StreamWork } from './stream-runner.ts';

const event = (...values: readonly string[]) => ({
  Records: values.map((value, index) => ({
    dynamodb: { SequenceNumber: `s${String(index)}`, NewImage: { v: { S: value } } },
  })),
});

function run(handle: StreamWork<string>['handle']) {
  return streamFunction({
    read: (image) => {
      const value = image?.['v']?.S;
      if (value === undefined || value === 'broken') throw new Error('not an event item');
      return value;
    },
    handle,
    log: () => undefined,
  });
}

const failed = (...ids: string[]) => ({ batchItemFailures: ids.map((itemIdentifier) => ({ itemIdentifier })) });

describe('a batch of the stream', () => {
  it('is handled in its order and acknowledged whole', async () => {
    const seen: string[] = [];
    const work = run((items) => {
      seen.push(...items);
      return Promise.resolve({});
    });
    expect(await work(event('a', 'b', 'c'))).toEqual(failed());
    expect(seen).toEqual(['a', 'b', 'c']);
  });

  it('reports the first record that was not delivered', async () => {
    expect(await run(() => Promise.resolve({ firstFailed: 1 }))(event('a', 'b', 'c'))).toEqual(failed('s1'));
  });

  it('handles what stands before an unreadable record and reports that one', async () => {
    const seen: string[] = [];
    const work = run((items) => {
      seen.push(...items);
      return Promise.resolve({});
    });
    expect(await work(event('a', 'broken', 'c'))).toEqual(failed('s1'));
    expect(seen).toEqual(['a']);
  });

  it('reports the earlier failure when both happen', async () => {
    expect(await run(() => Promise.resolve({ firstFailed: 0 }))(event('a', 'broken'))).toEqual(failed('s0'));
  });

  it('gives everything again after a fault', async () => {
    expect(await run(() => Promise.reject(new Error('fault')))(event('a', 'b'))).toEqual(failed('s0'));
  });

  it('has nothing to do with an unreadable first record', async () => {
    expect(await run(() => Promise.reject(new Error('not asked')))(event('broken', 'b'))).toEqual(failed('s0'));
  });
});
