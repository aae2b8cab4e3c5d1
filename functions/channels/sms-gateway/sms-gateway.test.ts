import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { standInSecrets } from '../../../infra/local/providers/provider-secrets.ts';
import { providerWorld, type WebhookCall } from '../../../infra/local/providers/provider-world.ts';
import { textsGateway } from '../../../infra/local/providers/sms-gateway.ts';
import { SteppableClock } from '../../../shared/ports/memory/memory-outside.ts';
import { SIGNED_KEYS, signedCall } from '../signed/testing/sign-call.ts';
import { describeIncoming, spoiltHeader } from '../testing/conformance.ts';
import { smsGatewayIncoming } from './sms-gateway-incoming.ts';

const at = '2026-11-23T02:00:00.000Z';
const channel = smsGatewayIncoming({ keys: SIGNED_KEYS });
const text = {
  moId: 'mo-1',
  from: '0912345678',
  to: '8022',
  keyword: '1022',
  text: 'Đèn đường hỏng ở hẻm 12',
  receivedAt: '2026-11-23T08:59:58+07:00',
  telco: 'viettel',
};
const parse = (changes: object) => channel.parse(signedCall({ ...text, ...changes }, { at }));

describe('a text from the gateway', () => {
  it('becomes a message of the sender, at the time of the gateway', () => {
    expect(parse({})).toEqual({
      kind: 'items',
      items: [
        {
          kind: 'message',
          channel: 'sms',
          providerId: 'gateway:mo-1',
          at: '2026-11-23T01:59:58.000Z',
          sender: { account: '+84912345678' },
          content: { kind: 'text', text: 'Đèn đường hỏng ở hẻm 12' },
        },
      ],
    });
  });

  it.each(['0912345678', '84912345678', '+84912345678', '0912 345 678'])('knows %s as the same person', (from) => {
    expect(parse({ from })).toMatchObject({ items: [{ sender: { account: '+84912345678' } }] });
  });

  it('of one word is that word', () => {
    expect(parse({ text: ' ', keyword: 'HELP' })).toMatchObject({ items: [{ content: { text: 'HELP' } }] });
  });

  it('that is part of a longer one says which part', () => {
    const part = { ref: 'chain-7', number: 2, of: 27 };
    expect(parse({ part })).toMatchObject({ items: [{ chain: part }] });
    expect(parse({ part: { ref: 'chain-7', number: 1, of: 1 } })).not.toMatchObject({ items: [{ chain: {} }] });
  });

  it.each([
    [{ moId: undefined }, '/moId', 'required'],
    [{ moId: 7 }, '/moId', 'wrong-type'],
    [{ from: 'Viettel' }, '/from', 'phone'],
    [{ from: '9029' }, '/from', 'phone'],
    [{ receivedAt: 'yesterday' }, '/receivedAt', 'instant'],
    [{ part: { ref: 'a', number: 3, of: 2 } }, '/part/number', 'part-number'],
    [{ text: 'x'.repeat(10_001) }, '/text', 'text-too-big'],
    [{ phone: '0912345678' }, '/phone', 'unknown-field'],
  ])('with %o is told what is wrong at %s', (changes, pointer, code) => {
    expect(parse(changes)).toMatchObject({ kind: 'malformed', errors: [{ pointer, code }] });
  });

  it('that is no JSON is told so', () => {
    expect(channel.parse(signedCall('{', { at }))).toEqual({
      kind: 'malformed',
      errors: [{ pointer: '', code: 'not-json' }],
    });
  });

  it('never breaks the parser', () => {
    fc.assert(
      fc.property(fc.oneof(fc.uint8Array(), fc.json().map(Buffer.from)), (body) => {
        expect(['items', 'malformed']).toContain(channel.parse({ body, headers: {}, query: {}, now: at }).kind);
      }),
    );
  });

  it('is accepted, not yet answered', () => {
    expect(channel.acknowledge(signedCall(text, { at }))).toEqual({ status: 202 });
    expect(channel.refuse('stale')).toEqual({ status: 403 });
    expect(channel.refuse('malformed')).toEqual({ status: 400 });
  });
});

const mo = (changes: object) => JSON.stringify({ ...text, ...changes });
const from = {
  kind: 'message',
  channel: 'sms',
  at: '2026-11-23T01:59:58.000Z',
  sender: { account: '+84912345678' },
} as const;
const part = { ref: 'c1', number: 2, of: 3 };

describeIncoming('SMS gateway', () => ({
  channel,
  call: (body) => signedCall(body, { at }),
  spoilt: (call) => ['x-signature', 'x-timestamp', 'x-key-id'].flatMap((name) => spoiltHeader(call, name)),
  signsBody: true,
  samples: {
    text: {
      body: mo({}),
      items: [{ ...from, providerId: 'gateway:mo-1', content: { kind: 'text', text: text.text } }],
    },
    'a part of a long text': {
      body: mo({ moId: 'mo-2', part }),
      items: [{ ...from, providerId: 'gateway:mo-2', content: { kind: 'text', text: text.text }, chain: part }],
    },
    'a keyword alone': {
      body: mo({ moId: 'mo-3', text: '', keyword: 'HELP' }),
      items: [{ ...from, providerId: 'gateway:mo-3', content: { kind: 'text', text: 'HELP' } }],
    },
  },
  saying: (said) => mo({ text: said }),
  longId: { body: mo({ moId: '4912661846655238145' }), providerId: 'gateway:4912661846655238145' },
  stale: [
    { ...signedCall(text, { at: '2026-11-23T01:54:00.000Z' }), now: at },
    { ...signedCall(text, { at: '2026-11-23T02:06:00.000Z' }), now: at },
  ],
  acknowledged: { status: 202 },
}));

describe('the stand-in of a gateway', () => {
  it('brings a long text in parts, and tries again under a new signature with the same id', async () => {
    const calls: WebhookCall[] = [];
    const clock = new SteppableClock(at);
    const world = providerWorld({
      clock,
      secrets: standInSecrets,
      callWebhook: (call) => {
        calls.push(call);
        clock.step({ minutes: 6 });
        return Promise.resolve({ status: calls.length === 1 ? 503 : 202, body: '{}' });
      },
    });
    await textsGateway(world, '0912345678', { text: 'Ổ gà '.repeat(30), inParts: true });
    const agreed = smsGatewayIncoming(standInSecrets.smsGateway);
    const parts = await Promise.all(
      calls.map(async ({ headers = {}, body = '' }) => {
        const now = new Date(Number(headers['x-timestamp']) * 1000).toISOString();
        const call = { headers, body: Buffer.from(body), query: {}, now };
        expect(await agreed.verify(call)).toEqual({ kind: 'genuine' });
        const parsed = agreed.parse(call);
        const [item] = parsed.kind === 'items' ? parsed.items : [];
        return item?.kind === 'message' && item.content.kind === 'text'
          ? { ...item, words: item.content.text }
          : undefined;
      }),
    );
    expect(parts.map((one) => one?.chain?.number)).toEqual([1, 1, 2, 3]);
    expect(parts[1]?.providerId).toBe(parts[0]?.providerId);
    expect(
      parts
        .slice(1)
        .map((one) => one?.words)
        .join(''),
    ).toBe('Ổ gà '.repeat(30));
  });
});
