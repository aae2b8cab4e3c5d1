/** `npm run source-map -- CAPABILITY/FUNCTION FOLDER`: the bundle again as it was deployed from this commit, with its map (infra/runbook.md, Read a stack trace). */
import { buildSync } from 'esbuild';
import { resolve } from 'node:path';
import { bundling } from '../constructs/bundling.ts';

const [name, folder] = process.argv.slice(2);
if (name === undefined || folder === undefined) {
  process.stderr.write('npm run source-map -- relay/relay /tmp/relay\n');
  process.exitCode = 2;
} else {
  const outfile = resolve(folder, 'index.js');
  buildSync({ ...bundling, entryPoints: [`functions/${name}.entry.ts`], sourcemap: 'linked', outfile });
  process.stdout.write(`${outfile}.map\n`);
}
