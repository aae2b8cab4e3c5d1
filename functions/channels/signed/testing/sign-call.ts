import { createHmac } from 'node:crypto';
import type { RawCall } from '../../channel-contract.ts';
import type { Instant } from '../../../../shared/domain/time.ts';

export const SIGNED_KEYS = {
  k1: 'first-key-of-the-tests-0123456789abcdef',
  k2: 'second-key-of-the-tests-0123456789abcd',
};

/** A call as the gateway or the exchange signs it. */
export function signedCall(
  body: unknown,
  { at, keyId = 'k1', key = SIGNED_KEYS.k1 }: { readonly at: Instant; readonly keyId?: string; readonly key?: string },
): RawCall {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  const timestamp = String(Math.floor(Date.parse(at) / 1000));
  return {
    body: Buffer.from(text),
    headers: {
      'x-key-id': keyId,
      'x-timestamp': timestamp,
      'x-signature': `sha256=${createHmac('sha256', key).update(`${timestamp}.${text}`).digest('hex')}`,
    },
    query: {},
    now: at,
  };
}
