import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, describe, expect, it } from 'vitest';
import { remove, temporaryDirectory } from '../fixture/start-fixture.ts';
import { tendDynoxideFile } from './dynoxide-file.ts';

const directory = temporaryDirectory();
const file = join(directory, 'engine.sqlite');

afterAll(() => {
  remove(directory);
});

describe('the engine’s private stream table', () => {
  it('is refused with a clear sentence when it looks different', () => {
    const other = join(directory, 'other.sqlite');
    const database = new DatabaseSync(other);
    database.exec('CREATE TABLE _stream_records (id INTEGER PRIMARY KEY, table_name TEXT)');
    database.close();
    expect(() => tendDynoxideFile(other)).toThrow(
      /is not that of dynoxide 1\.2\.1 \(_stream_records lacks sequence_number, created_at\)/u,
    );
  });

  it('gets its index, and loses what is older than a day except the newest record of each table', () => {
    const database = new DatabaseSync(file);
    database.exec(`CREATE TABLE _stream_records (id INTEGER PRIMARY KEY, table_name TEXT, sequence_number TEXT, created_at INTEGER);
      INSERT INTO _stream_records VALUES (1, 'cases', '1', unixepoch() - 90000), (2, 'cases', '2', unixepoch()),
        (3, 'quiet', '1', unixepoch() - 90000), (4, 'quiet', '2', unixepoch() - 90000)`);
    tendDynoxideFile(file).stop();
    expect(
      database
        .prepare('SELECT id FROM _stream_records ORDER BY id')
        .all()
        .map((row) => row['id']),
    ).toEqual([2, 4]);
    const plan = database
      .prepare(
        'EXPLAIN QUERY PLAN SELECT MAX(CAST(sequence_number AS INTEGER)) FROM _stream_records WHERE table_name = ?',
      )
      .all('cases');
    expect(JSON.stringify(plan)).toContain('local_stream_seq');
    database.close();
  });
});
