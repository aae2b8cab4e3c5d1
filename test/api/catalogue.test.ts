import { describe, expect, it } from 'vitest';
import { memorySystem } from './memory-system.ts';
import { WARD } from './people.ts';

type Items = readonly Readonly<Record<string, unknown>>[];

async function items(operationId: string, query: Readonly<Record<string, string>>): Promise<Items> {
  const { body } = await memorySystem().ask(operationId, { query });
  return body['items'] as Items;
}

describe('the catalogue, as it stands today', () => {
  it('finds procedures by words without regard to diacritics or their order', async () => {
    const found = await items('listProcedures', { q: 'hon nhan TINH trang' });
    expect(found.map(({ code }) => code)).toEqual(['1.004873']);
    expect(await items('listProcedures', { q: 'đăng ký xe lu' })).toEqual([]);
  });

  it('lists the procedures of a level, and none of a level that has ended', async () => {
    const communes = await items('listProcedures', { level: 'commune' });
    expect(communes.length).toBeGreaterThan(10);
    expect(await items('listProcedures', { level: 'district' })).toEqual([]);
  });

  it('shows checklist, fees, limit and ways of filing of the version in force', async () => {
    const { body } = await memorySystem().ask('showProcedure', { params: { code: '1.004873' } });
    expect(body).toMatchObject({
      on: '2026-11-23',
      catalogueVersion: 'shipped',
      procedure: {
        version: '2025-07-01',
        channels: ['counter', 'online', 'post'],
        timeLimit: { unit: 'working-days', amount: 3 },
      },
    });
    const procedure = body['procedure'] as { documents: Items; fees: Items };
    expect(procedure.documents[0]).toMatchObject({ id: 'to-khai', originals: 1, required: true });
    for (const { validTo } of procedure.fees) expect(validTo).toBeUndefined();
  });

  it('shows the version that was in force on the day', async () => {
    const system = memorySystem();
    system.clock.set('2020-02-06T02:00:00.000Z');
    const { body } = await system.ask('showProcedure', { params: { code: '1.004873' } });
    expect(body).toMatchObject({ on: '2020-02-06', procedure: { version: '2018-06-21' } });
  });

  it('says why a procedure needs presence', async () => {
    const { body } = await memorySystem().ask('showProcedure', { params: { code: '1.000894' } });
    expect((body['procedure'] as Record<string, unknown>)['presenceRequired']).toBeTypeOf('string');
  });

  it('does not know a procedure that is not in force', async () => {
    expect((await memorySystem().ask('showProcedure', { params: { code: '9.999999' } })).status).toBe(404);
  });

  it('names the counters that serve an area, with their lists for the post', async () => {
    const found = await items('listUnits', { area: '25747' });
    const ward = found.find(({ id }) => id === WARD);
    expect(ward?.['postalList']).toContain('1.004873');
    expect(found.map(({ id }) => id)).not.toContain('phu-loi-2025-mot-cua');
  });

  it('lists areas, and refuses a question that nobody asked', async () => {
    expect(await items('listAreas', { level: 'commune', q: 'phu loi' })).toEqual([
      { code: '25750', name: 'Phường Phú Lợi', level: 'commune', parent: '79' },
    ]);
    const answer = await memorySystem().ask('listAreas', { query: { colour: 'red' } });
    expect(answer).toMatchObject({ status: 400, body: { errors: [{ pointer: 'query/colour' }] } });
  });

  it('describes itself, and shows a sign of life', async () => {
    const system = memorySystem();
    expect((await system.ask('describeApi')).body).toMatchObject({ openapi: '3.1.0' });
    expect((await system.ask('health')).body).toEqual({ status: 'ok' });
  });
});
