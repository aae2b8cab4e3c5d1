import { SignJWT } from 'jose';
import { describe, expect, it } from 'vitest';
import { askedDirectly } from '../../../infra/local/providers/asked-directly.ts';
import { botActivity, botCall, botCitizenSays } from '../../../infra/local/providers/bot-citizen.ts';
import { botProvider } from '../../../infra/local/providers/bot-framework.ts';
import { botIdentity } from '../../../infra/local/providers/bot-identity.ts';
import { standInSecrets } from '../../../infra/local/providers/provider-secrets.ts';
import { providerWorld, type WebhookCall } from '../../../infra/local/providers/provider-world.ts';
import { SteppableClock } from '../../../shared/ports/memory/memory-outside.ts';
import type { RawCall } from '../channel-contract.ts';
import { describeOutgoing } from '../testing/conformance-outgoing.ts';
import { describeIncoming, spoiltHeader } from '../testing/conformance.ts';
import { botIncoming } from './bot-incoming.ts';
import { botKeys } from './bot-keys.ts';
import { botOutgoing } from './bot-outgoing.ts';
import { botTokens } from './bot-token.ts';
import { goodClaims, NOW, teamsMessage } from './testing/bot-service.ts';

const secrets = standInSecrets.bot;
const addresses = { openId: 'https://login.botframework.com', service: 'https://smba.trafficmanager.net/amer' };

function botWorld() {
  const clock = new SteppableClock(NOW);
  const calls: WebhookCall[] = [];
  const here = providerWorld({
    clock,
    secrets: standInSecrets,
    callWebhook: (call) => {
      calls.push(call);
      return Promise.resolve({ status: 200, body: '{}' });
    },
  });
  const provider = botProvider(here, addresses);
  const { fetch, asked } = askedDirectly({
    'https://login.botframework.com': provider,
    'https://login.microsoftonline.com': provider,
    'https://smba.trafficmanager.net': provider,
  });
  const keys = botKeys({ fetch, endpoint: addresses.openId });
  const incoming = botIncoming({ appId: secrets.appId, keys, plainHttp: false });
  const tokens = botTokens({
    fetch,
    endpoint: 'https://login.microsoftonline.com',
    secrets,
    clock,
    log: () => undefined,
  });
  const outgoing = botOutgoing('teams', { fetch, tokens, plainHttp: false });
  return { here, clock, calls, asked, incoming, outgoing };
}

function rawCall({ headers = {}, body = '', query = {} }: WebhookCall): RawCall {
  return { body: new TextEncoder().encode(body), headers, query, now: NOW };
}

const one = botWorld();

/** Signed for the address that the body names; the body itself is under no signature. */
async function call(body: string | Uint8Array): Promise<RawCall> {
  const bytes = typeof body === 'string' ? new TextEncoder().encode(body) : body;
  const named = /"serviceUrl":"([^"]*)"/u.exec(new TextDecoder().decode(bytes))?.[1];
  const { keyId, privateKey } = botIdentity(one.here);
  const token = await new SignJWT({ ...goodClaims, aud: secrets.appId, serviceurl: named ?? '' })
    .setProtectedHeader({ alg: 'RS256', kid: keyId, typ: 'JWT' })
    .sign(privateKey);
  return { body: bytes, headers: { authorization: `Bearer ${token}` }, query: {}, now: NOW };
}

const body = (changes: object) => JSON.stringify({ ...teamsMessage, ...changes });
const [person, conversationId] = [teamsMessage.from.id, teamsMessage.conversation.id];
const { serviceUrl, recipient } = teamsMessage;
const bot = { serviceUrl, conversationId, botId: recipient.id, channelId: 'msteams' } as const;
const from = { channel: 'teams', at: '2026-11-23T01:59:58.437Z', sender: { account: person, bot } } as const;
const message = (id: string) =>
  ({ kind: 'message', ...from, providerId: `${conversationId} ${id}`, senderName: 'Lê Thị Ánh' }) as const;
const presence = (id: string, present: boolean) =>
  ({
    kind: 'presence',
    ...from,
    providerId: `${conversationId} ${id} ${person} ${present ? 'came' : 'left'}`,
    present,
  }) as const;
const image = { contentType: 'image/png', contentUrl: 'https://cdn.test/1.png', name: '1.png' };

describeIncoming('Bot Framework', () => ({
  channel: one.incoming,
  call,
  // The last letter of a signature has four bits that mean nothing.
  spoilt: (genuine) => spoiltHeader(genuine, 'authorization').filter((_, at, all) => at !== all.length - 2),
  signsBody: false,
  samples: {
    text: {
      body: body({}),
      items: [{ ...message('1485983408511'), content: { kind: 'text', text: 'Đèn đường hỏng' } }],
    },
    'a picture without words': {
      body: body({ id: '2', text: undefined, attachments: [image] }),
      items: [
        {
          ...message('2'),
          content: { kind: 'files', files: [{ kind: 'image', url: image.contentUrl, fileName: '1.png' }] },
        },
      ],
    },
    'a sticker': {
      body: body({ id: '3', text: '' }),
      items: [{ ...message('3'), content: { kind: 'other', what: 'unknown' } }],
    },
    'a citizen who comes': {
      body: body({ type: 'conversationUpdate', id: '4', membersAdded: [{ id: person }, teamsMessage.recipient] }),
      items: [presence('4', true)],
    },
    'a citizen who leaves': {
      body: body({ type: 'contactRelationUpdate', id: '5', action: 'remove' }),
      items: [presence('5', false)],
    },
  },
  unknown: ['typing', 'messageReaction', 'invoke', 'messageDelete', 'new'].map((type) => body({ type })),
  saying: (text) => body({ text }),
  acknowledged: { status: 200 },
}));

describeOutgoing(
  'Bot Framework',
  () => {
    const { here, asked, outgoing } = botWorld();
    const to = (account: string) => ({
      account,
      bot: {
        serviceUrl: `${addresses.service}/`,
        conversationId: `a:${account}`,
        botId: `28:${secrets.appId}`,
        channelId: 'msteams' as const,
      },
    });
    here.left.add('bot 29:gone');
    return {
      channel: outgoing,
      to: to('29:1XJKJMvc5GBtc2Jw'),
      gone: to('29:gone'),
      fault: (fault) => (fault === undefined ? here.faults.delete('bot') : here.faults.set('bot', fault)),
      said: () => here.said,
      asked: () => asked,
      secrets: () => [
        { secret: secrets.appPassword, host: 'login.microsoftonline.com' },
        { secret: asked.at(-1)?.headers['authorization'] ?? '', host: 'smba.trafficmanager.net' },
      ],
    };
  },
  ['expired-token'],
);

describe('the stand-in of the Bot Framework', () => {
  it('plays a citizen whose words arrive and who is answered where they wrote', async () => {
    const { here, calls, incoming, outgoing } = botWorld();
    for (const citizen of [{ account: '29:1X' }, { account: '29:1X', group: 'to-dan-pho' }]) {
      await botCitizenSays(here, citizen, { kind: 'text', text: 'Ổ gà trước nhà' });
      const arrived = rawCall(calls.at(-1) ?? { method: 'POST', path: '' });
      expect(await incoming.verify(arrived)).toEqual({ kind: 'genuine' });
      const parsed = incoming.parse(arrived);
      const [item] = parsed.kind === 'items' ? parsed.items : [];
      if (item?.kind !== 'message') throw new Error('no message');
      expect(item.content).toEqual({ kind: 'text', text: 'Ổ gà trước nhà' });
      expect((await outgoing.send({ text: 'Đã tiếp nhận', to: item.sender, attemptId: 'd1-1' })).kind).toBe('accepted');
    }
    expect(here.said.map(({ account }) => account)).toEqual(['29:1X', '19:to-dan-pho@thread.v2']);
  });

  it('brings what its citizens do otherwise', async () => {
    const { here, incoming } = botWorld();
    const bring = async (saying: Parameters<typeof botActivity>[2]) => {
      const parsed = incoming.parse(rawCall(await botCall(here, botActivity(here, { account: '29:1X' }, saying))));
      return parsed.kind === 'items' ? parsed.items : parsed.kind;
    };
    expect(await bring({ kind: 'comes' })).toMatchObject([{ kind: 'presence', present: true }]);
    expect(await bring({ kind: 'leaves' })).toMatchObject([{ kind: 'presence', present: false }]);
    expect(await bring({ kind: 'voice', url: 'https://x.test/v' })).toMatchObject([
      { content: { kind: 'files', files: [{ kind: 'audio' }] } },
    ]);
    expect(await bring({ kind: 'sticker' })).toMatchObject([{ content: { kind: 'other' } }]);
  });
});
