import { createHmac } from 'node:crypto';
import type { ChannelSecrets, RawCall, Verification } from '../channel-contract.ts';
import { isInReplayWindow } from '../providers/replay-window.ts';
import { sameText } from '../providers/same-text.ts';
import { readViberEvent } from './viber-event.ts';

export type ViberSecrets = NonNullable<ChannelSecrets['viber']>;

/** The signature stands in a header, or in the query as `sig`. */
export function verifyViber({ body, headers, query, now }: RawCall, { authToken }: ViberSecrets): Verification {
  const given = headers['x-viber-content-signature'] ?? query['sig'] ?? '';
  if (!sameText(given, viberSignature(body, authToken))) return { kind: 'refused', why: 'forged' };
  const event = readViberEvent(body);
  if (event === undefined) return { kind: 'refused', why: 'malformed' };
  // The call that proves our address is ours: it changes nothing, and Viber has sent it with a time that is none.
  if (event.event === 'webhook') return { kind: 'genuine' };
  return isInReplayWindow(Number(event.timestamp), now) ? { kind: 'genuine' } : { kind: 'refused', why: 'stale' };
}

export function viberSignature(body: Uint8Array, authToken: string): string {
  return createHmac('sha256', authToken).update(body).digest('hex');
}
