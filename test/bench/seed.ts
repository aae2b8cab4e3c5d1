/**
 * Fills a stopped engine's file with copies of model cases, row by row in the engine's own format: some 20,000 cases a second against 200
 * through the API. What was filled in is read back through the API before anything is measured (see `checkSeed`).
 */
import { createHash } from 'node:crypto';
import { DatabaseSync, type StatementSync } from 'node:sqlite';
import { timerBucket } from '../../shared/ports/timer-bucket.ts';
import { newCode } from './shapes.ts';
import type { Template, TemplateRow } from './templates.ts';

export interface SeedPart {
  readonly templates: readonly Template[];
  readonly cases: number;
}

const BATCH = 5000;

/** @returns the codes, in the order in which they were written. */
export function seedFile(file: string, parts: readonly SeedPart[]): readonly string[] {
  const database = new DatabaseSync(file);
  try {
    database.exec('PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -2000000');
    const written = parts.flatMap(({ templates, cases }) => seedPart(database, templates, cases));
    database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; ANALYZE');
    return written;
  } finally {
    database.close();
  }
}

function seedPart(database: DatabaseSync, templates: readonly Template[], cases: number): readonly string[] {
  // In the order of the primary key the tables only grow at their end.
  const codes = Array.from({ length: cases }, newCode).sort();
  const inserts = new Map<string, StatementSync>();
  const buckets = bucketKeys(templates);
  for (let start = 0; start < cases; start += BATCH) {
    database.exec('BEGIN');
    for (const [offset, code] of codes.slice(start, start + BATCH).entries()) {
      const number = start + offset;
      const template = templates[number % templates.length];
      if (template === undefined) throw new Error('no models to copy');
      const copy = copier(template, { code, number: Math.floor(number / templates.length) });
      for (const row of template.rows) insert(database, inserts, copied(row, copy, buckets));
    }
    database.exec('COMMIT');
  }
  return codes;
}

function insert(database: DatabaseSync, inserts: Map<string, StatementSync>, { table, values }: TemplateRow): void {
  let statement = inserts.get(table);
  if (statement === undefined) {
    const columns = Object.keys(values);
    statement = database.prepare(
      `INSERT INTO "${table}" (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`,
    );
    inserts.set(table, statement);
  }
  statement.run(...Object.values(values));
}

interface Copy {
  readonly entityId: string;
  change(text: string): string;
}

/** Dossier numbers run on from the model's; moments move within the model's minute-hand hour; three cases in a row have one phone. */
function copier(template: Template, { code, number }: { readonly code: string; readonly number: number }): Copy {
  const filedAt = new Date(Date.parse(template.filedAt) + 1 + (number % 3_600_000)).toISOString();
  const dossierCode = template.dossierCode.replace(/\d+$/u, (sequence) =>
    String(Number(sequence) * 100_000 + number).padStart(sequence.length, '0'),
  );
  const phone = createHash('sha256')
    .update(`${template.code} ${Math.floor(number / 3)}`)
    .digest('base64url');
  const pairs = [
    [template.code, code],
    [template.dossierCode, dossierCode],
    [template.filedAt, filedAt],
    [template.phoneHash, phone],
  ] as const;
  return {
    entityId: `case#${code}`,
    change: (text) => pairs.reduce((changed, [from, to]) => changed.replaceAll(from, to), text),
  };
}

function copied({ table, values }: TemplateRow, copy: Copy, buckets: ReadonlyMap<number, string>): TemplateRow {
  const changed = Object.fromEntries(
    Object.entries(values).map(([column, value]) => [column, typeof value === 'string' ? copy.change(value) : value]),
  );
  const text = String(changed['item_json']);
  if (text.includes('"timerBucket"')) {
    const bucket = timerBucket(copy.entityId);
    changed['item_json'] = text.replace(bucketPattern, `"timerBucket":{"N":"${bucket}"}`);
    if ('gsi_pk' in changed && table.endsWith('::gsi::due-timers')) changed['gsi_pk'] = buckets.get(bucket) ?? '';
  }
  return { table, values: changed };
}

const bucketPattern = /"timerBucket":\{"N":"(\d)"\}/u;

/** How the engine writes each bucket's number as an index key, learned from the models. @throws when they do not have all eight. */
function bucketKeys(templates: readonly Template[]): ReadonlyMap<number, string> {
  const known = new Map<number, string>();
  for (const { table, values } of templates.flatMap(({ rows }) => rows)) {
    const bucket = bucketPattern.exec(String(values['item_json']))?.[1];
    if (table.endsWith('::gsi::due-timers') && bucket !== undefined)
      known.set(Number(bucket), String(values['gsi_pk']));
  }
  if (known.size !== 0 && known.size !== 8) throw new Error(`the models fill only ${known.size} of 8 timer buckets`);
  return known;
}
