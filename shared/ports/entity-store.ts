/**
 * Where entities live: a snapshot with a version, one event item per commit and the clock items, written in one transaction
 * together with the idempotency record and whatever else the command must make true at the same moment. Nothing is sent by
 * the one who commits: side effects start from the stream.
 *
 * `entityId` is `case#<trackingCode>`, `handover#<id>`, `sign-in#<id>`, `mail#<mailId>`, `report#<trackingCode>`,
 * `conversation#<id>`, `message#<id>`, `delivery#<id>` or `call#<id>`.
 */
import type { ActorRef } from '../domain/actor.ts';
import type { ClockItem } from '../domain/clock.ts';
import type { Parties } from '../domain/dossier/parties.ts';
import type { Instant } from '../domain/time.ts';

export interface Snapshot<State> {
  readonly version: number;
  readonly state: State;
}

export interface CommittedEvents<Event> {
  /** The version of the entity after this commit; 1 is the first. */
  readonly version: number;
  readonly at: Instant;
  readonly actor: ActorRef;
  readonly events: readonly Event[];
}

/** Attributes of the snapshot that answer a question somebody asks; absent ones are taken off the index. */
export interface SnapshotIndex {
  readonly dossierCode?: string;
  readonly counterId?: string;
  readonly filedAt?: Instant;
  readonly decidedBy?: string;
  readonly decidedAt?: Instant;
  readonly punctuality?: string;
}

export interface IdempotencyRecord {
  /** Principal and `Idempotency-Key`, hashed by the caller: no personal data. */
  readonly key: string;
  /** SHA-256 of method, path and canonical body, base64url. */
  readonly fingerprint: string;
  /** What the first answer said; without personal data and without secrets. */
  readonly response: { readonly status: number; readonly body: unknown };
  readonly expiresAt: Instant;
}

/**
 * Personal data of an entity that is no dossier, in the table of people: written whole. Records of one entity have different names; the phone's
 * keyed hash puts it on the index `by-phone`.
 */
export interface KeptRecord {
  readonly record: 'PERSON' | 'RAW' | 'ITEM' | 'ADDRESS';
  readonly value: unknown;
  readonly phone?: { readonly hash: string; readonly filedAt: Instant };
  /** The table's time to live forgets it then. */
  readonly expiresAt?: Instant;
}

/**
 * An item of a list that answers a question about many entities (what is published in a month, what a unit has answered): a projection of the
 * state like the clocks, written in the same transaction. `list` names the partition, `key` the place in its order.
 */
export interface ListingItem {
  readonly list: string;
  readonly key: string;
  readonly attributes: Readonly<Record<string, string | number>>;
}

export interface Commit<State, Event> {
  readonly entityId: string;
  /** 0 creates. */
  readonly expectedVersion: number;
  readonly state: State;
  readonly events: readonly Event[];
  readonly actor: ActorRef;
  readonly at: Instant;
  readonly index: SnapshotIndex;
  readonly clocks: { readonly put: readonly ClockItem[]; readonly remove: readonly string[] };
  /** Personal data to write whole, with the keyed hash of the applicant's phone for the index `by-phone`. */
  readonly parties?: { readonly value: Parties; readonly phoneHash: string; readonly filedAt: Instant };
  readonly keep?: readonly KeptRecord[];
  readonly listings?: {
    readonly put: readonly ListingItem[];
    readonly remove: readonly Pick<ListingItem, 'list' | 'key'>[];
  };
  readonly idempotency?: IdempotencyRecord;
  /** Uploads that this commit takes; each must be complete and not taken by another entity. */
  readonly uploads?: readonly string[];
  /** One-time key (a sign-in token, valid for less than 90 days) that this commit uses up. */
  readonly consume?: string;
  /** When the whole entity may be forgotten by the table's time to live (sign-ins only). */
  readonly expiresAt?: Instant;
}

export type CommitOutcome =
  | { readonly kind: 'committed'; readonly version: number }
  /** Somebody else committed first: load and decide again. */
  | { readonly kind: 'conflict' }
  /** `expectedVersion` 0 met an entity with this id: draw another id. */
  | { readonly kind: 'exists' }
  /** The same key and the same request were answered before. */
  | { readonly kind: 'replayed'; readonly response: IdempotencyRecord['response'] }
  /** The same key came with another request. */
  | { readonly kind: 'key-reused' }
  | { readonly kind: 'upload-unavailable'; readonly uploadId: string }
  | { readonly kind: 'already-consumed' };

export type Answered = Extract<CommitOutcome, { kind: 'replayed' | 'key-reused' }>;

export interface EntityStore<State, Event> {
  load(entityId: string): Promise<Snapshot<State> | undefined>;
  /** Oldest first. */
  history(entityId: string): Promise<readonly CommittedEvents<Event>[]>;
  /**
   * All or nothing. When several conditions fail at once the answer is the first of: idempotency, version, one-time key, upload.
   * @throws on a fault of the store; the commit may or may not have happened, and a retry with the same key tells.
   */
  commit(commit: Commit<State, Event>): Promise<CommitOutcome>;
  /**
   * What was answered before to this key, read only when a command cannot be committed again: the case has moved on since the
   * first answer, and the retry must still be told what the first one was told.
   */
  answered(request: Pick<IdempotencyRecord, 'key' | 'fingerprint'>): Promise<Answered | undefined>;
}
