import { describe, expect, it } from 'vitest';
import { askedDirectly } from '../../../infra/local/providers/asked-directly.ts';
import { BLOCKED_NUMBER, esmsProvider } from '../../../infra/local/providers/esms.ts';
import { standInSecrets } from '../../../infra/local/providers/provider-secrets.ts';
import { providerWorld, type WebhookCall } from '../../../infra/local/providers/provider-world.ts';
import { SteppableClock } from '../../../shared/ports/memory/memory-outside.ts';
import { unreachable } from '../../../shared/ports/providers.ts';
import type { ProviderFetch } from '../channel-contract.ts';
import { describeOutgoing } from '../testing/conformance-outgoing.ts';
import { describeIncoming } from '../testing/conformance.ts';
import { esmsIncoming } from './esms-incoming.ts';
import { esmsSender } from './esms-sender.ts';

const secrets = { apiKey: 'api', secretKey: 'secret', brandname: '1022BD', callbackKey: 'c'.repeat(32) };
const to = { account: '+84912345678' };

function gateway(answer: unknown, { status = 200, headers = {} } = {}) {
  const asked: { url: string; body: Record<string, string> }[] = [];
  const logged: string[] = [];
  const fetch: ProviderFetch = (url, request) => {
    asked.push({ url, body: JSON.parse(request.body ?? '') as Record<string, string> });
    if (answer instanceof Error) return Promise.reject(answer);
    const body = typeof answer === 'string' ? answer : JSON.stringify(answer);
    return Promise.resolve({ status, headers, text: () => Promise.resolve(body) });
  };
  const sender = esmsSender({
    fetch,
    endpoint: 'https://rest.esms.vn',
    secrets,
    publicBaseUrl: 'https://1022.example',
    log: (level, event, fields) => logged.push(JSON.stringify([level, event, fields])),
  });
  const send = (text = 'Ma cua ban la 7KD2') => sender.send({ text, to, attemptId: 'd1-1' });
  return { send, sender, asked, logged };
}

describe('a text through eSMS', () => {
  it('names itself by the attempt, so that a retry is the same text', async () => {
    const { send, asked } = gateway({ CodeResult: '100', SMSID: 's1' });
    expect(await send()).toEqual({ kind: 'accepted', messageId: 'd1-1' });
    expect(asked).toEqual([
      {
        url: 'https://rest.esms.vn/MainService.svc/json/SendMultipleMessage_V4_post_json/',
        body: {
          ApiKey: 'api',
          SecretKey: 'secret',
          Brandname: '1022BD',
          SmsType: '2',
          Phone: '0912345678',
          Content: 'Ma cua ban la 7KD2',
          IsUnicode: '0',
          RequestId: 'd1-1',
          CallbackUrl: `https://1022.example/channels/esms/${'c'.repeat(32)}`,
        },
      },
    ]);
  });

  it.each([
    ['Da tiep nhan', '0'],
    ['Gia 5$ {x} [y] ~z', '0'],
    ['Đã tiếp nhận', '1'],
    ['Da tiep nhan – 1022', '1'],
  ])('%s is sent with IsUnicode %s', async (text, unicode) => {
    const { send, asked } = gateway({ CodeResult: 100 });
    await send(text);
    expect(asked[0]?.body['IsUnicode']).toBe(unicode);
  });

  it.each([
    ['124', { kind: 'accepted', messageId: 'd1-1' }, 0],
    ['101', { kind: 'unavailable', why: 'wrong-key' }, 1],
    ['103', { kind: 'unavailable', why: 'no-balance' }, 1],
    ['99', { kind: 'refused', why: 'number-blocked' }, 0],
    ['108', { kind: 'refused', why: 'wrong-number' }, 0],
    ['146', { kind: 'refused', why: 'template-not-registered' }, 1],
    ['4711', { kind: 'unavailable', why: 'code-4711' }, 1],
    ['constructor', { kind: 'unavailable', why: 'code-constructor' }, 1],
  ])('answered with code %s is %o', async (code, sent, lines) => {
    const { send, logged } = gateway({ CodeResult: code, ErrorMessage: 'of 0912345678' });
    expect(await send()).toEqual(sent);
    expect(logged).toHaveLength(lines);
    expect(logged.join()).not.toContain('0912345678');
  });

  it('is not tried in another country', async () => {
    const { sender, asked } = gateway({ CodeResult: '100' });
    const sent = await sender.send({ text: 'x', to: { account: '+14155550100' }, attemptId: 'd1-1' });
    expect(sent).toEqual({ kind: 'refused', why: 'foreign-number' });
    expect(asked).toEqual([]);
  });

  it.each([
    [unreachable(new Error('ECONNREFUSED')), 'unavailable'],
    [new Error('the connection broke'), 'unclear'],
    ['<html>', 'unclear'],
    [{ error: 'Invalid request' }, 'unclear'],
  ])('after %s is %s', async (answer, kind) => {
    expect((await gateway(answer).send()).kind).toBe(kind);
  });

  it('waits while the gateway is down, as long as the gateway says', async () => {
    expect(await gateway('', { status: 503 }).send()).toEqual({ kind: 'unavailable', why: 'http-503' });
    expect(await gateway('', { status: 429, headers: { 'retry-after': '30' } }).send()).toEqual({
      kind: 'unavailable',
      why: 'http-429',
      retryAfterSeconds: 30,
    });
  });
});

describe('a receipt of eSMS', () => {
  const receipts = esmsIncoming(secrets);
  const call = (query: Record<string, string>, key?: string) => ({
    body: new Uint8Array(),
    headers: {},
    query,
    now: '2026-11-23T02:00:00.000Z',
    ...(key !== undefined && { key }),
  });

  it.each([
    [secrets.callbackKey, 'genuine'],
    [`${secrets.callbackKey}c`, 'refused'],
    ['', 'refused'],
    [undefined, 'refused'],
  ])('with the key %s is %s', async (key, kind) => {
    expect((await receipts.verify(call({}, key))).kind).toBe(kind);
  });

  it.each([
    [{ RequestId: 'd1-1', SMSID: 's1', SendStatus: '5', SendFailed: '0', SendSuccess: '1' }, 'd1-1', 'delivered'],
    [{ RequestId: 'd1-1', SendStatus: '5' }, 'd1-1', 'delivered'],
    [{ RequestId: '', SMSID: 's1', SendStatus: '5', SendFailed: '1' }, 's1', 'failed'],
    [{ SMSID: 's1', SendStatus: '4' }, 's1', 'failed'],
  ])('%o says that %s is %s', (query, messageId, status) => {
    expect(receipts.parse(call(query))).toMatchObject({
      items: [{ kind: 'receipt', channel: 'sms', messageId, status }],
    });
  });

  it.each([[{}], [{ RequestId: 'd1-1' }], [{ SendStatus: '5' }], [{ RequestId: 'd1-1', SendStatus: '7' }]])(
    '%o says nothing yet',
    (query: Record<string, string>) => {
      expect(receipts.parse(call(query))).toEqual({ kind: 'items', items: [] });
    },
  );

  it('comes once for each end, however often the gateway calls', () => {
    const ids = ['5', '5', '4'].map((SendStatus) => {
      const parsed = receipts.parse(call({ RequestId: 'd1-1', SendStatus }));
      return parsed.kind === 'items' ? parsed.items[0]?.providerId : undefined;
    });
    expect(ids[0]).toBe(ids[1]);
    expect(ids[2]).not.toBe(ids[0]);
  });
});

const now = '2026-11-23T02:00:00.000Z';
const receipt = (messageId: string, status: 'delivered' | 'failed', reason?: string) =>
  ({
    kind: 'receipt',
    channel: 'sms',
    providerId: `esms:${messageId}:${status}`,
    at: now,
    messageId,
    status,
    ...(reason !== undefined && { reason }),
  }) as const;

describeIncoming('eSMS', () => ({
  channel: esmsIncoming(secrets),
  // What it says stands in the query.
  call: (body) => ({
    body: new Uint8Array(),
    headers: {},
    query: Object.fromEntries(
      new URLSearchParams(typeof body === 'string' ? body : Buffer.from(body).toString('latin1')),
    ),
    key: secrets.callbackKey,
    now,
  }),
  spoilt: ({ key = '', ...call }) => [
    ...Array.from(key, (letter, at) => ({ ...call, key: `${key.slice(0, at)}${letter}x${key.slice(at + 1)}` })),
    ...Array.from(key, (_, at) => ({ ...call, key: `${key.slice(0, at)}x${key.slice(at + 1)}` })),
    call,
  ],
  signsBody: false,
  samples: {
    arrived: {
      body: 'SMSID=s1&SendFailed=0&SendStatus=5&SendSuccess=1&TotalPrice=800&RequestId=d1-1&TypeId=2&phonenumber=0912345678',
      items: [receipt('d1-1', 'delivered')],
    },
    'not arrived': {
      body: 'SMSID=s2&SendFailed=1&SendStatus=5&SendSuccess=0&RequestId=&TypeId=2',
      items: [receipt('s2', 'failed', 'esms-5')],
    },
    refused: { body: 'SMSID=s3&SendStatus=4&RequestId=d3-1', items: [receipt('d3-1', 'failed', 'esms-4')] },
  },
  unknown: ['', 'SMSID=s1&SendStatus=1', 'SMSID=s1&SendStatus=7&RequestId=d1-1', 'SendStatus=5', 'colour=1'],
  acknowledged: { status: 200 },
}));

function standIn() {
  const calls: WebhookCall[] = [];
  const here = providerWorld({
    clock: new SteppableClock(now),
    secrets: standInSecrets,
    callWebhook: (call) => {
      calls.push(call);
      return Promise.resolve({ status: 200, body: '{}' });
    },
  });
  const { fetch, asked } = askedDirectly({ 'https://rest.esms.vn': esmsProvider(here) });
  const channel = esmsSender({
    fetch,
    endpoint: 'https://rest.esms.vn',
    secrets: standInSecrets.esms,
    publicBaseUrl: 'https://1022.example',
    log: () => undefined,
  });
  return { here, asked, calls, channel };
}

describeOutgoing(
  'eSMS',
  () => {
    const { here, asked, channel } = standIn();
    const { apiKey, secretKey } = standInSecrets.esms;
    return {
      channel,
      to,
      gone: { account: BLOCKED_NUMBER },
      fault: (fault) => (fault === undefined ? here.faults.delete('esms') : here.faults.set('esms', fault)),
      said: () => here.said,
      asked: () => asked,
      secrets: () => [apiKey, secretKey].map((secret) => ({ secret, host: 'rest.esms.vn' })),
    };
  },
  ['error-with-200'],
);

describe('a text and its receipt', () => {
  it('name each other, and a retry after a lost answer reaches nobody twice', async () => {
    const { here, calls, channel } = standIn();
    const text = { text: 'Đã tiếp nhận 7KD2', to, attemptId: 'd1-1' };
    here.faults.set('esms', 'silent');
    expect(await channel.send(text)).toEqual({ kind: 'unclear' });
    here.faults.delete('esms');
    expect(await channel.send(text)).toEqual({ kind: 'accepted', messageId: 'd1-1' });
    await here.settled();
    expect(here.said).toHaveLength(1);
    expect(calls.map(({ method, path }) => `${method} ${path}`)).toEqual([
      `GET /channels/esms/${standInSecrets.esms.callbackKey}`,
    ]);
    const parsed = esmsIncoming(standInSecrets.esms).parse({
      body: new Uint8Array(),
      headers: {},
      query: calls[0]?.query ?? {},
      now,
    });
    expect(parsed).toEqual({ kind: 'items', items: [receipt('d1-1', 'delivered')] });
  });
});
