/**
 * One event item of the `cases` table (`record` = `EVENT#0000000007`), read by hand from DynamoDB's own notation: four text
 * attributes are not worth a client library in the relay's bundle.
 */
import type { CommittedRecord } from '../../shared/ports/event-scan.ts';

export type { CommittedRecord };

export type ItemImage = Readonly<Record<string, { readonly S?: string } | undefined>>;

const EVENT = 'EVENT#';

/** @throws on an item that is not as the store writes it: the record then goes to the dead-letter queue, with its place in the stream. */
export function readCommittedRecord(image: ItemImage | undefined): CommittedRecord {
  const record = textOf(image, 'record');
  const version = Number(record.slice(EVENT.length));
  if (!record.startsWith(EVENT) || !Number.isSafeInteger(version) || version < 1) throw new Error('not an event item');
  const events: unknown = JSON.parse(textOf(image, 'events'));
  if (!Array.isArray(events)) throw new Error('an event item without a list of events');
  return { entityId: textOf(image, 'entityId'), version, at: textOf(image, 'committedAt'), events };
}

function textOf(image: ItemImage | undefined, name: string): string {
  const value = image?.[name]?.S;
  if (value === undefined) throw new Error(`an event item without ${name}`);
  return value;
}
