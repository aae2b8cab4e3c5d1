/** The few MAPI properties that a winmail.dat's body and files are in (MS-OXTNEF 2.1.3.4, MS-OXPROPS). Reading stops at what it does not understand. */

export interface Properties {
  readonly body?: string;
  readonly html?: Uint8Array;
  readonly data?: Uint8Array;
  readonly longFileName?: string;
  readonly mimeType?: string;
}

const id = { body: 0x1000, html: 0x1013, data: 0x3701, longFileName: 0x3707, mimeType: 0x370e } as const;
/** Sizes of the types with a fixed one, padded to four bytes. */
const fixed: Readonly<Record<number, number>> = {
  0x0001: 4,
  0x0002: 4,
  0x0003: 4,
  0x0004: 4,
  0x0005: 8,
  0x0006: 8,
  0x0007: 8,
  0x000a: 4,
  0x000b: 4,
  0x0014: 8,
  0x0040: 8,
  0x0048: 16,
};
const OBJECT = 0x000d;
const STRING_8 = 0x001e;
const STRING_16 = 0x001f;
const BINARY = 0x0102;
const MULTIPLE = 0x1000;
const NAMED = 0x8000;
const MOST_VALUES = 1000;

interface Cursor {
  readonly data: Buffer;
  at: number;
}

export function readProperties(data: Buffer): Properties {
  const cursor: Cursor = { data, at: 0 };
  const found: { -readonly [Key in keyof Properties]: Properties[Key] } = {};
  try {
    for (let left = Math.min(uint32(cursor), MOST_VALUES); left > 0; left--) {
      const tag = uint32(cursor);
      const [type, property] = [tag & 0xffff, tag >>> 16];
      if (property >= NAMED) skipName(cursor);
      const values = readValues(cursor, type);
      const [value] = values;
      if (value === undefined) continue;
      if (property === id.body) found.body = textOf(value, type);
      if (property === id.html) found.html = type === BINARY ? value : Buffer.from(textOf(value, type));
      if (property === id.data) found.data = type === OBJECT ? value.subarray(16) : value;
      if (property === id.longFileName) found.longFileName = textOf(value, type);
      if (property === id.mimeType) found.mimeType = textOf(value, type).toLowerCase();
    }
  } catch (error) {
    // A length that points behind the end: what was read before it stands.
    if (!(error instanceof RangeError)) throw error;
  }
  return found;
}

function readValues(cursor: Cursor, type: number): readonly Buffer[] {
  const single = type & ~MULTIPLE;
  const size = fixed[single];
  if (size !== undefined) {
    const count = (type & MULTIPLE) === 0 ? 1 : uint32(cursor);
    bytes(cursor, size * count);
    return [];
  }
  if (![OBJECT, STRING_8, STRING_16, BINARY].includes(single)) throw new RangeError('a type that nobody knows');
  const values: Buffer[] = [];
  for (let left = Math.min(uint32(cursor), MOST_VALUES); left > 0; left--) {
    const length = uint32(cursor);
    values.push(bytes(cursor, length));
    cursor.at += (4 - (length % 4)) % 4;
  }
  return values;
}

/** GUID, kind, and a number or a name. */
function skipName(cursor: Cursor): void {
  bytes(cursor, 16);
  if (uint32(cursor) === 0) {
    uint32(cursor);
    return;
  }
  const length = uint32(cursor);
  bytes(cursor, length);
  cursor.at += (4 - (length % 4)) % 4;
}

function textOf(value: Buffer, type: number): string {
  const text = (type & ~MULTIPLE) === STRING_16 ? value.toString('utf16le') : value.toString('utf8');
  const end = text.indexOf('\0');
  return end < 0 ? text : text.slice(0, end);
}

function uint32(cursor: Cursor): number {
  const value = cursor.data.readUInt32LE(cursor.at);
  cursor.at += 4;
  return value;
}

function bytes(cursor: Cursor, length: number): Buffer {
  if (cursor.at + length > cursor.data.length) throw new RangeError('longer than what holds it');
  cursor.at += length;
  return cursor.data.subarray(cursor.at - length, cursor.at);
}
