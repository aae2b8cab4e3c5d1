import { describe, expect, it } from 'vitest';
import { rebuildQueues, RebuildRequest, type RebuildPorts } from './rebuild-queues.ts';
import { dossierTask } from './testing/dossier-task.ts';
import { RunningOffice } from './testing/running-office.ts';
import type { CommittedRecord, EventScan } from '../../shared/ports/event-scan.ts';
import { assignWork } from '../routing/assign-work.ts';

/** The event items of the world, in four segments and pages of two. */
function scanOf(office: RunningOffice): EventScan {
  return {
    page: ({ segment, segments, since, until, start }) => {
      const all: CommittedRecord[] = office.world.stream
        .map(({ entityId, version, at, events }) => ({
          entityId,
          version,
          at,
          events: JSON.parse(events) as unknown[],
        }))
        .filter((_, index) => index % segments === segment)
        .filter(({ at }) => at >= since && at < until);
      const from = Number(start ?? 0);
      const commits = all.slice(from, from + 2);
      return Promise.resolve(from + 2 < all.length ? { commits, next: String(from + 2) } : { commits });
    },
  };
}

function portsOf(office: RunningOffice, remainingMs = () => 600_000): RebuildPorts {
  const { commune, province, mail, tasks, reports, messages } = office.queues;
  const levels = new Map([
    ['commune', commune],
    ['province', province],
  ]);
  return {
    scan: scanOf(office),
    queues: { levels, mail, tasks, reports, messages },
    now: () => office.clock.now(),
    remainingMs,
  };
}

async function busyOffice(): Promise<RunningOffice> {
  const office = new RunningOffice();
  for (let number = 1; number <= 9; number += 1) await office.forwardedCase(`CASE00000${String(number)}`);
  await office.settle();
  await office.sendAll();
  office.clock.step({ minutes: 1 });
  return office;
}

describe('rebuilding the queues', () => {
  it('sends the very messages that the relay sent', async () => {
    const office = new RunningOffice();
    await office.forwardedCase();
    await office.relay();
    const relayed = structuredClone([office.queues.commune.sent.splice(0), office.queues.mail.sent.splice(0)]);
    office.clock.step({ minutes: 1 });
    expect(await rebuildQueues(portsOf(office), {})).toMatchObject({ commits: 2, levels: 1, mail: 1, finished: true });
    expect([office.queues.commune.sent, office.queues.mail.sent]).toEqual(relayed);
  });

  it('changes nothing and writes to nobody again', async () => {
    const office = await busyOffice();
    const before = JSON.stringify([...office.world.entities]);
    const mails = office.sender.sent.length;
    const report = await rebuildQueues(portsOf(office), {});
    expect(report).toMatchObject({ commits: 27, failed: 0, finished: true });
    for (const task of office.queues.commune.sent.splice(0)) await assignWork(office, dossierTask(task));
    expect((await office.sendAll()).every(({ kind }) => kind === 'already-sent')).toBe(true);
    expect(JSON.stringify([...office.world.entities])).toBe(before);
    expect(office.sender.sent).toHaveLength(mails);
  });

  it('does what was lost with an emptied queue', async () => {
    const office = new RunningOffice();
    await office.forwardedCase();
    await office.relay();
    office.queues.commune.sent.splice(0);
    office.clock.step({ minutes: 1 });
    await rebuildQueues(portsOf(office), { queues: ['levels'] });
    expect(office.queues.mail.sent).toHaveLength(1);
    await office.settle();
    expect(await office.state('case#CASE0000A1')).toMatchObject({ work: { steps: [{ status: 'assigned' }] } });
  });

  it('only counts when that is asked, and only the time and the entity that are asked', async () => {
    const office = await busyOffice();
    const now = office.clock.now();
    expect(await rebuildQueues(portsOf(office), { dryRun: true })).toMatchObject({ commits: 27, levels: 9, mail: 18 });
    expect(await rebuildQueues(portsOf(office), { dryRun: true, since: now })).toMatchObject({ commits: 0 });
    expect(await rebuildQueues(portsOf(office), { dryRun: true, entity: 'case#CASE000001' })).toMatchObject({
      commits: 3,
    });
    expect(office.queues.mail.sent).toEqual([]);
    expect(office.queues.commune.sent).toEqual([]);
  });

  it('does not send mails whose record of having been sent may be gone', async () => {
    const office = await busyOffice();
    office.clock.step({ days: 31 });
    const report = await rebuildQueues(portsOf(office), { since: '2026-01-01T00:00:00.000Z' });
    expect(report).toMatchObject({ commits: 27, tooOldForMail: 27 });
    expect(office.queues.mail.sent).toEqual([]);
    expect(office.queues.commune.sent).toHaveLength(9);
  });

  it('counts what a queue did not take and sends the rest', async () => {
    const office = await busyOffice();
    office.queues.commune.failNext();
    expect(await rebuildQueues(portsOf(office), {})).toMatchObject({ failed: 1, finished: true });
    expect(office.queues.commune.sent.length).toBeGreaterThanOrEqual(8);
  });

  it('stops before its time is up and says where to go on', async () => {
    const office = await busyOffice();
    let calls = 0;
    const first = await rebuildQueues(
      portsOf(office, () => (calls++ < 6 ? 600_000 : 0)),
      { dryRun: true },
    );
    expect(first.finished).toBe(false);
    const resume = [...(first.resume ?? [])];
    const second = await rebuildQueues(portsOf(office), { dryRun: true, resume });
    expect(second.finished).toBe(true);
    expect(first.commits + second.commits).toBe(27);
  });

  it('refuses a request that is not one', () => {
    for (const request of [{ since: 'yesterday' }, { queue: 'mail' }, { resume: ['a'] }]) {
      expect(RebuildRequest.safeParse(request).success).toBe(false);
    }
  });
});
