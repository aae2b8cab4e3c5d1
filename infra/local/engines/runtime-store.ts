import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { bilingual, UnderstandableError } from '../understandable-error.ts';

/** The runtime's own memory beside the engines': how far each stream was read, and which items expired by time to live. */
export interface RuntimeStore {
  readonly checkpoint: (reader: string) => string | undefined;
  readonly saveCheckpoint: (reader: string, sequenceNumber: string) => void;
  readonly noteExpired: (table: string, key: string) => void;
  /** Noted within the last day: the removal of such an item is DynamoDB's own deletion. */
  readonly wasExpired: (table: string, key: string) => boolean;
  readonly close: () => void;
}

/**
 * Opens the store and holds the data folder for this process alone; the system lets go of it even after a kill -9.
 * @throws UnderstandableError when another running copy holds it.
 */
export function openRuntimeStore(dataDirectory: string): RuntimeStore {
  const database = new DatabaseSync(join(dataDirectory, 'runtime.sqlite'));
  try {
    database.exec('PRAGMA locking_mode = EXCLUSIVE; PRAGMA synchronous = NORMAL; PRAGMA journal_mode = WAL');
    database.exec(`BEGIN EXCLUSIVE;
      CREATE TABLE IF NOT EXISTS checkpoints (reader TEXT PRIMARY KEY, sequence_number TEXT NOT NULL);
      CREATE TABLE IF NOT EXISTS expired (table_name TEXT, item_key TEXT, noted_at INTEGER, PRIMARY KEY (table_name, item_key));
      COMMIT`);
  } catch (error) {
    database.close();
    if (!(error instanceof Error) || !error.message.includes('locked')) throw error;
    throw new UnderstandableError(
      bilingual(
        `Thư mục dữ liệu ${dataDirectory} đang được một bản khác sử dụng: hãy dừng bản đó, hoặc chọn thư mục khác bằng --data.`,
        `The data folder ${dataDirectory} is in use by another running copy: stop it, or choose another folder with --data.`,
      ),
    );
  }
  database.exec('DELETE FROM expired WHERE noted_at < unixepoch() - 86400');
  const read = database.prepare('SELECT sequence_number FROM checkpoints WHERE reader = ?');
  const save = database.prepare('INSERT OR REPLACE INTO checkpoints VALUES (?, ?)');
  const note = database.prepare('INSERT OR REPLACE INTO expired VALUES (?, ?, unixepoch())');
  const isNoted = database.prepare('SELECT 1 AS found FROM expired WHERE table_name = ? AND item_key = ?');
  return {
    checkpoint(reader) {
      const found = read.get(reader)?.['sequence_number'];
      return typeof found === 'string' ? found : undefined;
    },
    saveCheckpoint: (reader, sequenceNumber) => void save.run(reader, sequenceNumber),
    noteExpired: (table, key) => void note.run(table, key),
    wasExpired: (table, key) => isNoted.get(table, key) !== undefined,
    close: () => {
      database.close();
    },
  };
}
