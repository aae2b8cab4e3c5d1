import { DatabaseSync } from 'node:sqlite';
import { bilingual, UnderstandableError } from '../understandable-error.ts';

/** Stream records live 24 hours in DynamoDB. Seconds. */
const streamLife = 86_400;
const neededColumns = ['id', 'table_name', 'sequence_number', 'created_at'];

/**
 * Tends the SQLite file of a running dynoxide 1.2.1, which has two gaps: each write on a streamed table searches the whole
 * stream without an index (update p50 went from 2.6 to 11.3 ms at 20,000 records, measured), and nothing trims the stream.
 * Both need a private table, so its shape is asserted and any other version is refused rather than run slowly.
 * @throws UnderstandableError when the file does not look as expected.
 */
export function tendDynoxideFile(file: string): { stop(): void } {
  const database = new DatabaseSync(file);
  database.exec('PRAGMA busy_timeout = 5000');
  const columns = database.prepare('PRAGMA table_info(_stream_records)').all();
  const names = new Set(columns.map((column) => String(column['name'])));
  const missing = neededColumns.filter((column) => !names.has(column));
  if (missing.length > 0) {
    database.close();
    throw new UnderstandableError(
      bilingual(
        `Tệp DynamoDB cục bộ ${file} không đúng dạng của dynoxide 1.2.1 (thiếu cột ${missing.join(', ')} trong _stream_records): hãy cài đúng phiên bản 1.2.1.`,
        `The local DynamoDB file ${file} is not that of dynoxide 1.2.1 (_stream_records lacks ${missing.join(', ')}): install exactly version 1.2.1.`,
      ),
    );
  }
  database.exec(
    'CREATE INDEX IF NOT EXISTS local_stream_seq ON _stream_records(table_name, CAST(sequence_number AS INTEGER))',
  );
  // The newest row of each table stays, or sequence numbers would begin again at 1.
  const trim = database.prepare(`DELETE FROM _stream_records WHERE created_at < unixepoch() - ?
    AND id NOT IN (SELECT MAX(id) FROM _stream_records GROUP BY table_name)`);
  trim.run(streamLife);
  const timer = setInterval(() => trim.run(streamLife), 600_000);
  timer.unref();
  return {
    stop() {
      clearInterval(timer);
      database.close();
    },
  };
}
