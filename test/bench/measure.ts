/** Samples and what is told of them. Times are milliseconds. */
export interface Spread {
  readonly count: number;
  readonly min: number;
  readonly p50: number;
  readonly p95: number;
  readonly max: number;
}

/** @throws without a sample: a benchmark that measured nothing must not look fast. */
export function spreadOf(samples: readonly number[]): Spread {
  const sorted = [...samples].sort((left, right) => left - right);
  return {
    count: sorted.length,
    min: percentile(sorted, 0),
    p50: percentile(sorted, 0.5),
    p95: percentile(sorted, 0.95),
    max: percentile(sorted, 1),
  };
}

/** Nearest rank: the smallest sample that at least this share of the samples does not exceed. @param sorted ascending. */
export function percentile(sorted: readonly number[], share: number): number {
  const value = sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)];
  if (value === undefined) throw new Error('nothing was measured');
  return value;
}

export async function timed<Value>(
  work: () => Promise<Value>,
): Promise<{ readonly ms: number; readonly value: Value }> {
  const began = performance.now();
  const value = await work();
  return { ms: performance.now() - began, value };
}

/** Does `work` for 0 … count-1, `lanes` at a time. @returns how long it took in all. */
export async function inLanes(count: number, lanes: number, work: (index: number) => Promise<void>): Promise<number> {
  let next = 0;
  const lane = async () => {
    while (next < count) {
      const index = next;
      next += 1;
      await work(index);
    }
  };
  const { ms } = await timed(() => Promise.all(Array.from({ length: lanes }, lane)));
  return ms;
}

/**
 * The same number of blocks of each, in turn, and each block's order drawn from its number: what the machine does meanwhile, and what
 * warms up or wears out, hits both alike.
 *
 * @param ready awaited before each round of blocks.
 */
export async function interleaved(
  blocks: number,
  contestants: Readonly<Record<string, (block: number) => Promise<readonly number[]>>>,
  ready: () => Promise<void> = () => Promise.resolve(),
): Promise<Readonly<Record<string, readonly number[]>>> {
  const samples: Record<string, number[]> = {};
  const names = Object.keys(contestants);
  for (let block = 0; block < blocks; block++) {
    await ready();
    for (let turn = 0; turn < names.length; turn++) {
      const name = names[(turn + block) % names.length] ?? '';
      const measured = await contestants[name]?.(block);
      (samples[name] ??= []).push(...(measured ?? []));
    }
  }
  return samples;
}
