/**
 * What came in on a channel, whatever the channel: made by an adapter from the provider's payload, kept in the table of people beside that raw
 * payload (entity `message#<id>`), and read again by the worker. Personal data: never in a queue, a log or an event.
 */
import type { MessageChannel } from '../channel.ts';
import type { ReportId } from '../report/state.ts';
import type { Instant } from '../time.ts';

export type ChannelItem = ChannelMessage | ChannelReceipt | ChannelPresence;

interface ItemCore {
  readonly channel: MessageChannel;
  /** The provider's id of the message or of the event, as text: some have more than 53 bits. Unique within the channel. */
  readonly providerId: string;
  /** By the provider's clock; its order decides, not the order of arrival. */
  readonly at: Instant;
}

export interface ChannelMessage extends ItemCore {
  readonly kind: 'message';
  /** Whom to answer. */
  readonly sender: ChannelAddress;
  readonly content: MessageContent;
  /** As the channel gives it; nobody has proven it. */
  readonly senderName?: string;
  /** Parts of one long text (SMS): all parts have the same `ref`. */
  readonly chain?: { readonly ref: string; readonly number: number; readonly of: number };
  /** Nobody vouches for the sender (e-mail without DMARC or DKIM): it may be forged, so it proves no contact. */
  readonly unproven?: true;
  /** The report whose own reply address it was written to, by its reporter: it speaks of that one, whatever its words say. */
  readonly about?: ReportId;
}

/** Where somebody is reached on a channel. `account` alone identifies them: E.164 for SMS, lower case for e-mail, the provider's user id elsewhere. */
export interface ChannelAddress {
  readonly account: string;
  /** Of the Bot Framework: where and in which conversation an activity is sent. */
  readonly bot?: {
    readonly serviceUrl: string;
    readonly conversationId: string;
    readonly botId: string;
    readonly channelId: 'skype' | 'msteams';
  };
  /** Of e-mail: to stay in the thread. `unproven`: the mail that it was taken from may be forged. */
  readonly mail?: { readonly messageId?: string; readonly subject: string; readonly unproven?: true };
}

export type MessageContent =
  | { readonly kind: 'text'; readonly text: string; readonly files?: readonly MessageFile[] }
  | { readonly kind: 'files'; readonly files: readonly MessageFile[] }
  | { readonly kind: 'location'; readonly latitude: number; readonly longitude: number }
  /** Name and phone that the citizen chose to share. */
  | { readonly kind: 'contact'; readonly name?: string; readonly phone?: string }
  /** A sticker, a reaction, a voice note: kept, not understood. */
  | { readonly kind: 'other'; readonly what: 'sticker' | 'voice' | 'unknown' };

export interface MessageFile {
  readonly kind: 'image' | 'video' | 'audio' | 'file';
  /** Of the provider's store; only hosts of the channel's list are fetched. */
  readonly url?: string;
  /** Taken in already (e-mail). */
  readonly uploadId?: string;
  readonly fileName?: string;
}

/** What the provider says of a message that we sent. */
export interface ChannelReceipt extends ItemCore {
  readonly kind: 'receipt';
  readonly account?: string;
  /** The id that the provider gave our message. */
  readonly messageId: string;
  readonly status: 'delivered' | 'seen' | 'failed';
  readonly reason?: string;
}

/** The citizen came or left (follow, subscribed, conversation_started, unsubscribed, bot added or removed). */
export interface ChannelPresence extends ItemCore {
  readonly kind: 'presence';
  readonly sender: ChannelAddress;
  readonly present: boolean;
}

/** Entity `message#<id>`: that something arrived, without a word of it. */
export interface IncomingMessage {
  readonly messageId: string;
  readonly channel: MessageChannel;
  readonly kind: ChannelItem['kind'];
  readonly arrivedAt: Instant;
  /** Of a message or a presence. */
  readonly conversationId?: string;
}

export type IncomingMessageEvent = { readonly type: 'MessageArrived' } & IncomingMessage;
