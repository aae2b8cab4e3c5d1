/**
 * The one order of every command: load, decide, commit. On a conflict the state is loaded and decided again, three times at
 * most; after that the caller is told that the case is busy. Nothing is sent from here.
 */
import { actorRef, type Actor } from '../domain/actor.ts';
import { clockDifference, type ClockItem } from '../domain/clock.ts';
import type { Decision, Refusal } from '../domain/decision.ts';
import type { Instant } from '../domain/time.ts';
import type { Commit, EntityStore, IdempotencyRecord, SnapshotIndex } from '../ports/entity-store.ts';

/** A decider (Decide, Evolve) with the projections that the store needs of a state. */
export interface Decider<State, Event> {
  /** Folds one event; `undefined` is the entity that does not exist yet. */
  evolve(state: State | undefined, event: Event): State;
  clocksOf(state: State): readonly ClockItem[];
  indexOf(state: State): SnapshotIndex;
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
  readonly idempotency?: Omit<IdempotencyRecord, 'response'> & { response(state: State, version: number): IdempotencyRecord['response'] };
  readonly alongside?: Pick<Commit<State, Event>, 'parties' | 'uploads' | 'consume' | 'expiresAt'>;
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
  | { readonly kind: 'busy' };

const ATTEMPTS = 3;

export async function executeCommand<State, Event>(execution: Execution<State, Event>): Promise<Execute<State>> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const outcome = await tryOnce(execution);
    if (outcome !== 'conflict') return (await answeredBefore(execution, outcome)) ?? outcome;
    if (execution.create === true) break;
  }
  return { kind: 'busy' };
}

/**
 * A retry of an answered request meets a case that has moved on and would be refused; the store remembers what it was told.
 * Asked only when nothing was committed, so that the usual command pays no read for it.
 */
async function answeredBefore<State, Event>(
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
      return store.answered({ key: idempotency.key, fingerprint: idempotency.fingerprint });
    case 'done':
    case 'replayed':
    case 'key-reused':
    case 'busy':
      return undefined;
  }
}

async function tryOnce<State, Event>(execution: Execution<State, Event>): Promise<Execute<State> | 'conflict'> {
  const { store, decider, entityId } = execution;
  const before = execution.create === true ? undefined : await store.load(entityId);
  if (before === undefined && execution.create !== true) return { kind: 'not-found' };
  const version = before?.version ?? 0;
  const decision = execution.decide(before?.state);
  if (execution.expectedVersion !== undefined && execution.expectedVersion !== version) {
    // A replay of an answered request carries the version it was made against: the store tells the two apart.
    if (execution.idempotency === undefined) return { kind: 'stale-version', current: version };
  }
  switch (decision.kind) {
    case 'refused':
      return { kind: 'refused', refusal: decision.refusal };
    case 'ignored':
      return { kind: 'ignored', reason: decision.reason, state: before?.state, version };
    case 'accepted': {
      const state = decision.events.reduce<State | undefined>((folded, event) => decider.evolve(folded, event), before?.state);
      if (state === undefined) throw new Error('a decision without an event');
      const clocks = clockDifference(before === undefined ? [] : decider.clocksOf(before.state), decider.clocksOf(state));
      const outcome = await store.commit({
        entityId,
        expectedVersion: execution.expectedVersion ?? version,
        state,
        events: decision.events,
        actor: actorRef(execution.actor),
        at: execution.at,
        index: decider.indexOf(state),
        clocks,
        ...execution.alongside,
        ...(execution.idempotency && {
          idempotency: {
            key: execution.idempotency.key,
            fingerprint: execution.idempotency.fingerprint,
            expiresAt: execution.idempotency.expiresAt,
            response: execution.idempotency.response(state, version + 1),
          },
        }),
      });
      if (outcome.kind === 'conflict') {
        return execution.expectedVersion === undefined ? 'conflict' : { kind: 'stale-version', current: version };
      }
      return outcome.kind === 'committed' ? { kind: 'done', state, version: outcome.version } : outcome;
    }
  }
}
