import { describe, expect, it } from 'vitest';
import { casePage } from '../../functions/site/pages/case-page.ts';
import { ringTimer } from '../../functions/timers/ring-timer.ts';
import { DossierDetails } from '../../shared/contracts/http/dossier-views.ts';
import { clocksOfDossier } from '../../shared/domain/dossier/running-clocks.ts';
import { assignedDossier, done } from './acts.ts';
import { memorySystem, type Call, type MemorySystem } from './memory-system.ts';
import { OFFICE_HEAD, OFFICER, COLLEAGUE, OTHER_OFFICER } from './people.ts';

/** A case whose first step has lain with its officer until the alarm rang. */
async function stalledDossier() {
  const system = memorySystem();
  const { code, token } = await assignedDossier(system);
  const entityId = `case#${code}`;
  for (let rings = 0; rings < 3; rings += 1) {
    const { state } = (await system.ports.cases.load(entityId))!;
    if (state.stalled !== undefined) break;
    const item = clocksOfDossier(state).find(({ clockId }) => clockId.startsWith('step:'));
    system.clock.set(item!.timer!.at);
    const timer = { entityId, clockId: item!.clockId, at: item!.timer!.at, bucket: 0 };
    expect(await ringTimer(system.ports, timer as never, system.clock.now())).toMatchObject({ kind: 'rung' });
  }
  return { system, code, token };
}

const seenBy = async (system: MemorySystem, code: string, call: Call) =>
  (await system.ask('showDossier', { params: { code }, ...call })).body;

describe('a step that nobody touches', () => {
  it('is told to the owner and to staff concerned, with its unit and since when', async () => {
    const { system, code, token } = await stalledDossier();
    const unit = { id: 'thu-dau-mot-2025-van-phong', name: expect.stringContaining('Văn phòng') as string };
    const stalled = [{ unit, since: '2026-11-23T02:00:00.000Z' }];
    expect(await seenBy(system, code, { bearer: token })).toMatchObject({ stalled });
    expect(await seenBy(system, code, { as: OFFICE_HEAD })).toMatchObject({ stalled });
    const byPhone = await system.ask('accessDossier', { params: { code }, body: { phoneLast4: '5678' } });
    expect(byPhone.body).toMatchObject({ stalled });
  });

  it('is not told to whoever has only the code, nor to staff of another unit', async () => {
    const { system, code } = await stalledDossier();
    expect(await seenBy(system, code, {})).toEqual({ view: 'progress', code, progress: 50 });
    expect(await seenBy(system, code, { as: OTHER_OFFICER })).not.toHaveProperty('stalled');
  });

  it('stands on the owner’s page in both languages, and is gone once somebody else has got it', async () => {
    const { system, code, token } = await stalledDossier();
    const page = async () => {
      const details = DossierDetails.parse(await seenBy(system, code, { bearer: token }));
      return casePage({ details, forms: [], acts: [] });
    };
    expect(await page()).toMatch(
      /Hồ sơ chưa được xử lý<\/strong> \(đơn vị: Văn phòng[^)]*, từ 09:00, 23\/11\/2026\); đơn vị đã được nhắc/u,
    );
    expect(await page()).toContain('Not yet worked on by');
    await done(system, code, 'hand-step-over', {
      as: OFFICER,
      body: { stepId: 'tham-dinh', to: COLLEAGUE, reason: 'Nghỉ phép' },
    });
    expect(await page()).not.toContain('chưa được xử lý');
  });

  it('is named with every other that lies side by side with it', async () => {
    const { system, code, token } = await stalledDossier();
    const details = DossierDetails.parse(await seenBy(system, code, { bearer: token }));
    const [one] = details.stalled!;
    const other = { unit: { ...one!.unit, name: 'Phòng Tư pháp' }, since: '2026-11-23T03:00:00.000Z' };
    const page = casePage({ details: { ...details, stalled: [one!, other] }, forms: [], acts: [] });
    expect(page.match(/Hồ sơ chưa được xử lý<\/strong> \(đơn vị: [^)]*\)/gu)).toEqual([
      expect.stringContaining('Văn phòng') as string,
      expect.stringContaining('Phòng Tư pháp, từ 10:00, 23/11/2026') as string,
    ]);
  });
});
