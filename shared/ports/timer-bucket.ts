import { TIMER_BUCKETS } from './case-queries.ts';

/**
 * The partition that an entity's timers lie in. Stable for ever: rows already written must be found again. FNV-1a over UTF-16 code
 * units spreads ids well enough for eight partitions.
 */
export function timerBucket(entityId: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < entityId.length; index++) {
    hash = Math.imul(hash ^ entityId.charCodeAt(index), 0x01000193);
  }
  return (hash >>> 0) % TIMER_BUCKETS;
}
