/** Dossiers that were open on the night of 30 June 2025, when districts and old wards ended: they go on, with their old deadlines. */
import { describe, expect, it } from 'vitest';
import { assignWork } from '../../functions/routing/assign-work.ts';
import { ringTimer } from '../../functions/timers/ring-timer.ts';
import type { DossierTask } from '../../shared/contracts/messages.ts';
import { intakeExample } from '../../shared/contracts/http/dossier-examples.ts';
import type { Dossier } from '../../shared/domain/dossier/state.ts';
import { act, done, expectStatus, freshKey } from './acts.ts';
import { memorySystem, type MemorySystem } from './memory-system.ts';

const OLD_OFFICIAL = 'nv-phu-loi-2018-mot-cua-1';
const NEW_OFFICIAL = 'nv-phu-loi-2025-mot-cua-1';
const COUNTER = 'phu-loi-2025-mot-cua';

/** Monday 30 June 2025, 09:00, at Phú Lợi: Thủ Dầu Một's finance office decides household businesses, in three working days. */
async function openOnTheLastDay(system: MemorySystem, change: object = {}): Promise<string> {
  system.clock.set('2025-06-30T02:00:00.000Z');
  const body = { ...intakeExample, area: '25744', decision: 'receive', ...change };
  const call = { params: { unitId: 'phu-loi-2018-mot-cua' }, body, as: OLD_OFFICIAL, key: freshKey() };
  return String(expectStatus(await system.ask('fileAtCounter', call), 201).body['code']);
}

const business = {
  procedure: '2.000720',
  documents: [
    { lineId: 'thong-bao', originals: 1, certifiedCopies: 0, photocopies: 0 },
    { lineId: 'giay-to-ca-nhan', originals: 0, certifiedCopies: 0, photocopies: 1 },
  ],
};

async function stateOf(system: MemorySystem, code: string): Promise<Dossier> {
  return (await system.ports.cases.load(`case#${code}`))!.state;
}

function assign(system: MemorySystem, code: string, stepId: string, level: string) {
  const task = { kind: 'assign-step', entityId: `case#${code}`, level, stepId } as unknown as DossierTask;
  return assignWork(system.ports, task);
}

function steps(state: Dossier) {
  if (state.status !== 'processing') throw new Error(state.status);
  return state.work.steps;
}

describe('a dossier that was open when its units ended', () => {
  it('goes to the ward that took over, by the first thing that happens to it, with its deadlines as they were', async () => {
    const system = memorySystem();
    const code = await openOnTheLastDay(system, business);
    const [first] = steps(await stateOf(system, code));
    const { clock } = await stateOf(system, code);
    expect(first!.unitId).toBe('tdm-phong-tckh');

    system.clock.set('2025-07-01T02:00:00.000Z');
    expect(await assign(system, code, first!.stepId, 'district')).toMatchObject({ kind: 'assigned' });
    const moved = await stateOf(system, code);
    expect(moved).toMatchObject({
      counterId: COUNTER,
      deciding: { unitId: 'phu-loi-2025-phong-kinh-te', level: 'commune' },
      procedure: { version: '2018-06-21' },
      clock,
    });
    const [step] = steps(moved);
    expect(step).toMatchObject({ unitId: 'phu-loi-2025-phong-kinh-te', status: 'assigned', clock: first!.clock });

    await done(system, code, 'complete-step', { as: step!.officerId!, body: { stepId: step!.stepId } });
    const [, signing] = steps(await stateOf(system, code));
    expect(signing!.unitId).toBe('phu-loi-2025-phong-kinh-te');
    const { staffId } = (await assign(system, code, signing!.stepId, 'commune')) as { staffId: string };
    const decision = { stepId: signing!.stepId, outcome: 'granted', resultNumber: '1/2025' };
    await done(system, code, 'decide', { as: staffId, body: decision });
    await done(system, code, 'return-result', { as: NEW_OFFICIAL, body: { to: 'applicant' } });
    const page = await system.ask('showDossier', { params: { code }, as: NEW_OFFICIAL });
    const told = (page.body['timeline'] as { what: string }[]).map(({ what }) => what);
    expect(told.filter((what) => what === 'CompetenceTransferred')).toHaveLength(1);
  });

  it('is not forgotten by its timers: the new unit is told', async () => {
    const system = memorySystem();
    const code = await openOnTheLastDay(system, business);
    const { clock } = await stateOf(system, code);
    system.clock.set(clock!.dueAt);
    const timer = { entityId: `case#${code}`, clockId: 'case', at: clock!.dueAt, bucket: 0 };
    expect(await ringTimer(system.ports, timer as never, system.clock.now())).toMatchObject({ kind: 'rung' });
    const last = (await system.ports.cases.history(`case#${code}`)).at(-1)!;
    expect(last.events.map(({ type }) => type)).toEqual(['CompetenceTransferred', 'TimerRang']);
    expect(last.events[1]).toMatchObject({ tell: [{ unitId: 'phu-loi-2025-phong-kinh-te' }] });
    expect(steps(await stateOf(system, code))[0]).toMatchObject({ status: 'awaiting-assignment' });
  });

  it('that waits at a counter is received there by the new ward, under the new code, and by no other', async () => {
    const system = memorySystem();
    const code = await openOnTheLastDay(system, { ...business, decision: 'keep' });
    system.clock.set('2025-07-01T02:00:00.000Z');
    expect((await system.ask('showDossier', { params: { code }, as: NEW_OFFICIAL })).body['view']).toBe('details');
    const other = 'nv-thu-dau-mot-2025-mot-cua-1';
    expect((await act(system, code, 'receive', { as: other })).status).toBe(403);
    const received = await done(system, code, 'receive', { as: NEW_OFFICIAL });
    expect(received.body['dossierCode']).toMatch(/^H29\..*-250701-0001$/);
    expect(steps(await stateOf(system, code))[0]!.unitId).toBe('phu-loi-2025-phong-kinh-te');
  });

  it('is withdrawn at the new counter; one that has ended stays as it was', async () => {
    const system = memorySystem();
    const code = await openOnTheLastDay(system);
    const ended = await openOnTheLastDay(system);
    await done(system, ended, 'withdraw', { as: OLD_OFFICIAL });
    const before = JSON.stringify(await stateOf(system, ended));
    system.clock.set('2025-07-02T02:00:00.000Z');
    expect((await act(system, ended, 'withdraw', { as: NEW_OFFICIAL })).status).toBe(403);
    expect(JSON.stringify(await stateOf(system, ended))).toBe(before);
    await done(system, code, 'withdraw', { as: NEW_OFFICIAL });
    expect(await stateOf(system, code)).toMatchObject({ status: 'withdrawn', counterId: COUNTER });
  });
});
