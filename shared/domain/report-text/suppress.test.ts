import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { determined } from './determined.ts';
import { publicFigures } from './public-figures.ts';
import { suppressed, type Sum } from './suppress.ts';
import type { FigureItem } from './figures.ts';

const SMALLEST = 3;

/** Two numbers of each unit, their sum, and a line with the total of all units. */
function tableOf(units: readonly (readonly [number, number])[]) {
  const cells = new Map<string, number>();
  const row = (name: string, [a, b]: readonly [number, number]) => {
    cells
      .set(`${name}/a`, a)
      .set(`${name}/b`, b)
      .set(`${name}/both`, a + b);
  };
  units.forEach((numbers, index) => {
    row(String(index), numbers);
  });
  row('total', [units.reduce((sum, [a]) => sum + a, 0), units.reduce((sum, [, b]) => sum + b, 0)]);
  const names = [...units.map((_, index) => String(index)), 'total'];
  const sums: Sum[] = [
    ...names.map((name) => ({ whole: `${name}/both`, parts: [`${name}/a`, `${name}/b`] })),
    ...['a', 'b', 'both'].map((column) => ({
      whole: `total/${column}`,
      parts: units.map((_, index) => `${String(index)}/${column}`),
    })),
  ];
  return { cells, sums, cost: (cell: string) => (cell.startsWith('total') ? 0 : cell.endsWith('both') ? 2 : 1) };
}

/** Every table of small numbers that shows the same as this one. */
function* tablesThatShow(table: ReturnType<typeof tableOf>, hidden: ReadonlySet<string>, units: number, most: number) {
  const pairs = Array.from(
    { length: (most + 1) ** 2 },
    (_, at) => [at % (most + 1), Math.floor(at / (most + 1))] as const,
  );
  const matches = (name: string, [a, b]: readonly [number, number]) =>
    [['a', a] as const, ['b', b] as const, ['both', a + b] as const].every(
      ([column, value]) => hidden.has(`${name}/${column}`) || table.cells.get(`${name}/${column}`) === value,
    );
  const choices = Array.from({ length: units }, (_, index) => pairs.filter((pair) => matches(String(index), pair)));
  function* combine(at: number, chosen: (readonly [number, number])[]): Generator<(readonly [number, number])[]> {
    const options = choices[at];
    if (options === undefined) {
      const total = [chosen.reduce((sum, [a]) => sum + a, 0), chosen.reduce((sum, [, b]) => sum + b, 0)] as const;
      if (matches('total', total)) yield chosen;
      return;
    }
    for (const option of options) yield* combine(at + 1, [...chosen, option]);
  }
  yield* combine(0, []);
}

describe('suppression', () => {
  it('leaves out small numbers and shows nought', () => {
    const hidden = suppressed(
      {
        cells: new Map([
          ['x', 0],
          ['y', 2],
          ['z', 3],
        ]),
        sums: [],
        cost: () => 0,
      },
      SMALLEST,
    );
    expect([...hidden]).toEqual(['y']);
  });

  it('leaves out a second number where the first would follow from a sum', () => {
    const table = tableOf([
      [10, 2],
      [20, 20],
    ]);
    const hidden = suppressed(table, SMALLEST);
    expect(hidden.has('0/b')).toBe(true);
    expect([...hidden].filter((cell) => cell.startsWith('0/')).length).toBeGreaterThan(1);
    expect([...hidden].filter((cell) => cell.endsWith('/b')).length).toBeGreaterThan(1);
  });

  it('leaves out one more where two together are still a small number', () => {
    const cells = new Map(Object.entries({ x: 1, y: 1, z: 9, whole: 11 }));
    const sums = [{ whole: 'whole', parts: ['x', 'y', 'z'] }];
    const hidden = suppressed({ cells, sums, cost: (cell) => (cell === 'whole' ? 9 : 1) }, SMALLEST);
    expect([...hidden].sort()).toEqual(['x', 'y', 'z']);
  });

  it('sees what follows only from several sums together', () => {
    const cells = new Map(Object.entries({ x: 2, y: 2, z: 2, one: 4, two: 4, three: 4 }));
    const sums = [
      { whole: 'one', parts: ['x', 'y'] },
      { whole: 'two', parts: ['y', 'z'] },
      { whole: 'three', parts: ['x', 'z'] },
    ];
    const hidden = suppressed({ cells, sums, cost: (cell) => cell.length }, SMALLEST);
    expect([...hidden].sort()).toEqual(['one', 'x', 'y', 'z']);
  });

  it('never lets a small number follow from what is shown: another table shows the same and has another number there', () => {
    const number = fc.integer({ min: 0, max: 6 });
    fc.assert(
      fc.property(fc.array(fc.tuple(number, number), { minLength: 1, maxLength: 3 }), (units) => {
        const table = tableOf(units);
        const hidden = suppressed(table, SMALLEST);
        const open = new Set([...hidden].filter((cell) => !cell.startsWith('total')));
        const small = [...open].filter((cell) => (table.cells.get(cell) ?? 0) < SMALLEST);
        const seen = new Map(small.map((cell) => [cell, new Set<number>()]));
        for (const other of tablesThatShow(table, hidden, units.length, 9)) {
          const { cells } = tableOf(other);
          for (const cell of small) seen.get(cell)?.add(cells.get(cell) ?? 0);
          if ([...seen.values()].every((values) => values.size > 1)) return;
        }
        expect([...seen].filter(([, values]) => values.size < 2).map(([cell]) => cell)).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  it('shows a table without small numbers whole', () => {
    expect(
      suppressed(
        tableOf([
          [5, 0],
          [7, 9],
        ]),
        SMALLEST,
      ).size,
    ).toBe(0);
  });
});

describe('what follows from sums', () => {
  it('is found through several of them', () => {
    const sums = [
      { whole: 'known1', parts: ['x', 'y'] },
      { whole: 'known2', parts: ['y', 'z'] },
      { whole: 'known3', parts: ['x', 'z'] },
    ];
    expect(determined(sums, new Set(['x', 'y', 'z']))).toEqual(new Set(['x', 'y', 'z']));
    expect(determined(sums.slice(0, 2), new Set(['x', 'y', 'z'])).size).toBe(0);
  });
});

describe('public figures', () => {
  const items = (unitId: string, count: number, changes: Partial<FigureItem> = {}): readonly FigureItem[] =>
    Array.from({ length: count }, () => ({
      unitId,
      openedAt: '2026-11-02T00:00:00.000Z',
      dueAt: '2026-11-09T00:00:00.000Z',
      ...changes,
    }));
  const answered = { answeredAt: '2026-11-03T00:00:00.000Z', outcome: 'fixed' };
  const given = { now: '2026-11-20T00:00:00.000Z', smallest: 5 };

  it('show a unit whole when none of its numbers is small, and its total', () => {
    const figures = publicFigures([...items('roads', 20, answered), ...items('roads', 6)], given);
    expect(figures.units[0]).toMatchObject({
      unitId: 'roads',
      received: 26,
      answered: 20,
      onTime: 20,
      late: 0,
      open: 6,
    });
    expect(figures.total).toMatchObject({ received: 26, answered: 20 });
    expect(figures.units[0]?.medianHours).toBe(24);
  });

  it('keep a small number from following out of the unit’s other numbers or the total', () => {
    const { units, total } = publicFigures(
      [...items('roads', 20, answered), ...items('roads', 3), ...items('water', 30, answered)],
      given,
    );
    const roads = units[0];
    expect(roads?.open).toBeNull();
    expect(roads?.received === null || roads?.answered === null).toBe(true);
    expect(units[1]?.open).toBe(0);
    expect(total.open).toBeNull();
  });

  it('show no median of few answers', () => {
    expect(publicFigures(items('roads', 4, answered), given).units[0]?.medianHours).toBeNull();
  });

  it('are empty for a month without reports', () => {
    expect(publicFigures([], given)).toMatchObject({ units: [], total: { received: 0, medianHours: null } });
  });
});
