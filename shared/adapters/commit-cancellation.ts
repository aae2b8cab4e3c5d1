/** A cancelled transaction, read item by item, to what the caller should know. */
import { TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import { setTimeout as pause } from 'node:timers/promises';
import type { Commit, CommitOutcome } from '../ports/entity-store.ts';
import { answeredBy, type CommitItem } from './commit-items.ts';

export type CancellationOutcome =
  | Exclude<CommitOutcome, { kind: 'committed' }>
  /** Nothing was decided: another transaction was at work on an item, or the tables were short of capacity. */
  | { readonly kind: 'retry'; readonly why: 'contention' | 'overload' };

export function isCancellation(error: unknown): error is TransactionCanceledException {
  return error instanceof TransactionCanceledException;
}

const overloads = new Set(['ThrottlingError', 'ProvisionedThroughputExceeded', 'RequestLimitExceeded']);

/** @throws the error itself for a reason that no correct commit meets, such as an item too large. */
export function outcomeOfCancellation(
  error: TransactionCanceledException,
  items: readonly CommitItem[],
  commit: Pick<Commit<unknown, unknown>, 'expectedVersion' | 'idempotency'>,
): CancellationOutcome {
  const reasons = (error.CancellationReasons ?? []).map((reason, index) => ({ ...reason, role: items[index]?.role }));
  const failed = reasons.filter(({ Code }) => Code === 'ConditionalCheckFailed');
  const answer = failed.find(({ role }) => role === 'answer');
  if (answer?.Item !== undefined && commit.idempotency) return answeredBy(answer.Item, commit.idempotency.fingerprint);
  if (failed.some(({ role }) => role === 'version')) {
    return { kind: commit.expectedVersion === 0 ? 'exists' : 'conflict' };
  }
  if (failed.some(({ role }) => role === 'consume')) return { kind: 'already-consumed' };
  for (const { role } of failed) {
    if (typeof role === 'object') return { kind: 'upload-unavailable', uploadId: role.uploadId };
  }
  if (reasons.some(({ Code }) => Code === 'TransactionConflict')) return { kind: 'retry', why: 'contention' };
  if (reasons.some(({ Code }) => overloads.has(Code ?? ''))) return { kind: 'retry', why: 'overload' };
  throw error;
}

/** Full jitter: between nothing and 20, 40, 80 … milliseconds. */
export async function retryPause(attempt: number): Promise<void> {
  await pause(Math.random() * 10 * 2 ** attempt);
}
