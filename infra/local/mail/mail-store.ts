import { randomBytes } from 'node:crypto';
import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, readFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { asList, asObject, asText } from '../json-reading.ts';

/** One mail that SES accepted: the envelope; the message itself is the file `<id>.eml`. */
export interface MailEnvelope {
  readonly id: string;
  /** ISO-8601 instant in UTC, by the system's clock. */
  readonly acceptedAt: string;
  readonly source: string;
  readonly destinations: readonly string[];
}

export interface MailStore {
  /** Keeps the mail on disk before it answers with SES's message id. */
  accept(mail: { readonly source: string; readonly destinations: readonly string[]; readonly raw: Buffer }): string;
  /** Newest first. */
  readonly list: () => readonly MailEnvelope[];
  readonly raw: (id: string) => Buffer | undefined;
}

export function openMailStore(options: { readonly directory: string; now(): number }): MailStore {
  mkdirSync(options.directory, { recursive: true });
  const indexFile = join(options.directory, 'index.jsonl');
  const envelopes = readIndex(indexFile);
  return {
    accept({ source, destinations, raw }) {
      const id = newMessageId(options.now());
      const envelope = { id, acceptedAt: new Date(options.now()).toISOString(), source, destinations };
      writeDurably(join(options.directory, `${id}.eml`), 'wx', withMessageId(raw, id));
      writeDurably(indexFile, 'a', Buffer.from(`${JSON.stringify(envelope)}\n`));
      envelopes.push(envelope);
      return id;
    },
    list: () => envelopes.toReversed(),
    raw(id) {
      if (!envelopes.some((envelope) => envelope.id === id)) return undefined;
      return readFileSync(join(options.directory, `${id}.eml`));
    },
  };
}

/** A line cut short by a crash was never acknowledged and is passed over. */
function readIndex(file: string): MailEnvelope[] {
  if (!existsSync(file)) return [];
  return readFileSync(file, 'utf8')
    .split('\n')
    .flatMap((line) => {
      try {
        const { id, acceptedAt, source, destinations } = asObject(JSON.parse(line));
        const fields = { id: asText(id), acceptedAt: asText(acceptedAt), source: asText(source) };
        if (fields.id === undefined || fields.acceptedAt === undefined) return [];
        return {
          id: fields.id,
          acceptedAt: fields.acceptedAt,
          source: fields.source ?? '',
          destinations: asList(destinations).map(String),
        };
      } catch {
        return [];
      }
    });
}

/** In the form of SES: `0100018f…-<uuid-like>-000000`. */
function newMessageId(now: number): string {
  const random = randomBytes(16).toString('hex');
  const parts = [random.slice(0, 8), random.slice(8, 12), random.slice(12, 16), random.slice(16, 20), random.slice(20)];
  return `0100${now.toString(16).padStart(12, '0')}-${parts.join('-')}-000000`;
}

/** SES replaces the Message-ID header by its own; replies refer to that one. */
function withMessageId(raw: Buffer, id: string): Buffer {
  const text = raw.toString('latin1');
  const end = /\r?\n\r?\n/u.exec(text)?.index ?? text.length;
  const header = text.slice(0, end).replace(/^message-id:.*(?:\r?\n[ \t].*)*\r?\n?/gimu, '');
  return Buffer.from(`Message-ID: <${id}@email.amazonses.com>\r\n${header}${text.slice(end)}`, 'latin1');
}

function writeDurably(file: string, flags: string, content: Buffer): void {
  const descriptor = openSync(file, flags);
  try {
    writeSync(descriptor, content);
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}
