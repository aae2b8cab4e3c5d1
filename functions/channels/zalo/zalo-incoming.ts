import type { IncomingChannel } from '../channel-contract.ts';
import { refusalStatus } from '../providers/refusal-status.ts';
import { instantOf } from '../providers/replay-window.ts';
import { verifyZalo, type ZaloSecrets } from './verify-zalo.ts';
import { readZaloEvent } from './zalo-event.ts';
import { zaloItems } from './zalo-items.ts';

/** Webhook of the hotline's Zalo Official Account. */
export function zaloIncoming(secrets: ZaloSecrets): IncomingChannel {
  return {
    name: 'zalo',
    verify: (call) => Promise.resolve(verifyZalo(call, secrets)),
    parse: ({ body }) => {
      const event = readZaloEvent(body);
      const at = event && instantOf(event.timestamp);
      return event === undefined || at === undefined
        ? { kind: 'malformed' }
        : { kind: 'items', items: zaloItems(event, { oaId: secrets.oaId, at }) };
    },
    acknowledge: () => ({ status: 200 }),
    refuse: refusalStatus,
  };
}
