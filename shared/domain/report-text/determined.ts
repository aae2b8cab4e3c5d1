import type { Sum } from './suppress.ts';

/** Smaller than this is nought that arithmetic has spoiled; all coefficients are small whole numbers. */
const NOTHING = 1e-9;

/** The unknown cells that follow from the known ones by the sums alone, however many of them it takes (Gauss–Jordan elimination). */
export function determined(sums: readonly Sum[], unknown: ReadonlySet<string>): ReadonlySet<string> {
  const cells = [...unknown];
  const rows = sums
    .map(({ whole, parts }) =>
      cells.map((cell) => (cell === whole ? -1 : 0) + parts.filter((part) => part === cell).length),
    )
    .filter((row) => row.some((value) => value !== 0));
  reduce(rows, cells.length);
  return new Set(
    rows.flatMap((row) => {
      const involved = cells.filter((_, column) => Math.abs(row[column] ?? 0) > NOTHING);
      return involved.length === 1 ? involved : [];
    }),
  );
}

/** In place, to the reduced echelon form: then a cell is determined when it stands alone in a row. */
function reduce(rows: number[][], columns: number): void {
  let rank = 0;
  for (let column = 0; column < columns && rank < rows.length; column++) {
    const found = rows.findIndex((row, index) => index >= rank && Math.abs(row[column] ?? 0) > NOTHING);
    const pivot = rows[found];
    const first = rows[rank];
    if (pivot === undefined || first === undefined) continue;
    [rows[rank], rows[found]] = [pivot, first];
    const lead = pivot[column] ?? 1;
    for (let at = 0; at < columns; at++) pivot[at] = (pivot[at] ?? 0) / lead;
    for (const row of rows) {
      const factor = row[column] ?? 0;
      if (row === pivot || Math.abs(factor) <= NOTHING) continue;
      for (let at = 0; at < columns; at++) row[at] = (row[at] ?? 0) - factor * (pivot[at] ?? 0);
    }
    rank++;
  }
}
