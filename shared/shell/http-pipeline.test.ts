import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import type { RouteContract } from '../contracts/route.ts';
import type { StaffActor } from '../domain/actor.ts';
import { httpFunction, type HttpFunctionOptions } from './http-pipeline.ts';
import { problem, type HttpReply, type HttpRequest } from './http.ts';
import { httpEvent, lambdaContext, type Asked } from './testing/http-event.ts';

const operation = 'dossier.receive' as NonNullable<RouteContract['operation']>;
const clerk: StaffActor = { kind: 'staff', staffId: 's1', unitId: 'u1', roles: [], via: 'session' };

const contract: RouteContract = {
  operationId: 'sayName',
  method: 'POST',
  path: '/names/{code}',
  function: 'dossiers-api',
  summary: { vi: 'Nói tên', en: 'Say a name' },
  access: 'anyone',
  request: {
    media: 'json',
    example: { name: 'Nguyễn Thị Ánh' },
    body: z.strictObject({
      name: z.string().check(z.minLength(1), z.maxLength(50)),
      kinds: z.optional(z.array(z.enum(['a', 'b']))),
    }),
  },
  response: { status: 200, media: 'json' },
  idempotency: 'optional',
};

const asked: Asked = {
  method: 'POST',
  route: '/names/{code}',
  path: '/names/x1',
  params: { code: 'x1' },
  body: { name: 'Ánh' },
};

function serve(
  change: Partial<RouteContract> = {},
  options: Partial<HttpFunctionOptions> & { reply?: (request: HttpRequest<never>) => HttpReply } = {},
) {
  const seen: HttpRequest[] = [];
  const logged: string[] = [];
  const changed = { ...contract, ...change };
  const serving = httpFunction({
    routes: {
      [changed.operationId]: {
        contract: changed,
        handle: (request) => {
          seen.push(request);
          return Promise.resolve(options.reply?.(request) ?? { kind: 'json', status: 200, body: { said: true } });
        },
      },
    },
    log: (level, event, fields) => {
      logged.push(JSON.stringify({ level, event, ...fields }));
    },
    sessions: (cookies) => Promise.resolve(cookies['session'] === 'good' ? clerk : undefined),
    permits: () => true,
    ...options,
  });
  const ask = async (more: Partial<Asked> = {}) => {
    const answer = await serving(httpEvent({ ...asked, ...more }), lambdaContext);
    const headers: Record<string, unknown> = { ...answer.headers };
    const isJson = String(headers['content-type']).includes('json');
    const body = (isJson ? JSON.parse(answer.body ?? '') : answer.body) as Record<string, unknown>;
    return { status: answer.statusCode, headers, body, text: answer.body ?? '' };
  };
  return { ask, seen, logged };
}

const pointers = (body: Record<string, unknown>) =>
  (body['errors'] as { pointer: string; code: string }[]).map(({ pointer, code }) => [pointer, code]);

describe('a request on its way in', () => {
  it('reaches the handler parsed, with names in one Unicode form', async () => {
    const { ask, seen } = serve();
    const answer = await ask({ body: { name: 'Nguyễn Ánh'.normalize('NFD') } });
    expect(answer.status).toBe(200);
    expect(seen[0]).toMatchObject({
      body: { name: 'Nguyễn Ánh'.normalize('NFC') },
      params: { code: 'x1' },
      language: 'vi',
    });
  });

  it.each([
    ['broken JSON', { body: '{"name":' }, 400, 'not-json'],
    [
      'bytes that are not UTF-8',
      { body: Buffer.from([0x22, 0xc3, 0x28, 0x22]).toString('base64'), base64: true },
      400,
      'not-utf8',
    ],
    ['a lone surrogate', { body: '{"name":"\\ud83d"}' }, 400, 'broken-character'],
    ['a NUL', { body: '{"name":"a\\u0000"}' }, 400, 'control-character'],
    ['letters turned around', { body: { name: '\u202Etxt' } }, 400, 'control-character'],
    ['a wrong type', { body: { name: 5 } }, 400, 'wrong-type'],
    ['a missing field', { body: {} }, 400, 'required'],
    ['an empty body', { body: '' }, 400, 'required'],
    ['a blank body', { body: ' ' }, 400, 'not-json'],
    ['100,000 letters', { body: { name: 'ă'.repeat(100_000) } }, 400, 'text-too-big'],
    ['an unlisted value', { body: { name: 'a', kinds: ['c'] } }, 400, 'not-listed'],
    ['an unknown field', { body: { name: 'a', more: 1 } }, 400, 'unknown-field'],
    ['a prototype', { body: '{"name":"a","__proto__":{"admin":true}}' }, 400, 'unknown-field'],
    ['a weak version', { headers: { 'If-Match': 'W/"3"' } }, 400, 'if-match'],
    ['a short key', { headers: { 'Idempotency-Key': 'abc' } }, 400, 'idempotency-key'],
    ['a control character in the path', { params: { code: 'a\u0007' } }, 400, 'control-character'],
  ] as const)('answers %s by naming what is wrong, and asks no handler', async (_, more, status, code) => {
    const { ask, seen } = serve();
    const answer = await ask(more);
    expect(answer.status).toBe(status);
    expect(answer.headers['content-type']).toContain('application/problem+json');
    expect(answer.body).toMatchObject({ type: '/problems/malformed', status, instance: 'request-1' });
    expect(pointers(answer.body).map(([, found]) => found)).toContain(code);
    expect(seen).toEqual([]);
  });

  it('points into the body with RFC 6901 pointers', async () => {
    const { body } = await serve().ask({ body: { name: '', kinds: ['a', 'z'], 'a/b~': 1 } });
    expect(pointers(body)).toEqual([
      ['/name', 'required'],
      ['/kinds/1', 'not-listed'],
      ['/a~1b~0', 'unknown-field'],
    ]);
  });

  it('refuses another media type and a body beyond the limit', async () => {
    const { ask } = serve();
    expect((await ask({ headers: { 'content-type': 'text/plain' } })).status).toBe(415);
    expect((await ask({ headers: { 'content-type': 'application/json; charset=iso-8859-1' } })).status).toBe(415);
    expect((await ask({ body: ' '.repeat(1024 * 1024 + 1) })).status).toBe(413);
  });

  it('hands over the very bytes to a route that wants them, whatever they are, and no more than it takes', async () => {
    const { ask, seen } = serve({ rawBody: { limit: 8 } });
    const bytes = new Uint8Array([0xff, 0x00, 0x7b, 0xe1, 0xbb]);
    expect((await ask({ body: Buffer.from(bytes).toString('base64'), base64: true })).status).toBe(200);
    expect((await ask({ body: '{"a": 1}', headers: { 'content-type': 'text/x' } })).status).toBe(200);
    expect((await ask({ body: 'Nguyễn' })).status).toBe(200);
    expect((await ask({ body: '' })).status).toBe(200);
    expect(seen.map(({ body }) => body)).toEqual([
      bytes,
      new TextEncoder().encode('{"a": 1}'),
      new TextEncoder().encode('Nguyễn'),
      new Uint8Array(),
    ]);
    expect((await ask({ body: 'Nguyễn1' })).status).toBe(413);
    expect((await ask({ body: Buffer.alloc(9).toString('base64'), base64: true })).status).toBe(413);
    expect(seen).toHaveLength(4);
  });

  it('refuses nesting that no body of ours has', async () => {
    const deep = `${'['.repeat(5000)}${']'.repeat(5000)}`;
    const { status, body } = await serve().ask({ body: deep });
    expect(status).toBe(400);
    expect(pointers(body)[0]?.[1]).toBe('too-deep');
  });

  it('answers an unknown route with 404', async () => {
    expect((await serve().ask({ route: '/nowhere' })).status).toBe(404);
  });

  it('never fails on any JSON at all', async () => {
    const { ask } = serve();
    await fc.assert(
      fc.asyncProperty(fc.jsonValue(), async (body) => {
        const answer = await ask({ body: JSON.stringify(body) });
        expect([200, 400]).toContain(answer.status);
      }),
    );
  });
});

describe('whatever is sent', () => {
  const header = fc.constantFrom(
    ...[
      'accept-language',
      'authorization',
      'if-match',
      'idempotency-key',
      'origin',
      'sec-fetch-site',
      'content-type',
      'accept',
    ],
  );

  it('is answered, and never with a fault of ours', async () => {
    const { ask } = serve({ idempotency: 'required' });
    await fc.assert(
      fc.asyncProperty(
        fc.uint8Array({ maxLength: 200 }),
        fc.dictionary(header, fc.string({ unit: 'binary' })),
        fc.dictionary(fc.string(), fc.string({ unit: 'binary' }), { noNullPrototype: true }),
        fc.array(fc.string({ unit: 'binary' })),
        async (bytes, headers, query, cookies) => {
          const body = Buffer.from(bytes).toString('base64');
          const { status } = await ask({ body, base64: true, headers, query, cookies });
          expect(status).toBeLessThan(500);
        },
      ),
      { numRuns: 500 },
    );
  });

  it('as a form is read or refused, never half', async () => {
    const form = { media: 'form', body: z.record(z.string(), z.unknown()), example: {} } as const;
    const { ask, seen } = serve({ request: form });
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    const name = fc.string({ minLength: 1, maxLength: 5 }).filter((text) => text !== 'idempotencyKey');
    await fc.assert(
      fc.asyncProperty(fc.uniqueArray(fc.tuple(name, fc.string()), { selector: ([key]) => key }), async (pairs) => {
        const sent = pairs.filter(([key]) => key !== '__proto__');
        const answer = await ask({ headers, body: new URLSearchParams(sent).toString() });
        expect(answer.status).toBe(200);
        expect(seen.at(-1)?.body).toEqual(Object.fromEntries(sent.map(([key, value]) => [key, value])));
      }),
    );
    expect((await ask({ headers, body: 'a=%' })).status).toBe(400);
    expect((await ask({ headers, body: '%FF=a' })).status).toBe(400);
  });
});

describe('who asks', () => {
  const own = { cookies: ['session=good'], headers: { origin: 'https://mot-cua.test' } };

  it('needs a session where staff are asked for', async () => {
    const { ask, seen } = serve({ access: 'staff' });
    expect((await ask()).status).toBe(401);
    expect((await ask({ cookies: ['session=expired'] })).status).toBe(401);
    expect((await ask(own)).status).toBe(200);
    expect(seen[0]?.actor).toEqual(clerk);
  });

  it('asks the permission table before the body is read', async () => {
    const { ask } = serve({ access: 'staff', operation }, { permits: () => false });
    const answer = await ask({ ...own, body: 'not json' });
    expect(answer).toMatchObject({ status: 403, body: { why: operation } });
  });

  it('looks at no session on a public route', async () => {
    const { ask, seen } = serve({ access: 'public' });
    await ask(own);
    expect(seen[0]).not.toHaveProperty('actor');
  });

  it('does not start when a route asks for a check that nobody gave', () => {
    const route = { contract: { ...contract, operation }, handle: () => Promise.reject(new Error('unused')) };
    expect(() => httpFunction({ routes: { sayName: route } })).toThrow('permission table');
    expect(() => httpFunction({ routes: { other: route }, permits: () => true })).toThrow('listed as other');
  });

  it.each([
    ['another site', { origin: 'https://evil.test' }, 403],
    ['a sibling site', { 'sec-fetch-site': 'same-site', origin: 'https://mot-cua.test' }, 403],
    ['an opaque origin', { origin: 'null' }, 403],
    ['our own page', { 'sec-fetch-site': 'same-origin', origin: 'null' }, 200],
    ['a program', {}, 200],
  ] as const)('with a cookie, a POST from %s', async (_, headers, status) => {
    expect((await serve({ access: 'staff' }).ask({ cookies: ['session=good'], headers: { ...headers } })).status).toBe(
      status,
    );
  });

  it('refuses a form with a cookie and no sign of a page of ours', async () => {
    const form = { media: 'form', body: z.object({ name: z.string() }), example: {} } as const;
    const answer = await serve({ access: 'staff', request: form }).ask({
      cookies: ['session=good'],
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: 'name=a',
    });
    expect(answer.status).toBe(403);
  });
});

describe('a retry', () => {
  const key = { 'Idempotency-Key': '7c1f6a0e-retry' };

  it('must carry a key where something is created', async () => {
    const { status, body } = await serve({ idempotency: 'required' }).ask();
    expect(status).toBe(400);
    expect(body).toMatchObject({ type: '/problems/key-missing', errors: [{ pointer: 'header/Idempotency-Key' }] });
  });

  it('is the same request whatever the order of members or the Unicode form', async () => {
    const { ask, seen } = serve();
    await ask({ headers: key, body: { name: 'Ánh', kinds: ['a'] } });
    await ask({ headers: key, body: JSON.stringify({ kinds: ['a'], name: 'Ánh'.normalize('NFD') }) });
    await ask({ headers: key, body: { name: 'Anh', kinds: ['a'] } });
    const [first, second, third] = seen.map((request) => request.idempotency);
    expect(second).toEqual(first);
    expect(third?.key).toBe(first?.key);
    expect(third?.fingerprint).not.toBe(first?.fingerprint);
  });

  it('belongs to who asked', async () => {
    const { ask, seen } = serve();
    await ask({ headers: key });
    await ask({ headers: { ...key, authorization: 'Bearer abc.def' } });
    await ask({ headers: key, query: { k: 'abc.def' } });
    await ask({ headers: key, cookies: ['session=good'] });
    const keys = seen.map((request) => request.idempotency?.key);
    expect(keys[1]).toBe(keys[2]);
    expect(new Set(keys).size).toBe(3);
  });

  it('of a form finds its key in a hidden field', async () => {
    const form = {
      media: 'form',
      body: z.strictObject({ name: z.string(), kinds: z.array(z.string()) }),
      example: {},
    } as const;
    const { ask, seen } = serve({ request: form, idempotency: 'required' });
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    const answer = await ask({ headers, body: 'name=%C3%81nh+T%C3%BA&kinds=a&kinds=b&idempotencyKey=12345678' });
    expect(answer.status).toBe(200);
    expect(seen[0]).toMatchObject({ body: { name: 'Ánh Tú', kinds: ['a', 'b'] } });
    expect(seen[0]?.idempotency).toBeDefined();
    expect((await ask({ headers, body: 'name=%C3' })).status).toBe(400);
  });

  it('hands the expected version on', async () => {
    const { ask, seen } = serve();
    await ask({ headers: { 'If-Match': '"12"' } });
    expect(seen[0]?.expectedVersion).toBe(12);
  });
});

describe('an answer', () => {
  it('is Vietnamese unless English is preferred', async () => {
    const { ask } = serve({}, { reply: () => problem({ kind: 'not-found', what: 'dossier' }) });
    const titleIn = async (language: string) => (await ask({ headers: { 'accept-language': language } })).body['title'];
    expect(await titleIn('')).toBe('Không tìm thấy');
    expect(await titleIn('fr-FR, de;q=0.5')).toBe('Không tìm thấy');
    expect(await titleIn('en-GB,en;q=0.9,vi;q=0.8')).toBe('Not found');
    expect(await titleIn('en;q=0.3,vi;q=0.8')).toBe('Không tìm thấy');
    expect(await titleIn('en;q=0')).toBe('Không tìm thấy');
  });

  it.each([
    [{ kind: 'stale-version', current: 7 }, 409],
    [{ kind: 'key-reused' }, 409],
    [{ kind: 'busy' }, 409],
    [{ kind: 'throttled', retryAfterSeconds: 30 }, 429],
    [{ kind: 'forbidden', why: 'other-ward' }, 403],
    [
      {
        kind: 'refused',
        refusal: { rule: 'unknown-rule', sort: 'rule', article: '61/2018/NĐ-CP Điều 19.4', pointer: '/x' },
      },
      422,
    ],
    [{ kind: 'refused', refusal: { rule: 'unknown-rule', sort: 'conflict' } }, 409],
  ] as const)('for %o has the status %i', async (value, status) => {
    const answer = await serve({}, { reply: () => problem(value) }).ask();
    expect(answer).toMatchObject({ status, body: { status, instance: 'request-1', type: `/problems/${value.kind}` } });
    expect(String(answer.body['detail'])).not.toMatch(/^$|[{}]/);
  });

  it('of a refusal names rule, article and field', async () => {
    const refusal = {
      rule: 'r1',
      sort: 'rule',
      article: 'Điều 1',
      faults: [{ rule: 'r2', pointer: '/documents/0' }],
    } as const;
    const { body } = await serve({}, { reply: () => problem({ kind: 'refused', refusal }) }).ask();
    expect(body).toMatchObject({ rule: 'r1', article: 'Điều 1', errors: [{ pointer: '/documents/0', code: 'r2' }] });
  });

  it('tells when to come back', async () => {
    const answer = await serve({}, { reply: () => problem({ kind: 'throttled', retryAfterSeconds: 30 }) }).ask();
    expect(answer.headers['retry-after']).toBe('30');
  });

  it('to a fault of ours says nothing of it, and the log nothing of the person', async () => {
    const { ask, logged } = serve(
      {},
      {
        reply: () => {
          throw new Error('the name Ánh broke table cases');
        },
      },
    );
    const answer = await ask();
    expect(answer).toMatchObject({ status: 500, body: { type: '/problems/internal', instance: 'request-1' } });
    expect(answer.text).not.toContain('Ánh');
    expect(logged.join()).not.toContain('Ánh');
    expect(logged.map((line) => (JSON.parse(line) as { event: string }).event).sort()).toEqual(['fault', 'request']);
  });

  it('as a page runs no script and tells nobody where it came from', async () => {
    const page = { response: { status: 200, media: 'html' } } as const;
    const { ask } = serve(page, { reply: () => ({ kind: 'html', status: 200, html: '<p>x</p>', cookies: ['a=b'] }) });
    const { headers, text } = await ask();
    expect(text).toBe('<p>x</p>');
    expect(headers).toMatchObject({
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
    });
    expect(headers['content-security-policy']).toMatch(/default-src 'none'.*frame-ancestors 'none'/);
    expect(headers['content-security-policy']).not.toContain('script');
  });

  it('over https tells the browser to come over https from now on, and says nothing of it on plain http', async () => {
    const header = 'strict-transport-security';
    const { ask } = serve();
    expect((await ask({ headers: { 'x-forwarded-proto': 'https' } })).headers[header]).toBe('max-age=31536000');
    expect((await ask({ headers: { 'x-forwarded-proto': 'http' } })).headers).not.toHaveProperty(header);
    expect((await ask()).headers).not.toHaveProperty(header);
  });

  it('shows a problem as a page where the route answers pages', async () => {
    const { ask } = serve({ response: { status: 200, media: 'html' } });
    const { headers, text, status } = await ask({ body: { '<b>': 1, name: 'a' } });
    expect(status).toBe(400);
    expect(headers['content-type']).toContain('text/html');
    expect(text).toContain('&lt;b&gt;');
    expect(text).toContain('request-1');
  });

  it('shows a problem as the caller accepts it where the route answers an address', async () => {
    const { ask } = serve(
      { response: { status: 303, media: 'redirect' } },
      { reply: () => problem({ kind: 'not-found', what: 'attachment' }) },
    );
    expect((await ask()).headers['content-type']).toContain('application/problem+json');
    const browsing = await ask({ headers: { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' } });
    expect(browsing).toMatchObject({ status: 404 });
    expect(browsing.headers['content-type']).toContain('text/html');
  });
});
