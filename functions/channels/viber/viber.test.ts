import { describe, expect, it } from 'vitest';
import { askedDirectly } from '../../../infra/local/providers/asked-directly.ts';
import { standInSecrets } from '../../../infra/local/providers/provider-secrets.ts';
import { providerWorld, type WebhookCall } from '../../../infra/local/providers/provider-world.ts';
import { viberCitizenOpens, viberCitizenSays } from '../../../infra/local/providers/viber-citizen.ts';
import { viberProvider } from '../../../infra/local/providers/viber.ts';
import { SteppableClock } from '../../../shared/ports/memory/memory-outside.ts';
import type { RawCall } from '../channel-contract.ts';
import { describeOutgoing } from '../testing/conformance-outgoing.ts';
import { describeIncoming, spoiltHeader, type Sample } from '../testing/conformance.ts';
import { viberSignature } from './verify-viber.ts';
import { viberIncoming } from './viber-incoming.ts';
import { viberOutgoing } from './viber-outgoing.ts';

const start = '2026-11-23T02:00:00.000Z';
const citizen = '01234567890A=';
const secrets = standInSecrets.viber;
const time = String(Date.parse(start));
/** More than 2^53: as a JavaScript number it would end in 8144. */
const token = '4912661846655238145';

function signed(body: string | Uint8Array, now = start): RawCall {
  const bytes = typeof body === 'string' ? new TextEncoder().encode(body) : body;
  const signature = viberSignature(bytes, secrets.authToken);
  return { body: bytes, headers: { 'x-viber-content-signature': signature }, query: {}, now };
}

const event = (name: string, more: object, its = token): string =>
  `{"event":"${name}","timestamp":${time},"message_token":${its},${JSON.stringify(more).slice(1)}`;

const sender = {
  id: citizen,
  name: 'John McClane',
  avatar: 'http://avatar.example.com',
  country: 'UK',
  api_version: 1,
};
let number = 0;
/** Each with a token of its own. */
function message(content: object): { readonly body: string; readonly providerId: string } {
  number += 1;
  const providerId = `49126618466552${String(10000 + number)}`;
  return { body: event('message', { sender, message: content }, providerId), providerId };
}

const core = { channel: 'viber', at: start } as const;
const from = { kind: 'message', ...core, sender: { account: citizen }, senderName: 'John McClane' } as const;
type Content = Extract<Sample['items'][number], { kind: 'message' }>['content'];

function sample(sent: object, content: Content): Sample {
  const { body, providerId } = message(sent);
  return { body, items: [{ ...from, providerId, content }] };
}

const samples: Readonly<Record<string, Sample>> = {
  text: sample(
    {
      type: 'text',
      text: 'a message to the service',
      media: 'http://example.com',
      location: { lat: 50.76891, lon: 6.11499 },
      tracking_data: 'tracking data',
    },
    { kind: 'text', text: 'a message to the service' },
  ),
  'a picture': sample(
    {
      type: 'picture',
      media: 'https://dl-media.viber.com/1.jpg',
      thumbnail: 'https://t',
      file_name: '1.jpg',
      text: '',
    },
    { kind: 'files', files: [{ kind: 'image', url: 'https://dl-media.viber.com/1.jpg', fileName: '1.jpg' }] },
  ),
  'a picture with words': sample(
    { type: 'picture', media: 'https://dl-media.viber.com/2.jpg', text: 'Ổ gà' },
    { kind: 'text', text: 'Ổ gà', files: [{ kind: 'image', url: 'https://dl-media.viber.com/2.jpg' }] },
  ),
  'a film': sample(
    { type: 'video', media: 'https://dl-media.viber.com/3.mp4', size: 10000, duration: 10 },
    { kind: 'files', files: [{ kind: 'video', url: 'https://dl-media.viber.com/3.mp4' }] },
  ),
  'a file': sample(
    { type: 'file', media: 'https://dl-media.viber.com/4', size: 10000, file_name: 'Đơn.pdf' },
    { kind: 'files', files: [{ kind: 'file', url: 'https://dl-media.viber.com/4', fileName: 'Đơn.pdf' }] },
  ),
  'a sticker': sample({ type: 'sticker', sticker_id: 46105 }, { kind: 'other', what: 'sticker' }),
  'a place': sample(
    { type: 'location', location: { lat: 10.98046, lon: 106.65191 } },
    { kind: 'location', latitude: 10.98046, longitude: 106.65191 },
  ),
  'a place that is none': sample(
    { type: 'location', location: { lat: '', lon: 1000 } },
    { kind: 'other', what: 'unknown' },
  ),
  'a contact': sample(
    { type: 'contact', contact: { name: 'Nguyễn Thị Ánh', phone_number: '+84987654321' } },
    { kind: 'contact', name: 'Nguyễn Thị Ánh', phone: '+84987654321' },
  ),
  'a link': sample({ type: 'url', media: 'https://bao.test/1' }, { kind: 'text', text: 'https://bao.test/1' }),
  'a kind of message that Viber adds one day': sample({ type: 'hologram' }, { kind: 'other', what: 'unknown' }),
  'somebody who subscribes': {
    body: event('subscribed', { user: { ...sender, language: 'vi' } }, '4912661846655238146'),
    items: [
      { kind: 'presence', ...core, providerId: '4912661846655238146', sender: { account: citizen }, present: true },
    ],
  },
  'somebody who leaves': {
    body: event('unsubscribed', { user_id: citizen }, '4912661846655238147'),
    items: [
      { kind: 'presence', ...core, providerId: '4912661846655238147', sender: { account: citizen }, present: false },
    ],
  },
  'that a message was brought': {
    body: event('delivered', { user_id: citizen }),
    items: [
      {
        kind: 'receipt',
        ...core,
        providerId: `delivered:${token}`,
        messageId: token,
        status: 'delivered',
        account: citizen,
      },
    ],
  },
  'that a message was seen': {
    body: event('seen', { user_id: citizen }),
    items: [
      { kind: 'receipt', ...core, providerId: `seen:${token}`, messageId: token, status: 'seen', account: citizen },
    ],
  },
  'that a message failed': {
    body: event('failed', { user_id: citizen, desc: 'failure description' }),
    items: [
      {
        kind: 'receipt',
        ...core,
        providerId: `failed:${token}`,
        messageId: token,
        status: 'failed',
        account: citizen,
        reason: 'failure description',
      },
    ],
  },
};

describeIncoming('Viber', () => ({
  channel: viberIncoming(secrets),
  call: signed,
  spoilt: (call) => spoiltHeader(call, 'x-viber-content-signature'),
  signsBody: true,
  samples,
  unknown: [
    event('webhook', { chat_hostname: 'x' }),
    event('conversation_started', { type: 'open', context: 'x', user: sender, subscribed: true }),
    event('client_status', { user: sender }),
    event('delivered', { user_id: citizen }).replace(`"message_token":${token},`, ''),
  ],
  saying: (text) => message({ type: 'text', text }).body,
  longId: { body: event('message', { sender, message: { type: 'text', text: 'x' } }), providerId: token },
  stale: ['2026-11-22T01:59:59.999Z', '2026-11-23T02:05:00.001Z'].map((at) =>
    signed(event('delivered', { user_id: citizen }).replace(time, String(Date.parse(at)))),
  ),
  acknowledged: { status: 200 },
}));

describe('a call of Viber', () => {
  const channel = viberIncoming(secrets);

  it('is signed as in an example whose signature is known', async () => {
    const body = '{"event":"webhook","timestamp":4977069964384421269,"message_token":1478683725125}';
    const signature = 'd21b343448c8aee33b8e93768ef6ceb64a6ba6163099973a2b8bd028fea510ef';
    const bytes = new TextEncoder().encode(body);
    const inHeader = { body: bytes, headers: { 'x-viber-content-signature': signature }, query: {}, now: start };
    expect(await channel.verify(inHeader)).toEqual({ kind: 'genuine' });
    expect(channel.parse(inHeader)).toEqual({ kind: 'items', items: [] });
    expect(await channel.verify({ body: bytes, headers: {}, query: { sig: signature }, now: start })).toEqual({
      kind: 'genuine',
    });
    const wrong = { body: bytes, headers: {}, query: { sig: signature.toUpperCase() }, now: start };
    expect(await channel.verify(wrong)).toEqual({ kind: 'refused', why: 'forged' });
  });

  it('from somebody who has opened the chat is answered with the one welcome that Viber lets us say', () => {
    const opened = signed(event('conversation_started', { type: 'open', user: sender, subscribed: false }));
    expect(channel.parse(opened)).toEqual({ kind: 'items', items: [] });
    const { status, body } = channel.acknowledge(opened);
    expect(status).toBe(200);
    expect(body).toMatchObject({ sender: { name: 'Tổng đài 1022' }, type: 'text' });
    expect(JSON.stringify(body)).toMatch(/113, 114 hoặc 115.*113, 114 or 115/su);
  });

  it('keeps that something was written when it cannot be read', () => {
    expect(channel.parse(signed(event('message', { sender, message: 'x' })))).toMatchObject({
      items: [{ kind: 'message', providerId: token, content: { kind: 'other', what: 'unknown' } }],
    });
  });

  it('that names the same key twice with two values is not guessed at', () => {
    const twice = event('message', { sender, message: { type: 'text', text: 'x' } }).replace(
      '{"event"',
      '{"event":"seen","event"',
    );
    expect(channel.parse(signed(twice))).toEqual({ kind: 'malformed' });
  });
});

function world() {
  const clock = new SteppableClock(start);
  const calls: WebhookCall[] = [];
  const callWebhook = (call: WebhookCall) => {
    calls.push(call);
    return Promise.resolve({ status: 200, body: '{}' });
  };
  const here = providerWorld({ clock, secrets: standInSecrets, callWebhook });
  const { fetch, asked } = askedDirectly({ 'https://chatapi.viber.com': viberProvider(here) });
  const channel = viberOutgoing({ fetch, endpoints: { viberApi: 'https://chatapi.viber.com' }, secrets });
  const read = (call: WebhookCall | undefined): RawCall => ({
    body: new TextEncoder().encode(call?.body),
    headers: call?.headers ?? {},
    query: {},
    now: clock.now(),
  });
  return { here, calls, fetch, asked, channel, read };
}

describe('a citizen of the stand-in', () => {
  it.each([
    [
      { kind: 'text', text: 'Ổ gà' },
      { kind: 'text', text: 'Ổ gà' },
    ],
    [
      { kind: 'image', url: 'https://x.test/1', text: 'đây' },
      { kind: 'text', text: 'đây', files: [{ kind: 'image', url: 'https://x.test/1' }] },
    ],
    [
      { kind: 'file', url: 'https://x.test/2', fileName: 'a.pdf' },
      { kind: 'files', files: [{ kind: 'file', url: 'https://x.test/2', fileName: 'a.pdf' }] },
    ],
    [{ kind: 'sticker' }, { kind: 'other', what: 'sticker' }],
    [
      { kind: 'location', latitude: 10.98, longitude: 106.65 },
      { kind: 'location', latitude: 10.98, longitude: 106.65 },
    ],
    [
      { kind: 'contact', name: 'Ánh', phone: '0987654321' },
      { kind: 'contact', name: 'Ánh', phone: '0987654321' },
    ],
  ] as const)('says %j, and we read it', async (saying, content) => {
    const { here, calls, read } = world();
    await viberCitizenSays(here, citizen, saying);
    const call = read(calls[0]);
    expect(await viberIncoming(secrets).verify(call)).toEqual({ kind: 'genuine' });
    expect(viberIncoming(secrets).parse(call)).toMatchObject({
      items: [{ kind: 'message', sender: { account: citizen }, content }],
    });
  });

  it('opens the chat', async () => {
    const { here, calls, read } = world();
    await viberCitizenOpens(here, citizen);
    expect(await viberIncoming(secrets).verify(read(calls[0]))).toEqual({ kind: 'genuine' });
    expect(viberIncoming(secrets).acknowledge(read(calls[0])).body).toBeDefined();
  });
});

describeOutgoing(
  'Viber',
  async () => {
    const { here, asked, channel } = world();
    const gone = 'abcdefghijkl+/==';
    await viberCitizenSays(here, gone, { kind: 'leaves' });
    return {
      channel,
      to: { account: citizen },
      gone: { account: gone },
      fault: (fault) => (fault === undefined ? here.faults.delete('viber') : here.faults.set('viber', fault)),
      said: () => here.said,
      asked: () => asked,
      secrets: () => [{ secret: secrets.authToken, host: 'chatapi.viber.com' }],
    };
  },
  ['error-with-200'],
);

describe('a message of ours on Viber', () => {
  const words = { text: 'Đã tiếp nhận.', to: { account: citizen }, attemptId: 'd1-1' };
  const answering = (status: number, answer: string) =>
    viberOutgoing({
      fetch: () => Promise.resolve({ status, headers: {}, text: () => Promise.resolve(answer) }),
      endpoints: { viberApi: 'https://chatapi.viber.com' },
      secrets,
    });

  it.each([
    ['{"status":2,"status_message":"invalidAuthToken"}', { kind: 'unavailable', why: 'auth-token' }],
    ['{"status":5}', { kind: 'refused', why: 'not-registered' }],
    ['{"status":6}', { kind: 'refused', why: 'not-subscribed' }],
    ['{"status":12}', { kind: 'unavailable', why: 'rate-limit', retryAfterSeconds: 60 }],
    ['{"status":13}', { kind: 'refused', why: 'client-too-old' }],
    ['{"status":4711}', { kind: 'refused', why: 'viber 4711' }],
    ['{"status":0}', { kind: 'unclear' }],
    ['', { kind: 'unclear' }],
    ['<html>', { kind: 'unclear' }],
  ])('was answered %s', async (answer, sent) => {
    expect(await answering(200, answer).send(words)).toEqual(sent);
  });

  it('has an id that no JavaScript number holds', async () => {
    const answer = '{"status":0,"status_message":"ok","message_token":5741311803571721087,"billing_status":1}';
    expect(await answering(200, answer).send(words)).toEqual({ kind: 'accepted', messageId: '5741311803571721087' });
  });

  it('is not sent when it is longer than Viber takes, in bytes and not in letters', async () => {
    const { channel, asked } = world();
    expect(await channel.send({ ...words, text: 'ạ'.repeat(10_300) })).toEqual({ kind: 'refused', why: 'too-long' });
    expect(asked).toEqual([]);
  });

  it('is not brought to somebody who left, and is again when they come back', async () => {
    const { here, channel } = world();
    await viberCitizenSays(here, citizen, { kind: 'leaves' });
    expect(await channel.send(words)).toEqual({ kind: 'refused', why: 'not-subscribed' });
    await viberCitizenSays(here, citizen, { kind: 'text', text: 'x' });
    expect((await channel.send(words)).kind).toBe('accepted');
  });

  it('comes back as a receipt that names it', async () => {
    const { here, calls, channel, read } = world();
    const sent = await channel.send(words);
    await here.settled();
    expect(await viberIncoming(secrets).verify(read(calls[0]))).toEqual({ kind: 'genuine' });
    expect(viberIncoming(secrets).parse(read(calls[0]))).toMatchObject({
      items: [{ kind: 'receipt', status: 'delivered', messageId: sent.kind === 'accepted' && sent.messageId }],
    });
  });

  it('needs an address that Viber has tried', async () => {
    const { calls, fetch, read } = world();
    const asked = await fetch('https://chatapi.viber.com/pa/set_webhook', {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-viber-auth-token': secrets.authToken },
      body: '{"url":"https://mot-cua.test/channels/viber","event_types":["delivered","seen","failed"]}',
      timeoutMilliseconds: 1000,
    });
    expect(JSON.parse(await asked.text())).toMatchObject({ status: 0 });
    expect(await viberIncoming(secrets).verify(read(calls[0]))).toEqual({ kind: 'genuine' });
  });
});
