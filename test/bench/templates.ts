/**
 * Model cases for a large store: a few hundred lives really lived on an engine, at five wards and many dates, and then their rows as the
 * engine wrote them into its SQLite file. Copies differ in codes, moments and phone.
 */
import { DatabaseSync, type SQLOutputValue } from 'node:sqlite';
import type { RuntimePlan } from '../../infra/local/assembly/plan.ts';
import { startEngine } from './engine.ts';
import { inLanes } from './measure.ts';
import { liveOnce, type Operation } from './life.ts';
import { placesOf } from './places.ts';
import { benchSystem } from './system.ts';

export interface TemplateRow {
  readonly table: string;
  readonly values: Readonly<Record<string, SQLOutputValue>>;
}

export interface Template {
  readonly code: string;
  readonly dossierCode: string;
  readonly filedAt: string;
  readonly phoneHash: string;
  readonly rows: readonly TemplateRow[];
}

export interface TemplatePlan {
  /** When the models are filed. */
  readonly moments: readonly string[];
  /** How far they get; one model for each place, moment and end. */
  readonly ends: readonly Operation[];
}

export async function makeTemplates(app: RuntimePlan, wanted: TemplatePlan): Promise<readonly Template[]> {
  const engine = await startEngine(app, 'templates');
  const client = engine.newClient();
  const codes: string[] = [];
  try {
    const system = benchSystem(client, engine.tables);
    const places = placesOf(await system.ports.catalogue.load());
    for (const moment of wanted.moments) {
      const jobs = wanted.ends.flatMap((until) => places.map((place) => ({ until, place })));
      system.clock.set(moment);
      await inLanes(jobs.length, 5, async (index) => {
        const job = jobs[index];
        if (job !== undefined) codes.push((await liveOnce(system, job.place, { until: job.until })).code);
      });
    }
  } finally {
    client.destroy();
    await engine.stop();
  }
  const database = new DatabaseSync(engine.file, { readOnly: true });
  try {
    const tables = [engine.tables.cases, engine.tables.people];
    return codes.map((code) => readTemplate(database, code, tables));
  } finally {
    database.close();
  }
}

/** Names of a table and of its indexes' tables in the engine's file. */
export function storedTables(database: DatabaseSync, tables: readonly string[]): readonly string[] {
  return database
    .prepare("SELECT name FROM sqlite_master WHERE type = 'table'")
    .all()
    .map(({ name }) => String(name))
    .filter((name) => tables.some((table) => name === table || name.startsWith(`${table}::gsi::`)));
}

function readTemplate(database: DatabaseSync, code: string, tables: readonly string[]): Template {
  const rows = storedTables(database, tables).flatMap((table) => {
    const key = table.includes('::gsi::') ? 'table_pk' : 'pk';
    const found = database.prepare(`SELECT * FROM "${table}" WHERE ${key} = ?`).all(`S:case#${code}`);
    return found.map((values) => ({ table, values }));
  });
  const whole = rows.map(({ values }) => String(values['item_json'])).join('\n');
  const textOf = (name: string) => new RegExp(`"${name}":\\{"S":"([^"]+)"`, 'u').exec(whole)?.[1] ?? '';
  return {
    code,
    dossierCode: textOf('dossierCode'),
    filedAt: textOf('filedAt'),
    phoneHash: textOf('phoneHash'),
    rows,
  };
}
