import { createHmac } from 'node:crypto';
import type { WebhookCall } from './provider-world.ts';

/** A call of our own contracts (functions/channels/sms-gateway, phone), signed with the newest of the keys that were agreed on. */
export function signedByKey(
  path: string,
  body: string,
  { keys, at }: { readonly keys: Readonly<Record<string, string>>; readonly at: string },
): WebhookCall {
  const [keyId = '', key = ''] = Object.entries(keys).at(-1) ?? [];
  const timestamp = String(Math.floor(Date.parse(at) / 1000));
  const signature = createHmac('sha256', key).update(`${timestamp}.${body}`).digest('hex');
  return {
    method: 'POST',
    path,
    headers: {
      'content-type': 'application/json',
      'x-key-id': keyId,
      'x-timestamp': timestamp,
      'x-signature': `sha256=${signature}`,
    },
    body,
  };
}
