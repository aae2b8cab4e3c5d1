/** What happened in a conversation. Events name messages; they hold no word, no name and no number of the citizen. */
import type { MessageChannel } from '../channel.ts';
import type { ReportId } from '../report/state.ts';
import type { Instant } from '../time.ts';
import type { Draft, DraftField } from './draft.ts';
import type { HeardWindow, LongText } from './state.ts';

export type ConversationEvent =
  | {
      readonly type: 'ConversationStarted';
      readonly conversationId: string;
      readonly channel: MessageChannel;
      readonly at: Instant;
    }
  /** Every message of the citizen: when it was written, in what language, and how many came lately. */
  | {
      readonly type: 'MessageTaken';
      readonly messageId: string;
      readonly sentAt: Instant;
      readonly language: 'vi' | 'en';
      readonly heard: HeardWindow;
      readonly at: Instant;
    }
  /** Parts of long texts that are waited for, after a part came or was given up. */
  | {
      readonly type: 'PartsWaited';
      readonly waiting: readonly LongText[];
      /** References of those given up. */
      readonly givenUp: readonly string[];
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
  /** The citizen speaks of a report that is filed. `more`: further parts of a long text. */
  | {
      readonly type: 'ReporterSpoke';
      readonly reportId: ReportId;
      readonly intent: ReporterIntent;
      readonly messageId: string;
      readonly more?: readonly string[];
      readonly at: Instant;
    }
  /** "How far is it?" The answer is read when it is sent. `own`: the report is this citizen's; of any other only the degree of completion is told. */
  | { readonly type: 'ProgressAsked'; readonly reportId: ReportId; readonly own: boolean; readonly at: Instant }
  /** Understood, and answered with a text that needs nothing else. */
  | { readonly type: 'Answered'; readonly with: StandardAnswer; readonly at: Instant }
  /** The code goes to `conversationId`; it is derived from the two conversations and `at` (shared/shell/link-code.ts). */
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
      /** The code was repeated here; in the other conversation the same link is written down without a word. */
      readonly here: boolean;
      readonly at: Instant;
    }
  | { readonly type: 'LinkFailed'; readonly why: LinkFailure; readonly at: Instant }
  /** The hotline waits for words about a report, or does not any more. `version`: of the report that says so. */
  | {
      readonly type: 'AwaitingSet';
      readonly reportId: ReportId;
      readonly version: number;
      readonly for: 'info' | 'rating' | 'nothing';
      readonly at: Instant;
    }
  | { readonly type: 'PresenceChanged'; readonly present: boolean; readonly sentAt: Instant; readonly at: Instant };

export type ConversationEventOf<Type extends ConversationEvent['type']> = Extract<
  ConversationEvent,
  { readonly type: Type }
>;

export type LinkFailure =
  | 'wrong-code'
  | 'too-many-tries'
  | 'expired'
  /** Neither a phone number nor an e-mail address, or this very one. */
  | 'no-address'
  /** Enough codes went there today. */
  | 'too-many-codes'
  /** A mail that may be forged. */
  | 'unproven-sender';

export type ReporterIntent =
  | { readonly kind: 'info' }
  /** As `info`, and said so that an answer is due. */
  | { readonly kind: 'add' }
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
  | 'nothing-to-withdraw'
  /** The report that was spoken of takes no more words; how to write a new one. */
  | 'words-too-late'
  | 'other-language'
  /** The draft was given up as the citizen asked. */
  | 'cancelled'
  | 'rated'
  | 'added'
  | 'withdrawn';
