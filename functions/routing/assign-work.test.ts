import { describe, expect, it } from 'vitest';
import { officeCatalogue } from '../relay/testing/office-catalogue.ts';
import { RunningOffice } from '../relay/testing/running-office.ts';
import type { Dossier } from '../../shared/domain/dossier/state.ts';
import { dossierTask } from '../relay/testing/dossier-task.ts';
import { assignWork } from './assign-work.ts';

const task = (entityId: string) => ({ kind: 'assign-step', entityId, version: 2, stepId: 'tham-tra' }) as const;

function stepOf(state: Dossier, stepId = 'tham-tra') {
  return state.status === 'processing' ? state.work.steps.find((step) => step.stepId === stepId) : undefined;
}

describe('the worker of a level', () => {
  it('gives a waiting step to an officer of the competent unit', async () => {
    const office = new RunningOffice();
    const entityId = await office.forwardedCase();
    const outcome = await assignWork(office, task(entityId));
    expect(outcome.kind).toBe('assigned');
    expect(['an', 'binh']).toContain(stepOf(await office.state(entityId))?.officerId);
  });

  it('shares the work out: six dossiers between two officers are three each', async () => {
    const office = new RunningOffice();
    for (let number = 1; number <= 6; number += 1) {
      await assignWork(office, task(await office.forwardedCase(`CASE00000${String(number)}`)));
    }
    const { items } = await office.queries.openWork('ward-25750', { limit: 100 });
    const officers = items.map(({ officerId }) => officerId).toSorted();
    expect(officers).toEqual(['an', 'an', 'an', 'binh', 'binh', 'binh']);
  });

  it('does not count as a load what only waits for the applicant', async () => {
    const office = new RunningOffice();
    for (const number of [1, 2, 3]) {
      const entityId = await office.forwardedCase(`CASE00000${String(number)}`);
      const assign = { type: 'AssignStep', stepId: 'tham-tra', staffId: 'an', why: 'test' } as const;
      await office.act(entityId, { kind: 'system', name: 'routing' }, assign);
      const items = [{ lineId: 'giay-to', what: 'Thiếu' }];
      const ask = { type: 'RequestSupplement', stepId: 'tham-tra', items, reason: 'Thiếu giấy tờ' } as const;
      expect((await office.act(entityId, await office.staff('an'), ask)).kind).toBe('done');
    }
    const given: (string | undefined)[] = [];
    for (const number of [4, 5]) {
      const entityId = await office.forwardedCase(`CASE00000${String(number)}`);
      await assignWork(office, task(entityId));
      given.push(stepOf(await office.state(entityId))?.officerId);
    }
    expect(given.toSorted()).toEqual(['an', 'binh']);
  });

  it('gives the work of somebody away to who is present', async () => {
    const catalogue = officeCatalogue();
    const staff = catalogue.staff.map((person) =>
      person.id === 'an' ? { ...person, away: [{ from: '2026-11-23', to: '2026-11-27', standIn: 'binh' }] } : person,
    );
    const office = new RunningOffice({ ...catalogue, staff });
    for (const number of [1, 2, 3]) {
      const entityId = await office.forwardedCase(`CASE00000${String(number)}`);
      expect(await assignWork(office, task(entityId))).toEqual({ kind: 'assigned', staffId: 'binh' });
    }
  });

  it('assigns once however often the task is delivered', async () => {
    const office = new RunningOffice();
    const entityId = await office.forwardedCase();
    const first = await assignWork(office, task(entityId));
    for (let again = 0; again < 4; again += 1) {
      expect(await assignWork(office, task(entityId))).toEqual({ kind: 'ignored', reason: 'nothing waits' });
    }
    const assigned = office.world.stream.filter(({ events }) => events.includes('"StepAssigned"'));
    expect(assigned).toHaveLength(1);
    expect(first.kind).toBe('assigned');
  });

  it('lets one of two workers win that took the same task at once', async () => {
    const office = new RunningOffice();
    const entityId = await office.forwardedCase();
    office.world.interleaveNextCommit(() => assignWork(office, task(entityId)));
    expect((await assignWork(office, task(entityId))).kind).toBe('ignored');
    expect(office.world.stream.filter(({ events }) => events.includes('"StepAssigned"'))).toHaveLength(1);
  });

  it.each(['withdrawn', 'done'])('ignores a task that comes late: the step is %s', async (how) => {
    const office = new RunningOffice();
    const entityId = await office.forwardedCase();
    if (how === 'withdrawn') await office.act(entityId, { kind: 'citizen' }, { type: 'Withdraw' });
    else {
      await office.settle();
      const officer = stepOf(await office.state(entityId))?.officerId ?? '';
      await office.act(entityId, await office.staff(officer), { type: 'CompleteStep', stepId: 'tham-tra' });
    }
    const before = await office.cases.load(entityId);
    expect((await assignWork(office, task(entityId))).kind).toBe('ignored');
    expect(await office.cases.load(entityId)).toEqual(before);
  });

  it('ignores a task about a case that is not there', async () => {
    const office = new RunningOffice();
    expect((await assignWork(office, task('case#NOBODY0000'))).kind).toBe('ignored');
  });

  it('reports once that nobody is there, and assigns when the task comes again and somebody is', async () => {
    const empty = officeCatalogue({ staff: officeCatalogue().staff.filter(({ unit }) => unit !== 'ward-25750') });
    const office = new RunningOffice(empty);
    const entityId = await office.forwardedCase();
    expect(await assignWork(office, task(entityId))).toEqual({ kind: 'nobody' });
    expect((await assignWork(office, task(entityId))).kind).toBe('ignored');
    await office.catalogue.publish({
      catalogue: { ...officeCatalogue(), version: 'next' },
      replaces: 'test',
      at: office.clock.now(),
    });
    expect((await assignWork(office, task(entityId))).kind).toBe('assigned');
  });

  it('throws when the store is in trouble, so that the queue delivers again, and loses nothing', async () => {
    const office = new RunningOffice();
    const entityId = await office.forwardedCase();
    office.world.failNextCommit('before-write');
    await expect(assignWork(office, task(entityId))).rejects.toThrow();
    office.world.failNextCommit('after-write');
    await expect(assignWork(office, task(entityId))).rejects.toThrow();
    expect((await assignWork(office, task(entityId))).kind).toBe('ignored');
    expect(stepOf(await office.state(entityId))?.status).toBe('assigned');
  });
});

describe('a consultation', () => {
  it('goes through the queue of its own level to the unit that was asked', async () => {
    const office = new RunningOffice();
    const entityId = await office.forwardedCase();
    await office.settle();
    const officer = await office.staff(stepOf(await office.state(entityId))?.officerId ?? '');
    await office.act(entityId, officer, {
      type: 'Consult',
      stepId: 'tham-tra',
      unitId: 'justice-department',
      question: 'Có vướng mắc gì không?',
      workingHours: 8,
    });
    await office.relay();
    expect(office.queues.commune.sent).toEqual([]);
    const [asked] = office.queues.province.sent;
    expect(asked?.kind).toBe('assign-consultation');
    expect(await assignWork(office, dossierTask(asked!))).toEqual({ kind: 'assigned', staffId: 'quang' });
    expect((await assignWork(office, dossierTask(asked!))).kind).toBe('ignored');
  });
});
