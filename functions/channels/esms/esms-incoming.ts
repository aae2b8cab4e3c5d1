/**
 * What eSMS says of a text later: a GET with everything in the query, and nothing signed. Whoever knows the secret last part of the address is
 * the gateway; what may be done with it is to call one of our own messages delivered or not.
 */
import type { ChannelReceipt } from '../../../shared/domain/conversation/channel-message.ts';
import type { ChannelSecrets, IncomingChannel, RawCall } from '../channel-contract.ts';
import { refusalStatus } from '../providers/refusal-status.ts';
import { sameText } from '../providers/same-text.ts';

export function esmsIncoming({ callbackKey }: NonNullable<ChannelSecrets['esms']>): IncomingChannel {
  return {
    name: 'esms',
    verify: ({ key }) =>
      Promise.resolve(sameText(key ?? '', callbackKey) ? { kind: 'genuine' } : { kind: 'refused', why: 'forged' }),
    parse: (call) => ({ kind: 'items', items: receiptsOf(call) }),
    acknowledge: () => ({ status: 200 }),
    refuse: refusalStatus,
  };
}

/** Any member may be missing: a receipt that names no message or no end of it tells nothing. */
function receiptsOf({ query, now }: RawCall): readonly ChannelReceipt[] {
  const { SMSID, RequestId, SendStatus, SendFailed } = query;
  // Our own id first: the answer to a repeated request has no other.
  const messageId = [RequestId, SMSID].find((id) => id !== undefined && id !== '');
  const status = statusOf(SendStatus ?? '', SendFailed ?? '');
  if (messageId === undefined || status === undefined) return [];
  return [
    {
      kind: 'receipt',
      channel: 'sms',
      providerId: `esms:${messageId}:${status}`,
      // The gateway does not say when.
      at: now,
      messageId,
      status,
      ...(status === 'failed' && { reason: `esms-${SendStatus ?? ''}` }),
    },
  ];
}

/** 4: refused; 5: at its end, and then `SendFailed` counts who did not get it. 1, 2 and 7 are on the way. */
function statusOf(sendStatus: string, sendFailed: string): ChannelReceipt['status'] | undefined {
  if (sendStatus === '4') return 'failed';
  if (sendStatus !== '5') return undefined;
  return Number(sendFailed) > 0 ? 'failed' : 'delivered';
}
