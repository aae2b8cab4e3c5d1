/**
 * Small numbers are not published: of three reports somebody may know whose they are. A number that is left out must not follow from those that stand,
 * so more are left out with it (complementary cell suppression). Nought stays: it is of nobody.
 */
import { determined } from './determined.ts';

/** The whole is the sum of its parts, and everybody knows it. */
export interface Sum {
  readonly whole: string;
  readonly parts: readonly string[];
}

export interface Table {
  readonly cells: ReadonlyMap<string, number>;
  readonly sums: readonly Sum[];
  /** What is lost when a cell is left out; the cheapest goes first. */
  readonly cost: (cell: string) => number;
}

/** The cells to leave out. Numbers from 1 up to and without `smallest` are small. */
export function suppressed(table: Table, smallest: number): ReadonlySet<string> {
  const hidden = new Set([...table.cells].filter(([, value]) => value > 0 && value < smallest).map(([cell]) => cell));
  for (;;) {
    const more = nextToHide(table, hidden, smallest);
    if (more === undefined) return hidden;
    hidden.add(more);
  }
}

function nextToHide(table: Table, hidden: ReadonlySet<string>, smallest: number): string | undefined {
  const few = table.sums.find((sum) => saysAsMuch(table, sum, { hidden, smallest }));
  if (few !== undefined) return cheapest(table, hidden, [few]);
  const known = determined(table.sums, hidden);
  if (known.size === 0) return undefined;
  const around = table.sums.filter(({ whole, parts }) => [whole, ...parts].some((cell) => known.has(cell)));
  return cheapest(table, hidden, around) ?? cheapest(table, hidden, table.sums);
}

/** What is left out of a sum that is shown is itself a small number: two of two units are nearly as much as one of one. */
function saysAsMuch(
  { cells }: Table,
  { whole, parts }: Sum,
  { hidden, smallest }: { readonly hidden: ReadonlySet<string>; readonly smallest: number },
): boolean {
  const missing = parts.filter((part) => hidden.has(part));
  if (hidden.has(whole) || missing.length === 0) return false;
  return missing.reduce((sum, part) => sum + (cells.get(part) ?? 0), 0) < smallest;
}

function cheapest({ cells, cost }: Table, hidden: ReadonlySet<string>, sums: readonly Sum[]): string | undefined {
  const shown = sums.flatMap(({ whole, parts }) => [whole, ...parts]).filter((cell) => !hidden.has(cell));
  // To hide nought beside a number hides nothing.
  const price = (cell: string) => cost(cell) + (cells.get(cell) === 0 ? NOUGHT : 0);
  return shown.reduce<string | undefined>(
    (best, cell) => (best === undefined || price(cell) < price(best) ? cell : best),
    undefined,
  );
}

const NOUGHT = 1000;
