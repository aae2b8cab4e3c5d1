/** A text from the hotline's Viber bot. Viber says what went wrong under HTTP status 200, and knows no idempotency key. */
import * as z from 'zod/mini';
import type { OutgoingChannel, OutgoingText, ProviderEndpoints, ProviderFetch, Sent } from '../channel-contract.ts';
import { askProvider } from '../providers/ask-provider.ts';
import type { ViberSecrets } from './verify-viber.ts';
import { viberFailure } from './viber-statuses.ts';

export interface ViberPorts {
  readonly fetch: ProviderFetch;
  readonly endpoints: Pick<ProviderEndpoints, 'viberApi'>;
  readonly secrets: ViberSecrets;
}

/** Viber takes no larger request. Bytes. */
const REQUEST_LIMIT = 30 * 1024;

const Answer = z.object({ status: z.string(), message_token: z.optional(z.string()) });

export function viberOutgoing(ports: ViberPorts): OutgoingChannel {
  return { channel: 'viber', send: (message) => send(ports, message) };
}

async function send({ fetch, endpoints, secrets }: ViberPorts, { text, to }: OutgoingText): Promise<Sent> {
  const body = JSON.stringify({
    receiver: to.account,
    min_api_version: 1,
    sender: { name: secrets.senderName },
    type: 'text',
    text,
  });
  if (Buffer.byteLength(body) > REQUEST_LIMIT) return { kind: 'refused', why: 'too-long' };
  const answer = await askProvider(fetch, {
    url: `${endpoints.viberApi}/pa/send_message`,
    headers: { 'content-type': 'application/json', 'x-viber-auth-token': secrets.authToken },
    body,
  });
  if (answer.kind === 'failed') return answer.outcome;
  const told = Answer.safeParse(answer.body).data;
  if (told === undefined) return { kind: 'unclear' };
  if (told.status !== '0') return viberFailure(told.status);
  // It says that it was sent: sending again would say it twice.
  return told.message_token === undefined ? { kind: 'unclear' } : { kind: 'accepted', messageId: told.message_token };
}
