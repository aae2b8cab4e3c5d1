/**
 * `npm run bench`: every goal of the system beside a floor measured in the same run.
 *
 *     node test/bench/run.ts [--quick] [--only bundles,lives] [--cases 1000000] [--patience 300]
 *
 * Patience: seconds in all to wait for others on this machine to be done.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { appFolder, benchFolder, planOf } from './app.ts';
import { setPatience, waitedForCalm } from './calm.ts';
import type { BenchContext } from './context.ts';
import { printTable, type Line, type Section } from './report.ts';
import { bundles } from './sections/bundles.ts';
import { coldStart } from './sections/cold-start.ts';
import { lives } from './sections/lives.ts';
import { mailFuzz } from './sections/mail-fuzz.ts';
import { mailReplay } from './sections/mail-replay.ts';
import { mail } from './sections/mail.ts';
import { post } from './sections/post.ts';
import { spike } from './sections/spike.ts';
import { timers } from './sections/timers.ts';
import { units } from './sections/units.ts';
import { hotline } from './sections/hotline.ts';
import { reportCost } from './sections/report-cost.ts';
import { webhook } from './sections/webhook.ts';

const sections: Readonly<Record<string, (context: BenchContext) => Promise<Section>>> = {
  bundles,
  'cold-start': coldStart,
  post,
  lives,
  units,
  timers,
  spike,
  mail,
  'mail-fuzz': mailFuzz,
  'mail-replay': mailReplay,
  webhook,
  hotline,
  'report-cost': reportCost,
};

const { values: given } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    only: { type: 'string' },
    cases: { type: 'string' },
    patience: { type: 'string', default: '60' },
  },
});
const wanted = given.only?.split(',') ?? Object.keys(sections);
const unknown = wanted.filter((name) => !(name in sections));
if (unknown.length > 0)
  throw new Error(`no section ${unknown.join(', ')}; there are ${Object.keys(sections).join(', ')}`);

setPatience(Number(given.patience));
mkdirSync(benchFolder, { recursive: true });
const assembly = await appFolder();
const context: BenchContext = {
  assembly,
  plan: planOf(assembly),
  quick: given.quick,
  cases: Number(given.cases ?? (given.quick ? 20_000 : 200_000)),
};

const began = new Date();
const lines: Line[] = [];
const details: Record<string, unknown> = {};
for (const name of wanted) {
  const start = performance.now();
  const load = loadavg()[0] ?? 0;
  console.error(`${name} …`);
  try {
    const section = await sections[name]?.(context);
    lines.push(...(section?.lines ?? []));
    details[name] = { seconds: (performance.now() - start) / 1000, loadBefore: load, detail: section?.detail };
  } catch (error) {
    console.error(error);
    process.exitCode = 1;
    lines.push({ what: name, goal: '', floor: '', measured: 'failed (see above)' });
    details[name] = { failed: String(error) };
  }
}

const machine = {
  node: process.version,
  cpus: cpus().length,
  cpu: cpus()[0]?.model,
  loadAfter: loadavg(),
  waited: waitedForCalm(),
};
const file = join(benchFolder, `result-${began.toISOString().replaceAll(/[:.]/gu, '-')}.json`);
writeFileSync(
  file,
  JSON.stringify({ at: began, context: { ...context, plan: undefined }, machine, lines, details }, undefined, 1),
);
console.log(printTable(lines));
console.log(
  `\n${machine.cpus} cores, ${machine.node}, load before each section: ${loads(details)}; waited ${machine.waited.seconds.toFixed(0)} s for calm, ${machine.waited.measuredUnsettled} blocks measured without; details in ${file}`,
);

/** Another program at work on the same cores shows here first. */
function loads(of: Readonly<Record<string, unknown>>): string {
  return Object.entries(of)
    .map(([name, found]) => `${name} ${((found as { loadBefore?: number }).loadBefore ?? 0).toFixed(1)}`)
    .join(', ');
}
