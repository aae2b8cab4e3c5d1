import { describe, expect, it } from 'vitest';
import type { DueTimer } from '../../shared/ports/case-queries.ts';
import { runSweep } from './run-sweep.ts';
import type { Sweep } from './sweep-timers.ts';

const timer: DueTimer = { entityId: 'case#A', clockId: 'case', at: '2026-11-23T01:00:00.000Z' };

function sweepOf(parts: Partial<Sweep> & { postponed?: string[] }): Sweep {
  let listed = false;
  return {
    now: () => '2026-11-23T02:00:00.000Z',
    remainingMs: () => 60_000,
    ring: () => Promise.resolve({ kind: 'rung' }),
    queries: {
      dueTimers: (bucket) => {
        const due = bucket === 0 && !listed ? [timer] : [];
        listed ||= bucket === 0;
        return Promise.resolve(due);
      },
      postponeTimer: (_, to) => {
        parts.postponed?.push(to);
        return Promise.resolve();
      },
    },
    ...parts,
  };
}

describe('a run of the schedule', () => {
  it('says how much it did', async () => {
    const lines: unknown[] = [];
    await runSweep(sweepOf({}), { prepare: () => Promise.resolve(), log: (...line) => lines.push(line) });
    expect(lines).toMatchObject([['info', 'sweep', { rung: 1, postponed: 0, faults: 0, finished: true }]]);
  });

  it('postpones nothing when the catalogue cannot be had', async () => {
    const postponed: string[] = [];
    const run = runSweep(sweepOf({ postponed }), {
      prepare: () => Promise.reject(new Error('planned')),
      log: () => undefined,
    });
    await expect(run).rejects.toThrow('planned');
    expect(postponed).toEqual([]);
  });

  it('postpones one that cannot be processed by ten minutes, and does not fail for it', async () => {
    const postponed: string[] = [];
    const ring = () => Promise.reject(new Error('planned'));
    await runSweep(sweepOf({ postponed, ring }), { prepare: () => Promise.resolve(), log: () => undefined });
    expect(postponed).toEqual(['2026-11-23T02:10:00.000Z']);
  });

  it('fails, so that somebody hears of it, when a timer can be neither rung nor postponed', async () => {
    const sweep = sweepOf({ ring: () => Promise.reject(new Error('planned')) });
    const queries = { ...sweep.queries, postponeTimer: () => Promise.reject(new Error('planned')) };
    const run = runSweep({ ...sweep, queries }, { prepare: () => Promise.resolve(), log: () => undefined });
    await expect(run).rejects.toThrow('neither rung nor postponed');
  });
});
