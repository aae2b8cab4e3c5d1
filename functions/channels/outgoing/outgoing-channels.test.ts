import { describe, expect, it } from 'vitest';
import { SteppableClock } from '../../../shared/ports/memory/memory-outside.ts';
import type { ChannelSecrets } from '../channel-contract.ts';
import { outgoingChannels } from './outgoing-channels.ts';

const esms = { apiKey: 'a', secretKey: 's', brandname: '1022', callbackKey: 'k'.repeat(32) };
const awsSms = { originationIdentity: '1022', maxPrice: '0.10' };
const bot = { appId: 'a', appPassword: 'p' };
const viber = { authToken: 't', senderName: '1022' };

async function entered(secrets: ChannelSecrets) {
  const texts: string[] = [];
  const asked: string[] = [];
  const channels = outgoingChannels({
    channelSecrets: { channelSecrets: () => Promise.resolve(secrets) },
    fetch: (url) => {
      asked.push(url);
      return Promise.resolve({ status: 503, headers: {}, text: () => Promise.resolve('') });
    },
    vault: { read: () => Promise.reject(new Error('none')), renew: () => Promise.resolve('busy') },
    endpoints: {
      zaloApi: 'https://z',
      zaloOauth: 'https://z',
      viberApi: 'https://v',
      botLogin: 'https://b',
      botOpenId: 'https://b',
      smsGateway: 'https://gateway',
    },
    clock: new SteppableClock('2026-11-23T02:00:00.000Z'),
    log: () => undefined,
    publicBaseUrl: 'https://mot-cua.test',
    textSender: () => ({
      send: ({ text }) => {
        texts.push(text);
        return Promise.resolve({ kind: 'accepted', messageId: 'aws' });
      },
    }),
  });
  return { channels, texts, asked, on: [...(await channels()).keys()] };
}

const message = { text: 'x', to: { account: '+84912345678' }, attemptId: 'd-1-0' };

describe('the channels that are switched on', () => {
  it('are those whose secrets are entered; one secret serves both kinds of bot', async () => {
    expect((await entered({})).on).toEqual([]);
    expect((await entered({ viber, bot })).on).toEqual(['viber', 'skype', 'teams']);
  });

  it('send texts by the domestic gateway when there is one, and by AWS otherwise', async () => {
    const both = await entered({ esms, awsSms });
    await (await both.channels()).get('sms')?.send(message);
    expect([both.texts, both.asked.length]).toEqual([[], 1]);
    const aws = await entered({ awsSms });
    expect(await (await aws.channels()).get('sms')?.send(message)).toMatchObject({ messageId: 'aws' });
  });

  it('are made again only when the secrets are others, for they keep tokens', async () => {
    const { channels } = await entered({ viber });
    expect(await channels()).toBe(await channels());
  });
});
