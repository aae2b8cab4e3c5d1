import { asList, asObject, asText } from '../json-reading.ts';
import type { InvocationOutcome } from '../lambda/execution-environment.ts';

/** What a test may ask of a mapping, to try what AWS promises only "at least once" and "in order for one key". */
export interface Disturbance {
  /** Hands each batch over a second time after it was done with. */
  readonly twice?: boolean;
  /** Hands the records of a batch over in reverse, also those of one key: harder than AWS. */
  readonly reversed?: boolean;
}

/** One event source mapping at work. */
export interface RunningMapping {
  readonly id: string;
  readonly functionName: string;
  readonly pause: () => void;
  readonly resume: () => void;
  readonly disturb: (disturbance: Disturbance) => void;
  readonly stop: () => Promise<void>;
}

/**
 * Which records of a batch were not done, by their identifiers: none, some, or `all`. A function that reports no partial failures, or
 * answers something else than the form agreed, counts as a whole: as AWS does it.
 */
export function undoneOf(
  outcome: InvocationOutcome,
  identifiers: readonly string[],
  reportsItemFailures: boolean,
): ReadonlySet<string> {
  const all = new Set(identifiers);
  if (outcome.kind === 'failed') return all;
  if (!reportsItemFailures || outcome.payload === null) return new Set();
  const failures = asObject(outcome.payload)['batchItemFailures'];
  if (failures === undefined || failures === null) return new Set();
  const named = asList(failures).map((failure) => asText(asObject(failure)['itemIdentifier']) ?? '');
  return named.some((identifier) => !all.has(identifier)) ? all : new Set(named);
}
