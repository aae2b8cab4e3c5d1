/** An engine with many cases in it, made once and kept in .bench/ for later runs. */
import { createHash } from 'node:crypto';
import { existsSync, globSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { RuntimePlan } from '../../infra/local/assembly/plan.ts';
import { benchFolder, projectRoot, tablesOf } from './app.ts';
import { startEngine, type BenchEngine } from './engine.ts';
import { seedFile } from './seed.ts';
import { makeTemplates } from './templates.ts';
import { benchSystem } from './system.ts';

/** Cases that are still open: an office that decides in three days has a few days' intake on its desks, whatever its archive. */
const OPEN = 2000;
const SAMPLE = 50;
const DAY = 24 * 60 * 60 * 1000;

export async function seededEngine(plan: RuntimePlan, cases: number): Promise<BenchEngine> {
  const name = `seed-${cases}-${schemaHash(plan)}`;
  const marker = join(benchFolder, name, 'codes.json');
  if (!existsSync(marker)) await makeSeed(plan, { name, marker, cases });
  const engine = await startEngine(plan, name, false);
  await checkSeed(engine, JSON.parse(readFileSync(marker, 'utf8')) as readonly string[]);
  return engine;
}

async function makeSeed(
  plan: RuntimePlan,
  seed: { readonly name: string; readonly marker: string; readonly cases: number },
): Promise<void> {
  for (const old of globSync('seed-*', { cwd: benchFolder }).filter((folder) =>
    folder.startsWith(`seed-${seed.cases}-`),
  ))
    rmSync(join(benchFolder, old), { recursive: true, force: true });
  const began = performance.now();
  const closed = await makeTemplates(plan, { moments: weekdays('2025-07-07', 40, 12), ends: ['return result'] });
  const open = await makeTemplates(plan, {
    moments: weekdays('2026-11-09', 8, 1),
    ends: ['intake', 'assign officer', 'complete step', 'assign signer'],
  });
  const engine = await startEngine(plan, seed.name);
  await engine.stop();
  const openCases = Math.min(OPEN, Math.floor(seed.cases / 10));
  const codes = seedFile(engine.file, [
    { templates: closed, cases: seed.cases - openCases },
    { templates: open, cases: openCases },
  ]);
  const step = Math.max(1, Math.floor(codes.length / SAMPLE));
  writeFileSync(seed.marker, JSON.stringify(codes.filter((_, index) => index % step === 0)));
  console.error(`seeded ${seed.cases} cases in ${((performance.now() - began) / 1000).toFixed(0)} s`);
}

/** Reads a sample back through the API as the functions would: state, history, index by code. @throws when a row is not what it should be. */
async function checkSeed(engine: BenchEngine, codes: readonly string[]): Promise<void> {
  const client = engine.newClient();
  const { ports } = benchSystem(client, engine.tables);
  for (const code of codes) {
    const entityId = `case#${code}`;
    const [snapshot, history] = await Promise.all([ports.cases.load(entityId), ports.cases.history(entityId)]);
    const { dossierCode } = snapshot?.state ?? {};
    const found = dossierCode === undefined ? undefined : await ports.queries.entityByDossierCode(dossierCode);
    if (snapshot?.state.caseId !== code || history.length !== snapshot.version || found !== entityId)
      throw new Error(`the seeded case ${code} does not read back`);
    if ((await ports.people.parties(entityId)) === undefined) throw new Error(`the people of ${code} are missing`);
  }
  client.destroy();
}

/** Every `step`th day from `first`, moved off weekends; 09:00 in Viet Nam. */
function weekdays(first: string, count: number, step: number): readonly string[] {
  return Array.from({ length: count }, (_, index) => {
    const day = new Date(Date.parse(`${first}T02:00:00.000Z`) + index * step * DAY);
    const weekday = day.getUTCDay();
    const shift = weekday === 0 ? 1 : weekday === 6 ? -1 : 0;
    // Two days of the week may meet: a few minutes apart they stay different models.
    return new Date(day.getTime() + shift * DAY + index * 60_000).toISOString();
  });
}

/** Tables, and the code that decides what rows look like. */
function schemaHash(plan: RuntimePlan): string {
  const hash = createHash('sha256').update(JSON.stringify(tablesOf(plan).plans));
  const sources = [
    'shared/adapters/commit-items.ts',
    'shared/domain/dossier/*.ts',
    'test/bench/{seed,seeded-engine,templates}.ts',
  ];
  for (const file of globSync(sources, { cwd: projectRoot }).sort()) {
    if (!file.endsWith('.test.ts')) hash.update(readFileSync(join(projectRoot, file)));
  }
  return hash.digest('hex').slice(0, 12);
}
