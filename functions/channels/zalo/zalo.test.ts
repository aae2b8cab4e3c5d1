import { describe, expect, it } from 'vitest';
import { askedDirectly } from '../../../infra/local/providers/asked-directly.ts';
import { standInSecrets } from '../../../infra/local/providers/provider-secrets.ts';
import { providerWorld, type WebhookCall } from '../../../infra/local/providers/provider-world.ts';
import { zaloCall, zaloCitizenSays, zaloEvent } from '../../../infra/local/providers/zalo-citizen.ts';
import { zaloTokenPair } from '../../../infra/local/providers/zalo-tokens.ts';
import { zaloProvider } from '../../../infra/local/providers/zalo.ts';
import { SteppableClock } from '../../../shared/ports/memory/memory-outside.ts';
import { MemoryTokenVault } from '../../../shared/ports/memory/memory-providers.ts';
import type { RawCall } from '../channel-contract.ts';
import { describeOutgoing } from '../testing/conformance-outgoing.ts';
import { describeIncoming, spoiltHeader, type Sample } from '../testing/conformance.ts';
import { zaloSignature } from './verify-zalo.ts';
import { zaloIncoming } from './zalo-incoming.ts';
import { zaloOutgoing } from './zalo-outgoing.ts';

const start = '2026-11-23T02:00:00.000Z';
const citizen = '5510185758261927916';
const secrets = standInSecrets.zalo;
const timestamp = String(Date.parse(start));

function world() {
  const clock = new SteppableClock(start);
  const calls: WebhookCall[] = [];
  return {
    calls,
    ...providerWorld({
      clock,
      secrets: standInSecrets,
      callWebhook: (call) => {
        calls.push(call);
        return Promise.resolve({ status: 200, body: '{}' });
      },
    }),
    clock,
  };
}

function rawCall({ headers = {}, body = '', query = {} }: WebhookCall, now = start): RawCall {
  return { body: new TextEncoder().encode(body), headers, query, now };
}

function signed(body: string | Uint8Array, now = start): RawCall {
  const bytes = typeof body === 'string' ? new TextEncoder().encode(body) : body;
  const time = /"timestamp":"(\d+)"/.exec(new TextDecoder().decode(bytes))?.[1] ?? '';
  const mac = zaloSignature({ body: bytes, timestamp: time }, secrets);
  return { body: bytes, headers: { 'x-zevent-signature': `mac=${mac}` }, query: {}, now };
}

const common = { app_id: secrets.appId, timestamp, user_id_by_app: '3611371994410983884' };
const parties = { sender: { id: citizen }, recipient: { id: secrets.oaId } };
const event = (name: string, more: object): string => JSON.stringify({ event_name: name, ...common, ...more });

const sender = { account: citizen };
const from = { channel: 'zalo', at: start, sender } as const;
const attached = (type: string, payload: object, more: object = {}) => ({
  ...parties,
  message: { attachments: [{ type, payload }], msg_id: `m-${type}`, ...more },
});

const samples: Readonly<Record<string, Sample>> = {
  text: {
    body: event('user_send_text', { ...parties, message: { text: 'Helo', msg_id: 'e2a641af6661713b2874' } }),
    items: [{ kind: 'message', ...from, providerId: 'e2a641af6661713b2874', content: { kind: 'text', text: 'Helo' } }],
  },
  'a picture': {
    body: event('user_send_image', attached('image', { url: 'https://zalo.test/1.jpg', thumbnail: 'https://t' })),
    items: [
      {
        kind: 'message',
        ...from,
        providerId: 'm-image',
        content: { kind: 'files', files: [{ kind: 'image', url: 'https://zalo.test/1.jpg' }] },
      },
    ],
  },
  'a picture with words': {
    body: event(
      'user_send_image',
      attached('image', { url: 'https://zalo.test/1.jpg' }, { text: 'Ổ gà', msg_id: 'm2' }),
    ),
    items: [
      {
        kind: 'message',
        ...from,
        providerId: 'm2',
        content: { kind: 'text', text: 'Ổ gà', files: [{ kind: 'image', url: 'https://zalo.test/1.jpg' }] },
      },
    ],
  },
  'a file': {
    body: event(
      'user_send_file',
      attached('file', { url: 'https://zalo.test/2', name: 'Đơn.pdf', size: '3', type: 'pdf', checksum: 'x' }),
    ),
    items: [
      {
        kind: 'message',
        ...from,
        providerId: 'm-file',
        content: { kind: 'files', files: [{ kind: 'file', url: 'https://zalo.test/2', fileName: 'Đơn.pdf' }] },
      },
    ],
  },
  'a film': {
    body: event('user_send_video', attached('video', { url: 'https://zalo.test/3' })),
    items: [
      {
        kind: 'message',
        ...from,
        providerId: 'm-video',
        content: { kind: 'files', files: [{ kind: 'video', url: 'https://zalo.test/3' }] },
      },
    ],
  },
  'a voice note': {
    body: event('user_send_audio', attached('audio', { url: 'https://zalo.test/4' })),
    items: [{ kind: 'message', ...from, providerId: 'm-audio', content: { kind: 'other', what: 'voice' } }],
  },
  'a sticker': {
    body: event('user_send_sticker', attached('sticker', { id: 'x', url: 'https://zalo.test/5' })),
    items: [{ kind: 'message', ...from, providerId: 'm-sticker', content: { kind: 'other', what: 'sticker' } }],
  },
  'a place': {
    body: event(
      'user_send_location',
      attached('location', { coordinates: { latitude: '10.980460', longitude: '106.651910' } }),
    ),
    items: [
      {
        kind: 'message',
        ...from,
        providerId: 'm-location',
        content: { kind: 'location', latitude: 10.98046, longitude: 106.65191 },
      },
    ],
  },
  'a place that is none': {
    body: event(
      'user_send_location',
      attached('location', { coordinates: { latitude: '910.1', longitude: '' } }, { msg_id: 'm-nowhere' }),
    ),
    items: [{ kind: 'message', ...from, providerId: 'm-nowhere', content: { kind: 'other', what: 'unknown' } }],
  },
  'a link': {
    body: event(
      'user_send_link',
      attached(
        'link',
        { url: 'https://bao.test/1', title: 'Ngập nặng', description: '' },
        { text: 'https://bao.test/1' },
      ),
    ),
    items: [
      {
        kind: 'message',
        ...from,
        providerId: 'm-link',
        content: { kind: 'text', text: 'https://bao.test/1\nNgập nặng' },
      },
    ],
  },
  'a business card': {
    body: event(
      'user_send_business_card',
      attached('card', { title: 'Nguyễn Thị Ánh', description: '{"phone":"84987654321","qrCodeUrl":"https://q"}' }),
    ),
    items: [
      {
        kind: 'message',
        ...from,
        providerId: 'm-card',
        content: { kind: 'contact', name: 'Nguyễn Thị Ánh', phone: '84987654321' },
      },
    ],
  },
  'name and phone that were asked for': {
    body: event('user_submit_info', {
      ...parties,
      info: { name: 'Nguyễn Thị Ánh', phone: 84987654321, address: '12/3', city: 'x' },
    }),
    items: [
      {
        kind: 'message',
        ...from,
        providerId: `user_submit_info:${citizen}:${timestamp}`,
        content: { kind: 'contact', name: 'Nguyễn Thị Ánh', phone: '84987654321' },
      },
    ],
  },
  'a kind of message that Zalo adds one day': {
    body: event('user_send_hologram', { ...parties, message: { msg_id: 'm-new', hologram: {} } }),
    items: [{ kind: 'message', ...from, providerId: 'm-new', content: { kind: 'other', what: 'unknown' } }],
  },
  'somebody who follows': {
    body: event('follow', { oa_id: secrets.oaId, follower: { id: citizen }, source: 'oa_profile' }),
    items: [{ kind: 'presence', ...from, providerId: `follow:${citizen}:${timestamp}`, present: true }],
  },
  'somebody who leaves': {
    body: event('unfollow', { oa_id: secrets.oaId, follower: { id: citizen } }),
    items: [{ kind: 'presence', ...from, providerId: `unfollow:${citizen}:${timestamp}`, present: false }],
  },
  'that a message was brought': {
    body: event('user_received_message', {
      sender: { id: secrets.oaId },
      recipient: { id: citizen },
      message: { msg_id: 'ours-1', delivery_time: timestamp },
    }),
    items: [
      {
        kind: 'receipt',
        channel: 'zalo',
        at: start,
        providerId: 'delivered:ours-1',
        account: citizen,
        messageId: 'ours-1',
        status: 'delivered',
      },
    ],
  },
  'that messages were seen': {
    body: event('user_seen_message', { ...parties, message: { msg_ids: ['ours-1', 'ours-2', 'ours-1'] } }),
    items: ['ours-1', 'ours-2'].map((messageId) => ({
      kind: 'receipt',
      channel: 'zalo',
      at: start,
      providerId: `seen:${messageId}`,
      account: citizen,
      messageId,
      status: 'seen',
    })),
  },
};

describeIncoming('Zalo', () => ({
  channel: zaloIncoming(secrets),
  call: signed,
  spoilt: (call) => spoiltHeader(call, 'x-zevent-signature'),
  signsBody: true,
  samples,
  unknown: [
    event('oa_send_text', {
      sender: { id: secrets.oaId },
      recipient: { id: citizen },
      message: { text: 'Xin chào', msg_id: 'ours-3' },
    }),
    event('user_click_button', { ...parties, message: { msg_id: 'x' } }),
    event('shop_has_order', {}),
    event('follow', { oa_id: secrets.oaId }),
  ],
  saying: (text) => event('user_send_text', { ...parties, message: { text, msg_id: 'm1' } }),
  longId: {
    body: event('user_send_text', { ...parties, message: { text: 'x', msg_id: 'ID' } }).replace(
      '"ID"',
      '9007199254740993',
    ),
    providerId: '9007199254740993',
  },
  stale: ['2026-11-22T01:59:59.999Z', '2026-11-23T02:05:00.001Z'].map((at) =>
    signed(event('follow', { timestamp: String(Date.parse(at)) })),
  ),
  acknowledged: { status: 200 },
}));

describe('a call of Zalo', () => {
  const channel = zaloIncoming(secrets);
  const body = event('user_send_text', { ...parties, message: { text: 'Helo', msg_id: 'e2a' } });

  it('is signed as in an example whose signature is known', async () => {
    const known = `{"event_name":"user_send_text","app_id":"50554360515256678","sender":{"id":"5510185758261927916"},"recipient":{"id":"1646843870823903717"},"message":{"text":"Helo","msg_id":"e2a641af6661713b2874"},"timestamp":"1717061839659","user_id_by_app":"3611371994410983884"}`;
    const mac = 'f43b647d3923bd4bd286694bc94c8f73323a09f9a1d71958d7bef28e99e1e8b2';
    const bytes = new TextEncoder().encode(known);
    expect(bytes).toHaveLength(264);
    const now = '2024-05-30T09:38:00.000Z';
    for (const header of [`mac=${mac}`, mac]) {
      const call = { body: bytes, headers: { 'x-zevent-signature': header }, query: {}, now };
      expect(await channel.verify(call)).toEqual({ kind: 'genuine' });
    }
  });

  it('may be a retry of yesterday, and a clock may be a little fast', async () => {
    for (const at of ['2026-11-22T02:00:00.000Z', '2026-11-23T02:05:00.000Z'])
      expect(await channel.verify(signed(event('follow', { timestamp: String(Date.parse(at)) })))).toEqual({
        kind: 'genuine',
      });
  });

  it('of another app or to another account is not ours, whatever its signature', async () => {
    const others = [
      event('user_send_text', { app_id: '1', ...parties, message: { text: 'x', msg_id: 'm' } }),
      event('user_send_text', {
        sender: { id: citizen },
        recipient: { id: '777' },
        message: { text: 'x', msg_id: 'm' },
      }),
      event('follow', { oa_id: '777', follower: { id: citizen } }),
    ];
    for (const other of others) expect(await channel.verify(signed(other))).toEqual({ kind: 'refused', why: 'forged' });
  });

  it('without a time, or with one that is none, is refused', async () => {
    const cases = [event('follow', { timestamp: undefined }), event('follow', { timestamp: 'soon' })];
    for (const one of cases) expect((await channel.verify(signed(one))).kind).toBe('refused');
  });

  it('keeps its words when a detail is not as it was', () => {
    const odd = event('user_send_text', {
      ...parties,
      message: { text: 'Helo', msg_id: 'e2a', attachments: 7 },
      info: [],
    });
    expect(channel.parse(signed(odd))).toEqual(channel.parse(signed(body)));
  });
});

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
    [
      { kind: 'voice', url: 'https://x.test/3' },
      { kind: 'other', what: 'voice' },
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
    const here = world();
    await zaloCitizenSays(here, citizen, saying);
    const call = rawCall(here.calls[0] ?? { method: 'POST', path: '' });
    expect(await zaloIncoming(secrets).verify(call)).toEqual({ kind: 'genuine' });
    expect(zaloIncoming(secrets).parse(call)).toMatchObject({ kind: 'items', items: [{ ...from, content }] });
  });

  it('comes and leaves', () => {
    const here = world();
    const read = (kind: 'comes' | 'leaves') =>
      zaloIncoming(secrets).parse(rawCall(zaloCall(here, zaloEvent(here, citizen, { kind }))));
    expect(read('comes')).toMatchObject({ items: [{ kind: 'presence', present: true }] });
    expect(read('leaves')).toMatchObject({ items: [{ kind: 'presence', present: false }] });
  });
});

function outgoing() {
  const here = world();
  const stand = zaloProvider(here);
  const { fetch, asked } = askedDirectly({ 'https://openapi.zalo.me': stand, 'https://oauth.zaloapp.com': stand });
  const first = zaloTokenPair(here);
  const vault = new MemoryTokenVault(here.clock, { zalo: first });
  const channel = zaloOutgoing({
    fetch,
    vault,
    clock: here.clock,
    endpoints: { zaloApi: 'https://openapi.zalo.me', zaloOauth: 'https://oauth.zaloapp.com' },
    secrets,
  });
  return { here, asked, vault, first, channel };
}

const message = { text: 'Đã tiếp nhận.', to: { account: citizen }, attemptId: 'd1-1' };

describeOutgoing(
  'Zalo',
  async () => {
    const { here, asked, first, channel } = outgoing();
    const gone = '5510185758261927000';
    here.heard.set(`zalo ${gone}`, '2026-11-14T02:00:00.000Z');
    await zaloCitizenSays(here, citizen, { kind: 'text', text: 'x' });
    // The token is about to end: a new one is fetched before the message goes out.
    here.clock.step({ hours: 24, minutes: 55 });
    return {
      channel,
      to: { account: citizen },
      gone: { account: gone },
      fault: (fault) => (fault === undefined ? here.faults.delete('zalo') : here.faults.set('zalo', fault)),
      said: () => here.said,
      asked: () => asked,
      secrets: () => [
        { secret: secrets.appSecret, host: 'oauth.zaloapp.com' },
        { secret: encodeURIComponent(first.refreshToken), host: 'oauth.zaloapp.com' },
        { secret: asked.at(-1)?.headers['access_token'] ?? '', host: 'openapi.zalo.me' },
      ],
    };
  },
  ['error-with-200', 'expired-token'],
);

describe('a message of ours on Zalo', () => {
  it('renews a token that is about to end, and keeps the new pair', async () => {
    const { here, asked, vault, first, channel } = outgoing();
    here.clock.step({ hours: 24, minutes: 55 });
    expect((await channel.send(message)).kind).toBe('accepted');
    expect(asked.map(({ path }) => path)).toEqual(['/v4/oa/access_token', '/v3.0/oa/message/cs']);
    const kept = await vault.read('zalo');
    expect(kept).toMatchObject({ expiresAt: '2026-11-25T03:55:00.000Z' });
    expect(kept.refreshToken).not.toBe(first.refreshToken);
  });

  it('is sent with the old token while another fetches the new one and it has not ended', async () => {
    const { here, vault, first, channel } = outgoing();
    here.clock.step({ hours: 24, minutes: 55 });
    vault.renew('zalo', first, () => new Promise(() => undefined)).catch(() => undefined);
    expect((await channel.send(message)).kind).toBe('accepted');
    here.clock.step({ minutes: 5 });
    const later = channel.send(message);
    // The lease of whoever never came back has ended as well.
    expect((await later).kind).toBe('accepted');
  });

  it('waits when another fetches the new token and the old one has ended', async () => {
    const { here, vault, first, channel } = outgoing();
    here.clock.step({ hours: 26 });
    vault.renew('zalo', first, () => new Promise(() => undefined)).catch(() => undefined);
    expect(await channel.send(message)).toEqual({ kind: 'unavailable', why: 'token-busy', retryAfterSeconds: 5 });
    expect(here.said).toEqual([]);
  });

  it('of ten senders at once costs one refresh token', async () => {
    const { here, asked, channel } = outgoing();
    here.faults.set('zalo', 'expired-token');
    const sent = await Promise.all(Array.from({ length: 10 }, () => channel.send(message)));
    expect(asked.filter(({ path }) => path === '/v4/oa/access_token')).toHaveLength(1);
    expect(here.said).toHaveLength(sent.filter(({ kind }) => kind === 'accepted').length);
    expect(sent.every(({ kind }) => kind === 'accepted' || kind === 'unavailable')).toBe(true);
  });

  it('is for later when there is no token, or no new one is given', async () => {
    const { here, vault, channel } = outgoing();
    vault.tokens.set('zalo', { accessToken: 'x', refreshToken: 'used', expiresAt: '2026-12-01T00:00:00.000Z' });
    expect(await channel.send(message)).toEqual({ kind: 'unavailable', why: 'token' });
    vault.tokens.clear();
    expect(await channel.send(message)).toEqual({ kind: 'unavailable', why: 'no-token' });
    expect(here.said).toEqual([]);
  });

  it('is refused when the tier of the account does not include it, and when the code is unknown', async () => {
    const { here, channel } = outgoing();
    here.faults.set('zalo', 'error-with-200');
    expect(await channel.send(message)).toEqual({ kind: 'refused', why: 'not-in-our-tier' });
    const strange = zaloOutgoing({
      fetch: () => Promise.resolve({ status: 200, headers: {}, text: () => Promise.resolve('{"error":-99999}') }),
      vault: outgoing().vault,
      clock: here.clock,
      endpoints: { zaloApi: 'https://openapi.zalo.me', zaloOauth: 'https://oauth.zaloapp.com' },
      secrets,
    });
    expect(await strange.send(message)).toEqual({ kind: 'refused', why: 'zalo -99999' });
  });

  it.each(['', 'OK', '{}', '[]', '{"error":0}', '{"error":0,"data":{}}'])(
    'is unclear when the answer is %j: it is not known to be sent, and not known to be not',
    async (answer) => {
      const { here, vault } = outgoing();
      const channel = zaloOutgoing({
        fetch: () => Promise.resolve({ status: 200, headers: {}, text: () => Promise.resolve(answer) }),
        vault,
        clock: here.clock,
        endpoints: { zaloApi: 'https://openapi.zalo.me', zaloOauth: 'https://oauth.zaloapp.com' },
        secrets,
      });
      expect(await channel.send(message)).toEqual({ kind: 'unclear' });
    },
  );

  it('comes back as a receipt that names it', async () => {
    const { here, channel } = outgoing();
    const sent = await channel.send(message);
    await here.settled();
    expect(here.calls).toHaveLength(1);
    const call = rawCall(here.calls[0] ?? { method: 'POST', path: '' });
    expect(await zaloIncoming(secrets).verify(call)).toEqual({ kind: 'genuine' });
    expect(zaloIncoming(secrets).parse(call)).toMatchObject({
      items: [{ kind: 'receipt', status: 'delivered', messageId: sent.kind === 'accepted' && sent.messageId }],
    });
  });
});
