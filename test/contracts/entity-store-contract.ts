/** What every entity store must do; run for the one in memory and for the one in DynamoDB. */
import { describe, expect, it } from 'vitest';
import type { Commit, EntityStore } from '../../shared/ports/entity-store.ts';
import type { CaseQueries, PeopleStore } from '../../shared/ports/case-queries.ts';
import type { UploadStore } from '../../shared/ports/short-lived.ts';
import type { SteppableClock } from '../../shared/ports/memory/memory-outside.ts';
import { timerBucket } from '../../shared/ports/timer-bucket.ts';

export interface Counter {
  readonly count: number;
  readonly note?: string;
}
export interface Counted {
  readonly type: 'Counted';
  readonly to: number;
}

export interface StoreUnderTest {
  readonly store: EntityStore<Counter, Counted>;
  readonly queries: CaseQueries;
  readonly people: PeopleStore;
  readonly uploads: UploadStore;
  readonly clock: SteppableClock;
}

export const at = '2026-11-23T02:00:00.000Z';
const later = '2026-11-24T02:00:00.000Z';

export function commitTo(
  entityId: string,
  expectedVersion: number,
  more: Partial<Commit<Counter, Counted>> = {},
): Commit<Counter, Counted> {
  return {
    entityId,
    expectedVersion,
    state: { count: expectedVersion + 1 },
    events: [{ type: 'Counted', to: expectedVersion + 1 }],
    actor: 'staff:s1',
    at,
    index: {},
    clocks: { put: [], remove: [] },
    ...more,
  };
}

const answer = (key: string, fingerprint: string, expiresAt = later) => ({
  key,
  fingerprint,
  expiresAt,
  response: { status: 201, body: { code: 'X', list: [1] } },
});

async function uploaded(uploads: UploadStore, uploadId: string): Promise<void> {
  await uploads.expect({ uploadId, fileName: 'Đơn.pdf', contentType: 'application/pdf', expiresAt: later });
  await uploads.complete({ uploadId, contentType: 'application/pdf', bytes: 3, sha256: 'abc' });
}

const phoneParties = {
  applicant: { name: 'Nguyễn Thị Ánh', phone: '+84912345678', address: 'Phú Lợi' },
  owner: { kind: 'citizen', name: 'Nguyễn Thị Ánh', address: 'Phú Lợi' },
  request: 'Đăng ký',
  fileNames: {},
} as const;

export function describeEntityStore(name: string, make: () => Promise<StoreUnderTest>): void {
  describe(`${name}: commits`, () => {
    it('keeps state and events, version by version', async () => {
      const { store } = await make();
      expect(await store.load('case#A')).toBeUndefined();
      expect(await store.history('case#A')).toEqual([]);
      expect(await store.commit(commitTo('case#A', 0))).toEqual({ kind: 'committed', version: 1 });
      expect(await store.commit(commitTo('case#A', 1, { state: { count: 2, note: 'Ánh 🌸' } }))).toEqual({
        kind: 'committed',
        version: 2,
      });
      expect(await store.load('case#A')).toEqual({ version: 2, state: { count: 2, note: 'Ánh 🌸' } });
      expect(await store.history('case#A')).toEqual([
        { version: 1, at, actor: 'staff:s1', events: [{ type: 'Counted', to: 1 }] },
        { version: 2, at, actor: 'staff:s1', events: [{ type: 'Counted', to: 2 }] },
      ]);
    });

    it('keeps a history of more than nine commits in order', async () => {
      const { store } = await make();
      for (let version = 0; version < 12; version++) await store.commit(commitTo('case#A', version));
      expect((await store.history('case#A')).map(({ version }) => version)).toEqual([
        1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12,
      ]);
    });

    it('tells a lost race from an id that is taken', async () => {
      const { store } = await make();
      await store.commit(commitTo('case#A', 0));
      expect(await store.commit(commitTo('case#A', 0))).toEqual({ kind: 'exists' });
      await store.commit(commitTo('case#A', 1));
      expect(await store.commit(commitTo('case#A', 1))).toEqual({ kind: 'conflict' });
      expect(await store.commit(commitTo('case#B', 1))).toEqual({ kind: 'conflict' });
      expect(await store.load('case#A')).toMatchObject({ version: 2 });
      expect(await store.history('case#A')).toHaveLength(2);
    });

    it('lets exactly one of two commits made at once win', async () => {
      const { store } = await make();
      await store.commit(commitTo('case#A', 0));
      const outcomes = await Promise.all(
        [1, 2, 3, 4].map((count) => store.commit(commitTo('case#A', 1, { state: { count } }))),
      );
      expect(outcomes.map(({ kind }) => kind).sort()).toEqual(['committed', 'conflict', 'conflict', 'conflict']);
      expect(await store.history('case#A')).toHaveLength(2);
    });

    it('does not share what it stores with the caller', async () => {
      const { store } = await make();
      const state = { count: 1 };
      await store.commit(commitTo('case#A', 0, { state }));
      state.count = 99;
      expect(await store.load('case#A')).toMatchObject({ state: { count: 1 } });
    });
  });

  describe(`${name}: idempotency`, () => {
    it('answers a repeated request as the first time, and writes nothing', async () => {
      const { store } = await make();
      const first = commitTo('case#A', 0, { idempotency: answer('k1', 'f1') });
      await store.commit(first);
      expect(await store.commit(first)).toEqual({
        kind: 'replayed',
        response: { status: 201, body: { code: 'X', list: [1] } },
      });
      expect(await store.commit(commitTo('case#B', 0, { idempotency: answer('k1', 'f1') }))).toMatchObject({
        kind: 'replayed',
      });
      expect(await store.load('case#B')).toBeUndefined();
      expect(await store.answered({ key: 'k1', fingerprint: 'f1' })).toMatchObject({
        kind: 'replayed',
        response: { status: 201 },
      });
    });

    it('refuses a key that came with another request', async () => {
      const { store } = await make();
      await store.commit(commitTo('case#A', 0, { idempotency: answer('k1', 'f1') }));
      expect(await store.commit(commitTo('case#B', 0, { idempotency: answer('k1', 'f2') }))).toEqual({
        kind: 'key-reused',
      });
      expect(await store.load('case#B')).toBeUndefined();
      expect(await store.answered({ key: 'k1', fingerprint: 'f2' })).toEqual({ kind: 'key-reused' });
    });

    it('remembers nothing of a commit that failed', async () => {
      const { store } = await make();
      await store.commit(commitTo('case#A', 0));
      await store.commit(commitTo('case#A', 0, { idempotency: answer('k1', 'f1') }));
      expect(await store.answered({ key: 'k1', fingerprint: 'f1' })).toBeUndefined();
    });

    it('forgets an answer when it has expired, though it may still lie there', async () => {
      const { store, clock } = await make();
      await store.commit(commitTo('case#A', 0, { idempotency: answer('k1', 'f1', '2026-11-23T03:00:00.000Z') }));
      clock.set('2026-11-23T03:00:01.000Z');
      expect(await store.answered({ key: 'k1', fingerprint: 'f1' })).toBeUndefined();
      const again = commitTo('case#B', 0, { at: clock.now(), idempotency: answer('k1', 'f2') });
      expect(await store.commit(again)).toMatchObject({ kind: 'committed' });
    });
  });

  describe(`${name}: what a commit takes along`, () => {
    it('takes complete uploads, once', async () => {
      const { store, uploads } = await make();
      await uploaded(uploads, 'u1');
      await uploaded(uploads, 'u2');
      expect(await store.commit(commitTo('case#A', 0, { uploads: ['u1', 'u2', 'u1'] }))).toMatchObject({
        kind: 'committed',
      });
      expect(await uploads.find(['u2', 'u1'])).toMatchObject([{ takenBy: 'case#A' }, { takenBy: 'case#A' }]);
      expect(await store.commit(commitTo('case#B', 0, { uploads: ['u1'] }))).toEqual({
        kind: 'upload-unavailable',
        uploadId: 'u1',
      });
      expect(await store.load('case#B')).toBeUndefined();
      expect(await store.commit(commitTo('case#A', 1, { uploads: ['u1'] }))).toMatchObject({ kind: 'committed' });
    });

    it('keeps an upload that it took, whoever expects and checks it once more', async () => {
      const { store, uploads } = await make();
      await uploaded(uploads, 'u1');
      await store.commit(commitTo('case#A', 0, { uploads: ['u1'] }));
      await uploaded(uploads, 'u1');
      expect(await uploads.find(['u1'])).toMatchObject([{ status: 'complete', takenBy: 'case#A' }]);
    });

    it('takes no upload that is unknown or not complete', async () => {
      const { store, uploads } = await make();
      await uploads.expect({ uploadId: 'u1', fileName: 'a', contentType: 'image/png', expiresAt: later });
      expect(await store.commit(commitTo('case#A', 0, { uploads: ['u1'] }))).toEqual({
        kind: 'upload-unavailable',
        uploadId: 'u1',
      });
      expect(await store.commit(commitTo('case#A', 0, { uploads: ['u9'] }))).toEqual({
        kind: 'upload-unavailable',
        uploadId: 'u9',
      });
    });

    it('uses a one-time key up', async () => {
      const { store } = await make();
      await store.commit(commitTo('sign-in#1', 0, { consume: 'token-1' }));
      expect(await store.commit(commitTo('sign-in#2', 0, { consume: 'token-1' }))).toEqual({
        kind: 'already-consumed',
      });
      expect(await store.load('sign-in#2')).toBeUndefined();
    });

    it('says first what was answered, then who was faster, then what is used up', async () => {
      const { store } = await make();
      await store.commit(commitTo('case#A', 0, { consume: 'c1', idempotency: answer('k1', 'f1') }));
      const again = commitTo('case#A', 0, { consume: 'c1', uploads: ['u9'] });
      expect(await store.commit({ ...again, idempotency: answer('k1', 'f1') })).toMatchObject({ kind: 'replayed' });
      expect(await store.commit(again)).toEqual({ kind: 'exists' });
      expect(await store.commit({ ...again, entityId: 'case#B' })).toEqual({ kind: 'already-consumed' });
    });

    it('keeps people apart, whole, and found by phone, newest first', async () => {
      const { store, people, queries } = await make();
      const parties = (filedAt: string) => ({ value: phoneParties, phoneHash: 'h1', filedAt });
      await store.commit(commitTo('case#A', 0, { parties: parties(at) }));
      await store.commit(commitTo('case#B', 0, { parties: parties(later) }));
      expect(await people.parties('case#A')).toEqual(phoneParties);
      expect(await people.parties('case#C')).toBeUndefined();
      expect(await queries.casesByPhone('h1', 10)).toEqual(['case#B', 'case#A']);
      expect(await queries.casesByPhone('h1', 1)).toEqual(['case#B']);
      expect(await queries.casesByPhone('h2', 10)).toEqual([]);
    });
  });

  describeIndexes(name, make);
}

function describeIndexes(name: string, make: () => Promise<StoreUnderTest>): void {
  describe(`${name}: indexes`, () => {
    it('finds an entity by its dossier code, and no longer when it is taken off', async () => {
      const { store, queries } = await make();
      await store.commit(commitTo('case#A', 0, { index: { dossierCode: 'H09-1' } }));
      expect(await queries.entityByDossierCode('H09-1')).toBe('case#A');
      await store.commit(commitTo('case#A', 1));
      expect(await queries.entityByDossierCode('H09-1')).toBeUndefined();
    });

    it('lists the cases of a counter page by page, newest first', async () => {
      const { store, queries } = await make();
      for (let day = 1; day <= 5; day++) {
        await store.commit(
          commitTo(`case#${String(day)}`, 0, {
            index: { counterId: 'c1', filedAt: `2026-11-0${String(day)}T00:00:00.000Z` },
          }),
        );
      }
      await store.commit(commitTo('case#x', 0, { index: { counterId: 'c2', filedAt: at } }));
      const first = await queries.casesAtCounter('c1', { limit: 2 });
      expect(first.items).toEqual(['case#5', 'case#4']);
      const second = await queries.casesAtCounter('c1', { limit: 2, next: first.next ?? '' });
      expect(second.items).toEqual(['case#3', 'case#2']);
      const third = await queries.casesAtCounter('c1', { limit: 2, next: second.next ?? '' });
      expect(third.items).toEqual(['case#1']);
      expect(third.next).toBeUndefined();
    });

    it('lists the cases of a counter filed in a span of time, its ends included', async () => {
      const { store, queries } = await make();
      const days = [
        '2026-11-01T16:59:59.999Z',
        '2026-11-01T17:00:00.000Z',
        '2026-11-02T16:59:59.999Z',
        '2026-11-02T17:00:00.000Z',
      ];
      for (const [number, filedAt] of days.entries()) {
        await store.commit(commitTo(`case#${String(number)}`, 0, { index: { counterId: 'c1', filedAt } }));
      }
      const filed = ['2026-11-01T17:00:00.000Z', '2026-11-02T16:59:59.999Z'] as const;
      const first = await queries.casesAtCounter('c1', { limit: 1, filed });
      expect(first.items).toEqual(['case#2']);
      const second = await queries.casesAtCounter('c1', { limit: 5, filed, next: first.next ?? '' });
      expect(second.items).toEqual(['case#1']);
    });

    it('starts from the beginning when the position is made up', async () => {
      const { store, queries } = await make();
      await store.commit(commitTo('case#1', 0, { index: { counterId: 'c1', filedAt: at } }));
      const tooLong = JSON.stringify(['case#1', 'x'.repeat(1400), at]);
      for (const made of ['["a"]', '[1,2,3]', '["","",""]', tooLong]) {
        const next = Buffer.from(made).toString('base64url');
        expect((await queries.casesAtCounter('c1', { limit: 2, next })).items).toEqual(['case#1']);
      }
      for (const next of ['', 'rubbish']) {
        expect((await queries.casesAtCounter('c1', { limit: 2, next })).items).toEqual(['case#1']);
      }
    });

    it('lists the open work of a unit, soonest first, until its clock is removed', async () => {
      const { store, queries } = await make();
      const work = (dueAt: string, officerId?: string) => ({ unitId: 'u1', dueAt, ...(officerId && { officerId }) });
      const put = [
        { clockId: 'case', work: work(later) },
        { clockId: 'step:s1', work: work(at, 's7') },
      ];
      await store.commit(commitTo('case#A', 0, { clocks: { put, remove: [] } }));
      expect((await queries.openWork('u1', { limit: 10 })).items).toEqual([
        { entityId: 'case#A', clockId: 'step:s1', dueAt: at, officerId: 's7' },
        { entityId: 'case#A', clockId: 'case', dueAt: later },
      ]);
      const first = await queries.openWork('u1', { limit: 1 });
      expect((await queries.openWork('u1', { limit: 1, next: first.next ?? '' })).items).toMatchObject([
        { clockId: 'case' },
      ]);
      await store.commit(commitTo('case#A', 1, { clocks: { put: [], remove: ['step:s1'] } }));
      expect((await queries.openWork('u1', { limit: 10 })).items).toMatchObject([{ clockId: 'case' }]);
    });

    it('finds due timers in the bucket of their entity, oldest first', async () => {
      const { store, queries } = await make();
      const bucket = timerBucket('case#A');
      const timer = (clockId: string, ringsAt: string) => ({ clockId, timer: { level: 1, at: ringsAt } });
      const put = [timer('a', '2026-11-23T01:00:00.000Z'), timer('b', '2026-11-22T01:00:00.000Z'), timer('c', later)];
      await store.commit(commitTo('case#A', 0, { clocks: { put, remove: [] } }));
      expect(await queries.dueTimers(bucket, at, 10)).toEqual([
        { entityId: 'case#A', clockId: 'b', at: '2026-11-22T01:00:00.000Z' },
        { entityId: 'case#A', clockId: 'a', at: '2026-11-23T01:00:00.000Z' },
      ]);
      expect(await queries.dueTimers(bucket, at, 1)).toMatchObject([{ clockId: 'b' }]);
      expect(await queries.dueTimers((bucket + 1) % 8, at, 10)).toEqual([]);
    });

    it('lists every running timer of a bucket, page by page', async () => {
      const { store, queries } = await make();
      const bucket = timerBucket('case#A');
      const put = ['a', 'b', 'c'].map((clockId, day) => ({
        clockId,
        timer: { level: 1, at: `2027-01-0${String(day + 1)}T01:00:00.000Z` },
      }));
      await store.commit(commitTo('case#A', 0, { clocks: { put, remove: [] } }));
      const first = await queries.runningTimers(bucket, { limit: 2 });
      expect(first.items.map(({ clockId }) => clockId)).toEqual(['a', 'b']);
      const second = await queries.runningTimers(bucket, { limit: 2, next: first.next ?? '' });
      expect(second.items).toEqual([{ entityId: 'case#A', clockId: 'c', at: '2027-01-03T01:00:00.000Z' }]);
      expect((await queries.runningTimers((bucket + 1) % 8, { limit: 2 })).items).toEqual([]);
    });

    it('lists what a unit decided between two instants, both included, page by page', async () => {
      const { store, queries } = await make();
      for (const [number, hour] of ['01', '02', '03', '04'].entries()) {
        const decidedAt = `2026-11-23T${hour}:00:00.000Z`;
        const index = { decidedBy: 'u1', decidedAt, punctuality: number === 1 ? 'late' : 'on-time' };
        await store.commit(commitTo(`case#${String(number)}`, 0, { index }));
      }
      await store.commit(commitTo('case#9', 0, { index: { decidedBy: 'u2', decidedAt: at, punctuality: 'early' } }));
      const asked = { from: at, to: '2026-11-23T04:00:00.000Z', limit: 2 };
      const first = await queries.decidedBy('u1', asked);
      expect(first.items).toEqual([
        { entityId: 'case#1', decidedAt: at, punctuality: 'late' },
        { entityId: 'case#2', decidedAt: '2026-11-23T03:00:00.000Z', punctuality: 'on-time' },
      ]);
      const second = await queries.decidedBy('u1', { ...asked, next: first.next ?? '' });
      expect(second.items.map(({ entityId }) => entityId)).toEqual(['case#3']);
    });

    it('postpones a timer only where it still stands', async () => {
      const { store, queries } = await make();
      const bucket = timerBucket('case#A');
      const put = [{ clockId: 'a', timer: { level: 1, at: '2026-11-23T01:00:00.000Z' } }];
      await store.commit(commitTo('case#A', 0, { clocks: { put, remove: [] } }));
      const [due] = await queries.dueTimers(bucket, at, 10);
      if (due === undefined) throw new Error('no timer');
      await queries.postponeTimer(due, '2026-11-23T02:30:00.000Z');
      expect(await queries.dueTimers(bucket, at, 10)).toEqual([]);
      await queries.postponeTimer(due, '2026-11-23T01:30:00.000Z');
      expect(await queries.dueTimers(bucket, '2026-11-23T02:30:00.000Z', 10)).toMatchObject([
        { at: '2026-11-23T02:30:00.000Z' },
      ]);
      await store.commit(commitTo('case#A', 1, { clocks: { put: [], remove: ['a'] } }));
      await queries.postponeTimer({ ...due, at: '2026-11-23T02:30:00.000Z' }, at);
      expect(await queries.dueTimers(bucket, later, 10)).toEqual([]);
    });
  });
}
