import { buildSync, version as esbuildVersion } from 'esbuild';
import { existsSync, globSync, mkdirSync, mkdtempSync, renameSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { hashSources } from '../source-hash.ts';
import { bundling, projectRoot } from './bundling.ts';

/** Everything that goes into a bundle; packages are those of the lock file. */
const sources = ['{functions,shared}/**/*', 'package-lock.json', 'tsconfig.json'];
const noSource = /\.test\.ts$|\.md$/u;

const home = join(projectRoot, 'node_modules', '.cache', 'function-bundles');

/** Sets of bundles that are kept beside the newest: another copy of the app may be reading one. */
const keptSets = 3;

let made: string | undefined;

/**
 * The folder that holds nothing but `index.js` of one function. All functions are bundled at once, by the first who asks, and again only when a
 * source changed. Unchanged sources give the same bytes, so a deployment leaves the function alone.
 * @throws when the function has no entry file, or a source cannot be bundled.
 */
export function bundleOf(capability: string, name: string): string {
  made ??= bundlesOfAll();
  const folder = join(made, capability, name);
  if (!existsSync(folder)) throw new Error(`functions/${capability}/${name}.entry.ts does not exist`);
  return folder;
}

function bundlesOfAll(): string {
  const key = hashSources(projectRoot, { sources, except: noSource, more: JSON.stringify([esbuildVersion, bundling]) });
  const output = join(home, key.slice(0, 16));
  if (existsSync(output)) return output;
  mkdirSync(home, { recursive: true });
  const unfinished = mkdtempSync(join(home, 'unfinished-'));
  try {
    buildSync({ ...bundling, entryPoints: entries(), outdir: unfinished });
    if (!existsSync(output)) renameSync(unfinished, output);
  } finally {
    rmSync(unfinished, { recursive: true, force: true });
  }
  forgetOldSets();
  return output;
}

function entries(): { readonly in: string; readonly out: string }[] {
  return globSync('functions/*/*.entry.ts', { cwd: projectRoot })
    .sort()
    .map((entry) => ({
      in: entry,
      out: `${basename(dirname(entry))}/${basename(entry, '.entry.ts')}/index`,
    }));
}

function forgetOldSets(): void {
  const sets = globSync('[0-9a-f]*', { cwd: home })
    .map((name) => join(home, name))
    .map((directory) => ({ directory, made: statSync(directory).mtimeMs }))
    .sort((left, right) => right.made - left.made);
  for (const { directory } of sets.slice(keptSets + 1)) rmSync(directory, { recursive: true, force: true });
}
