/**
 * The one order of every command: load, decide, commit. On a conflict the state is loaded and decided again, three times at
 * most; after that the caller is told that the case is busy. Nothing is sent from here.
 *
 * A retry of an answered request finds a state that has moved on, so it may be refused, ignored or stale where the first one was
 * accepted. Only on those paths is the idempotency record looked up first: the usual command stays one read and one write.
 */
import { actorRef, type Actor } from '../domain/actor.ts';
import { clockDifference, type ClockItem } from '../domain/clock.ts';
import type { Decision, Refusal } from '../domain/decision.ts';
import type { Instant } from '../domain/time.ts';
import type {
  Commit,
  EntityStore,
  IdempotencyRecord,
  ListingItem,
  Snapshot,
  SnapshotIndex,
} from '../ports/entity-store.ts';

/** A decider (Decide, Evolve) with the projections that the store needs of a state. */
export interface Decider<State, Event> {
  /** Folds one event; `undefined` is the entity that does not exist yet. */
  evolve(state: State | undefined, event: Event): State;
  clocksOf(state: State): readonly ClockItem[];
  indexOf(state: State): SnapshotIndex;
  /** Its items in lists; none when absent. */
  listingsOf?(state: State): readonly ListingItem[];
}

export interface Execution<State, Event> {
  readonly store: EntityStore<State, Event>;
  readonly decider: Decider<State, Event>;
  readonly entityId: string;
  readonly actor: Actor;
  readonly at: Instant;
  /** Pure; called again after a conflict. */
  decide(state: State | undefined): Decision<Event>;
  /** Refuses when the case is not at this version (If-Match). */
  readonly expectedVersion?: number;
  /** True when the entity must not exist yet: saves the read. */
  readonly create?: boolean;
  readonly idempotency?: Omit<IdempotencyRecord, 'response'> & {
    response(state: State, version: number): IdempotencyRecord['response'];
  };
  readonly alongside?: Pick<Commit<State, Event>, 'parties' | 'keep' | 'uploads' | 'consume' | 'expiresAt'>;
}

export type Execute<State> =
  | { readonly kind: 'done'; readonly state: State; readonly version: number }
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  | { readonly kind: 'ignored'; readonly reason: string; readonly state: State | undefined; readonly version: number }
  | { readonly kind: 'not-found' }
  | { readonly kind: 'stale-version'; readonly current: number }
  | { readonly kind: 'replayed'; readonly response: IdempotencyRecord['response'] }
  | { readonly kind: 'key-reused' }
  | { readonly kind: 'upload-unavailable'; readonly uploadId: string }
  | { readonly kind: 'already-consumed' }
  /** `create` met an entity with this id: draw another id. */
  | { readonly kind: 'exists' }
  | { readonly kind: 'busy' };

const ATTEMPTS = 3;

/**
 * An item of the tables may hold 400 KB, and what does not fit would be a fault after the decision. So people are told before: from
 * `ROOMY` on a case takes no more long texts, only acts that add little (`SMALL`) or end it; from `FULL` on, nothing that adds. What is left
 * above is for workers and timers, which nobody could answer. Bytes.
 */
const ROOMY = 300 * 1024;
const FULL = 380 * 1024;
const SMALL = 2 * 1024;

export async function executeCommand<State, Event>(execution: Execution<State, Event>): Promise<Execute<State>> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const outcome = await tryOnce(execution);
    if (outcome.kind !== 'conflict') return (await earlierAnswer(execution, outcome)) ?? outcome;
  }
  const busy = { kind: 'busy' } as const;
  return (await earlierAnswer(execution, busy)) ?? busy;
}

/** Outcomes that a retry of an already answered request can meet. */
async function earlierAnswer<State, Event>(
  { store, idempotency }: Execution<State, Event>,
  outcome: Execute<State>,
): Promise<Execute<State> | undefined> {
  if (idempotency === undefined) return undefined;
  switch (outcome.kind) {
    case 'refused':
    case 'ignored':
    case 'not-found':
    case 'stale-version':
    case 'upload-unavailable':
    case 'already-consumed':
    case 'exists':
    case 'busy':
      return store.answered({ key: idempotency.key, fingerprint: idempotency.fingerprint });
    case 'done':
    case 'replayed':
    case 'key-reused':
      return undefined;
    default:
      return outcome satisfies never;
  }
}

async function tryOnce<State, Event>(
  execution: Execution<State, Event>,
): Promise<Execute<State> | { readonly kind: 'conflict' }> {
  const { store, entityId, create, expectedVersion } = execution;
  const before = create === true ? undefined : await store.load(entityId);
  if (before === undefined && create !== true) return { kind: 'not-found' };
  const version = before?.version ?? 0;
  if (expectedVersion !== undefined && expectedVersion !== version) return { kind: 'stale-version', current: version };
  const decision = execution.decide(before?.state);
  switch (decision.kind) {
    case 'refused':
      return { kind: 'refused', refusal: decision.refusal };
    case 'ignored':
      return { kind: 'ignored', reason: decision.reason, state: before?.state, version };
    case 'accepted': {
      const commit = commitOf(execution, before, decision.events);
      if (execution.actor.kind !== 'system' && isTooLarge(before?.state, commit))
        return { kind: 'refused', refusal: { rule: 'case-full', sort: 'rule' } };
      const outcome = await store.commit(commit);
      return outcome.kind === 'committed' ? { kind: 'done', state: commit.state, version: outcome.version } : outcome;
    }
    default:
      return decision satisfies never;
  }
}

function isTooLarge(before: unknown, { state, events }: Pick<Commit<unknown, unknown>, 'state' | 'events'>): boolean {
  const size = Math.max(bytesOf(state), bytesOf(events));
  if (size <= ROOMY) return false;
  const added = size - (before === undefined ? 0 : bytesOf(before));
  return size <= FULL ? added > SMALL : added > 0;
}

function bytesOf(value: unknown): number {
  return Buffer.byteLength(JSON.stringify(value));
}

function commitOf<State, Event>(
  { decider, entityId, actor, at, alongside, idempotency }: Execution<State, Event>,
  before: Snapshot<State> | undefined,
  events: readonly [Event, ...Event[]],
): Commit<State, Event> {
  const [first, ...rest] = events;
  const state = rest.reduce((folded, event) => decider.evolve(folded, event), decider.evolve(before?.state, first));
  const version = before?.version ?? 0;
  return {
    entityId,
    expectedVersion: version,
    state,
    events,
    actor: actorRef(actor),
    at,
    index: decider.indexOf(state),
    clocks: clockDifference(before === undefined ? [] : decider.clocksOf(before.state), decider.clocksOf(state)),
    ...listingsOf(decider, before?.state, state),
    ...alongside,
    ...(idempotency && {
      idempotency: {
        key: idempotency.key,
        fingerprint: idempotency.fingerprint,
        expiresAt: idempotency.expiresAt,
        response: idempotency.response(state, version + 1),
      },
    }),
  };
}

/** What a commit must write and delete to bring the lists from one state's items to the next state's. */
function listingsOf<State>(
  { listingsOf: itemsOf }: Pick<Decider<State, never>, 'listingsOf'>,
  before: State | undefined,
  after: State,
): Pick<Commit<State, never>, 'listings'> {
  if (itemsOf === undefined) return {};
  const placeOf = ({ list, key }: ListingItem): string => `${list} ${key}`;
  const old = new Map(before === undefined ? [] : itemsOf(before).map((item) => [placeOf(item), item]));
  const next = itemsOf(after);
  const places = new Set(next.map(placeOf));
  const put = next.filter((item) => JSON.stringify(old.get(placeOf(item))) !== JSON.stringify(item));
  const remove = [...old.values()].filter((item) => !places.has(placeOf(item))).map(({ list, key }) => ({ list, key }));
  return put.length + remove.length === 0 ? {} : { listings: { put, remove } };
}
