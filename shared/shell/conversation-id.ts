/**
 * One citizen on one channel is one conversation, found from the account that every message carries. An account may be a phone number or an
 * address, and the id stands in queues and logs: so it is a keyed hash, with the key that phone numbers are hashed with.
 */
import { createHmac } from 'node:crypto';
import type { MessageChannel } from '../domain/channel.ts';
import type { SigningKeys } from '../ports/outside.ts';
import { lastingKey } from './lasting-key.ts';

/** @param account as `ChannelAddress.account`. @returns e.g. `zalo-` and 32 hexadecimal digits; the entity is `conversation#` and this. */
export function conversationIdOf(keys: SigningKeys, channel: MessageChannel, account: string): string {
  const hash = createHmac('sha256', lastingKey(keys)).update(`conversation\n${channel}\n${account}`).digest('hex');
  return `${channel}-${hash.slice(0, 32)}`;
}
