import { describe, expect, it } from 'vitest';
import { printableForms, type FormReader } from '../../functions/site/printable-forms.ts';
import { sitePages } from '../../functions/site/site-routes.ts';
import { DossierDetails } from '../../shared/contracts/http/dossier-views.ts';
import { httpFunction } from '../../shared/shell/http-pipeline.ts';
import { permitsByRole } from '../../shared/shell/permits-by-role.ts';
import { httpEvent, lambdaContext } from '../../shared/shell/testing/http-event.ts';
import { assignedDossier, done, receivedDossier } from './acts.ts';
import { memorySystem } from './memory-system.ts';
import { HEAD } from './people.ts';

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

describe('the forms that a case page offers', () => {
  it('have the apology once it was sent, and its draft for staff while it waits', async () => {
    const system = memorySystem();
    const { code, token } = await assignedDossier(system);
    const show = async () => {
      const { body } = await system.ask('showDossier', { params: { code }, as: HEAD });
      return DossierDetails.parse(body);
    };
    const offered = (details: DossierDetails, reader: FormReader) =>
      printableForms(details, reader).flatMap(({ href }) => (href.includes('apology') ? [href] : []));
    const [owner, staff] = [{ kind: 'owner', token } as const, { kind: 'staff' } as const];
    const before = await show();
    expect([...offered(before, owner), ...offered(before, staff)]).toEqual([]);
    const waiting = { ...before, apologyPreparedAt: '2026-11-23T02:00:00.000Z' };
    expect(offered(waiting, owner)).toEqual([]);
    expect(offered(waiting, staff)).toEqual([`/forms/apology-draft/${code}`]);
    const body = { workingDays: 2, reason: 'Chờ xác minh.', apology: 'Chúng tôi xin lỗi.' };
    await done(system, code, 'extend', { as: HEAD, body });
    const sent = await show();
    expect(offered(sent, owner)).toEqual([`/forms/apology/${code}?k=${encodeURIComponent(token)}`]);
    expect(offered(sent, staff)).toEqual([`/forms/apology/${code}`]);
  });
});
