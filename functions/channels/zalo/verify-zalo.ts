import { createHash } from 'node:crypto';
import type { ChannelSecrets, RawCall, Verification } from '../channel-contract.ts';
import { isInReplayWindow } from '../providers/replay-window.ts';
import { sameText } from '../providers/same-text.ts';
import { readZaloEvent, type ZaloEvent } from './zalo-event.ts';

export type ZaloSecrets = NonNullable<ChannelSecrets['zalo']>;

export function verifyZalo({ body, headers, now }: RawCall, secrets: ZaloSecrets): Verification {
  const event = readZaloEvent(body);
  if (event === undefined) return { kind: 'refused', why: 'malformed' };
  const given = (headers['x-zevent-signature'] ?? '').replace(/^mac=/, '');
  const genuine = sameText(given, zaloSignature({ body, timestamp: event.timestamp }, secrets));
  if (!genuine || !isToUs(event, secrets)) return { kind: 'refused', why: 'forged' };
  return isInReplayWindow(Number(event.timestamp), now) ? { kind: 'genuine' } : { kind: 'refused', why: 'stale' };
}

/** SHA-256 over app, raw body, time and the webhook's key, one after the other: no HMAC. The time is the one in the body. */
export function zaloSignature(
  { body, timestamp }: { readonly body: Uint8Array; readonly timestamp: string },
  { appId, oaSecretKey }: Pick<ZaloSecrets, 'appId' | 'oaSecretKey'>,
): string {
  return createHash('sha256').update(appId).update(body).update(timestamp).update(oaSecretKey).digest('hex');
}

/** An app may serve several accounts; only ours is the hotline's. */
function isToUs({ app_id, oa_id, sender, recipient }: ZaloEvent, { appId, oaId }: ZaloSecrets): boolean {
  const named = [oa_id, sender?.id, recipient?.id].filter((id) => id !== undefined);
  return app_id === appId && (named.length === 0 || named.includes(oaId));
}
