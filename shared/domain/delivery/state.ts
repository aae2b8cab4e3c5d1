/**
 * One thing that one citizen is told (entity `delivery#<id>`), from the first attempt to what the receipts say of it. It goes down a ladder of
 * channels: the one that the citizen used, then SMS, then e-mail, each only when the one before has surely failed, within a cost cap and quiet
 * hours. It holds no address and no text: both are read when it is sent.
 */
import type { MessageChannel } from '../channel.ts';
import type { ClockTimer } from '../clock.ts';
import type { Instant } from '../time.ts';

/** What the message is about, an event of a report or of a conversation as the relay named it, and whom it is for. */
export interface DeliverySubject {
  readonly noticeId: string;
  readonly entityId: string;
  readonly version: number;
  readonly eventIndex: number;
  readonly template: string;
  /** The reporter of this report, which is not the event's own when the two were merged, or whoever talks in the conversation. */
  readonly to:
    | { readonly kind: 'reporter'; readonly reportId: string }
    | { readonly kind: 'conversation'; readonly conversationId: string }
    /** Whoever called and did not get through. */
    | { readonly kind: 'caller'; readonly callId: string };
}

/**
 * Where it may go. `contact` is read from the people of the report, `caller` is the number that called; `proven` ones get contents, others only the
 * code and where to look.
 */
export interface Rung {
  readonly channel: MessageChannel;
  readonly via:
    | { readonly kind: 'conversation'; readonly conversationId: string }
    | { readonly kind: 'contact'; readonly reportId: string }
    | { readonly kind: 'caller'; readonly callId: string };
  readonly proven: boolean;
}

/** One message of a text that may be cut into several; đồng. */
export interface MessagePart {
  readonly segments: number;
  readonly cost: number;
}

export interface Attempt {
  readonly number: number;
  /** Index of the rung. */
  readonly rung: number;
  readonly startedAt: Instant;
  /** Mark of the text: the same one is gone on with where it stopped half-way, another one is sent whole. */
  readonly textMark: string;
  /** So many parts of the text went out in the attempt before. */
  readonly firstPart: number;
  /** What this attempt sends, from `firstPart` on. */
  readonly parts: readonly MessagePart[];
  readonly outcome?: AttemptOutcome;
  /** In the order in which they came, which says nothing: {@link deliveryStatus} reads them as a set. */
  readonly receipts: readonly PartReceipt[];
}

/** What the provider says of one part of the text, counted from 0, by its own clock. */
export interface PartReceipt {
  readonly part: number;
  readonly status: 'delivered' | 'seen' | 'failed';
  readonly at: Instant;
  readonly why?: string;
}

/** `messageIds`: the provider's ids of the parts that it took; of a text that broke off half-way, of those before. */
export type AttemptOutcome =
  | { readonly kind: 'accepted'; readonly messageIds: readonly string[]; readonly at: Instant }
  /** Nobody got it, and trying again there may help: the provider is down, slow down, the token ran out. */
  | {
      readonly kind: 'unavailable';
      readonly why: string;
      readonly messageIds: readonly string[];
      readonly at: Instant;
      readonly retryAfterSeconds?: number;
    }
  /** Nobody got it, and there it never works: window closed, not subscribed, wrong number. */
  | { readonly kind: 'refused'; readonly why: string; readonly messageIds: readonly string[]; readonly at: Instant }
  /** No answer came: it may have gone out. */
  | { readonly kind: 'unclear'; readonly messageIds: readonly string[]; readonly at: Instant };

export type DeliveryStatus =
  /** Waits for its turn, the end of the quiet hours, or another try. */
  | 'waiting'
  | 'sending'
  /** Accepted; receipts may come. */
  | 'sent'
  /** It may have gone out, and nobody can tell yet. */
  | 'unclear'
  | 'delivered'
  | 'seen'
  /** Every rung has failed, or the cost cap was reached. */
  | 'failed'
  /** Nobody to send to, or nothing left to say. */
  | 'not-needed';

export type HoldReason = 'quiet-hours' | 'try-again' | 'receipt';

export interface Delivery {
  readonly deliveryId: string;
  readonly subject: DeliverySubject;
  readonly ladder: readonly Rung[];
  readonly attempts: readonly Attempt[];
  readonly status: DeliveryStatus;
  /** The rung that is tried now. */
  readonly rung: number;
  /** Rungs where nothing is tried any more, and why. */
  readonly closed: readonly { readonly rung: number; readonly why: string }[];
  readonly startedAt: Instant;
  /** Says something about the moment: quiet hours do not hold it back. */
  readonly urgent: boolean;
  /** Rings even when nothing is waited for, in case that whoever was sending has died. */
  readonly timer?: ClockTimer;
  /** Until the timer; absent: it may go on now. */
  readonly waitsFor?: HoldReason;
  readonly ended?: { readonly status: 'failed' | 'not-needed'; readonly why: string; readonly at: Instant };
}

export type DeliveryEvent =
  | {
      readonly type: 'DeliveryPlanned';
      readonly deliveryId: string;
      readonly subject: DeliverySubject;
      readonly ladder: readonly Rung[];
      readonly urgent: boolean;
      readonly timer: ClockTimer;
      readonly at: Instant;
    }
  /** Written before anything is sent: whoever finds it knows that something may have gone out. */
  | {
      readonly type: 'AttemptStarted';
      readonly number: number;
      readonly rung: number;
      readonly textMark: string;
      readonly firstPart: number;
      readonly parts: readonly MessagePart[];
      readonly at: Instant;
    }
  | { readonly type: 'AttemptEnded'; readonly number: number; readonly outcome: AttemptOutcome }
  | { readonly type: 'ReceiptTaken'; readonly number: number; readonly receipt: PartReceipt }
  /** `closes`: the rung before is never tried again; otherwise it rests until the others have failed. */
  | {
      readonly type: 'NextRung';
      readonly rung: number;
      readonly why: string;
      readonly closes: boolean;
      readonly at: Instant;
    }
  | { readonly type: 'DeliveryHeld'; readonly timer: ClockTimer; readonly why: HoldReason; readonly at: Instant }
  /** Wakes the sender again: the relay makes a message of it. */
  | { readonly type: 'DeliveryDue'; readonly timer: ClockTimer; readonly at: Instant }
  /** The mail queue takes it from here; its bounce comes back as a receipt. */
  | { readonly type: 'HandedToMail'; readonly number: number; readonly at: Instant }
  | {
      readonly type: 'DeliveryEnded';
      readonly status: 'failed' | 'not-needed';
      readonly why: string;
      readonly at: Instant;
    };
