import { describe, expect, it } from 'vitest';
import { sitePages } from '../../functions/site/site-routes.ts';
import { httpFunction } from '../../shared/shell/http-pipeline.ts';
import { permitsByRole } from '../../shared/shell/permits-by-role.ts';
import { httpEvent, lambdaContext } from '../../shared/shell/testing/http-event.ts';
import { receivedDossier } from './acts.ts';
import { memorySystem } from './memory-system.ts';

const ROUTE = '/forms/{form}/{code}';

async function printing() {
  const { ports, ...system } = memorySystem();
  const { code, token } = await receivedDossier({ ports, ...system });
  const faults: unknown[] = [];
  const site = httpFunction({
    routes: sitePages(ports),
    sessions: () => Promise.resolve(undefined),
    permits: permitsByRole,
    log: (level, _, fields) => {
      if (level === 'error') faults.push(fields);
    },
  });
  const print = (form: string, k = token) =>
    site(httpEvent({ method: 'GET', route: ROUTE, params: { form, code }, query: { k } }), lambdaContext);
  return { print, faults };
}

describe('a printed form', () => {
  it('is printed for the owner by the secret link', async () => {
    const { print } = await printing();
    expect((await print('receipt')).statusCode).toBe(200);
    expect((await print('process-control')).statusCode).toBe(403);
    expect((await print('apology-draft')).statusCode).toBe(403);
    expect((await print('apology')).statusCode).toBe(404);
    expect((await print('receipt', 'k1.AAAAAAAAAAAAAAAAAAAAAA')).statusCode).toBe(401);
  });

  it.each(['constructor', 'toString', '__proto__', 'hasOwnProperty'])('%s is none of ours', async (form) => {
    const { print, faults } = await printing();
    expect((await print(form)).statusCode).toBe(404);
    expect(faults).toEqual([]);
  });
});
