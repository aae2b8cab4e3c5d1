import { describe, expect, it } from 'vitest';
import { SteppableClock } from '../../../shared/ports/memory/memory-outside.ts';
import { unreachable } from '../../../shared/ports/providers.ts';
import type { ProviderFetch } from '../channel-contract.ts';
import { botOutgoing } from './bot-outgoing.ts';
import { botTokens } from './bot-token.ts';
import { APP_ID, NOW, SERVICE_URL } from './testing/bot-service.ts';

interface Reply {
  readonly status?: number;
  readonly body?: unknown;
  readonly headers?: Record<string, string>;
}

/** Tokens `t1`, `t2`…; the conversation answers as listed, the last for ever. */
function service(...replies: (Reply | Error)[]) {
  const clock = new SteppableClock(NOW);
  const asked: { url: string; token?: string | undefined; body: string }[] = [];
  const logged: unknown[] = [];
  let logins = 0;
  const login: { reply: Reply | undefined } = { reply: undefined };
  const fetch: ProviderFetch = (url, { headers = {}, body = '' }) => {
    asked.push({ url, token: headers['authorization'], body });
    const isLogin = url.startsWith('https://login.microsoftonline.com/');
    if (isLogin) logins += 1;
    const good: Reply = { body: { token_type: 'Bearer', expires_in: 3599, access_token: `t${String(logins)}` } };
    const reply = isLogin ? (login.reply ?? good) : ((replies.length > 1 ? replies.shift() : replies[0]) ?? {});
    if (reply instanceof Error) return Promise.reject(reply);
    const { status = 200, headers: answered = {}, body: said = { id: 'm1' } } = reply;
    return Promise.resolve({ status, headers: answered, text: () => Promise.resolve(JSON.stringify(said)) });
  };
  const tokens = botTokens({
    fetch,
    endpoint: 'https://login.microsoftonline.com',
    secrets: { appId: APP_ID, appPassword: 'p&w' },
    clock,
    log: (...line) => logged.push(line),
  });
  const channel = botOutgoing('teams', { fetch, tokens, plainHttp: false });
  const bot = {
    serviceUrl: SERVICE_URL,
    conversationId: '19:a/b@thread.v2',
    botId: `28:${APP_ID}`,
    channelId: 'msteams' as const,
  };
  const send = (changes: object = {}) =>
    channel.send({
      text: 'Đã tiếp nhận *7KD2*',
      to: { account: '29:1X', bot: { ...bot, ...changes } },
      attemptId: 'd1-1',
    });
  return { send, asked, clock, login, logged, channel, logins: () => logins };
}

describe('an answer through the Bot Framework', () => {
  it('goes into the conversation, in plain text, with a token of our own', async () => {
    const { send, asked } = service();
    expect(await send()).toEqual({ kind: 'accepted', messageId: 'm1' });
    expect(asked[0]?.url).toBe('https://login.microsoftonline.com/botframework.com/oauth2/v2.0/token');
    expect(asked[0]?.body).toBe(
      `grant_type=client_credentials&client_id=${APP_ID}&client_secret=p%26w&scope=https%3A%2F%2Fapi.botframework.com%2F.default`,
    );
    expect(asked[1]?.url).toBe(
      'https://smba.trafficmanager.net/amer/v3/conversations/19%3Aa%2Fb%40thread.v2/activities',
    );
    expect(asked[1]?.token).toBe('Bearer t1');
    expect(JSON.parse(asked[1]?.body ?? '')).toEqual({
      type: 'message',
      from: { id: `28:${APP_ID}` },
      conversation: { id: '19:a/b@thread.v2' },
      text: 'Đã tiếp nhận *7KD2*',
      textFormat: 'plain',
    });
  });

  it('uses one token until shortly before it runs out', async () => {
    const { send, clock, logins } = service();
    await send();
    clock.set('2026-11-23T02:54:00.000Z');
    await send();
    expect(logins()).toBe(1);
    clock.set('2026-11-23T02:55:00.000Z');
    await send();
    expect(logins()).toBe(2);
  });

  it('takes a new token once when the old one is refused', async () => {
    const mended = service({ status: 401 }, {});
    expect(await mended.send()).toEqual({ kind: 'accepted', messageId: 'm1' });
    expect(mended.asked.map(({ token }) => token)).toEqual([undefined, 'Bearer t1', undefined, 'Bearer t2']);
    const refusing = service({ status: 401 });
    expect(await refusing.send()).toEqual({ kind: 'unavailable', why: 'http-401' });
    expect(refusing.logins()).toBe(2);
  });

  it.each<[Reply | Error, object]>([
    [{ status: 403 }, { kind: 'refused', why: 'http-403' }],
    [{ status: 404 }, { kind: 'refused', why: 'http-404' }],
    [
      { status: 429, headers: { 'retry-after': '7' } },
      { kind: 'unavailable', why: 'http-429', retryAfterSeconds: 7 },
    ],
    [{ status: 503 }, { kind: 'unavailable', why: 'http-503' }],
    [{ status: 502 }, { kind: 'unclear' }],
    [{ body: {} }, { kind: 'accepted', messageId: 'd1-1' }],
    [new Error('no answer'), { kind: 'unclear' }],
    [unreachable(new Error('ECONNREFUSED')), { kind: 'unavailable', why: 'unreachable' }],
  ])('met by %o is %o', async (reply, sent) => {
    expect(await service(reply).send()).toEqual(sent);
  });

  it.each<[Reply, number]>([
    [{ status: 400 }, 1],
    [{ status: 401 }, 1],
    [{ status: 500 }, 0],
    [{ body: {} }, 0],
  ])('without a token (%o) has surely not gone out; %i line tells the operators', async (reply, lines) => {
    const { send, login, asked, logged } = service();
    login.reply = reply;
    expect(await send()).toEqual({ kind: 'unavailable', why: 'no-token' });
    expect(asked).toHaveLength(1);
    expect(logged).toHaveLength(lines);
    expect(JSON.stringify(logged)).not.toContain('p&w');
  });

  it.each([
    { serviceUrl: 'http://smba.trafficmanager.net/' },
    { serviceUrl: 'https://a:b@evil.example/' },
    { serviceUrl: 'x' },
  ])('never brings the token to %o', async (changes) => {
    const { send, asked } = service();
    expect(await send(changes)).toEqual({ kind: 'refused', why: 'unsafe-address' });
    expect(asked).toEqual([]);
  });

  it('has nowhere to go without a conversation on that channel', async () => {
    const { send, channel, asked } = service();
    const nowhere = { kind: 'refused', why: 'no-conversation' };
    expect(await channel.send({ text: 'x', to: { account: '29:1X' }, attemptId: 'd1-1' })).toEqual(nowhere);
    expect(await send({ channelId: 'skype' })).toEqual(nowhere);
    expect(asked).toEqual([]);
  });
});
