import { simpleParser } from 'mailparser';
import { describe, expect, it } from 'vitest';
import { decideMail } from '../../shared/domain/mail/decide-mail.ts';
import { mailDecider } from '../../shared/domain/mail/mail-decider.ts';
import { executeCommand } from '../../shared/shell/execute-command.ts';
import { officeCatalogue } from '../relay/testing/office-catalogue.ts';
import { RunningOffice } from '../relay/testing/running-office.ts';
import { httpFunction } from '../../shared/shell/http-pipeline.ts';
import { permitsByRole } from '../../shared/shell/permits-by-role.ts';
import { sessionResolver } from '../../shared/shell/session.ts';
import { staffHttpRoutes } from './staff-routes.ts';
import { callHttp } from './testing/call-http.ts';

const LINK = { route: '/staff/sign-in/{token}' } as const;

class Browser {
  readonly office: RunningOffice;
  readonly #api: ReturnType<typeof httpFunction>;
  readonly #sourceIp: string;
  #cookies = new Map<string, string>();

  constructor(office: RunningOffice, sourceIp = '192.0.2.1') {
    this.office = office;
    this.#sourceIp = sourceIp;
    this.#api = httpFunction({
      routes: staffHttpRoutes(office),
      sessions: sessionResolver(office),
      permits: permitsByRole,
      log: () => undefined,
    });
  }

  async get(route: string, params: Record<string, string> = {}) {
    return this.#call({ method: 'GET', route, params });
  }

  async post(route: string, form: Record<string, string> = {}, params: Record<string, string> = {}) {
    return this.#call({ method: 'POST', route, params, form });
  }

  cookies(): string[] {
    return [...this.#cookies].map(([name, value]) => `${name}=${value}`);
  }

  /** Somebody copies them. */
  clone(): Browser {
    const copy = new Browser(this.office);
    copy.#cookies = new Map(this.#cookies);
    return copy;
  }

  async #call(asked: Parameters<typeof callHttp>[1]) {
    const answer = await callHttp(this.#api, { ...asked, sourceIp: this.#sourceIp, cookies: this.cookies() });
    for (const cookie of answer.cookies) {
      const [name = '', value = ''] = cookie.split('=');
      if (value === '') this.#cookies.delete(name);
      else this.#cookies.set(name, value);
    }
    return answer;
  }
}

const officerOf = (browser: Browser, email = 'an@province.example') => browser.post('/staff/sign-in', { email });

async function tokensOf(office: RunningOffice): Promise<readonly string[]> {
  await office.relay();
  await office.sendAll();
  const mails = await Promise.all(office.sender.sent.splice(0).map(({ raw }) => simpleParser(Buffer.from(raw))));
  return mails.flatMap(({ text = '' }) => /\/staff\/sign-in\/(\S+)/.exec(text)?.[1] ?? []);
}

describe('signing in', () => {
  it('works by a link in a mail: page, button, session', async () => {
    const browser = new Browser(new RunningOffice());
    expect((await browser.get('/staff/sign-in')).body).toContain('name="email"');
    expect((await officerOf(browser)).status).toBe(202);
    const [token = ''] = await tokensOf(browser.office);
    const page = await browser.get(LINK.route, { token });
    expect(page.body).toContain('Lê Văn An');
    const signedIn = await browser.post(LINK.route, {}, { token });
    expect(signedIn).toMatchObject({ status: 303, headers: { location: '/staff' } });
    expect(JSON.parse((await browser.get('/staff/me')).body)).toEqual({
      staffId: 'an',
      name: 'Lê Văn An',
      unitId: 'ward-25750',
      unit: 'ward-25750',
      roles: ['officer'],
    });
  });

  it('keeps the session in a cookie that scripts, other sites and plain http cannot read', async () => {
    const browser = new Browser(new RunningOffice());
    await officerOf(browser);
    const [token = ''] = await tokensOf(browser.office);
    const { setCookies } = await browser.post(LINK.route, {}, { token });
    expect(setCookies).toHaveLength(1);
    for (const attribute of ['HttpOnly', 'SameSite=Lax', 'Secure', 'Path=/', 'Max-Age=43200']) {
      expect(setCookies[0]).toContain(attribute);
    }
    expect(setCookies[0]).toMatch(/^__Host-/);
    expect(setCookies[0]).not.toContain('Domain');
  });

  it('takes no session from a cookie that another host of the domain could have set', async () => {
    const browser = await signedIn('an@province.example');
    const planted = browser.cookies().map((cookie) => cookie.replace('__Host-', ''));
    const api = httpFunction({
      routes: staffHttpRoutes(browser.office),
      sessions: sessionResolver(browser.office),
      permits: permitsByRole,
      log: () => undefined,
    });
    expect((await callHttp(api, { method: 'GET', route: '/staff/me', cookies: browser.cookies() })).status).toBe(200);
    expect((await callHttp(api, { method: 'GET', route: '/staff/me', cookies: planted })).status).toBe(401);
  });

  it('says the same, and does the same work, for a mailbox that nobody has', async () => {
    const known = new Browser(new RunningOffice());
    const unknown = new Browser(new RunningOffice());
    const [one, other] = [await officerOf(known), await officerOf(unknown, 'nobody@elsewhere.example')];
    expect({ ...other, cookies: [], setCookies: [] }).toEqual({ ...one, cookies: [], setCookies: [] });
    expect(unknown.office.world.stream).toHaveLength(1);
    expect(await tokensOf(unknown.office)).toEqual([]);
  });

  it('is not done by a scanner that opens the link ten times, and works afterwards', async () => {
    const browser = new Browser(new RunningOffice());
    await officerOf(browser);
    const [token = ''] = await tokensOf(browser.office);
    const scanner = new Browser(browser.office);
    const before = JSON.stringify([...browser.office.world.entities]);
    for (let visit = 0; visit < 10; visit += 1) await scanner.get(LINK.route, { token });
    expect(JSON.stringify([...browser.office.world.entities])).toBe(before);
    expect(scanner.cookies()).toEqual([]);
    expect((await browser.post(LINK.route, {}, { token })).status).toBe(303);
  });

  it('works once', async () => {
    const browser = new Browser(new RunningOffice());
    await officerOf(browser);
    const [token = ''] = await tokensOf(browser.office);
    const copy = browser.clone();
    await browser.post(LINK.route, {}, { token });
    const again = await copy.post(LINK.route, {}, { token });
    expect(again.status).toBe(403);
    expect(again.body).toContain('đã được dùng');
    expect((await copy.get('/staff/me')).status).toBe(401);
  });

  it('gives one session when the button is pressed twice at the same moment', async () => {
    const browser = new Browser(new RunningOffice());
    await officerOf(browser);
    const [token = ''] = await tokensOf(browser.office);
    const copy = browser.clone();
    browser.office.world.interleaveNextCommit(() => copy.post(LINK.route, {}, { token }));
    expect((await browser.post(LINK.route, {}, { token })).status).toBe(403);
    expect((await copy.get('/staff/me')).status).toBe(200);
  });

  it('works only in the browser that asked', async () => {
    const browser = new Browser(new RunningOffice());
    await officerOf(browser);
    const [token = ''] = await tokensOf(browser.office);
    const thief = new Browser(browser.office);
    const refused = await thief.post(LINK.route, {}, { token });
    expect(refused.body).toContain('trên trình duyệt đã gửi yêu cầu');
    await officerOf(thief, 'binh@province.example');
    expect((await thief.post(LINK.route, {}, { token })).status).toBe(403);
    expect((await browser.post(LINK.route, {}, { token })).status).toBe(303);
  });

  it('works with the first of two mails as well, when somebody asked twice', async () => {
    const browser = new Browser(new RunningOffice());
    await officerOf(browser);
    await officerOf(browser);
    const [first = ''] = await tokensOf(browser.office);
    expect((await browser.post(LINK.route, {}, { token: first })).status).toBe(303);
  });

  it('ends after 15 minutes, and an overdue mail is not sent at all', async () => {
    const browser = new Browser(new RunningOffice());
    await officerOf(browser);
    const [token = ''] = await tokensOf(browser.office);
    await officerOf(browser);
    browser.office.clock.step({ minutes: 15 });
    expect((await browser.post(LINK.route, {}, { token })).body).toContain('đã hết hạn');
    expect(await tokensOf(browser.office)).toEqual([]);
  });

  it('is slowed down for one mailbox at one address on the network, and says when to come back', async () => {
    const office = new RunningOffice();
    for (let tries = 0; tries < 5; tries += 1) expect((await officerOf(new Browser(office))).status).toBe(202);
    const slowed = await officerOf(new Browser(office), 'AN@province.example');
    expect(slowed.status).toBe(429);
    expect(Number(slowed.headers['retry-after'])).toBeGreaterThan(0);
    expect((await officerOf(new Browser(office), 'binh@province.example')).status).toBe(202);
  });

  it('is not shut to its owner by a stranger who asks for the same mailbox a hundred times', async () => {
    const office = new RunningOffice();
    for (let tries = 0; tries < 100; tries += 1) await officerOf(new Browser(office, '203.0.113.66'));
    const owner = new Browser(office, '198.51.100.7');
    expect((await officerOf(owner)).status).toBe(202);
    const [token = ''] = (await tokensOf(office)).slice(-1);
    expect((await owner.post(LINK.route, {}, { token })).status).toBe(303);
  });

  it('floods no mailbox, from however many addresses it is asked for', async () => {
    const office = new RunningOffice();
    const statuses: number[] = [];
    for (let tries = 0; tries < 40; tries += 1)
      statuses.push((await officerOf(new Browser(office, `203.0.113.${String(tries)}`))).status);
    expect(statuses.filter((status) => status === 202)).toHaveLength(30);
    expect(await tokensOf(office)).toHaveLength(30);
  });

  it('asks a person with two posts which one, by a mail for each', async () => {
    const catalogue = officeCatalogue();
    const second = { ...catalogue.staff[0]!, id: 'an-2', unit: 'justice-department' };
    const browser = new Browser(new RunningOffice({ ...catalogue, staff: [...catalogue.staff, second] }));
    await officerOf(browser);
    const tokens = await tokensOf(browser.office);
    expect(tokens).toHaveLength(2);
    await browser.post(LINK.route, {}, { token: tokens[1] ?? '' });
    expect(JSON.parse((await browser.get('/staff/me')).body)).toMatchObject({ staffId: 'an-2' });
  });

  it.each(['x', 'k1.e30.AAAA', 'a'.repeat(5000)])('does not fall over a made-up link', async (token) => {
    const browser = new Browser(new RunningOffice());
    expect((await browser.get(LINK.route, { token })).status).toBe(403);
    expect((await browser.post(LINK.route, {}, { token })).status).toBe(403);
  });

  it('refuses what is no e-mail address', async () => {
    expect((await officerOf(new Browser(new RunningOffice()), 'not an address')).status).toBe(400);
  });
});

async function signedIn(email: string, office = new RunningOffice()): Promise<Browser> {
  const browser = new Browser(office);
  await officerOf(browser, email);
  const [token = ''] = await tokensOf(office);
  await browser.post(LINK.route, {}, { token });
  return browser;
}

describe('a session', () => {
  it('ends on the server when its owner signs out: a copied cookie is worth nothing', async () => {
    const browser = await signedIn('an@province.example');
    const copy = browser.clone();
    expect((await browser.post('/staff/sign-out')).status).toBe(303);
    expect((await copy.get('/staff/me')).status).toBe(401);
    expect(browser.cookies().some((cookie) => cookie.includes('session'))).toBe(false);
  });

  it('ends after 12 hours', async () => {
    const browser = await signedIn('an@province.example');
    browser.office.clock.step({ hours: 12 });
    expect((await browser.get('/staff/me')).status).toBe(401);
  });

  it('ends at once when the person leaves, and follows a change of post', async () => {
    const browser = await signedIn('an@province.example');
    const catalogue = officeCatalogue();
    const moved = catalogue.staff.map((person) =>
      person.id === 'an' ? { ...person, unit: 'justice-department' } : person,
    );
    const at = browser.office.clock.now();
    await browser.office.catalogue.publish({
      catalogue: { ...catalogue, staff: moved, version: 'moved' },
      replaces: 'test',
      at,
    });
    expect(JSON.parse((await browser.get('/staff/me')).body)).toMatchObject({ unitId: 'justice-department' });
    const staff = catalogue.staff.filter(({ id }) => id !== 'an');
    await browser.office.catalogue.publish({
      catalogue: { ...catalogue, staff, version: 'left' },
      replaces: 'moved',
      at,
    });
    expect((await browser.get('/staff/me')).status).toBe(401);
  });

  it('is not used by a form of another site', async () => {
    const browser = await signedIn('an@province.example');
    const forged = await callHttp(
      httpFunction({
        routes: staffHttpRoutes(browser.office),
        sessions: sessionResolver(browser.office),
        permits: permitsByRole,
        log: () => undefined,
      }),
      {
        method: 'POST',
        route: '/staff/sign-out',
        form: {},
        headers: { 'sec-fetch-site': 'cross-site' },
        cookies: browser.cookies(),
      },
    );
    expect(forged.status).toBe(403);
    expect((await browser.get('/staff/me')).status).toBe(200);
  });
});

describe('the work list', () => {
  async function withWork(email: string) {
    const office = new RunningOffice();
    await office.forwardedCase();
    await office.settle();
    return signedIn(email, office);
  }

  it('shows the unit’s open work, soonest due first, without a citizen’s name', async () => {
    const browser = await withWork('hoa@province.example');
    const list = JSON.parse((await browser.get('/staff/work')).body) as { items: { code: string; clockId: string }[] };
    expect(list.items).toMatchObject([
      { kind: 'dossier', code: 'CASE0000A1', clockId: 'step:tham-tra', overdue: false },
    ]);
    const page = await browser.get('/staff');
    expect(page.body).toContain('H29.18-261123-00A1');
    expect(page.body).not.toContain('Nhung');
  });

  it('says of a case that stands still for the applicant that it waits, and never that it is late', async () => {
    const office = new RunningOffice();
    const entityId = await office.forwardedCase();
    const assign = { type: 'AssignStep', stepId: 'tham-tra', staffId: 'an', why: 'test' } as const;
    await office.act(entityId, { kind: 'system', name: 'routing' }, assign);
    const items = [{ lineId: 'giay-to', what: 'Thiếu' }];
    const ask = { type: 'RequestSupplement', stepId: 'tham-tra', items, reason: 'Thiếu giấy tờ' } as const;
    expect((await office.act(entityId, await office.staff('an'), ask)).kind).toBe('done');
    office.clock.step({ days: 40 });
    const browser = await signedIn('an@province.example', office);
    expect(JSON.parse((await browser.get('/staff/work')).body)).toMatchObject({
      items: [{ clockId: 'supplement', officerId: 'an', waitsFor: 'applicant', overdue: false }],
    });
    expect((await browser.get('/staff')).body).toContain('Chờ người nộp bổ sung');
  });

  it('names a mail that waits to be sorted among the work, without its words', async () => {
    const office = new RunningOffice();
    const now = office.clock.now();
    const mailId = 'a'.repeat(26);
    const hold = {
      type: 'Hold',
      mailId,
      objectKey: 'arrived/1',
      receivedAt: now,
      why: 'no-address',
      files: [],
    } as const;
    const command = { ...hold, guesses: [], answerSender: false, counterId: 'counter-25750' };
    const actor = { kind: 'system', name: 'mail' } as const;
    const catalogue = await office.catalogue.load();
    await executeCommand({
      store: office.mails,
      decider: mailDecider,
      entityId: `mail#${mailId}`,
      actor,
      at: now,
      create: true,
      decide: (state) => decideMail(command, state, { now, actor, catalogue }),
    });
    const browser = await signedIn('lan@province.example', office);
    expect(JSON.parse((await browser.get('/staff/work')).body)).toMatchObject({
      items: [{ kind: 'mail', code: mailId }],
    });
    expect((await browser.get('/staff')).body).toContain('Thư chờ phân loại');
  });

  it('is empty for another unit, and closed to somebody who is asked for a unit that is not theirs', async () => {
    const browser = await withWork('quang@province.example');
    expect(JSON.parse((await browser.get('/staff/work')).body)).toMatchObject({ items: [] });
    const api = httpFunction({
      routes: staffHttpRoutes(browser.office),
      sessions: sessionResolver(browser.office),
      permits: permitsByRole,
      log: () => undefined,
    });
    const query = { unit: 'ward-25750' };
    const denied = await callHttp(api, { method: 'GET', route: '/staff/work', query, cookies: browser.cookies() });
    expect(denied.status).toBe(403);
  });

  it('sends whoever is not signed in to the sign-in page, or says 401 to a program', async () => {
    const browser = new Browser(new RunningOffice());
    expect(await browser.get('/staff')).toMatchObject({ status: 303, headers: { location: '/staff/sign-in' } });
    expect((await browser.get('/staff/work')).status).toBe(401);
  });
});
