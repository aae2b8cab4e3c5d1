import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checkProvince } from './checked-province.ts';
import { readProvince } from './read-province.ts';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'province-'));
  cpSync(fileURLToPath(new URL('../province', import.meta.url)), folder, { recursive: true });
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

const read = (): Readonly<Record<string, unknown>> => readProvince(pathToFileURL(`${folder}/`));
const problemsOf = (unchecked: unknown): readonly string[] => {
  const checked = checkProvince(unchecked);
  return checked.kind === 'refused' ? checked.problems.map(({ rule, path }) => `${rule} ${path}`) : [];
};

describe('reading the province', () => {
  it('joins the files of one kind, in the order of their names', () => {
    const units = read()['units'] as readonly { id: string }[];
    expect(units.map(({ id }) => id)).toEqual(expect.arrayContaining(['bd-ubnd', 'hcm-ubnd']));
    expect(units.findIndex(({ id }) => id === 'bd-ubnd')).toBeLessThan(units.findIndex(({ id }) => id === 'hcm-ubnd'));
  });

  it('names a file that is not JSON', () => {
    writeFileSync(join(folder, 'units-from-2025-07.json'), '[{"id": ');
    expect(read).toThrow(/units-from-2025-07\.json cannot be read as JSON/u);
  });

  it('names a file that is missing', () => {
    rmSync(join(folder, 'limits.json'));
    expect(read).toThrow(/limits\.json/u);
  });

  it('names a file that would be left out because nothing knows its kind', () => {
    writeFileSync(join(folder, 'unit.json'), '[]');
    expect(read).toThrow(/Of no known kind: unit\.json/u);
  });
});

describe('the schema', () => {
  it.each([
    ['a misspelt key', { sorce: 'x' }, 'schema /limits'],
    ['a file size that is no number', { attachmentBytes: '10 MB' }, 'schema /limits/attachmentBytes'],
    ['a time of 25:00', { forwardCutOff: '25:00' }, 'schema /limits/forwardCutOff'],
    ['an empty source', { source: '' }, 'schema /limits/source'],
    ['text that is not in NFC', { source: 'Nghị định'.normalize('NFD') }, 'schema /limits/source'],
  ])('refuses %s by its path', (_what, change, expected) => {
    const data = read();
    expect(problemsOf({ ...data, limits: { ...(data['limits'] as object), ...change } })).toEqual([expected]);
  });

  it('refuses a time limit without a unit', () => {
    const data = read();
    const [first, ...rest] = data['procedures'] as readonly object[];
    const problems = problemsOf({ ...data, procedures: [{ ...first, timeLimit: { amount: 1 } }, ...rest] });
    expect(problems).toEqual(['schema /procedures/0/timeLimit/unit']);
  });

  it('refuses a procedure code of another form', () => {
    const data = read();
    const [first, ...rest] = data['procedures'] as readonly object[];
    expect(problemsOf({ ...data, procedures: [{ ...first, code: '2.815' }, ...rest] })).toEqual([
      'schema /procedures/0/code',
    ]);
  });
});
