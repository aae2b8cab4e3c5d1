import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RunningOffice } from '../relay/testing/running-office.ts';
import type { Instant } from '../../shared/domain/time.ts';
import { addMinutes } from '../../shared/domain/time.ts';
import { TIMER_BUCKETS, type DueTimer } from '../../shared/ports/case-queries.ts';
import { MailRoom } from '../mail/incoming/testing/mail-room.ts';
import { ringTimer } from './ring-timer.ts';
import { POSTPONE_MINUTES, sweepTimers, type Rung, type Sweep } from './sweep-timers.ts';

const NOW = '2026-11-23T02:00:00.000Z';

/** The index `due-timers` and the cases behind it, as far as a sweep can see them. */
class Timers {
  now: Instant = NOW;
  budgetMs = 60_000;
  readonly poison = new Set<string>();
  readonly rings = new Map<string, number>();
  readonly queries = { asked: 0, listed: 0 };
  readonly #standing = new Map<string, DueTimer>();
  /** How many more timers of the clock are for the same moment. */
  readonly more = new Map<string, number>();
  /** Entries that the index still lists after their timer rang. */
  stale: DueTimer[] = [];

  add(count: number): this {
    for (let index = 0; index < count; index += 1) {
      const entityId = `case#${String(index)}`;
      this.#standing.set(entityId, { entityId, clockId: 'case', at: addMinutes(NOW, -count + index) });
    }
    return this;
  }

  sweep(): Sweep {
    return {
      now: () => this.now,
      remainingMs: () => this.budgetMs,
      ring: (timer) => this.ring(timer),
      queries: {
        dueTimers: (bucket, now, limit) => {
          this.queries.asked += 1;
          const due = [...this.#standing.values(), ...this.stale].filter(
            (timer) => timer.at <= now && Number(timer.entityId.slice(5)) % TIMER_BUCKETS === bucket,
          );
          const page = due.toSorted((a, b) => (a.at < b.at ? -1 : 1)).slice(0, limit);
          this.queries.listed += page.length;
          return Promise.resolve(page);
        },
        postponeTimer: (timer, to) => {
          if (this.#standing.get(timer.entityId)?.at === timer.at) {
            this.#standing.set(timer.entityId, { ...timer, at: to });
          }
          return Promise.resolve();
        },
      },
    };
  }

  async ring(timer: DueTimer): Promise<Rung> {
    if (this.poison.has(timer.entityId)) throw new Error('cannot be processed');
    const standing = this.#standing.get(timer.entityId);
    if (standing?.at !== timer.at) return { kind: 'ignored' };
    const more = this.more.get(timer.entityId) ?? 0;
    this.more.set(timer.entityId, more - 1);
    if (more <= 0) this.#standing.delete(timer.entityId);
    this.rings.set(timer.entityId, (this.rings.get(timer.entityId) ?? 0) + 1);
    return Promise.resolve({ kind: 'rung', ...(more > 0 && { next: timer.at }) });
  }

  left(): number {
    return this.#standing.size;
  }
}

describe('the sweeper', () => {
  it('rings two timers of one clock for the same moment in one run, and reads no entry again and again for it', async () => {
    const timers = new Timers().add(2_000);
    for (let index = 0; index < 2_000; index += 1) timers.more.set(`case#${String(index)}`, 1);
    expect(await sweepTimers(timers.sweep())).toMatchObject({ rung: 4_000, finished: true });
    expect(timers.left()).toBe(0);
    expect(timers.queries.listed).toBeLessThan(5_000);
  });

  it('drains 1,000 overdue timers in one run, each rung once', async () => {
    const timers = new Timers().add(1_000);
    expect(await sweepTimers(timers.sweep())).toEqual({
      rung: 1_000,
      ignored: 0,
      postponed: 0,
      faults: 0,
      finished: true,
    });
    expect(timers.left()).toBe(0);
    expect([...timers.rings.values()].every((times) => times === 1)).toBe(true);
  });

  it('is not starved by cases that cannot be processed, even when they are the oldest of every bucket', async () => {
    const timers = new Timers().add(1_000);
    for (let index = 0; index < 500; index += 1) timers.poison.add(`case#${String(index)}`);
    expect(await sweepTimers(timers.sweep())).toMatchObject({ rung: 500, postponed: 500, faults: 0, finished: true });
    expect(timers.left()).toBe(500);
  });

  it('tries a postponed case again after the pause, and rings it when it can', async () => {
    const timers = new Timers().add(8);
    timers.poison.add('case#3');
    await sweepTimers(timers.sweep());
    timers.poison.clear();
    expect(await sweepTimers(timers.sweep())).toMatchObject({ rung: 0 });
    timers.now = addMinutes(NOW, POSTPONE_MINUTES);
    expect(await sweepTimers(timers.sweep())).toMatchObject({ rung: 1 });
    expect(timers.rings.get('case#3')).toBe(1);
  });

  it('does not touch a timer twice in one run when the index is late, and ends', async () => {
    const timers = new Timers().add(80);
    timers.stale = Array.from({ length: 80 }, (_, index) => ({
      entityId: `case#${String(index)}`,
      clockId: 'case',
      at: addMinutes(NOW, -80 + index),
    }));
    await sweepTimers(timers.sweep());
    expect([...timers.rings.values()].every((times) => times === 1)).toBe(true);
    expect(timers.left()).toBe(0);
  });

  it('stops when the time budget is nearly used and says that it has not finished', async () => {
    const timers = new Timers().add(1_000);
    const sweep = timers.sweep();
    const counts = await sweepTimers({ ...sweep, remainingMs: () => (timers.rings.size < 100 ? 60_000 : 4_000) });
    expect(counts.finished).toBe(false);
    expect(counts.rung).toBeLessThan(200);
    expect(await sweepTimers(sweep)).toMatchObject({ rung: 1_000 - counts.rung, finished: true });
  });

  it('says so when a timer could be neither rung nor postponed', async () => {
    const timers = new Timers().add(1);
    timers.poison.add('case#0');
    const sweep = timers.sweep();
    const broken = { ...sweep.queries, postponeTimer: () => Promise.reject(new Error('planned')) };
    expect(await sweepTimers({ ...sweep, queries: broken })).toMatchObject({ faults: 1, postponed: 0 });
  });

  it('rings every healthy timer exactly once, whatever the order of runs, crashes and poison', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 200 }),
        fc.array(fc.integer({ min: 0, max: 199 }), { maxLength: 60 }),
        fc.array(fc.integer({ min: 0, max: 120 }), { maxLength: 4 }),
        async (count, poisoned, crashes) => {
          const timers = new Timers().add(count);
          for (const index of poisoned) timers.poison.add(`case#${String(index)}`);
          for (const after of crashes) {
            const sweep = timers.sweep();
            let left = after;
            const ring = (timer: DueTimer) => {
              left -= 1;
              return left < 0 ? new Promise<Rung>(() => undefined) : timers.ring(timer);
            };
            // Killed in the middle: whatever it was waiting for never comes back.
            await Promise.race([sweepTimers({ ...sweep, ring: (timer) => ring(timer) }), settled()]);
          }
          await sweepTimers(timers.sweep());
          const healthy = Array.from({ length: count }, (_, index) => `case#${String(index)}`).filter(
            (entityId) => !timers.poison.has(entityId),
          );
          expect(healthy.every((entityId) => timers.rings.get(entityId) === 1)).toBe(true);
          expect(timers.rings.size).toBe(healthy.length);
        },
      ),
      { numRuns: 60 },
    );
  });
});

/** Long enough for everything that does not wait for ever. */
function settled(): Promise<void> {
  return new Promise((resolve) => setImmediate(() => setImmediate(resolve)));
}

describe('a timer of a case', () => {
  const sweepOf = (office: RunningOffice) =>
    sweepTimers({
      queries: office.queries,
      now: () => office.clock.now(),
      remainingMs: () => 60_000,
      ring: (timer, now) => ringTimer(office, timer, now),
    });

  it('tells the head, then the level above, each once, and leaves the officer to the morning’s digest', async () => {
    const office = new RunningOffice();
    const entityId = await office.forwardedCase();
    await office.settle();
    office.queues.mail.sent.splice(0);
    const told: string[] = [];
    for (let hour = 0; hour < 24 * 14; hour += 1) {
      await sweepOf(office);
      await sweepOf(office);
      await office.settle();
      told.push(...office.queues.mail.sent.splice(0).map(({ template }) => template));
      office.clock.step({ hours: 1 });
    }
    // Two clocks run, the step's and the whole case's; each rings at every level once.
    expect(told.filter((template) => template === 'reminder-to-level-above')).toHaveLength(2);
    expect(told.filter((template) => template === 'reminder')).toHaveLength(0);
    expect(told.filter((template) => template === 'reminder-to-head')).not.toHaveLength(0);
    expect(office.world.stream.filter(({ events }) => events.includes('"TimerRang"'))).toHaveLength(8);
    expect((await office.state(entityId)).status).toBe('processing');
  });

  it('does not ring for a dossier that was decided in time', async () => {
    const office = new RunningOffice();
    const entityId = await office.forwardedCase();
    await office.act(entityId, { kind: 'citizen' }, { type: 'Withdraw' });
    office.clock.step({ days: 30 });
    expect(await sweepOf(office)).toMatchObject({ rung: 0 });
  });

  it('rings once when two sweepers work at the same time', async () => {
    const office = new RunningOffice();
    await office.forwardedCase();
    await office.settle();
    office.clock.step({ days: 3 });
    await Promise.all([sweepOf(office), sweepOf(office)]);
    const levels = office.world.stream
      .filter(({ events }) => events.includes('"TimerRang"'))
      .map(({ events }) => events);
    expect(levels.length).toBeGreaterThan(0);
    expect(new Set(levels).size).toBe(levels.length);
  });

  it('loses nothing when a commit fails on the way', async () => {
    const office = new RunningOffice();
    await office.forwardedCase();
    await office.settle();
    office.clock.step({ days: 3 });
    office.world.failNextCommit('before-write');
    const first = await sweepOf(office);
    expect(first.postponed).toBe(1);
    office.clock.step({ minutes: POSTPONE_MINUTES });
    expect((await sweepOf(office)).rung).toBeGreaterThanOrEqual(1);
  });
});

describe('a timer of a held mail', () => {
  it('tells the section, its head and the level above in turn, and nobody once the mail is sorted', async () => {
    const room = new MailRoom();
    const { office } = room;
    await room.receive({ from: 'ai-do@example.com', to: 'ho-so@tra-loi.mot-cua.test', text: 'Xin hỏi' });
    const sweep = () =>
      sweepTimers({
        queries: office.queries,
        now: () => office.clock.now(),
        remainingMs: () => 60_000,
        ring: (timer, now) => ringTimer(office, timer, now),
      });
    await office.relay();
    office.queues.mail.sent.splice(0);
    const told: string[] = [];
    for (let hour = 0; hour < 24 * 7; hour += 1) {
      office.clock.step({ hours: 1 });
      await sweep();
      await office.relay();
      told.push(...office.queues.mail.sent.splice(0).map(({ template, recipient }) => `${template} ${recipient.kind}`));
    }
    expect(told[0]).toBe('held-mail-waits unit-mailbox');
    expect(told.slice(-1)).toEqual(['held-mail-waits unit-head']);
    expect(told.length).toBeLessThanOrEqual(4);
    expect(await room.onlyMail()).toMatchObject({ status: 'held' });
  });
});
