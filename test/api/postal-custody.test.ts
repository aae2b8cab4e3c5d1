import { describe, expect, it } from 'vitest';
import type { CaseTask } from '../../shared/contracts/messages.ts';
import type { HandoverEvent } from '../../shared/domain/post/handover-events.ts';
import { tasksForHandover } from '../../shared/domain/post/handover-tasks.ts';
import { act, decidedDossier, done, fileByPost, fileOnline, freshKey } from './acts.ts';
import { memorySystem, type Answer, type MemorySystem } from './memory-system.ts';
import { CLERK, OFFICIAL, OTHER_CLERK, OTHER_OFFICIAL, OTHER_WARD } from './people.ts';

/** Every dossier of the counter's clerks is countersigned, so the official does so first. */
async function countersigned(system: MemorySystem): Promise<string> {
  const { code } = await fileByPost(system);
  await act(system, code, 'countersign', { as: OFFICIAL });
  return code;
}

function prepare(system: MemorySystem, codes: readonly string[], as = CLERK, key = freshKey()): Promise<Answer> {
  return system.ask('prepareHandover', { body: { sealNumber: 'NP-000123', codes }, as, key });
}

function sign(system: MemorySystem, handoverId: string, body: object, as = OFFICIAL): Promise<Answer> {
  return system.ask('signHandover', { params: { handoverId }, body: { sealIntact: true, ...body }, as });
}

/** The messages that the bag's commits cause. */
function tasksOf(system: MemorySystem, handoverId: string): CaseTask[] {
  return system.world.stream
    .filter(({ entityId }) => entityId === `handover#${handoverId}`)
    .flatMap(({ events }) => JSON.parse(events) as HandoverEvent[])
    .flatMap((event) => tasksForHandover(event).map((task) => ({ ...task, handoverId })));
}

async function deliver(system: MemorySystem, tasks: readonly CaseTask[]): Promise<void> {
  for (const task of tasks) await system.work(task);
}

async function stateOf(system: MemorySystem, code: string) {
  return (await system.ports.cases.load(`case#${code}`))?.state;
}

describe('the bag of a postal clerk', () => {
  it('is sealed, counted and signed; the clock of its dossiers starts at the signature, however late the message comes', async () => {
    const system = memorySystem();
    const codes = [await countersigned(system), await countersigned(system)];
    const prepared = await prepare(system, codes);
    expect(prepared).toMatchObject({
      status: 201,
      body: { handoverId: 'BB-H29-101-261123-0001', status: 'on-the-way' },
    });
    const handoverId = String(prepared.body['handoverId']);
    await deliver(system, tasksOf(system, handoverId));
    expect(await stateOf(system, codes[0] ?? '')).toMatchObject({ status: 'with-clerk', handoverId });

    system.clock.step({ hours: 2 });
    const signed = await sign(system, handoverId, { present: codes });
    expect(signed).toMatchObject({ status: 200, body: { status: 'signed', discrepancies: [] } });
    const signedAt = system.clock.now();
    system.clock.step({ hours: 30 });
    await deliver(system, tasksOf(system, handoverId));
    const received = await Promise.all(codes.map((code) => stateOf(system, code)));
    expect(received).toMatchObject([
      { status: 'received', receivedAt: signedAt, receivedBy: OFFICIAL, clock: { startedAt: signedAt } },
      { status: 'received', receivedAt: signedAt },
    ]);
    expect(received.map((state) => state?.dossierCode)).toEqual(['H29.101-261123-0001', 'H29.101-261123-0002']);
  });

  it('changes nothing when its messages come twice, reordered or late', async () => {
    const system = memorySystem();
    const code = await countersigned(system);
    const handoverId = String((await prepare(system, [code])).body['handoverId']);
    await sign(system, handoverId, { present: [code] });
    const tasks = tasksOf(system, handoverId);
    await deliver(system, tasks.toReversed());
    const stored = system.dump();
    await deliver(system, [...tasks, ...tasks.toReversed()]);
    expect(system.dump()).toBe(stored);
    expect(await system.ports.numbers.next('dossier#H29.101#2026-11-23')).toBe(2);
  });

  it('that was opened without one of its dossiers says so, and that dossier may go into the next', async () => {
    const system = memorySystem();
    const [there, lost] = [await countersigned(system), await countersigned(system)];
    const handoverId = String((await prepare(system, [there, lost])).body['handoverId']);
    const signed = await sign(system, handoverId, { present: [there], sealIntact: false });
    expect(signed.body['discrepancies']).toMatchObject([
      { discrepancyId: 'd1', kind: 'seal' },
      { discrepancyId: 'd2', kind: 'missing', code: lost },
    ]);
    // The message that it was put in comes after the one that it was missing.
    await deliver(system, tasksOf(system, handoverId).toReversed());
    expect(await stateOf(system, lost)).not.toHaveProperty('handoverId');
    const resolve = { params: { handoverId }, body: { discrepancyId: 'd2', reason: 'Để quên tại điểm bưu chính' } };
    const resolved = await system.ask('resolveDiscrepancy', { ...resolve, as: OFFICIAL });
    expect(resolved.body['discrepancies']).toMatchObject([{}, { resolved: { by: OFFICIAL } }]);
    expect((await prepare(system, [lost])).status).toBe(201);
  });

  it('names an unexpected dossier', async () => {
    const system = memorySystem();
    const [listed, extra] = [await countersigned(system), await countersigned(system)];
    const handoverId = String((await prepare(system, [listed])).body['handoverId']);
    const signed = await sign(system, handoverId, { present: [listed, extra] });
    expect(signed.body['discrepancies']).toMatchObject([{ kind: 'unexpected', code: extra }]);
  });

  it('carries only what this clerk took in and nothing is left to countersign of', async () => {
    const system = memorySystem({ everyIntakeCountersigned: true });
    const { code: unsigned } = await fileByPost(system);
    const { code: online } = await fileOnline(system);
    const before = system.dump();
    const answer = await prepare(system, [unsigned, online, '0000000000']);
    expect(answer).toMatchObject({ status: 422, body: { rule: 'manifest-faulty' } });
    expect((answer.body['errors'] as { pointer: string }[]).map(({ pointer }) => pointer)).toContain('/codes/0');
    expect(system.dump()).toBe(before);
  });

  it('is sealed once though the request is sent twice, and a dossier is in one bag only', async () => {
    const system = memorySystem();
    const code = await countersigned(system);
    const first = await prepare(system, [code], CLERK, 'a-bags-key');
    const handoverId = String(first.body['handoverId']);
    await deliver(system, tasksOf(system, handoverId));
    expect((await prepare(system, [code], CLERK, 'a-bags-key')).body).toEqual(first.body);
    expect((await prepare(system, [code])).status).toBe(422);
  });

  it('does not go to another ward, whose official would receive what is not theirs', async () => {
    const system = memorySystem();
    const code = await countersigned(system);
    const before = system.dump();
    const body = { sealNumber: 'NP-000123', codes: [code], toUnitId: OTHER_WARD };
    const answer = await system.ask('prepareHandover', { body, as: CLERK, key: freshKey() });
    expect(answer).toMatchObject({ status: 422, body: { errors: [{ code: 'dossier-for-another-counter' }] } });
    expect(system.dump()).toBe(before);
  });

  it('that was sealed twice with one dossier carries it once', async () => {
    const system = memorySystem();
    const code = await countersigned(system);
    // Both are sealed before the message of either reaches the dossier.
    const [first, second] = [await prepare(system, [code]), await prepare(system, [code])];
    const [one, other] = [String(first.body['handoverId']), String(second.body['handoverId'])];
    await deliver(system, [...tasksOf(system, one), ...tasksOf(system, other)]);
    await sign(system, other, { present: [code] });
    await sign(system, one, { present: [] });
    await deliver(system, [...tasksOf(system, one), ...tasksOf(system, other)]);
    const received = await stateOf(system, code);
    expect(received).toMatchObject({ status: 'received', dossierCode: 'H29.101-261123-0001' });
    await deliver(system, [...tasksOf(system, one), ...tasksOf(system, other)]);
    expect(await stateOf(system, code)).toEqual(received);
  });

  it('is not signed by its sender, nor by another ward, nor seen there', async () => {
    const system = memorySystem();
    const code = await countersigned(system);
    const handoverId = String((await prepare(system, [code])).body['handoverId']);
    const before = system.dump();
    expect((await sign(system, handoverId, { present: [code] }, CLERK)).status).toBe(403);
    expect((await sign(system, handoverId, { present: [code] }, OTHER_OFFICIAL)).status).toBe(403);
    expect((await prepare(system, [code], OTHER_CLERK)).status).toBe(422);
    expect((await system.ask('showHandover', { params: { handoverId }, as: OTHER_CLERK })).status).toBe(403);
    expect((await system.ask('showHandover', { params: { handoverId } })).status).toBe(401);
    expect((await system.ask('showHandover', { params: { handoverId: 'BB-0' }, as: CLERK })).status).toBe(404);
    expect(system.dump()).toBe(before);
    expect((await system.ask('showHandover', { params: { handoverId }, as: CLERK })).status).toBe(200);
  });

  it('is signed once: the second is told who signed when', async () => {
    const system = memorySystem();
    const code = await countersigned(system);
    const handoverId = String((await prepare(system, [code])).body['handoverId']);
    await sign(system, handoverId, { present: [code] });
    const again = await sign(system, handoverId, { present: [] });
    expect(again).toMatchObject({ status: 409, body: { rule: 'already-signed' } });
  });
});

describe("the ward official's supervision", () => {
  it('countersigns or sends back, and the clerk corrects', async () => {
    const system = memorySystem({ everyIntakeCountersigned: true });
    const { code } = await fileByPost(system);
    await done(system, code, 'send-back', { as: OFFICIAL, body: { reason: 'Tờ khai thiếu trang 2' } });
    const documents = [
      { lineId: 'to-khai', originals: 1, certifiedCopies: 0, photocopies: 0 },
      { lineId: 'giay-to-tuy-than', originals: 0, certifiedCopies: 1, photocopies: 0 },
    ];
    expect((await act(system, code, 'correct-intake', { as: OTHER_CLERK, body: { documents } })).status).toBe(403);
    await done(system, code, 'correct-intake', { as: CLERK, body: { documents } });
    const signed = await done(system, code, 'countersign', { as: OFFICIAL });
    expect(signed.body['status']).toBe('with-clerk');
  });

  it('sees every intake of the counter, a clerk only his own', async () => {
    const system = memorySystem();
    const mine = await fileByPost(system);
    const online = await fileOnline(system);
    const params = { unitId: 'thu-dau-mot-2025-mot-cua' };
    const codes = async (as: string, query: Readonly<Record<string, string>> = {}) => {
      const answer = await system.ask('listAtCounter', { params, as, query });
      return (answer.body['items'] as { code: string }[]).map(({ code }) => code);
    };
    expect((await codes(OFFICIAL)).toSorted()).toEqual([mine.code, online.code].toSorted());
    expect(await codes(CLERK)).toEqual([mine.code]);
    expect(await codes(OFFICIAL, { clerk: CLERK })).toEqual([mine.code]);
    expect(await codes(OFFICIAL, { status: 'submitted' })).toEqual([online.code]);
  });

  it('pages through the counter without losing or repeating one', async () => {
    const system = memorySystem();
    const filed: string[] = [];
    for (let count = 0; count < 7; count++) {
      filed.push((await fileOnline(system)).code);
      system.clock.step({ minutes: 1 });
    }
    const seen: string[] = [];
    let next: string | undefined;
    do {
      const query = { limit: '3', ...(next !== undefined && { next }) };
      const params = { unitId: 'thu-dau-mot-2025-mot-cua' };
      const { body } = await system.ask('listAtCounter', { params, as: OFFICIAL, query });
      seen.push(...(body['items'] as { code: string }[]).map(({ code }) => code));
      next = body['next'] as string | undefined;
    } while (next !== undefined);
    expect(seen).toEqual(filed.toReversed());
  });

  it('draws the same sample for the same day, of the intakes by post alone', async () => {
    const system = memorySystem();
    for (let count = 0; count < 8; count++) await fileByPost(system);
    await fileOnline(system);
    const params = { unitId: 'thu-dau-mot-2025-mot-cua' };
    const query = { date: '2026-11-23', size: '3' };
    const first = await system.ask('sampleClerkIntakes', { params, as: OFFICIAL, query });
    expect(first.body).toMatchObject({ population: 8, date: '2026-11-23' });
    expect(first.body['items']).toHaveLength(3);
    expect((await system.ask('sampleClerkIntakes', { params, as: OFFICIAL, query })).body).toEqual(first.body);
    expect((await system.ask('sampleClerkIntakes', { params, as: CLERK, query })).status).toBe(403);
    const before = { ...query, date: '2026-11-20' };
    expect((await system.ask('sampleClerkIntakes', { params, as: OFFICIAL, query: before })).body).toMatchObject({
      population: 0,
      items: [],
    });
  });

  it('finds the dossiers of a telephone number at its own counter only', async () => {
    const system = memorySystem();
    const { code } = await fileOnline(system);
    const found = await system.ask('searchDossiers', { body: { phone: '0912.345.678' }, as: OFFICIAL });
    expect(found.body['items']).toMatchObject([{ code }]);
    const elsewhere = await system.ask('searchDossiers', { body: { phone: '0912.345.678' }, as: OTHER_OFFICIAL });
    expect(elsewhere.body['items']).toEqual([]);
    expect((await system.ask('searchDossiers', { body: { phone: '0912345678' }, as: CLERK })).status).toBe(403);
  });
});

describe('the way back', () => {
  it('carries a result to the counter that received it', async () => {
    const system = memorySystem();
    const { code } = await decidedDossier(system);
    const prepared = await system.ask('prepareHandover', {
      body: { direction: 'return', sealNumber: 'NP-9', codes: [code] },
      as: OFFICIAL,
      key: freshKey(),
    });
    expect(prepared).toMatchObject({ status: 201, body: { direction: 'return' } });
    const foreign = { direction: 'return', toUnitId: 'thu-dau-mot-2025-mot-cua', sealNumber: 'NP-8', codes: [code] };
    for (const as of [OTHER_OFFICIAL, CLERK]) {
      const refused = await system.ask('prepareHandover', { body: foreign, as, key: freshKey() });
      expect(refused).toMatchObject({ status: 422, body: { errors: [{ code: 'result-of-another-authority' }] } });
    }
    const handoverId = String(prepared.body['handoverId']);
    expect((await sign(system, handoverId, { present: [code] }, CLERK)).status).toBe(200);
    await deliver(system, tasksOf(system, handoverId));
    expect(await stateOf(system, code)).toMatchObject({ status: 'result-at-counter' });
  });
});
