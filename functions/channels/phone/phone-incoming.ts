import type { IncomingChannel } from '../channel-contract.ts';
import { refusalStatus } from '../providers/refusal-status.ts';
import { readSignedBody } from '../signed/read-signed-body.ts';
import { verifySignedCall, type SigningKeysById } from '../signed/signed-call.ts';
import { ExchangeEvent } from './call-event.ts';

/** The exchange as a channel: it tells of calls, and brings no message of anybody. What a caller says is written down by an operator. */
export function phoneIncoming({ keys }: { readonly keys: SigningKeysById }): IncomingChannel {
  return {
    name: 'phone',
    verify: (call) => Promise.resolve(verifySignedCall(call, keys)),
    parse: ({ body }) => {
      const read = readSignedBody(body, ExchangeEvent);
      return read.kind === 'read' ? { kind: 'items', items: [] } : read;
    },
    acknowledge: () => ({ status: 200 }),
    refuse: refusalStatus,
  };
}
