/** Every example of the API's description, sent as it stands to the real handlers; what comes back is as the description says. */
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { dossierActions, actionOperationId } from '../../shared/contracts/http/dossier-actions.ts';
import { reportActions, reportOperationId, type ReportAction } from '../../shared/contracts/http/report-actions.ts';
import { allRoutes } from '../../shared/contracts/all-routes.ts';
import { openApiDocument } from '../../shared/contracts/openapi.ts';
import { BASE_URL, memorySystem, type Call, type MemorySystem } from '../api/memory-system.ts';
import { freshKey } from '../api/acts.ts';
import { scenes } from './scenes.ts';

const document = openApiDocument({ routes: allRoutes, baseUrl: BASE_URL });
const ajv = new Ajv2020({ strict: false, validateFormats: false, allErrors: true });
ajv.addSchema(document, 'api');

const functions = ['dossiers-api', 'attachments-api', 'post-api', 'catalogue-api', 'reports-api'];
const ours = allRoutes.filter((route) => functions.includes(route.function) && route.response.media === 'json');

describe('each example works', () => {
  it.each(ours.map((route) => [route.operationId, route] as const))('%s', async (operationId, route) => {
    const system = memorySystem();
    const scene: Call = (await scenes[operationId]?.(system)) ?? {};
    const call: Call = {
      ...scene,
      ...(route.request && !('body' in scene) && { body: route.request.example }),
      ...(route.idempotency !== 'none' && { key: freshKey() }),
    };
    const answer = await system.send(route, call);
    expect(answer.body, JSON.stringify(answer.body)).not.toHaveProperty('rule');
    expect(answer.status).toBe(route.response.status);
    expectDescribed(route.path, route.method, answer);
  });

  it('has a scene for every action', () => {
    const actions = [
      ...Object.keys(dossierActions).map(actionOperationId),
      ...(Object.keys(reportActions) as ReportAction[]).map(reportOperationId),
    ];
    expect(actions.filter((operationId) => scenes[operationId] === undefined)).toEqual([]);
  });
});

describe('a refusal', () => {
  it('is as described', async () => {
    const system: MemorySystem = memorySystem();
    const route = allRoutes.find(({ operationId }) => operationId === 'fileDossier');
    if (route === undefined) throw new Error('no fileDossier');
    const answer = await system.send(route, { body: { sets: 0 }, key: freshKey() });
    expect(answer.status).toBe(400);
    const valid = ajv.compile({ $ref: 'api#/components/schemas/Problem' });
    expect(valid(answer.body), JSON.stringify(valid.errors)).toBe(true);
  });
});

function expectDescribed(path: string, method: string, answer: { readonly status: number; readonly body: unknown }) {
  const pointer = `paths/${path.replaceAll('~', '~0').replaceAll('/', '~1')}/${method.toLowerCase()}/responses/${String(answer.status)}/content/application~1json/schema`;
  const valid = ajv.compile({ $ref: `api#/${encodeURI(pointer)}` });
  valid(answer.body);
  expect(valid.errors ?? []).toEqual([]);
}
