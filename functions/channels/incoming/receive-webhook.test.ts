import { describe, expect, it } from 'vitest';
import { standInSecrets } from '../../../infra/local/providers/provider-secrets.ts';
import { providerWorld, type WebhookCall } from '../../../infra/local/providers/provider-world.ts';
import { viberCall, viberCitizenOpens, viberCitizenSays } from '../../../infra/local/providers/viber-citizen.ts';
import { zaloCall, zaloCitizenSays, zaloEvent } from '../../../infra/local/providers/zalo-citizen.ts';
import type { IncomingMessage, IncomingMessageEvent } from '../../../shared/domain/conversation/channel-message.ts';
import { MemoryEntityStore, MemoryPeople } from '../../../shared/ports/memory/memory-entity-store.ts';
import { MemorySecrets, SteppableClock } from '../../../shared/ports/memory/memory-outside.ts';
import { MemoryChannelSecrets } from '../../../shared/ports/memory/memory-providers.ts';
import { MemoryWorld } from '../../../shared/ports/memory/memory-world.ts';
import { conversationIdOf } from '../../../shared/shell/conversation-id.ts';
import { httpFunction } from '../../../shared/shell/http-pipeline.ts';
import { httpEvent, lambdaContext } from '../../../shared/shell/testing/http-event.ts';
import { channelRoutes, incomingChannels } from './channel-routes.ts';

const start = '2026-11-23T02:00:00.000Z';
const citizen = '5510185758261927916';

function hotline() {
  const clock = new SteppableClock(start);
  const world = new MemoryWorld(clock);
  const channelSecrets = new MemoryChannelSecrets(standInSecrets);
  const secrets = new MemorySecrets();
  const logged: string[] = [];
  const log = (level: string, event: string, fields: object): void => {
    logged.push(JSON.stringify({ level, event, ...fields }));
  };
  const serving = httpFunction({
    routes: channelRoutes({
      messages: new MemoryEntityStore<IncomingMessage, IncomingMessageEvent>(world),
      secrets,
      channelSecrets,
      channels: incomingChannels({
        fetch: () => Promise.reject(new Error('nobody there')),
        botOpenId: 'https://login.botframework.test',
      }),
      clock,
      log,
    }),
    log,
  });
  const calls: WebhookCall[] = [];
  const callWebhook = async (call: WebhookCall) => {
    calls.push(call);
    const [, , channel = '', key] = call.path.split('/');
    const answer = await serving(
      httpEvent({
        method: call.method,
        route: key === undefined ? '/channels/{channel}' : '/channels/esms/{key}',
        path: call.path,
        params: key === undefined ? { channel } : { key },
        ...(call.query && { query: call.query }),
        ...(call.headers && { headers: call.headers }),
        ...(call.body !== undefined && { body: call.body }),
      }),
      lambdaContext,
    );
    return { status: answer.statusCode ?? 0, body: answer.body ?? '' };
  };
  const providers = providerWorld({ clock, secrets: standInSecrets, callWebhook });
  return {
    clock,
    world,
    people: new MemoryPeople(world),
    channelSecrets,
    secrets,
    logged,
    calls,
    callWebhook,
    providers,
  };
}

const text = { kind: 'text', text: 'Ổ gà trước nhà số 12/3 🕳️' } as const;

describe('what a citizen writes on a channel', () => {
  it('is one commit that names no word of it, with the raw payload and what was read of it beside', async () => {
    const { world, people, secrets, calls, providers } = hotline();
    expect((await zaloCitizenSays(providers, citizen, text)).status).toBe(200);
    expect(world.stream).toHaveLength(1);
    const [commit] = world.stream;
    const entityId = commit?.entityId ?? '';
    expect(entityId).toMatch(/^message#zalo-[0-9a-f]{32}$/);
    const conversationId = conversationIdOf(await secrets.signingKeys(), 'zalo', citizen);
    const messageId = entityId.slice('message#'.length);
    expect(commit).toMatchObject({ version: 1, actor: 'system:hotline' });
    expect(JSON.parse(commit?.events ?? '')).toEqual([
      { type: 'MessageArrived', messageId, channel: 'zalo', kind: 'message', arrivedAt: start, conversationId },
    ]);
    expect(JSON.parse(world.entities.get(entityId)?.state ?? '')).toEqual({
      messageId,
      channel: 'zalo',
      kind: 'message',
      arrivedAt: start,
      conversationId,
    });
    expect(await people.kept(entityId, 'RAW')).toBe(calls[0]?.body);
    expect(await people.kept(entityId, 'ITEM')).toMatchObject({
      kind: 'message',
      sender: { account: citizen },
      content: text,
    });
  });

  it('is one message however often the provider calls', async () => {
    const { world, calls, callWebhook, providers } = hotline();
    await zaloCitizenSays(providers, citizen, text);
    const [again = { method: 'POST', path: '' }] = calls;
    const answers = await Promise.all(Array.from({ length: 5 }, () => callWebhook(again)));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200]);
    expect(world.stream).toHaveLength(1);
  });

  it.each(['before-write', 'after-write'] as const)(
    'is tried again by the provider after a fault %s, and is there once',
    async (point) => {
      const { world, calls, providers } = hotline();
      world.failNextCommit(point);
      expect((await zaloCitizenSays(providers, citizen, text)).status).toBe(200);
      expect(calls).toHaveLength(2);
      expect(world.stream).toHaveLength(1);
    },
  );

  it('is not acknowledged while anything of it is not committed', async () => {
    const { world, callWebhook, providers } = hotline();
    const seen = zaloCall(
      providers,
      zaloEvent(providers, citizen, text)
        .replace('user_send_text', 'user_seen_message')
        .replace(/"message":\{.*\}/, '"message":{"msg_ids":["m1","m2","m3"]}}')
        .replace('}}}', '}}'),
    );
    world.failNextCommit('before-write');
    expect((await callWebhook(seen)).status).toBe(500);
    expect(world.stream).toHaveLength(2);
    expect((await callWebhook(seen)).status).toBe(200);
    expect(world.stream).toHaveLength(3);
    expect(world.stream.map(({ events }) => events).join()).not.toContain('conversationId');
  });

  it('survives as a whole: a long text, and an id of 64 bits', async () => {
    const { world, people, providers } = hotline();
    const long = { kind: 'text', text: 'ộ'.repeat(60_000) } as const;
    expect((await viberCitizenSays(providers, '01234567890A=', long)).status).toBe(200);
    const item = (await people.kept(world.stream[0]?.entityId ?? '', 'ITEM')) as {
      providerId: string;
      content: object;
    };
    expect(item.content).toEqual(long);
    expect(item.providerId).toMatch(/^\d{19}$/);
  });
});

describe('a call of a provider', () => {
  it('is answered as Viber reads it: with the welcome of whoever opens the chat', async () => {
    const { world, providers } = hotline();
    const { status, body } = await viberCitizenOpens(providers, '01234567890A=');
    expect(status).toBe(200);
    expect(JSON.parse(body)).toMatchObject({ type: 'text' });
    expect(world.stream).toEqual([]);
  });

  it.each([
    ['forged', 403, (call: WebhookCall) => ({ ...call, headers: { 'x-zevent-signature': `mac=${'0'.repeat(64)}` } })],
    ['changed on its way', 403, (call: WebhookCall) => ({ ...call, body: call.body?.replace('12/3', '12/4') ?? '' })],
    ['no payload at all', 400, (call: WebhookCall) => ({ ...call, body: '{' })],
    ['too long', 413, (call: WebhookCall) => ({ ...call, body: 'x'.repeat(256 * 1024 + 1) })],
  ])('that is %s is refused with %d, nothing is kept, and the log has no word of it', async (_what, status, spoil) => {
    const { world, logged, calls, callWebhook, providers } = hotline();
    await zaloCitizenSays(
      { ...providers, callWebhook: (call) => (calls.push(call), Promise.resolve({ status: 200, body: '' })) },
      citizen,
      text,
    );
    expect((await callWebhook(spoil(calls[0] ?? { method: 'POST', path: '' }))).status).toBe(status);
    expect(world.stream).toEqual([]);
    expect(world.kept.size).toBe(0);
    expect(logged.join()).not.toMatch(/Ổ gà|12\/3|5510185758261927916|mac=/u);
  });

  it('that was recorded two days ago is refused', async () => {
    const { world, clock, calls, callWebhook, providers } = hotline();
    await zaloCitizenSays(providers, citizen, text);
    world.stream.length = 0;
    clock.step({ days: 2 });
    expect((await callWebhook(calls[0] ?? { method: 'POST', path: '' })).status).toBe(403);
    expect(world.stream).toEqual([]);
  });

  it('to a channel that is off, or that there is not, finds nothing', async () => {
    const { channelSecrets, callWebhook, providers } = hotline();
    const { viber } = standInSecrets;
    channelSecrets.secrets = { viber };
    const zalo = zaloCall(providers, zaloEvent(providers, citizen, text));
    expect((await callWebhook(zalo)).status).toBe(404);
    expect((await callWebhook({ ...zalo, path: '/channels/telegram' })).status).toBe(404);
    expect((await callWebhook({ ...zalo, path: '/channels/constructor' })).status).toBe(404);
    expect(
      (await callWebhook(viberCall(providers, '{"event":"webhook","timestamp":1,"message_token":1}'))).status,
    ).toBe(200);
  });

  it('is put off while the keys are out of reach', async () => {
    const { world, channelSecrets, callWebhook, providers, logged } = hotline();
    channelSecrets.secrets = undefined;
    expect((await callWebhook(zaloCall(providers, zaloEvent(providers, citizen, text)))).status).toBe(503);
    expect(world.stream).toEqual([]);
    expect(logged.join()).toContain('channel-keys-unavailable');
  });

  it('of the SMS gateway is known by the secret end of its address, which is not kept', async () => {
    const { world, people, callWebhook, logged } = hotline();
    const key = standInSecrets.esms.callbackKey;
    const query = { SMSID: 'sms-1', SendStatus: '5', SendFailed: '0' };
    const receipt = (its: string) => callWebhook({ method: 'GET', path: `/channels/esms/${its}`, query });
    expect((await receipt('another-key')).status).toBe(403);
    expect(world.stream).toEqual([]);
    expect((await receipt(key)).status).toBe(200);
    expect(JSON.parse((await people.kept(world.stream[0]?.entityId ?? '', 'RAW')) as string)).toEqual(query);
    expect(JSON.stringify([...world.kept.values()])).not.toContain(key);
    expect(logged.join()).not.toContain(key);
  });
});
