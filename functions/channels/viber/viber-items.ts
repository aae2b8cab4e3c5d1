import type { ChannelItem } from '../../../shared/domain/conversation/channel-message.ts';
import type { Instant } from '../../../shared/domain/time.ts';
import { viberContent } from './viber-content.ts';
import type { ViberEvent } from './viber-event.ts';

/** Viber's own words about a failure. */
const REASON_LENGTH = 200;

/**
 * Nothing for `webhook`, which only proves the address, and nothing for `conversation_started`: that somebody looked is no message, nothing may
 * be sent to them but the welcome in our answer, and whoever then writes or subscribes has an event of their own.
 */
export function viberItems(event: ViberEvent, at: Instant): readonly ChannelItem[] {
  const { event: name, message_token: token, sender, user, user_id: userId, message } = event;
  const account = sender?.id ?? user?.id ?? userId;
  const core = {
    channel: 'viber',
    providerId: token ?? `${name}:${account ?? ''}:${event.timestamp}`,
    at,
  } as const;
  const presence = (present: boolean): readonly ChannelItem[] =>
    account === undefined ? [] : [{ ...core, kind: 'presence', sender: { account }, present }];
  const receipt = (status: 'delivered' | 'seen' | 'failed'): readonly ChannelItem[] =>
    token === undefined
      ? []
      : [
          {
            ...core,
            kind: 'receipt',
            // The token is that of our message: one for each thing that is said of it.
            providerId: `${status}:${token}`,
            messageId: token,
            status,
            ...(account !== undefined && { account }),
            ...(event.desc !== undefined && { reason: event.desc.slice(0, REASON_LENGTH) }),
          },
        ];
  switch (name) {
    case 'message':
      return account === undefined
        ? []
        : [
            {
              ...core,
              kind: 'message',
              sender: { account },
              content: message === undefined ? { kind: 'other', what: 'unknown' } : viberContent(message),
              ...(sender?.name !== undefined && sender.name !== '' && { senderName: sender.name }),
            },
          ];
    case 'subscribed':
      return presence(true);
    case 'unsubscribed':
      return presence(false);
    case 'delivered':
    case 'seen':
    case 'failed':
      return receipt(name);
    default:
      return [];
  }
}
