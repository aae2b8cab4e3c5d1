/**
 * One store's worth of memory. Entities of every kind share it, as they share the tables: an upload taken by a case is gone for all, an
 * idempotency key answered once is answered everywhere. It keeps JSON text, so that nothing a caller does later reaches what is stored.
 */
import type { ActorRef } from '../../domain/actor.ts';
import type { ClockItem } from '../../domain/clock.ts';
import type { Instant } from '../../domain/time.ts';
import type { IdempotencyRecord, ListingItem, SnapshotIndex } from '../entity-store.ts';
import type { Clock } from '../outside.ts';
import type { Upload } from '../short-lived.ts';

export interface StoredEntity {
  readonly version: number;
  readonly state: string;
  readonly index: SnapshotIndex;
  readonly clocks: ReadonlyMap<string, ClockItem>;
  readonly commits: readonly StoredCommit[];
}

/** One commit as the stream hands it on. */
export interface StoredCommit {
  readonly entityId: string;
  readonly version: number;
  readonly at: Instant;
  readonly actor: ActorRef;
  /** JSON text of the events. */
  readonly events: string;
}

export interface StoredParties {
  readonly parties: string;
  readonly phoneHash: string;
  readonly filedAt: Instant;
}

/** When a planned fault strikes: the write did not happen, or it did and nobody was told. */
export type FaultPoint = 'before-write' | 'after-write';

export class MemoryWorld {
  readonly clock: Clock;
  readonly entities = new Map<string, StoredEntity>();
  readonly people = new Map<string, StoredParties>();
  /** By entity and record. */
  readonly kept = new Map<
    string,
    {
      readonly entityId: string;
      readonly kept: string;
      readonly phone?: { readonly hash: string; readonly filedAt: Instant };
    }
  >();
  /** By list and key. */
  readonly listings = new Map<string, ListingItem>();
  readonly answers = new Map<string, IdempotencyRecord>();
  readonly uploads = new Map<string, { readonly upload: Upload; readonly expiresAt: Instant }>();
  readonly consumed = new Set<string>();
  /** Every commit of every entity, in the order in which they were made. */
  readonly stream: StoredCommit[] = [];
  #faults: FaultPoint[] = [];
  #interleaved: (() => Promise<unknown>)[] = [];

  constructor(clock: Clock) {
    this.clock = clock;
  }

  /** The next commit fails there; called again, the one after it. */
  failNextCommit(point: FaultPoint): void {
    this.#faults.push(point);
  }

  /** Runs between the next commit's decision and its write: somebody else is faster. */
  interleaveNextCommit(act: () => Promise<unknown>): void {
    this.#interleaved.push(act);
  }

  async beforeCommit(): Promise<FaultPoint | undefined> {
    const act = this.#interleaved.shift();
    if (act !== undefined) await act();
    return this.#faults.shift();
  }
}
