/** Section 1: how heavy each function's bundle is, beside a bare handler with the same SDK clients. */
import { globSync } from 'node:fs';
import { functionNames, functionPlan, isWritten, projectRoot } from '../app.ts';
import { bareBundle, bundleBytes } from '../bare-bundle.ts';
import type { BenchContext } from '../context.ts';
import { kilobytes, type Line, type Section } from '../report.ts';
import type { FunctionName } from '../../../shared/contracts/configuration.ts';

const KB = 1000;
const goals: Partial<Record<FunctionName, number>> = { relay: 350 * KB, 'rebuild-queues': 400 * KB };

export async function bundles({ plan }: BenchContext): Promise<Section> {
  const lines: Line[] = [];
  const detail: Record<string, unknown> = {};
  for (const name of functionNames) {
    const planned = functionPlan(plan, name);
    const entry = entryFile(name);
    if (!isWritten(planned) || entry === undefined) {
      lines.push({ what: `bundle ${name}`, goal: '', floor: '', measured: 'not written' });
      continue;
    }
    const bare = await bareBundle(name, entry);
    const bytes = bundleBytes(planned);
    const goal = goals[name] ?? 400 * KB;
    lines.push({
      what: `bundle ${name}`,
      goal: `<= ${goal / KB} KB`,
      floor: kilobytes(bare.bytes),
      measured: kilobytes(bytes),
      ratio: bytes / bare.bytes,
      met: bytes <= goal,
    });
    detail[name] = { bytes, bare: bare.bytes, sdk: [...bare.imports].map(([from, names]) => [from, [...names]]) };
  }
  return { lines, detail };
}

export function entryFile(name: FunctionName): string | undefined {
  return globSync(`functions/*/${name}.entry.ts`, { cwd: projectRoot }).map((file) => `${projectRoot}/${file}`)[0];
}
