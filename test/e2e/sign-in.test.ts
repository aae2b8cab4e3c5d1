import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CLERK, OFFICIAL, OTHER_OFFICIAL, WARD } from '../api/people.ts';
import { details, fileOnline, mailboxOf, signedIn, signInLink } from './acts.ts';
import { Browser, expectStatus } from './browser.ts';
import { mailsTo } from './mailbox.ts';
import {
  needsOwnSystem,
  startAnySystem,
  startOwnSystem,
  stopAndForget,
  travelTo,
  type AnySystem,
} from './running-system.ts';

const COLLEAGUE_AT_THE_COUNTER = 'nv-thu-dau-mot-2025-mot-cua-2';

let system: AnySystem;

beforeAll(async () => {
  system = await startAnySystem();
});

afterAll(() => system.stop());

async function whoAmI(browser: Browser): Promise<unknown> {
  const answer = await browser.get('/staff/me');
  return answer.status === 200 ? answer.body['staffId'] : answer.status;
}

describe('signing in by an e-mailed link', () => {
  it('works once, in the browser that asked, and only by the button', async () => {
    const browser = new Browser(system);
    const link = await signInLink(browser, COLLEAGUE_AT_THE_COUNTER);
    expectStatus(await browser.get(link), 200);
    expectStatus(await browser.get(link), 200);
    expect(await whoAmI(browser)).toBe(401);

    const elsewhere = new Browser(system);
    const stolen = await elsewhere.post(link, { form: {} });
    expect(stolen.status).toBe(403);
    expect(stolen.text).toContain('trình duyệt');
    expect(await whoAmI(elsewhere)).toBe(401);

    expectStatus(await browser.post(link, { form: {} }), 303);
    expect(await whoAmI(browser)).toBe(COLLEAGUE_AT_THE_COUNTER);
    const again = await browser.post(link, { form: {} });
    expect(again.status).toBe(403);
    expect(again.text).toContain('đã được dùng');
    expect(await whoAmI(browser)).toBe(COLLEAGUE_AT_THE_COUNTER);
  });

  it('ends on the server: a copied cookie is worth nothing afterwards', async () => {
    const browser = new Browser(system);
    const link = await signInLink(browser, CLERK);
    expectStatus(await browser.post(link, { form: {} }), 303);
    const copied = { cookie: browser.cookies() };
    expect((await new Browser(system).get('/staff/me', { headers: copied })).status).toBe(200);
    expectStatus(await browser.post('/staff/sign-out', { form: {} }), 303);
    expect(await whoAmI(browser)).toBe(401);
    expect((await new Browser(system).get('/staff/me', { headers: copied })).status).toBe(401);
  });

  it('says the same to an address that nobody registered, and writes to nobody', async () => {
    const browser = new Browser(system);
    const known = await browser.post('/staff/sign-in', { form: { email: mailboxOf(OTHER_OFFICIAL) } });
    const unknown = await browser.post('/staff/sign-in', { form: { email: 'nobody@example.com' } });
    expect([known.status, unknown.status]).toEqual([202, 202]);
    expect(unknown.text).toBe(known.text);
    expect(await mailsTo(system, 'nobody@example.com')).toEqual([]);
  });

  it('is refused a quarter of an hour later', async (context) => {
    needsOwnSystem(context);
    const morning = await startOwnSystem();
    const browser = new Browser(morning);
    const link = await signInLink(browser, OFFICIAL);
    const cookie = browser.cookies();
    const later = await travelTo(morning, '2026-11-23T09:20:00+07:00');
    const token = link.slice(link.lastIndexOf('/'));
    const late = await new Browser(later).post(`/staff/sign-in${token}`, { form: {}, headers: { cookie } });
    expect(late.status).toBe(403);
    expect(late.text).toContain('hết hạn');
    await stopAndForget(later);
  });
});

describe('a session', () => {
  it('opens the own ward and no other: another ward’s official is refused and nothing changes', async () => {
    const { code } = await fileOnline(system);
    const [official, stranger] = [await signedIn(system, OFFICIAL), await signedIn(system, OTHER_OFFICIAL)];
    const before = await details(official, code);
    const tries: readonly (readonly [string, object])[] = [
      ['receive', {}],
      ['refuse', { reason: 'Không thuộc thẩm quyền' }],
      ['request-supplement', { items: [{ lineId: 'to-khai', what: 'x' }], reason: 'x' }],
      ['withdraw', {}],
    ];
    for (const [action, json] of tries) {
      expect((await stranger.post(`/dossiers/${code}/${action}`, { json })).status).toBe(403);
      expect((await new Browser(system).post(`/dossiers/${code}/${action}`, { json })).status).toBeGreaterThanOrEqual(
        401,
      );
    }
    expect((await stranger.get(`/counters/${WARD}/dossiers`)).status).toBe(403);
    expect(await details(official, code)).toEqual(before);
  });

  it('is not lent to another site’s page', async () => {
    const { code } = await fileOnline(system);
    const official = await signedIn(system, OFFICIAL);
    const headers = { 'sec-fetch-site': 'cross-site', origin: 'https://elsewhere.example' };
    const forged = await official.post(`/dossiers/${code}/receive`, { json: {}, headers });
    expect(forged.status).toBe(403);
    expect((await details(official, code))['status']).toBe('submitted');
  });
});
