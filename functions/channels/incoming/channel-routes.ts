import { channelRoutes as contracts } from '../../../shared/contracts/http/channels.ts';
import type { HttpRoute } from '../../../shared/shell/http-pipeline.ts';
import { botIncoming } from '../bot-framework/bot-incoming.ts';
import { botKeys } from '../bot-framework/bot-keys.ts';
import type { ProviderEndpoints, ProviderFetch } from '../channel-contract.ts';
import { esmsIncoming } from '../esms/esms-incoming.ts';
import { smsGatewayIncoming } from '../sms-gateway/sms-gateway-incoming.ts';
import { viberIncoming } from '../viber/viber-incoming.ts';
import { zaloIncoming } from '../zalo/zalo-incoming.ts';
import { receiveWebhook, type MakeChannel, type WebhookPorts } from './receive-webhook.ts';

/** By the name in the path. A channel is off until its secrets are entered. */
export function incomingChannels(bot: {
  readonly fetch: ProviderFetch;
  readonly botOpenId: ProviderEndpoints['botOpenId'];
}): ReadonlyMap<string, MakeChannel> {
  // Made once: a process asks for the Bot Framework's keys once a day.
  const keys = botKeys({ fetch: bot.fetch, endpoint: bot.botOpenId });
  const plainHttp = bot.botOpenId.startsWith('http:');
  return new Map<string, MakeChannel>([
    ['zalo', ({ zalo }) => zalo && zaloIncoming(zalo)],
    ['viber', ({ viber }) => viber && viberIncoming(viber)],
    ['sms', ({ smsGateway }) => smsGateway && smsGatewayIncoming(smsGateway)],
    ['bot-framework', (secrets) => secrets.bot && botIncoming({ appId: secrets.bot.appId, keys, plainHttp })],
    ['esms', ({ esms }) => esms && esmsIncoming(esms)],
  ]);
}

export function channelRoutes(ports: WebhookPorts): Readonly<Record<string, HttpRoute>> {
  const [receiveFromChannel, receiveSmsReceipt] = contracts;
  return {
    receiveFromChannel: {
      contract: receiveFromChannel,
      handle: (request) => receiveWebhook(ports, request.params['channel'] ?? '', request),
    },
    receiveSmsReceipt: {
      contract: receiveSmsReceipt,
      handle: (request) => receiveWebhook(ports, 'esms', request),
    },
  };
}
