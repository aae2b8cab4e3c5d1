import { describe, expect, it } from 'vitest';
import { accept, ignore, refuse, type Decision } from '../domain/decision.ts';
import type { EntityStore } from '../ports/entity-store.ts';
import { MemoryCaseQueries } from '../ports/memory/memory-case-queries.ts';
import { MemoryEntityStore } from '../ports/memory/memory-entity-store.ts';
import { SteppableClock } from '../ports/memory/memory-outside.ts';
import { MemoryWorld } from '../ports/memory/memory-world.ts';
import { executeCommand, type Decider, type Execution } from './execute-command.ts';

/** A door: it can be opened once and closed once; closed, nothing more can be done to it. */
interface Door {
  readonly status: 'open' | 'closed';
  readonly times: number;
}
type DoorEvent = 'Opened' | 'Closed' | 'Knocked';

const at = '2026-11-23T02:00:00.000Z';
const decider: Decider<Door, DoorEvent> = {
  evolve: (door, event) => ({
    status: event === 'Closed' ? 'closed' : 'open',
    times: (door?.times ?? 0) + 1,
  }),
  clocksOf: (door) =>
    door.status === 'open' ? [{ clockId: 'open', work: { unitId: 'u1', dueAt: '2026-11-24T02:00:00.000Z' } }] : [],
  indexOf: () => ({}),
};

const knock = (door: Door | undefined): Decision<DoorEvent> =>
  door?.status === 'closed' ? refuse('door-closed', { sort: 'conflict' }) : accept('Knocked');
const close = (door: Door | undefined): Decision<DoorEvent> =>
  door?.status === 'closed' ? ignore('closed already') : accept('Closed');

function make() {
  const world = new MemoryWorld(new SteppableClock(at));
  const store: EntityStore<Door, DoorEvent> = new MemoryEntityStore(world);
  const run = (decide: Execution<Door, DoorEvent>['decide'], more: Partial<Execution<Door, DoorEvent>> = {}) =>
    executeCommand({ store, decider, entityId: 'case#1', actor: { kind: 'citizen' }, at, decide, ...more });
  return { world, store, run, open: () => run(() => accept('Opened'), { create: true }) };
}

const retry = (key: string, fingerprint = 'f1') => ({
  idempotency: {
    key,
    fingerprint,
    expiresAt: '2026-11-24T02:00:00.000Z',
    response: (door: Door, version: number) => ({ status: 200, body: { times: door.times, version } }),
  },
});

describe('a command', () => {
  it('loads, decides and commits all events as one version', async () => {
    const { run, open, world } = make();
    expect(await open()).toEqual({ kind: 'done', state: { status: 'open', times: 1 }, version: 1 });
    expect(await run(() => accept<DoorEvent>('Knocked', 'Closed'))).toEqual({
      kind: 'done',
      state: { status: 'closed', times: 3 },
      version: 2,
    });
    expect(world.stream.map(({ events }) => events)).toEqual(['["Opened"]', '["Knocked","Closed"]']);
  });

  it('starts and stops the clocks of the state', async () => {
    const { run, open, world } = make();
    const openWork = async () => (await new MemoryCaseQueries(world).openWork('u1', { limit: 9 })).items.length;
    await open();
    expect(await openWork()).toBe(1);
    await run(close);
    expect(await openWork()).toBe(0);
  });

  it('leaves nothing behind when it is refused, ignored or meets nothing', async () => {
    const { run, open, world } = make();
    expect(await run(close)).toEqual({ kind: 'not-found' });
    await open();
    await run(close);
    expect(await run(knock)).toMatchObject({ kind: 'refused', refusal: { rule: 'door-closed' } });
    expect(await run(close)).toEqual({
      kind: 'ignored',
      reason: 'closed already',
      state: { status: 'closed', times: 2 },
      version: 2,
    });
    expect(world.stream).toHaveLength(2);
  });

  it('decides again on the new state when somebody was faster', async () => {
    const { run, open, world } = make();
    await open();
    world.interleaveNextCommit(() => run(close));
    expect(await run(knock)).toMatchObject({ kind: 'refused', refusal: { rule: 'door-closed' } });
    expect(world.stream).toHaveLength(2);
  });

  it('gives up after three lost races and says so', async () => {
    const { run, open, world } = make();
    await open();
    // Interleaved acts are taken in order: each of ours meets one, and what it runs meets a peaceful one.
    for (let race = 0; race < 3; race++) {
      world.interleaveNextCommit(() => run(knock));
      world.interleaveNextCommit(() => Promise.resolve());
    }
    expect(await run(knock)).toEqual({ kind: 'busy' });
    expect(world.stream).toHaveLength(4);
  });

  it('tells an id that is taken from any other trouble', async () => {
    const { open } = make();
    await open();
    expect(await open()).toEqual({ kind: 'exists' });
  });

  it('is stale when it was decided on an older version, also when the other was faster by a moment', async () => {
    const { run, open, world } = make();
    await open();
    await run(knock);
    expect(await run(knock, { expectedVersion: 1 })).toEqual({ kind: 'stale-version', current: 2 });
    world.interleaveNextCommit(() => run(knock));
    expect(await run(knock, { expectedVersion: 2 })).toEqual({ kind: 'stale-version', current: 3 });
    expect(await run(knock, { expectedVersion: 3 })).toMatchObject({ kind: 'done', version: 4 });
  });
});

describe('a retried command', () => {
  const first = { kind: 'replayed', response: { status: 200, body: { times: 2, version: 2 } } };

  it('is answered as the first time, though the state has moved on', async () => {
    const { run, open, world } = make();
    await open();
    await run(close, retry('k1'));
    expect(await run(close, retry('k1'))).toEqual(first);
    expect(await run(knock, retry('k1'))).toEqual(first);
    expect(await run(close, { ...retry('k1'), expectedVersion: 1 })).toEqual(first);
    expect(world.stream).toHaveLength(2);
  });

  it('with another body is told that its key is used', async () => {
    const { run, open } = make();
    await open();
    await run(close, retry('k1'));
    expect(await run(close, retry('k1', 'f2'))).toEqual({ kind: 'key-reused' });
    expect(await run(knock, { ...retry('k1', 'f2'), expectedVersion: 1 })).toEqual({ kind: 'key-reused' });
  });

  it('after a crash behind the commit is answered and committed once', async () => {
    const { run, open, world } = make();
    await open();
    world.failNextCommit('after-write');
    await expect(run(knock, retry('k1'))).rejects.toThrow('after the write');
    expect(await run(knock, retry('k1'))).toEqual(first);
    expect(world.stream).toHaveLength(2);
  });

  it('after a crash before the commit is a first try', async () => {
    const { run, open, world } = make();
    await open();
    world.failNextCommit('before-write');
    await expect(run(knock, retry('k1'))).rejects.toThrow('before the write');
    expect(await run(knock, retry('k1'))).toMatchObject({ kind: 'done', version: 2 });
  });

  it('that created something finds it again, under the id of the first time', async () => {
    const { run, world } = make();
    const create = (entityId: string) => run(() => accept('Opened'), { create: true, entityId, ...retry('k1') });
    await create('case#1');
    expect(await create('case#2')).toMatchObject({ kind: 'replayed' });
    expect([...world.entities.keys()]).toEqual(['case#1']);
  });

  it('is a refusal like any other when it was never answered', async () => {
    const { run, open } = make();
    await open();
    await run(close);
    expect(await run(knock, retry('k9'))).toMatchObject({ kind: 'refused' });
  });
});
