import { describe, expect, it } from 'vitest';
import { TEXT_LENGTH } from '../../shared/contracts/http/fields.ts';
import { act, assignedDossier, done } from './acts.ts';
import { memorySystem, type MemorySystem } from './memory-system.ts';
import { HEAD, OFFICER } from './people.ts';

/** Of one item of the tables, in bytes. */
const ITEM = 400 * 1024;
/** Three bytes a character, as Vietnamese may need. */
const LONG = 'ế'.repeat(TEXT_LENGTH);

function largestItem(system: MemorySystem, code: string): number {
  const stored = system.world.entities.get(`case#${code}`);
  const items = [stored?.state ?? '', ...(stored?.commits ?? []).map(({ events }) => events)];
  return Math.max(...items.map((item) => Buffer.byteLength(item)));
}

describe('a record that grows and grows', () => {
  it('is refused another long text before it no longer fits its item, and can still be ended', async () => {
    const system = memorySystem();
    const { code } = await assignedDossier(system);
    const consult = (question: string) => {
      const body = { stepId: 'tham-dinh', unitId: 'thu-dau-mot-2025-cong-an', question, workingHours: 16 };
      return act(system, code, 'consult', { as: OFFICER, body });
    };
    let answer = await consult(LONG);
    for (let asked = 1; answer.status === 200 && asked < 60; asked += 1) answer = await consult(LONG);
    expect(answer).toMatchObject({ status: 422, body: { rule: 'case-full' } });
    expect(largestItem(system, code)).toBeLessThan(ITEM);
    expect((await consult('Ngắn gọn?')).status).toBe(200);
    await done(system, code, 'stop', { as: HEAD, body: { reason: 'Người nộp không tiếp tục.' } });
  });

  it('is refused one act whose texts alone are too long', async () => {
    const system = memorySystem();
    const { code } = await assignedDossier(system);
    const before = system.dump();
    const items = Array.from({ length: 50 }, () => ({ lineId: 'to-khai', what: LONG }));
    const body = { stepId: 'tham-dinh', items, reason: LONG };
    const answer = await act(system, code, 'request-supplement', { as: OFFICER, body });
    expect(answer).toMatchObject({ status: 422, body: { rule: 'case-full' } });
    expect(system.dump()).toBe(before);
  });
});
