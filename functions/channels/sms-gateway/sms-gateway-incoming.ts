import type { ChannelMessage } from '../../../shared/domain/conversation/channel-message.ts';
import type { IncomingChannel } from '../channel-contract.ts';
import { refusalStatus } from '../providers/refusal-status.ts';
import { readSignedBody } from '../signed/read-signed-body.ts';
import { verifySignedCall, type SigningKeysById } from '../signed/signed-call.ts';
import { GatewayText } from './gateway-text.ts';

/** Texts of citizens to the short number, by our own contract: providers of short numbers have none in common. */
export function smsGatewayIncoming({ keys }: { readonly keys: SigningKeysById }): IncomingChannel {
  return {
    name: 'sms',
    verify: (call) => Promise.resolve(verifySignedCall(call, keys)),
    parse: ({ body }) => {
      const read = readSignedBody(body, GatewayText);
      return read.kind === 'read' ? { kind: 'items', items: [messageOf(read.body)] } : read;
    },
    acknowledge: () => ({ status: 202 }),
    refuse: refusalStatus,
  };
}

function messageOf({ moId, from, keyword, text, receivedAt, part }: GatewayText): ChannelMessage {
  return {
    kind: 'message',
    channel: 'sms',
    // Texts come from AWS as well, with ids of its own.
    providerId: `gateway:${moId}`,
    at: new Date(receivedAt).toISOString(),
    sender: { account: from },
    // Whoever sends one word has sent the keyword, and nothing after it.
    content: { kind: 'text', text: text.trim() === '' ? keyword : text },
    ...(part !== undefined && part.of > 1 && { chain: part }),
  };
}
