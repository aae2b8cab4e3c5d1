import { describe, expect, it } from 'vitest';
import { inLanes, interleaved, spreadOf } from './measure.ts';
import { printTable } from './report.ts';

describe('what the benchmarks tell', () => {
  it('takes percentiles by the nearest rank, whatever the order of the samples', () => {
    const samples = Array.from({ length: 100 }, (_, index) => 100 - index);
    expect(spreadOf(samples)).toEqual({ count: 100, min: 1, p50: 50, p95: 95, max: 100 });
    expect(spreadOf([7])).toEqual({ count: 1, min: 7, p50: 7, p95: 7, max: 7 });
  });

  it('refuses to tell anything of no samples', () => {
    expect(() => spreadOf([])).toThrow('nothing was measured');
  });

  it('measures contestants in turn and lets each go first as often', async () => {
    const order: string[] = [];
    const run = (name: string) => (block: number) => {
      order.push(`${name}${block}`);
      return Promise.resolve([block]);
    };
    const samples = await interleaved(2, { a: run('a'), b: run('b') });
    expect(order).toEqual(['a0', 'b0', 'b1', 'a1']);
    expect(samples).toEqual({ a: [0, 1], b: [0, 1] });
  });

  it('does every piece of work once, never more than the lanes at a time', async () => {
    const done: number[] = [];
    let atOnce = 0;
    let most = 0;
    await inLanes(10, 3, async (index) => {
      atOnce += 1;
      most = Math.max(most, atOnce);
      await Promise.resolve();
      atOnce -= 1;
      done.push(index);
    });
    expect(done.sort((left, right) => left - right)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
    expect(most).toBe(3);
  });

  it('prints one aligned table with a verdict only where there is a goal', () => {
    const table = printTable([
      { what: 'relay', goal: '<= 350 KB', floor: '300.0 KB', measured: '310.0 KB', ratio: 1.0333, met: true },
      { what: 'slow', goal: '<= 1', floor: '1', measured: '2', ratio: 2, met: false },
      { what: 'units', goal: '', floor: '', measured: '12' },
    ]);
    expect(table).toBe(
      [
        'what   goal       floor     measured  ratio  verdict',
        'relay  <= 350 KB  300.0 KB  310.0 KB  1.03   met',
        'slow   <= 1       1         2         2.00   missed',
        'units                       12',
      ].join('\n'),
    );
  });
});
