/** All commits there are, for maintenance: rebuilding queues. Never asked on the way of a request. */
import type { Instant } from '../domain/time.ts';

/** A commit without its meaning: which events it holds is told by the kind of entity. */
export interface CommittedRecord {
  readonly entityId: string;
  readonly version: number;
  readonly at: Instant;
  readonly events: readonly unknown[];
}

export interface EventScan {
  /** One page of one of `segments` equal parts of the table, in no order. `next` is opaque and absent at the end of the segment. */
  page(request: {
    readonly segment: number;
    readonly segments: number;
    /** Committed at or after `since` and before `until`. */
    readonly since: Instant;
    readonly until: Instant;
    readonly start?: string;
  }): Promise<{ readonly commits: readonly CommittedRecord[]; readonly next?: string }>;
}
