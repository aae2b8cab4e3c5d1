import type { ChannelItem, MessageContent } from '../../../shared/domain/conversation/channel-message.ts';
import type { Instant } from '../../../shared/domain/time.ts';
import { contactOf } from '../providers/contacts.ts';
import { zaloContent } from './zalo-content.ts';
import type { ZaloEvent } from './zalo-event.ts';

interface About {
  readonly oaId: string;
  readonly at: Instant;
}

/** Nothing for what we said ourselves (`oa_send_…`), nor for what the hotline has no use for. */
export function zaloItems(event: ZaloEvent, about: About): readonly ChannelItem[] {
  const { event_name: name } = event;
  switch (name) {
    case 'follow':
      return presence(event, { ...about, present: true });
    case 'unfollow':
      return presence(event, { ...about, present: false });
    case 'user_received_message':
      return receipts(event, { ...about, status: 'delivered' });
    case 'user_seen_message':
      return receipts(event, { ...about, status: 'seen' });
    case 'user_submit_info':
      return message(event, { ...about, content: contactOf(event.info ?? {}) });
    default:
      return name.startsWith('user_send_')
        ? message(event, { ...about, content: zaloContent(name, event.message ?? {}) })
        : [];
  }
}

function message(
  event: ZaloEvent,
  { oaId, at, content }: About & { readonly content: MessageContent },
): readonly ChannelItem[] {
  const account = event.sender?.id;
  if (account === undefined || account === oaId) return [];
  const providerId = event.message?.msg_id ?? eventId(event, account);
  return [{ kind: 'message', channel: 'zalo', providerId, at, sender: { account }, content }];
}

function presence(event: ZaloEvent, { at, present }: About & { readonly present: boolean }): readonly ChannelItem[] {
  const account = event.follower?.id;
  if (account === undefined) return [];
  const providerId = eventId(event, account);
  return [{ kind: 'presence', channel: 'zalo', providerId, at, sender: { account }, present }];
}

/** One for each message: a glance at the conversation sees several. Receivers disagree on which side the citizen stands. */
function receipts(
  { message: told, sender, recipient }: ZaloEvent,
  { oaId, at, status }: About & { readonly status: 'delivered' | 'seen' },
): readonly ChannelItem[] {
  const account = [sender?.id, recipient?.id].find((id) => id !== oaId);
  const ids = new Set([...(told?.msg_ids ?? []), ...(told?.msg_id === undefined ? [] : [told.msg_id])]);
  return [...ids].map((messageId) => ({
    kind: 'receipt',
    channel: 'zalo',
    providerId: `${status}:${messageId}`,
    at,
    ...(account !== undefined && { account }),
    messageId,
    status,
  }));
}

/** Such events have no id of their own; Zalo's retries carry the time of the first try. */
function eventId({ event_name: name, timestamp }: ZaloEvent, account: string): string {
  return `${name}:${account}:${timestamp}`;
}
