/** What can be asked of a conversation. The command holds the citizen's words, for they are read here; no event does. */
import type { MessageChannel } from '../channel.ts';
import type { ReportId } from '../report/state.ts';
import type { Instant } from '../time.ts';
import type { ChannelMessage } from './channel-message.ts';
import type { StandardAnswer } from './events.ts';

export type ConversationCommand =
  | TakeMessage
  /** They came (follow, start) or left. */
  | {
      readonly type: 'TakePresence';
      readonly conversationId: string;
      readonly channel: MessageChannel;
      readonly present: boolean;
      readonly sentAt: Instant;
    }
  /** So that a code can be sent to somebody who has not written from there. */
  | { readonly type: 'Open'; readonly conversationId: string; readonly channel: MessageChannel }
  /** A code that was sent here was repeated in `other`. */
  | { readonly type: 'AcceptLink'; readonly channel: MessageChannel; readonly other: string }
  | {
      readonly type: 'AwaitWords';
      readonly reportId: ReportId;
      readonly for: 'info' | 'rating' | 'nothing';
      readonly version: number;
    }
  /** What a report made of the words: accepted, or too late. */
  | { readonly type: 'Answer'; readonly with: StandardAnswer }
  | { readonly type: 'RingTimer'; readonly clockId: string; readonly level: number };

export interface TakeMessage {
  readonly type: 'TakeMessage';
  readonly conversationId: string;
  readonly messageId: string;
  readonly message: ChannelMessage;
  /** Of the last missing part of a long text: all parts together. */
  readonly wholeText?: string;
  /** A telephone number can be read in it. */
  readonly hasPhone: boolean;
  /** Drawn, for the report that this message may complete. */
  readonly reportId: ReportId;
  /** The report whose code is in the command, or in the subject of a mail; `own`: it is this citizen's. */
  readonly code?: FoundReport;
  /** Of "LIÊN KẾT …". */
  readonly link?: LinkTarget;
  /** Six digits are the ones that were sent. */
  readonly rightCode?: boolean;
}

export interface FoundReport {
  readonly reportId: ReportId;
  readonly own: boolean;
}

export type LinkTarget =
  | { readonly kind: 'to'; readonly channel: MessageChannel; readonly conversationId: string }
  | { readonly kind: 'no-address' | 'too-many-codes' | 'unproven-sender' };
