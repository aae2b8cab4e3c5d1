import type * as z from 'zod/mini';
import { cleanValue } from '../../../shared/shell/clean-text.ts';
import type { FieldError } from '../../../shared/shell/http.ts';
import { schemaErrors } from '../../../shared/shell/schema-errors.ts';

/** The body of a signed call by its schema; otherwise what is wrong where, in the keys that our other addresses use. */
export function readSignedBody<Body>(
  body: Uint8Array,
  schema: z.ZodMiniType<Body>,
):
  | { readonly kind: 'read'; readonly body: Body }
  | { readonly kind: 'malformed'; readonly errors: readonly FieldError[] } {
  const json = parsed(body);
  if (json === undefined) return { kind: 'malformed', errors: [{ pointer: '', code: 'not-json' }] };
  const cleaned = cleanValue(json.value);
  if (cleaned.kind === 'dirty') return { kind: 'malformed', errors: cleaned.errors };
  const read = schema.safeParse(cleaned.value);
  return read.success
    ? { kind: 'read', body: read.data }
    : { kind: 'malformed', errors: schemaErrors(read.error.issues, cleaned.value) };
}

/** Bytes that are no UTF-8 are nobody's text: nothing is guessed, for the signature was over the bytes. */
function parsed(body: Uint8Array): { readonly value: unknown } | undefined {
  try {
    return { value: JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body)) as unknown };
  } catch {
    return undefined;
  }
}
