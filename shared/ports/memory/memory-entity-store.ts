import type { ClockItem } from '../../domain/clock.ts';
import type { Parties } from '../../domain/dossier/parties.ts';
import type { PeopleStore } from '../case-queries.ts';
import type {
  Answered,
  Commit,
  CommitOutcome,
  CommittedEvents,
  EntityStore,
  IdempotencyRecord,
  KeptRecord,
  Snapshot,
} from '../entity-store.ts';
import type { MemoryWorld, StoredCommit } from './memory-world.ts';

/** Checks what the tables check, in the same order, and writes all or nothing. */
export class MemoryEntityStore<State, Event> implements EntityStore<State, Event> {
  readonly #world: MemoryWorld;

  constructor(world: MemoryWorld) {
    this.#world = world;
  }

  load(entityId: string): Promise<Snapshot<State> | undefined> {
    const stored = this.#world.entities.get(entityId);
    return Promise.resolve(stored && { version: stored.version, state: JSON.parse(stored.state) as State });
  }

  history(entityId: string): Promise<readonly CommittedEvents<Event>[]> {
    const commits = this.#world.entities.get(entityId)?.commits ?? [];
    return Promise.resolve(
      commits.map(({ version, at, actor, events }) => ({
        version,
        at,
        actor,
        events: JSON.parse(events) as readonly Event[],
      })),
    );
  }

  answered(request: Pick<IdempotencyRecord, 'key' | 'fingerprint'>): Promise<Answered | undefined> {
    return Promise.resolve(this.#answered(request, this.#world.clock.now()));
  }

  async commit(commit: Commit<State, Event>): Promise<CommitOutcome> {
    const fault = await this.#world.beforeCommit();
    if (fault === 'before-write') throw new Error('planned fault before the write');
    const outcome = this.#check(commit) ?? this.#write(commit);
    if (fault === 'after-write') throw new Error('planned fault after the write');
    return outcome;
  }

  #answered(request: Pick<IdempotencyRecord, 'key' | 'fingerprint'>, now: string): Answered | undefined {
    const answer = this.#world.answers.get(request.key);
    if (answer === undefined || answer.expiresAt < now) return undefined;
    return answer.fingerprint === request.fingerprint
      ? { kind: 'replayed', response: structuredClone(answer.response) }
      : { kind: 'key-reused' };
  }

  #check(commit: Commit<State, Event>): CommitOutcome | undefined {
    const { entities, consumed, uploads } = this.#world;
    const answered = commit.idempotency && this.#answered(commit.idempotency, commit.at);
    if (answered !== undefined) return answered;
    const version = entities.get(commit.entityId)?.version ?? 0;
    if (version !== commit.expectedVersion) return { kind: commit.expectedVersion === 0 ? 'exists' : 'conflict' };
    if (commit.consume !== undefined && consumed.has(commit.consume)) return { kind: 'already-consumed' };
    const unavailable = commit.uploads?.find((uploadId) => {
      const upload = uploads.get(uploadId)?.upload;
      return upload?.status !== 'complete' || (upload.takenBy ?? commit.entityId) !== commit.entityId;
    });
    return unavailable === undefined ? undefined : { kind: 'upload-unavailable', uploadId: unavailable };
  }

  #write(commit: Commit<State, Event>): CommitOutcome {
    const { entities, people, kept, listings, answers, uploads, consumed, stream } = this.#world;
    const { entityId, at, actor, index } = commit;
    const before = entities.get(entityId);
    const version = commit.expectedVersion + 1;
    const committed: StoredCommit = { entityId, version, at, actor, events: JSON.stringify(commit.events) };
    const commits = [...(before?.commits ?? []), committed];
    const clocks = new Map<string, ClockItem>(before?.clocks);
    for (const clockId of commit.clocks.remove) clocks.delete(clockId);
    for (const clock of commit.clocks.put) clocks.set(clock.clockId, structuredClone(clock));
    entities.set(entityId, { version, state: JSON.stringify(commit.state), index: { ...index }, clocks, commits });
    stream.push(committed);
    for (const { record, value, phone } of commit.keep ?? []) {
      kept.set(`${entityId} ${record}`, { entityId, kept: JSON.stringify(value), ...(phone && { phone }) });
    }
    for (const { list, key } of commit.listings?.remove ?? []) listings.delete(`${list} ${key}`);
    for (const item of commit.listings?.put ?? []) listings.set(`${item.list} ${item.key}`, structuredClone(item));
    if (commit.parties) {
      const { value, phoneHash, filedAt } = commit.parties;
      people.set(entityId, { parties: JSON.stringify(value), phoneHash, filedAt });
    }
    if (commit.idempotency) answers.set(commit.idempotency.key, structuredClone(commit.idempotency));
    if (commit.consume !== undefined) consumed.add(commit.consume);
    for (const uploadId of commit.uploads ?? []) {
      const stored = uploads.get(uploadId);
      if (stored?.upload.status !== 'complete') continue;
      uploads.set(uploadId, { ...stored, upload: { ...stored.upload, takenBy: entityId } });
    }
    return { kind: 'committed', version };
  }
}

export class MemoryPeople implements PeopleStore {
  readonly #world: MemoryWorld;

  constructor(world: MemoryWorld) {
    this.#world = world;
  }

  parties(entityId: string): Promise<Parties | undefined> {
    const stored = this.#world.people.get(entityId);
    return Promise.resolve(stored && (JSON.parse(stored.parties) as Parties));
  }

  kept(entityId: string, record: KeptRecord['record']): Promise<unknown> {
    const stored = this.#world.kept.get(`${entityId} ${record}`);
    return Promise.resolve(stored && (JSON.parse(stored.kept) as unknown));
  }
}
