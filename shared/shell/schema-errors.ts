/** What a schema found wrong, as field errors: a pointer and a key of the message table; the schema library's words stay inside. */
import type * as z from 'zod/mini';
import { escapePointer, MOST_FAULTS } from './clean-text.ts';
import type { FieldError } from './http.ts';

type Issue = z.core.$ZodIssue;
type Path = readonly PropertyKey[];

/** @param input what was parsed, to tell a missing field from a wrong one. @param root prefix of the pointers, such as `query`. */
export function schemaErrors(issues: readonly Issue[], input: unknown, root = ''): readonly FieldError[] {
  return issues
    .slice(0, MOST_FAULTS)
    .flatMap((issue) => errorsOf(issue, { input, root, above: [] }))
    .slice(0, MOST_FAULTS);
}

interface Place {
  readonly input: unknown;
  readonly root: string;
  readonly above: Path;
}

function errorsOf(issue: Issue, place: Place): readonly FieldError[] {
  const path = [...place.above, ...issue.path];
  const pointer = place.root + path.map((key) => `/${escapePointer(key)}`).join('');
  switch (issue.code) {
    case 'invalid_type':
      return [{ pointer, ...typeError(issue.expected, valueAt(place.input, path)) }];
    case 'too_big':
      return [{ pointer, ...sizeError('too-big', issue.origin, Number(issue.maximum)) }];
    case 'too_small':
      return [{ pointer, ...sizeError('too-small', issue.origin, Number(issue.minimum)) }];
    case 'invalid_format':
      return [{ pointer, code: formatCode(issue.format) }];
    case 'invalid_value':
      return [
        valueAt(place.input, path) === undefined
          ? { pointer, code: 'required' }
          : { pointer, code: 'not-listed', details: { allowed: issue.values.map(String).join(', ') } },
      ];
    case 'unrecognized_keys':
      return issue.keys.map((key) => ({ pointer: `${pointer}/${escapePointer(key)}`, code: 'unknown-field' }));
    case 'invalid_union':
      return unionErrors(issue, { ...place, above: path }, pointer);
    case 'custom': {
      const code: unknown = issue.params?.['code'];
      return [{ pointer, code: typeof code === 'string' ? code : 'invalid' }];
    }
    case 'invalid_key':
    case 'invalid_element':
    case 'not_multiple_of':
      return [{ pointer, code: 'invalid' }];
    default:
      return issue satisfies never;
  }
}

function typeError(expected: string, value: unknown): Pick<FieldError, 'code' | 'details'> {
  if (value === undefined) return { code: 'required' };
  return { code: 'wrong-type', details: { expected } };
}

function sizeError(code: 'too-big' | 'too-small', origin: string, limit: number): Pick<FieldError, 'code' | 'details'> {
  const what = origin === 'string' ? 'text' : origin === 'array' || origin === 'set' ? 'list' : 'number';
  return what === 'text' && code === 'too-small' && limit === 1
    ? { code: 'required' }
    : { code: `${what}-${code}`, details: { limit } };
}

const formats: Readonly<Record<string, string>> = { email: 'email', date: 'date', datetime: 'instant', url: 'link' };

function formatCode(format: string): string {
  return formats[format] ?? 'format';
}

/** The branch with the fewest faults is the one that was meant. */
function unionErrors(issue: z.core.$ZodIssueInvalidUnion, place: Place, pointer: string): readonly FieldError[] {
  const branches = issue.errors
    .map((issues) => issues.flatMap((inner) => errorsOf(inner, place)))
    .sort((left, right) => left.length - right.length);
  const best = branches[0];
  if (best !== undefined && best.length > 0) return best;
  return [{ pointer, code: valueAt(place.input, place.above) === undefined ? 'required' : 'not-listed' }];
}

function valueAt(input: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (value, key) =>
      typeof value === 'object' && value !== null
        ? Object.entries(value).find(([name]) => name === String(key))?.[1]
        : undefined,
    input,
  );
}
