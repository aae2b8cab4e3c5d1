/**
 * The hotline's conversation with one citizen on one channel (entity `conversation#<id>`): the report that is being put together one question
 * at a time, the reports that came of it, and which other channels are proven to be the same person's. It names messages, never their words.
 */
import type { Channel, MessageChannel } from '../channel.ts';
import type { ReportId } from '../report/state.ts';
import type { Instant } from '../time.ts';
import type { StandardAnswer } from './events.ts';
import type { Draft } from './draft.ts';

export interface Conversation {
  readonly conversationId: string;
  readonly channel: MessageChannel;
  readonly language: 'vi' | 'en';
  /** By the provider's clock; the window for answers runs from it. Absent in one that was opened to send a code there. */
  readonly lastHeardAt?: Instant;
  /** Messages taken already, newest last; a provider's retry changes nothing. The last 200. */
  readonly taken: readonly string[];
  readonly draft?: Draft;
  /** How the last draft ended: what was written before then, and comes late, starts no other. */
  readonly closed?: ClosedDraft;
  /** Newest last; the last 20. `toldBy`: the report's commit that last said what is waited for. */
  readonly reports: readonly { readonly reportId: ReportId; readonly filedAt: Instant; readonly toldBy?: number }[];
  /** Other channels of the same person, each proven by a code that was sent there and repeated here. */
  readonly links: readonly ProvenLink[];
  /** A code is on its way to the other channel. */
  readonly linking?: {
    readonly channel: MessageChannel;
    readonly conversationId: string;
    readonly askedAt: Instant;
    readonly tries: number;
  };
  /** The citizen has left the channel: nothing is sent there. */
  readonly left?: true;
  /** By the provider's clock: of coming and leaving the later one stands. */
  readonly presenceAt?: Instant;
  /** Asked before the last answer: the next words answer a question of the hotline about this report. */
  readonly awaiting?: { readonly reportId: ReportId; readonly for: 'info' | 'rating'; readonly at: Instant };
  /** The report that was last spoken of: what follows at once belongs to it. */
  readonly spoke?: { readonly reportId: ReportId; readonly at: Instant };
  /** Messages of the running window, for the limit on floods. */
  readonly heard: HeardWindow;
  /** When each standard answer was last given. */
  readonly told: Readonly<Partial<Record<StandardAnswer, Instant>>>;
  readonly emergency?: { readonly number: string; readonly at: Instant };
  /** Long texts of which parts are missing, oldest first. */
  readonly waiting: readonly LongText[];
  /** Those that were given up: a part that comes after all is read for itself. The last five. */
  readonly givenUp: readonly string[];
}

export interface ProvenLink {
  readonly channel: Channel;
  readonly conversationId: string;
  readonly provenAt: Instant;
}

export interface HeardWindow {
  readonly since: Instant;
  readonly messages: number;
  readonly told: boolean;
}

export interface ClosedDraft {
  readonly at: Instant;
  readonly how: 'filed' | 'cancelled' | 'expired';
  /** Of one that was filed. */
  readonly reportId?: ReportId;
}

/** Parts of one long text (SMS) that have come so far, in any order. What does not come is given up at `until`. */
export interface LongText {
  readonly ref: string;
  readonly of: number;
  readonly parts: readonly TextPart[];
  readonly until: Instant;
  /** Code for the report that may be complete when it is given up. */
  readonly reportId: ReportId;
}

export interface TextPart {
  readonly number: number;
  readonly messageId: string;
  readonly sentAt: Instant;
  readonly characters: number;
}
