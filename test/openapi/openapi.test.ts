import { Validator } from '@seriousme/openapi-schema-validator';
import { describe, expect, it } from 'vitest';
import { allRoutes } from '../../shared/contracts/all-routes.ts';
import { openApiDocument } from '../../shared/contracts/openapi.ts';

const document = openApiDocument({ routes: allRoutes, baseUrl: 'https://mot-cua.test' });
const text = JSON.stringify(document);

describe('the OpenAPI document', () => {
  it('is valid OpenAPI 3.1', async () => {
    const result = await new Validator().validate(JSON.parse(text) as Record<string, unknown>);
    expect(result.errors ?? []).toEqual([]);
    expect(result.valid).toBe(true);
  });

  it('has nothing behind a reference that is not there', () => {
    const references = new Set([...text.matchAll(/"\$ref":"#\/([^"]+)"/g)].map(([, path = '']) => path));
    expect(references.size).toBeGreaterThan(10);
    for (const path of references) {
      const target = path.split('/').reduce<unknown>((node, key) => (node as Record<string, unknown>)[key], document);
      expect(target, path).toBeTypeOf('object');
    }
  });

  it('describes every route but the pages and its parameters, in both languages', () => {
    const described = allRoutes.filter(({ response }) => response.media !== 'html');
    const paths = document['paths'] as Record<string, Record<string, Record<string, unknown>>>;
    for (const { path, method, operationId, summary } of described) {
      const operation = paths[path]?.[method.toLowerCase()];
      expect(operation, `${method} ${path}`).toMatchObject({
        operationId,
        summary: summary.vi,
        description: summary.en,
      });
      const named = (operation?.['parameters'] as { name: string; in: string }[]).filter((one) => one.in === 'path');
      expect(named.map(({ name }) => `{${name}}`)).toEqual(path.match(/\{\w+\}/g) ?? []);
    }
  });

  it('gives an example of every body, which its own schema accepts', () => {
    for (const { operationId, request } of allRoutes.filter(({ request: body }) => body?.media === 'json')) {
      expect(request?.body.safeParse(request.example).error?.issues ?? [], operationId).toEqual([]);
    }
  });

  it('names every operation once', () => {
    const ids = allRoutes.map(({ operationId }) => operationId);
    expect(new Set(ids).size).toBe(ids.length);
    const routes = allRoutes.map(({ method, path }) => `${method} ${path}`);
    expect(new Set(routes).size).toBe(routes.length);
  });
});
