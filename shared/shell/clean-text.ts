/**
 * Text from outside before any schema sees it: Unicode NFC (the same name typed on two keyboards is the same name), and none of the
 * characters that lie: control characters other than tab and line ends, bidirectional overrides, lone surrogates.
 */
import type { FieldError } from './http.ts';

/** Deeper than any body of ours; a parser's stack never meets more. */
const MAX_DEPTH = 20;
/** Longer than any member of ours. What is named longer is not looked into: its name would stand in the pointer of each fault below it. */
const MAX_NAME = 100;
/** Faults that are told; an answer must stay smaller than what a function may give back (6 MB), whatever was sent. */
export const MOST_FAULTS = 50;
// C0 but tab, line feed and carriage return; DEL and C1; U+202A-202E and U+2066-2069 turn text around on paper and screen.
const forbidden = /[^\P{Cc}\t\n\r]|[\u202A-\u202E\u2066-\u2069]/u;

export type Cleaned<Value> =
  | { readonly kind: 'clean'; readonly value: Value }
  | { readonly kind: 'dirty'; readonly errors: readonly FieldError[] };

export function cleanText(text: string, pointer: string): Cleaned<string> {
  const code = wrongWith(text);
  return code === undefined
    ? { kind: 'clean', value: text.normalize('NFC') }
    : { kind: 'dirty', errors: [{ pointer, code }] };
}

/** Every string and every key of a parsed body; the value is copied, so that `__proto__` stays a plain key and is refused. */
export function cleanValue(value: unknown, pointer = ''): Cleaned<unknown> {
  const errors: FieldError[] = [];
  const cleaned = cleanInto(errors, value, { pointer, depth: 0 });
  return errors.length === 0
    ? { kind: 'clean', value: cleaned }
    : { kind: 'dirty', errors: errors.slice(0, MOST_FAULTS) };
}

function cleanInto(
  errors: FieldError[],
  value: unknown,
  at: { readonly pointer: string; readonly depth: number },
): unknown {
  if (typeof value === 'string') {
    const cleaned = cleanText(value, at.pointer);
    if (cleaned.kind === 'clean') return cleaned.value;
    errors.push(...cleaned.errors);
    return value;
  }
  if (typeof value !== 'object' || value === null) return value;
  if (at.depth >= MAX_DEPTH) {
    errors.push({ pointer: at.pointer, code: 'too-deep', details: { maximum: MAX_DEPTH } });
    return undefined;
  }
  const under = (key: string | number) => ({ pointer: `${at.pointer}/${escapePointer(key)}`, depth: at.depth + 1 });
  if (Array.isArray(value)) return value.map((element, index) => cleanInto(errors, element, under(index)));
  return Object.fromEntries(
    Object.entries(value).map(([key, member]) => {
      const code = key === '__proto__' || key.length > MAX_NAME ? 'unknown-field' : wrongWith(key);
      if (code !== undefined) {
        errors.push({ pointer: at.pointer, code });
        return [key, undefined];
      }
      return [key.normalize('NFC'), cleanInto(errors, member, under(key))];
    }),
  );
}

function wrongWith(text: string): string | undefined {
  if (!text.isWellFormed()) return 'broken-character';
  return forbidden.test(text) ? 'control-character' : undefined;
}

/** One step of an RFC 6901 pointer. */
export function escapePointer(key: PropertyKey): string {
  return String(key).replaceAll('~', '~0').replaceAll('/', '~1');
}
