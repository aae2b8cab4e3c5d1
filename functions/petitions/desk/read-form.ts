/** A form's fields brought into the shape that the schema of the act reads: what was left empty was not given, a list of one is a list. */
import type * as z from 'zod/mini';
import { toE164 } from '../../../shared/shell/phone.ts';
import type { FormFields } from './desk-controls.ts';

export type ReadForm<Body> =
  | { readonly kind: 'read'; readonly body: Body }
  /** Names of the fields that are missing or wrong. */
  | { readonly kind: 'wrong'; readonly fields: readonly string[] };

/** Fields of the page, not of the act. */
const OF_THE_PAGE = new Set(['act', 'version']);
const LISTS = new Set(['units', 'notPersonal']);
const NUMBERS = new Set(['stars', 'latitude', 'longitude']);

export function readForm<Body>(schema: z.ZodMiniType<Body>, fields: FormFields): ReadForm<Body> {
  const given = Object.entries(fields).flatMap(([name, value]): (readonly [string, unknown])[] => {
    if (OF_THE_PAGE.has(name)) return [];
    const values = [value].flat().filter((one) => one.trim() !== '');
    const [first] = values;
    if (first === undefined) return [];
    if (LISTS.has(name)) return [[name, values]];
    return [[name, NUMBERS.has(name) ? Number(first) : first]];
  });
  const parsed = schema.safeParse(Object.fromEntries(given));
  if (!parsed.success) return { kind: 'wrong', fields: wrongFields(parsed.error.issues) };
  return hasWrongPhone(parsed.data) ? { kind: 'wrong', fields: ['phone'] } : { kind: 'read', body: parsed.data };
}

function hasWrongPhone(body: unknown): boolean {
  return typeof body === 'object' && body !== null && 'phone' in body && toE164(String(body.phone)) === undefined;
}

function wrongFields(issues: readonly z.core.$ZodIssue[]): readonly string[] {
  const fields = issues.flatMap((issue) =>
    issue.code === 'unrecognized_keys' ? issue.keys : [String(issue.path[0] ?? '')],
  );
  return [...new Set(fields)];
}
