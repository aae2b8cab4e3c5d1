import { describe, expect, it } from 'vitest';
import { staffRoutes } from '../contracts/http/staff.ts';
import { dossierRoutes } from '../contracts/http/dossiers.ts';
import type { RouteContract } from '../contracts/route.ts';
import { readRequest } from './read-request.ts';
import { httpEvent, type Asked } from './testing/http-event.ts';

const SIGN_IN = '/staff/sign-in';
const ACTION = '/a/{token}';

function read(path: string, asked: Omit<Asked, 'method' | 'route'>, method: Asked['method'] = 'POST') {
  const routes: readonly RouteContract[] = [...staffRoutes, ...dossierRoutes];
  const contract = routes.find((route) => route.path === path && route.method === method);
  if (contract === undefined) throw new Error(`no route ${path}`);
  return readRequest(httpEvent({ method, route: path, ...asked }), contract, {});
}

describe('an id in the address', () => {
  it.each([
    ['longer than a key of a table', 'x'.repeat(3000)],
    ['long only in bytes', 'ế'.repeat(700)],
  ])('that is %s names nothing', async (_, code) => {
    expect(await read('/dossiers/{code}', { params: { code } }, 'GET')).toMatchObject({
      problem: { kind: 'not-found' },
    });
  });

  it('is not a signed token, whose page says itself that it is none', async () => {
    expect(await read(ACTION, { params: { token: 'x'.repeat(5000) } }, 'GET')).toMatchObject({ kind: 'read' });
  });
});

describe("a form that asks in a visitor's name", () => {
  const asked = { body: 'email=an%40province.example' };
  const form = { 'content-type': 'application/x-www-form-urlencoded' };

  it.each(['cross-site', 'same-site'])('is refused when the browser calls it %s', async (site) => {
    const answer = await read(SIGN_IN, { ...asked, headers: { ...form, 'sec-fetch-site': site } });
    expect(answer).toMatchObject({ problem: { kind: 'forbidden', why: 'cross-site' } });
  });

  it.each(['same-origin', 'none'])('is read when the browser calls it %s', async (site) => {
    const answer = await read(SIGN_IN, { ...asked, headers: { ...form, 'sec-fetch-site': site } });
    expect(answer).toMatchObject({ kind: 'read' });
  });

  it('is read from a program, which says nothing', async () => {
    expect(await read(SIGN_IN, { ...asked, headers: form })).toMatchObject({ kind: 'read' });
  });
});
