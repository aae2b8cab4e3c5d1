import { FIGURE_NAMES } from '../../shared/contracts/http/open-data.ts';
import type { PublicCounts } from '../../shared/domain/report-text/public-figures.ts';

export interface TableRow {
  readonly id: string;
  readonly name: string;
  readonly nameEn: string;
  readonly counts: PublicCounts;
}

/**
 * CSV (RFC 4180) with a byte order mark, without which spreadsheets take Vietnamese for another code. Empty: not shown. No line for the total: who adds up
 * the column would take it for a unit.
 */
export function figuresTable(month: string, rows: readonly TableRow[]): string {
  const lines = [
    ['month', 'unitId', 'unitName', 'unitNameEn', ...FIGURE_NAMES],
    ...rows.map(({ id, name, nameEn, counts }) => [
      month,
      id,
      name,
      nameEn,
      ...FIGURE_NAMES.map((figure) => String(counts[figure] ?? '')),
    ]),
  ];
  return `\uFEFF${lines.map((cells) => `${cells.map(quoted).join(',')}\r\n`).join('')}`;
}

/** A cell that begins like a formula is text to a spreadsheet only behind an apostrophe. */
function quoted(cell: string): string {
  const safe = /^[=+\-@\t]/u.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/u.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
