import { asList, asNumber, asObject, type JsonObject } from '../json-reading.ts';

/**
 * Event filtering of event source mappings (EventBridge's pattern language, the part Lambda offers). A record passes when one pattern
 * matches; no pattern at all lets everything pass.
 */
export function passesFilters(record: unknown, patterns: readonly JsonObject[]): boolean {
  return patterns.length === 0 || patterns.some((pattern) => matchesObject(asObject(record), pattern));
}

function matchesObject(record: JsonObject, pattern: JsonObject): boolean {
  return Object.entries(pattern).every(([key, expected]) => {
    if (key === '$or') return asList(expected).some((branch) => matchesObject(record, asObject(branch)));
    const actual = record[key];
    if (Array.isArray(expected)) return expected.some((rule) => matchesRule(actual, rule));
    return matchesObject(asObject(actual), asObject(expected));
  });
}

function matchesRule(actual: unknown, rule: unknown): boolean {
  if (typeof rule !== 'object' || rule === null) {
    return Array.isArray(actual) ? actual.includes(rule) : actual === rule;
  }
  const [operator, operand] = Object.entries(rule as JsonObject)[0] ?? ['', undefined];
  if (operator === 'exists') return (actual !== undefined) === operand;
  if (operator === 'anything-but') return actual !== undefined && !matchesAny(actual, operand);
  const values: unknown[] = Array.isArray(actual) ? actual : [actual];
  return values.some((value) => matchesOperator(value, operator, operand));
}

/** The operand of anything-but: one value, several, or one further rule such as a prefix. */
function matchesAny(actual: unknown, operand: unknown): boolean {
  const rules: unknown[] = Array.isArray(operand) ? operand : [operand];
  return rules.some((rule) => matchesRule(actual, rule));
}

function matchesOperator(value: unknown, operator: string, operand: unknown): boolean {
  if (operator === 'numeric') return typeof value === 'number' && matchesNumeric(value, asList(operand));
  if (typeof value !== 'string' || typeof operand !== 'string') return false;
  switch (operator) {
    case 'prefix':
      return value.startsWith(operand);
    case 'suffix':
      return value.endsWith(operand);
    case 'equals-ignore-case':
      return value.toLowerCase() === operand.toLowerCase();
    default:
      throw new Error(`filter operator ${operator} is not known to the local runtime`);
  }
}

const comparisons: Readonly<Record<string, (value: number, limit: number) => boolean>> = {
  '=': (value, limit) => value === limit,
  '<': (value, limit) => value < limit,
  '<=': (value, limit) => value <= limit,
  '>': (value, limit) => value > limit,
  '>=': (value, limit) => value >= limit,
};

/** `[">", 0, "<=", 5]`: pairs that must all hold. */
function matchesNumeric(value: number, pairs: readonly unknown[]): boolean {
  return pairs.every((part, position) => {
    if (position % 2 === 1) return true;
    const limit = asNumber(pairs[position + 1]);
    return limit !== undefined && comparisons[String(part)]?.(value, limit) === true;
  });
}
