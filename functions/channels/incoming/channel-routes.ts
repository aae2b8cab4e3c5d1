import { channelRoutes as contracts } from '../../../shared/contracts/http/channels.ts';
import type { HttpRoute } from '../../../shared/shell/http-pipeline.ts';
import { esmsReceipts } from '../esms/esms-receipts.ts';
import { smsGatewayChannel } from '../sms-gateway/sms-gateway.ts';
import { viberIncoming } from '../viber/viber-incoming.ts';
import { zaloIncoming } from '../zalo/zalo-incoming.ts';
import { receiveWebhook, type MakeChannel, type WebhookPorts } from './receive-webhook.ts';

/** By the name in the path. A channel is off until its secrets are entered. */
export function incomingChannels(): ReadonlyMap<string, MakeChannel> {
  return new Map<string, MakeChannel>([
    ['zalo', ({ zalo }) => zalo && zaloIncoming(zalo)],
    ['viber', ({ viber }) => viber && viberIncoming(viber)],
    ['sms', ({ smsGateway }) => smsGateway && smsGatewayChannel(smsGateway)],
    ['esms', ({ esms }) => esms && esmsReceipts(esms)],
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
