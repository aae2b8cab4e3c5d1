/** What a section found, as a line for people and as data for the result file. */
export interface Line {
  readonly what: string;
  readonly goal: string;
  readonly floor: string;
  readonly measured: string;
  /** Measured divided by floor, where that means something. */
  readonly ratio?: number;
  /** Absent where there is no goal. */
  readonly met?: boolean;
}

export interface Section {
  readonly lines: readonly Line[];
  /** Whatever else was measured, for the result file. */
  readonly detail: unknown;
}

const titles = ['what', 'goal', 'floor', 'measured', 'ratio', 'verdict'] as const;

export function printTable(lines: readonly Line[]): string {
  const rows = [titles, ...lines.map(cells)];
  const widths = titles.map((_, column) => Math.max(...rows.map((row) => (row[column] ?? '').length)));
  return rows
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

function cells({ what, goal, floor, measured, ratio, met }: Line): readonly string[] {
  const verdict = met === undefined ? '' : met ? 'met' : 'missed';
  return [what, goal, floor, measured, ratio?.toFixed(2) ?? '', verdict];
}

export function ms(value: number): string {
  return `${value.toFixed(value < 10 ? 2 : 1)} ms`;
}

export function kilobytes(bytes: number): string {
  return `${(bytes / 1000).toFixed(1)} KB`;
}
