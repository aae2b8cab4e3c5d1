import { describe, expect, it } from 'vitest';
import type { CaseTask } from '../../shared/contracts/messages.ts';
import { TIMER_BUCKETS, type DueTimer } from '../../shared/ports/case-queries.ts';
import { askAllCases } from './recompute-clocks.ts';

const timer = (entityId: string, clockId = 'case'): DueTimer => ({ entityId, clockId, at: '2027-01-01T00:00:00.000Z' });

/** Pages of two, by bucket. */
function world(buckets: readonly (readonly DueTimer[])[], failing = false) {
  const sent: CaseTask[] = [];
  return {
    sent,
    ports: {
      queries: {
        runningTimers: (bucket: number, { next = '0' }: { readonly next?: string }) => {
          const from = Number(next);
          const all = buckets[bucket] ?? [];
          const items = all.slice(from, from + 2);
          return Promise.resolve(from + 2 < all.length ? { items, next: String(from + 2) } : { items });
        },
      },
      tasks: {
        send: (messages: readonly CaseTask[]) => {
          sent.push(...messages);
          return Promise.resolve({ failed: failing ? [0] : [] });
        },
      },
    },
  };
}

describe('asking every case to compute its clocks anew', () => {
  it('asks each case of every bucket and page once, however many clocks it has', async () => {
    const last = Array.from({ length: TIMER_BUCKETS - 1 }, () => [] as DueTimer[]);
    const { ports, sent } = world([
      [timer('case#A'), timer('case#A', 'step:s'), timer('case#B'), timer('case#A', 'step:t')],
      ...last.slice(1),
      [timer('case#Z'), timer('mail#m')],
    ]);
    expect(await askAllCases(ports)).toEqual({ cases: 3 });
    expect(sent.map((task) => task.entityId)).toEqual(['case#A', 'case#B', 'case#Z']);
  });

  it('fails when the queue does not take them all, so that whoever called calls again', async () => {
    await expect(askAllCases(world([[timer('case#A')]], true).ports)).rejects.toThrow('1 cases could not be asked');
  });
});
