import { describe, expect, it } from 'vitest';
import type { Actor } from '../../shared/domain/actor.ts';
import type { Catalogue } from '../../shared/domain/catalogue/catalogue.ts';
import type { ReportCommand } from '../../shared/domain/report/commands.ts';
import { decideReport } from '../../shared/domain/report/decide-report.ts';
import type { ReportEvent } from '../../shared/domain/report/events.ts';
import { reportDecider } from '../../shared/domain/report/report-decider.ts';
import type { Report } from '../../shared/domain/report/state.ts';
import { hotlineCatalogue } from '../../shared/domain/report/testing/hotline-catalogue.ts';
import { CITIZEN, filing, HOTLINE_WORKER, MONDAY, triage } from '../../shared/domain/report/testing/report-life.ts';
import { MemoryCaseQueries } from '../../shared/ports/memory/memory-case-queries.ts';
import { MemoryCatalogue } from '../../shared/ports/memory/memory-catalogue.ts';
import { MemoryEntityStore } from '../../shared/ports/memory/memory-entity-store.ts';
import { SteppableClock } from '../../shared/ports/memory/memory-outside.ts';
import { MemoryWorld } from '../../shared/ports/memory/memory-world.ts';
import { executeCommand } from '../../shared/shell/execute-command.ts';
import { staffActorOn } from '../../shared/shell/session.ts';
import { assignReport } from './assign-report.ts';

function hotlineOffice(published: Catalogue = hotlineCatalogue()) {
  const clock = new SteppableClock(MONDAY);
  const world = new MemoryWorld(clock);
  const reports = new MemoryEntityStore<Report, ReportEvent>(world);
  const ports = { clock, reports, queries: new MemoryCaseQueries(world), catalogue: new MemoryCatalogue(published) };
  const act = async (entityId: string, command: ReportCommand, who: Actor | string): Promise<void> => {
    const actor =
      typeof who === 'string' ? staffActorOn(published, { staffId: who, via: 'session' }, clock.now()) : who;
    if (actor === undefined) throw new Error('holds no post');
    const outcome = await executeCommand({
      store: reports,
      decider: reportDecider,
      entityId,
      actor,
      at: clock.now(),
      create: command.type === 'FileReport',
      decide: (state) => decideReport(command, state, { now: clock.now(), actor, catalogue: published }),
    });
    if (outcome.kind !== 'done') throw new Error(`${command.type}: ${JSON.stringify(outcome)}`);
  };
  const sorted = async (reportId = 'AAAA000001', command = triage()): Promise<string> => {
    const entityId = `report#${reportId}`;
    await act(entityId, filing({ reportId }), HOTLINE_WORKER);
    await act(entityId, command, 'operator');
    return entityId;
  };
  const workOf = async (entityId: string, workId = 'w1') =>
    (await reports.load(entityId))?.state.work.find((work) => work.workId === workId);
  return { ...ports, world, act, sorted, workOf };
}

const task = (entityId: string, workId = 'w1') => ({ kind: 'assign-report', entityId, version: 2, workId }) as const;

describe('a unit’s part of a report', () => {
  it('goes to an officer of the unit, and the work is shared out', async () => {
    const office = hotlineOffice();
    const given: (string | undefined)[] = [];
    for (const number of [1, 2, 3, 4]) {
      const entityId = await office.sorted(`AAAA00000${String(number)}`);
      const outcome = await assignReport(office, task(entityId));
      given.push(outcome.kind === 'assigned' ? outcome.staffId : outcome.kind);
      expect(await office.workOf(entityId)).toMatchObject({ officerId: given.at(-1), status: 'open' });
    }
    expect(given.toSorted()).toEqual(['an', 'an', 'binh', 'binh']);
  });

  it('goes to whoever is there, and to the stand-in when nobody is', async () => {
    const away = (standIn: string) => [{ from: '2026-11-23', to: '2026-11-27', standIn }];
    const { staff } = hotlineCatalogue();
    const withAway = (absences: Readonly<Record<string, string>>) =>
      hotlineCatalogue({
        staff: staff.map((person) => {
          const standIn = absences[person.id];
          return standIn === undefined ? person : { ...person, away: away(standIn) };
        }),
      });
    const one = hotlineOffice(withAway({ an: 'binh' }));
    expect(await assignReport(one, task(await one.sorted()))).toEqual({ kind: 'assigned', staffId: 'binh' });
    const both = hotlineOffice(withAway({ an: 'head-roads', binh: 'head-roads' }));
    expect(await assignReport(both, task(await both.sorted()))).toEqual({ kind: 'assigned', staffId: 'head-roads' });
  });

  it('is told to the unit once when nobody is there, and finds somebody when the task comes again and somebody is', async () => {
    const empty = hotlineCatalogue({ staff: hotlineCatalogue().staff.filter(({ unit }) => unit !== 'roads') });
    const office = hotlineOffice(empty);
    const entityId = await office.sorted();
    expect(await assignReport(office, task(entityId))).toEqual({ kind: 'nobody' });
    expect((await assignReport(office, task(entityId))).kind).toBe('ignored');
    const catalogue = { ...hotlineCatalogue(), version: 'next' };
    await office.catalogue.publish({ catalogue, replaces: 'test', at: MONDAY });
    expect((await assignReport(office, task(entityId))).kind).toBe('assigned');
  });

  it('comes back to whoever had the report before it was reopened, unless they are away now', async () => {
    for (const present of [true, false]) {
      const { staff } = hotlineCatalogue();
      const office = hotlineOffice();
      const entityId = await office.sorted();
      await office.act(
        entityId,
        { type: 'AssignWork', workId: 'w1', staffId: 'binh', why: 'x' },
        {
          kind: 'system',
          name: 'routing',
        },
      );
      await office.act(entityId, { type: 'AnswerWork', workId: 'w1', outcome: 'fixed', text: 'Đã vá' }, 'binh');
      await office.act(entityId, { type: 'Reopen' }, CITIZEN);
      // Somebody else's load must not decide: binh has more work than an.
      const more = await office.sorted('BBBB000002');
      await office.act(
        more,
        { type: 'AssignWork', workId: 'w1', staffId: 'binh', why: 'x' },
        {
          kind: 'system',
          name: 'routing',
        },
      );
      if (!present) {
        const away = [{ from: '2026-11-23', to: '2026-11-27', standIn: 'an' }];
        const catalogue = hotlineCatalogue({
          version: 'next',
          staff: staff.map((person) => (person.id === 'binh' ? { ...person, away } : person)),
        });
        await office.catalogue.publish({ catalogue, replaces: 'test', at: MONDAY });
      }
      expect(await assignReport(office, task(entityId, 'w2'))).toEqual({
        kind: 'assigned',
        staffId: present ? 'binh' : 'an',
      });
    }
  });

  it('is assigned once however often the task is delivered, and by one of two workers', async () => {
    const office = hotlineOffice();
    const entityId = await office.sorted();
    office.world.interleaveNextCommit(() => assignReport(office, task(entityId)));
    expect((await assignReport(office, task(entityId))).kind).toBe('ignored');
    expect((await assignReport(office, task(entityId))).kind).toBe('ignored');
    expect(office.world.stream.filter(({ events }) => events.includes('"WorkAssigned"'))).toHaveLength(1);
  });

  it('is left alone when the task comes late, or is about nothing', async () => {
    const office = hotlineOffice();
    const entityId = await office.sorted();
    await office.act(entityId, { type: 'Withdraw' }, CITIZEN);
    const before = await office.reports.load(entityId);
    expect(await assignReport(office, task(entityId))).toEqual({ kind: 'ignored', reason: 'nothing waits' });
    expect(await office.reports.load(entityId)).toEqual(before);
    expect((await assignReport(office, task('report#NOBODY'))).kind).toBe('ignored');
    expect((await assignReport(office, task(entityId, 'w9'))).kind).toBe('ignored');
  });

  it('throws when the store is in trouble, so that the queue delivers again, and loses nothing', async () => {
    const office = hotlineOffice();
    const entityId = await office.sorted();
    office.world.failNextCommit('before-write');
    await expect(assignReport(office, task(entityId))).rejects.toThrow();
    office.world.failNextCommit('after-write');
    await expect(assignReport(office, task(entityId))).rejects.toThrow();
    expect((await assignReport(office, task(entityId))).kind).toBe('ignored');
    expect(await office.workOf(entityId)).toHaveProperty('officerId');
  });
});
