export interface SkippedTest {
  readonly file: string;
  readonly reason: string;
}

/** One line for each reason and file: what did not run, and why. */
export function skipLines(skipped: readonly SkippedTest[]): string[] {
  const counts = new Map<string, number>();
  for (const { file, reason } of skipped) {
    const line = `${file}: ${reason}`;
    counts.set(line, (counts.get(line) ?? 0) + 1);
  }
  if (counts.size === 0) return [];
  return ['Could not run:', ...[...counts].map(([line, count]) => `  ${count} × ${line}`), ''];
}

export interface Counts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

/** The line that continuous integration reads: `12 passed, 0 failed`, with `, 3 skipped` when there are any. */
export function countLine({ passed, failed, skipped }: Counts): string {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}
