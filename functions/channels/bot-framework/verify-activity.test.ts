import { SignJWT } from 'jose';
import { beforeAll, describe, expect, it } from 'vitest';
import { botIncoming } from './bot-incoming.ts';
import { botKeys } from './bot-keys.ts';
import {
  activityCall,
  APP_ID,
  goodClaims,
  keyHost,
  NOW,
  seconds,
  signingKey,
  teamsMessage,
  tokenOf,
  type SigningKey,
  type TokenClaims,
} from './testing/bot-service.ts';

let key: SigningKey;
let stranger: SigningKey;
beforeAll(async () => {
  [key, stranger] = await Promise.all([signingKey('k1'), signingKey('k1')]);
});

const endpoint = 'https://login.botframework.com';
function bot({ endorsements = ['msteams', 'skype'] }: { endorsements?: readonly string[] } = {}) {
  const published: Parameters<typeof keyHost>[0] = { keys: [{ ...key.publicJwk, endorsements }] };
  const { fetch, asked } = keyHost(published);
  const channel = botIncoming({ appId: APP_ID, keys: botKeys({ fetch, endpoint }), plainHttp: false });
  const verdict = async (call: Parameters<typeof channel.verify>[0]) => {
    const verified = await channel.verify(call);
    return verified.kind === 'genuine' ? 200 : channel.refuse(verified.why).status;
  };
  return { verdict, published, asked };
}
const bearer = async (claims?: Partial<TokenClaims>) => `Bearer ${await tokenOf(key, claims)}`;

describe('an activity', () => {
  it('of the Bot Framework passes, with the address claimed in either spelling', async () => {
    const { verdict } = bot();
    expect(await verdict(activityCall(teamsMessage, await bearer()))).toBe(200);
    const { serviceurl, ...others } = goodClaims;
    const spelled = await bearer({ ...others, serviceUrl: serviceurl ?? '' });
    expect(await verdict(activityCall({ ...teamsMessage, channelId: 'skype' }, spelled))).toBe(200);
  });

  it.each<[string, () => Promise<string | undefined> | string | undefined]>([
    ['no authorization', () => undefined],
    ['another scheme', async () => `Basic ${await tokenOf(key)}`],
    ['no token', () => 'Bearer '],
    ['a token of two parts', async () => `Bearer ${(await tokenOf(key)).split('.').slice(0, 2).join('.')}`],
    ['a token that is none', () => 'Bearer a.b.c'],
    ['another issuer', () => bearer({ ...goodClaims, iss: 'https://sts.windows.net/x/' })],
    ['the token of another bot', () => bearer({ ...goodClaims, aud: 'another-bot' })],
    ['a token that has run out', () => bearer({ ...goodClaims, exp: seconds(NOW) - 301 })],
    ['a token that never runs out', () => bearer({ ...goodClaims, exp: undefined } as unknown as TokenClaims)],
    ['a token for later', () => bearer({ ...goodClaims, nbf: seconds(NOW) + 301 })],
    ['the signature of a stranger under the same key id', async () => `Bearer ${await tokenOf(stranger)}`],
    ['a key that nobody published', async () => `Bearer ${await tokenOf({ ...key, kid: 'k9' })}`],
    ['no address', () => bearer({ ...goodClaims, serviceurl: undefined } as unknown as TokenClaims)],
    ['another address', () => bearer({ ...goodClaims, serviceurl: 'https://smba.trafficmanager.net/emea/' })],
  ])('with %s alone is refused with 403', async (_, authorization) => {
    expect(await bot().verdict(activityCall(teamsMessage, await authorization()))).toBe(403);
  });

  it('signed with a shared secret, as if our public key were one, is refused', async () => {
    const secret = Buffer.from(JSON.stringify(key.publicJwk));
    const token = await new SignJWT({ ...goodClaims }).setProtectedHeader({ alg: 'HS256', kid: 'k1' }).sign(secret);
    expect(await bot().verdict(activityCall(teamsMessage, `Bearer ${token}`))).toBe(403);
    const none = Buffer.from('{"alg":"none","kid":"k1"}').toString('base64url');
    const payload = Buffer.from(JSON.stringify(goodClaims)).toString('base64url');
    expect(await bot().verdict(activityCall(teamsMessage, `Bearer ${none}.${payload}.AA`))).toBe(403);
  });

  it('on a channel for which its key does not vouch is refused', async () => {
    const skypeOnly = bot({ endorsements: ['skype'] });
    expect(await skypeOnly.verdict(activityCall(teamsMessage, await bearer()))).toBe(403);
    expect(await skypeOnly.verdict(activityCall({ ...teamsMessage, channelId: 'skype' }, await bearer()))).toBe(200);
  });

  it.each(['webchat', 'emulator', 'directline', ''])('on the channel "%s" is refused', async (channelId) => {
    const vouching = bot({ endorsements: ['msteams', 'skype', 'webchat', 'emulator', 'directline', ''] });
    expect(await vouching.verdict(activityCall({ ...teamsMessage, channelId }, await bearer()))).toBe(403);
  });

  it.each(['http://smba.trafficmanager.net/amer/', 'https://user:pw@smba.trafficmanager.net/', 'ftp://x/', 'amer'])(
    'that would be answered at %s is refused',
    async (serviceUrl) => {
      const token = await bearer({ ...goodClaims, serviceurl: serviceUrl });
      expect(await bot().verdict(activityCall({ ...teamsMessage, serviceUrl }, token))).toBe(403);
    },
  );

  it.each([
    [{ exp: seconds(NOW) - 299 }, 200],
    [{ nbf: seconds(NOW) + 299 }, 200],
  ])('from a clock that differs by less than five minutes (%o) is %i', async (claims, status) => {
    expect(await bot().verdict(activityCall(teamsMessage, await bearer({ ...goodClaims, ...claims })))).toBe(status);
  });
});

describe('the keys of the Bot Framework', () => {
  const later = (minutes: number) => new Date(Date.parse(NOW) + minutes * 60_000).toISOString();
  const callAt = async (now: string, kid = 'k1') => {
    const claims = { ...goodClaims, nbf: seconds(now), exp: seconds(now) + 60 };
    return activityCall(teamsMessage, `Bearer ${await tokenOf({ ...key, kid }, claims)}`, now);
  };

  it('are asked for once, however many activities come at once', async () => {
    const { verdict, asked } = bot();
    const call = await callAt(NOW);
    expect(await Promise.all([verdict(call), verdict(call), verdict(call)])).toEqual([200, 200, 200]);
    expect(await verdict(await callAt(later(23 * 60)))).toBe(200);
    expect(asked).toHaveLength(2);
    expect(await verdict(await callAt(later(24 * 60)))).toBe(200);
    expect(asked).toHaveLength(4);
  });

  it('are asked for again when a key is new, and not oftener than once a minute', async () => {
    const { verdict, published, asked } = bot();
    expect(await verdict(await callAt(NOW, 'k2'))).toBe(403);
    published.keys = [{ ...key.publicJwk, kid: 'k2', endorsements: ['msteams'] }];
    expect(await verdict(await callAt(later(0.9), 'k2'))).toBe(403);
    expect(asked).toHaveLength(2);
    expect(await verdict(await callAt(later(1), 'k2'))).toBe(200);
    expect(asked).toHaveLength(4);
  });

  it('that cannot be had leave it open whether an activity is genuine: 503', async () => {
    const { verdict, published } = bot();
    const keys = published.keys;
    published.keys = undefined;
    expect(await verdict(await callAt(NOW))).toBe(503);
    published.keys = [];
    expect(await verdict(await callAt(NOW))).toBe(503);
    published.keys = keys;
    expect(await verdict(await callAt(NOW))).toBe(200);
    published.keys = undefined;
    expect(await verdict(await callAt(later(2), 'k2'))).toBe(503);
    expect(await verdict(await callAt(later(2)))).toBe(200);
    expect(await verdict(await callAt(later(25 * 60)))).toBe(503);
  });

  it('are never taken from an address without TLS', async () => {
    const { fetch } = keyHost({ keys: [{ ...key.publicJwk, endorsements: ['msteams'] }] });
    const downgraded: typeof fetch = async (url, request) => {
      const answer = await fetch(url, request);
      return { ...answer, text: async () => (await answer.text()).replace('https://login', 'http://login') };
    };
    const found = await botKeys({ fetch: downgraded, endpoint }).find('k1', NOW);
    expect(found).toEqual({ kind: 'unavailable' });
  });
});
