/**
 * The hotline's conversation with one citizen on one channel (entity `conversation#<id>`): the report that is being put together one question
 * at a time, the reports that came of it, and which other channels are proven to be the same person's. It names messages, never their words.
 */
import type { Channel, MessageChannel } from '../channel.ts';
import type { RunningClock } from '../clock.ts';
import type { ReportId, ReportMarks } from '../report/state.ts';
import type { Instant } from '../time.ts';

/** What the law and the article require (20/2008/NĐ-CP art. 7), in the order in which it is asked for. */
export const DRAFT_FIELDS = ['content', 'place', 'name', 'address', 'phone', 'summary'] as const;
export type DraftField = (typeof DRAFT_FIELDS)[number];

export interface Conversation {
  readonly conversationId: string;
  readonly channel: MessageChannel;
  readonly language: 'vi' | 'en';
  /** By the provider's clock; the window for answers runs from it. */
  readonly lastHeardAt: Instant;
  /** Messages taken already, newest last; a provider's retry changes nothing. The last 200. */
  readonly taken: readonly string[];
  readonly draft?: Draft;
  /** Newest last; the last 20. */
  readonly reports: readonly { readonly reportId: ReportId; readonly filedAt: Instant }[];
  /** Other channels of the same person, each proven by a code that was sent there and repeated here. */
  readonly links: readonly { readonly channel: Channel; readonly conversationId: string; readonly provenAt: Instant }[];
  /** A code is on its way to the other channel. */
  readonly linking?: {
    readonly channel: MessageChannel;
    readonly conversationId: string;
    readonly askedAt: Instant;
    readonly tries: number;
  };
  /** The citizen has left the channel: nothing is sent there. */
  readonly left?: true;
  /** Asked before the last answer: the next words answer a question of the hotline about this report. */
  readonly awaiting?: { readonly reportId: ReportId; readonly for: 'info' | 'rating' };
  /** Messages of the running window, for the limit on floods. */
  readonly heard: { readonly since: Instant; readonly messages: number; readonly told: boolean };
}

/** A report that is not complete yet. It waits and expires. */
export interface Draft {
  readonly draftId: string;
  readonly startedAt: Instant;
  /** Where each answer stands: the messages whose words make it, in the order in which they were written. */
  readonly fields: Readonly<Partial<Record<DraftField, readonly FieldSource[]>>>;
  readonly location?: { readonly latitude: number; readonly longitude: number };
  /** Messages that brought files. */
  readonly files: readonly string[];
  /** The question that is out. */
  readonly asked?: { readonly field: DraftField; readonly at: Instant; readonly times: number };
  readonly marks: ReportMarks;
  readonly expires: RunningClock;
  /** Parts of a long text that have not arrived yet. */
  readonly missingParts: readonly { readonly ref: string; readonly of: number; readonly here: readonly number[] }[];
}

/** The whole text of the message, or what stands under a label in it ("Họ tên: …"). */
export interface FieldSource {
  readonly messageId: string;
  readonly sentAt: Instant;
  readonly label?: true;
  /** Number of the part in a long text. */
  readonly part?: number;
}

export type ConversationEvent =
  | {
      readonly type: 'ConversationStarted';
      readonly conversationId: string;
      readonly channel: MessageChannel;
      readonly at: Instant;
    }
  /** Every message of the citizen: when it was written, in what language. */
  | {
      readonly type: 'MessageTaken';
      readonly messageId: string;
      readonly sentAt: Instant;
      readonly language: 'vi' | 'en';
      readonly at: Instant;
    }
  /** Started, or with more answers than before. */
  | { readonly type: 'DraftChanged'; readonly draft: Draft }
  | { readonly type: 'FieldAsked'; readonly field: DraftField; readonly times: number; readonly at: Instant }
  /** Words of an emergency: whom to call is told at once, whatever else is going on. */
  | { readonly type: 'EmergencyPointedOut'; readonly number: string; readonly at: Instant }
  /** Complete: the report with this code is filed from it. */
  | { readonly type: 'DraftCompleted'; readonly draft: Draft; readonly reportId: ReportId; readonly at: Instant }
  | { readonly type: 'DraftExpired'; readonly draftId: string; readonly at: Instant }
  | { readonly type: 'DraftCancelled'; readonly draftId: string; readonly at: Instant }
  /** The citizen speaks of a report that is filed. */
  | {
      readonly type: 'ReporterSpoke';
      readonly reportId: ReportId;
      readonly intent: ReporterIntent;
      readonly messageId: string;
      readonly at: Instant;
    }
  /** "How far is it?" The answer is read when it is sent. */
  | { readonly type: 'ProgressAsked'; readonly reportId: ReportId; readonly at: Instant }
  /** Understood, and answered with a text that needs nothing else. */
  | { readonly type: 'Answered'; readonly with: StandardAnswer; readonly at: Instant }
  | {
      readonly type: 'LinkAsked';
      readonly channel: MessageChannel;
      readonly conversationId: string;
      readonly at: Instant;
    }
  | {
      readonly type: 'LinkProven';
      readonly channel: MessageChannel;
      readonly conversationId: string;
      readonly at: Instant;
    }
  | { readonly type: 'LinkFailed'; readonly why: 'wrong-code' | 'too-many-tries' | 'expired'; readonly at: Instant }
  /** The hotline waits for words about a report, or does not any more. */
  | { readonly type: 'AwaitingSet'; readonly awaiting?: Conversation['awaiting']; readonly at: Instant }
  | { readonly type: 'PresenceChanged'; readonly present: boolean; readonly at: Instant };

export type ReporterIntent =
  | { readonly kind: 'info' }
  | { readonly kind: 'rate'; readonly stars: number }
  | { readonly kind: 'reopen' }
  | { readonly kind: 'withdraw' };

export type StandardAnswer =
  /** How to report; sent to whoever comes, and to whoever asks. */
  | 'welcome'
  /** Too many messages: why nothing is answered for a while. Once a window. */
  | 'flood'
  | 'sticker'
  | 'voice'
  | 'unknown-code'
  | 'nothing-to-rate'
  | 'nothing-to-reopen'
  | 'other-language'
  | 'cancelled';
