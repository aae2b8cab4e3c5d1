import { describe, expect, it } from 'vitest';
import { TIMER_BUCKETS } from './case-queries.ts';
import { SeededRandomness } from './memory/memory-outside.ts';
import { timerBucket } from './timer-bucket.ts';

describe('the bucket of a timer', () => {
  it('never changes: rows already written are found under it', () => {
    expect(['case#0123456789', 'case#ZZZZZZZZZZ', 'handover#BB-1'].map(timerBucket)).toEqual([1, 2, 1]);
  });

  it('spreads cases evenly', () => {
    const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
    const randomness = new SeededRandomness();
    const counts = new Map<number, number>();
    for (let drawn = 0; drawn < 8000; drawn++) {
      const code = [...randomness.bytes(10)].map((byte) => letters[byte % 32]).join('');
      const bucket = timerBucket(`case#${code}`);
      counts.set(bucket, (counts.get(bucket) ?? 0) + 1);
    }
    expect(counts.size).toBe(TIMER_BUCKETS);
    for (const count of counts.values()) expect(Math.abs(count - 1000)).toBeLessThan(150);
  });
});
