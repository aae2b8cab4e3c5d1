import { describe, expect, it } from 'vitest';
import { dossierActions, type DossierAction } from '../../shared/contracts/http/dossier-actions.ts';
import { act, assignedDossier, decidedDossier, fileByPost, fileOnline, freshKey, receivedDossier } from './acts.ts';
import { memorySystem, type Call, type MemorySystem } from './memory-system.ts';
import { COLLEAGUE, OTHER_CLERK, OTHER_OFFICER, OTHER_OFFICIAL, OTHER_WARD, SUPERVISOR, WARD } from './people.ts';

const stages: Readonly<Record<string, (system: MemorySystem) => Promise<{ readonly code: string }>>> = {
  filed: fileOnline,
  'with the clerk': fileByPost,
  received: receivedDossier,
  assigned: assignedDossier,
  decided: decidedDossier,
};

/** None of them has to do with a case of the ward; a colleague in the very office has, once it is theirs. */
const strangers = [OTHER_CLERK, OTHER_OFFICER, OTHER_OFFICIAL, SUPERVISOR, COLLEAGUE, 'nv-phu-loi-2025-lanh-dao'];

const actions = Object.keys(dossierActions) as DossierAction[];

/** Without files, whose absence would be told first. */
function bodyOf(action: DossierAction): object {
  const { example } = dossierActions[action];
  return 'attachments' in example ? { ...example, attachments: [] } : example;
}

describe.each(Object.entries(stages))('a dossier that is %s', (_, make) => {
  it('is out of reach for whoever has nothing to do with it, by every act', async () => {
    const system = memorySystem();
    const { code } = await make(system);
    const { token } = await fileOnline(system);
    const before = system.dump();
    const callers: readonly (readonly [number, Call])[] = [
      ...strangers.map((as) => [403, { as }] as const),
      [401, {}],
      // The secret link of another case.
      [401, { bearer: token }],
    ];
    for (const action of actions) {
      for (const [status, call] of callers) {
        const answer = await act(system, code, action, { ...call, body: bodyOf(action), key: freshKey() });
        expect([action, call, answer.status]).toEqual([action, call, status]);
      }
    }
    expect(system.dump()).toBe(before);
    expect(system.faults).toEqual([]);
  });

  it('tells strangers no more than anybody', async () => {
    const system = memorySystem();
    const { code } = await make(system);
    const { token } = await fileOnline(system);
    for (const call of [{}, { bearer: token }, { as: OTHER_OFFICIAL }, { as: OTHER_CLERK }, { as: COLLEAGUE }]) {
      const { body } = await system.ask('showDossier', { params: { code }, ...call });
      expect(Object.keys(body).sort()).toEqual(['code', 'progress', 'view']);
    }
  });
});

describe('what belongs to a counter', () => {
  it('is not listed, sampled or taken in by another ward', async () => {
    const system = memorySystem();
    const { code } = await receivedDossier(system);
    const params = { unitId: WARD };
    for (const as of [OTHER_OFFICIAL, OTHER_CLERK, OTHER_OFFICER]) {
      for (const route of ['listAtCounter', 'sampleClerkIntakes']) {
        expect([as, route, (await system.ask(route, { params, as })).status]).toEqual([as, route, 403]);
      }
      const found = await system.ask('searchDossiers', { body: { phone: '0912 345 678' }, as });
      expect(JSON.stringify(found.body)).not.toContain(code);
    }
    expect((await system.ask('listAtCounter', { params: { unitId: OTHER_WARD }, as: OTHER_OFFICIAL })).body).toEqual({
      items: [],
    });
  });
});
