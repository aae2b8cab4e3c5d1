/** The bytes of a request to a clean value: media type, size, UTF-8 and JSON or form syntax, before the route's schema is asked. */
import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { cleanValue } from './clean-text.ts';
import type { FieldError, Problem } from './http.ts';

/** Room for 100,000 letters in a field that will be refused by name; files go to the bucket, never through here. Bytes. */
export const BODY_LIMIT = 1024 * 1024;

const mediaTypes = { json: 'application/json', form: 'application/x-www-form-urlencoded' } as const;

export type ReadBody =
  { readonly kind: 'read'; readonly value: unknown } | { readonly kind: 'unreadable'; readonly problem: Problem };

export function readBody(
  event: Pick<APIGatewayProxyEventV2, 'body' | 'isBase64Encoded' | 'headers'>,
  media: 'json' | 'form',
): ReadBody {
  const wanted = mediaTypes[media];
  // A button without fields, or a bare POST: what is missing is for the schema to say.
  if ((event.body ?? '') === '') return { kind: 'read', value: {} };
  if (!isMediaType(event.headers['content-type'] ?? '', wanted)) {
    return unreadable({ kind: 'unsupported-media', detail: wanted });
  }
  const bytes = Buffer.from(event.body ?? '', event.isBase64Encoded ? 'base64' : 'utf8');
  if (bytes.length > BODY_LIMIT) return unreadable({ kind: 'too-large', limit: BODY_LIMIT });
  const text = decodeUtf8(bytes);
  if (text === undefined) return malformed({ pointer: '', code: 'not-utf8' });
  const parsed = media === 'json' ? parseJson(text) : parseForm(text);
  if (parsed === undefined) return malformed({ pointer: '', code: media === 'json' ? 'not-json' : 'not-form' });
  const cleaned = cleanValue(parsed.value);
  return cleaned.kind === 'clean' ? { kind: 'read', value: cleaned.value } : malformed(...cleaned.errors);
}

/** The bytes as they came, unread. */
export function readBytes(event: Pick<APIGatewayProxyEventV2, 'body' | 'isBase64Encoded'>, limit: number): ReadBody {
  const bytes = Buffer.from(event.body ?? '', event.isBase64Encoded ? 'base64' : 'utf8');
  return bytes.length > limit
    ? unreadable({ kind: 'too-large', limit })
    : { kind: 'read', value: new Uint8Array(bytes) };
}

function isMediaType(header: string, wanted: string): boolean {
  const [type = '', ...parameters] = header.split(';').map((part) => part.trim().toLowerCase());
  const charset = parameters.find((parameter) => parameter.startsWith('charset='))?.slice('charset='.length);
  return type === wanted && (charset === undefined || charset === 'utf-8' || charset === '"utf-8"');
}

function decodeUtf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function parseJson(text: string): { readonly value: unknown } | undefined {
  try {
    return { value: JSON.parse(text) as unknown };
  } catch {
    return undefined;
  }
}

/** A field given once is a string, given several times an array of strings, as checkboxes do. */
function parseForm(text: string): { readonly value: unknown } | undefined {
  const fields = new Map<string, string[]>();
  try {
    for (const pair of text.split('&').filter((part) => part !== '')) {
      const [name = '', ...rest] = pair.split('=').map((part) => decodeURIComponent(part.replaceAll('+', ' ')));
      const value = rest.join('=');
      const values = fields.get(name);
      // Appended in place: a copy for each repetition would cost minutes for a megabyte of one name.
      if (values === undefined) fields.set(name, [value]);
      else values.push(value);
    }
  } catch {
    return undefined;
  }
  const members = [...fields].map(([name, values]) => [name, values.length === 1 ? values[0] : values] as const);
  return { value: Object.fromEntries(members) };
}

function unreadable(problem: Problem): ReadBody {
  return { kind: 'unreadable', problem };
}

function malformed(...errors: readonly FieldError[]): ReadBody {
  return unreadable({ kind: 'malformed', errors });
}
