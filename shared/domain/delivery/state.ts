/**
 * One thing that one citizen is told (entity `delivery#<id>`), from the first attempt to what the receipts say of it. It goes down a ladder of
 * channels: the one that the citizen used, then SMS, then e-mail, each only when the one before has surely failed, within a cost cap and quiet hours.
 * It holds no address and no text: both are read when it is sent.
 */
import type { MessageChannel } from '../channel.ts';
import type { ClockTimer } from '../clock.ts';
import type { Instant } from '../time.ts';

/** What the message is about: an event of a report or of a conversation, as the relay named it. */
export interface DeliverySubject {
  readonly noticeId: string;
  readonly entityId: string;
  readonly version: number;
  readonly eventIndex: number;
  readonly template: string;
}

/** Where it may go. `contact` is read from the people of the report; `proven` ones get contents, others only the code and where to look. */
export interface Rung {
  readonly channel: MessageChannel;
  readonly via:
    | { readonly kind: 'conversation'; readonly conversationId: string }
    | { readonly kind: 'contact'; readonly reportId: string };
  readonly proven: boolean;
}

export interface Attempt {
  readonly number: number;
  /** Index of the rung. */
  readonly rung: number;
  readonly startedAt: Instant;
  readonly outcome?: AttemptOutcome;
  /** Đồng. */
  readonly cost: number;
  readonly segments: number;
  /** What the receipts say, each with the provider's time; late and reordered ones never take anything back. */
  readonly deliveredAt?: Instant;
  readonly seenAt?: Instant;
  readonly failedAt?: Instant;
  readonly failedWhy?: string;
}

export type AttemptOutcome =
  /** Accepted by the provider, which gave it ids (one for each part). */
  | { readonly kind: 'accepted'; readonly messageIds: readonly string[]; readonly at: Instant }
  /** Nobody got it, and trying again there may help: the provider is down, slow down, the token ran out. */
  | { readonly kind: 'unavailable'; readonly why: string; readonly at: Instant; readonly retryAfterSeconds?: number }
  /** Nobody got it, and there it never works: window closed, not subscribed, wrong number. */
  | { readonly kind: 'refused'; readonly why: string; readonly at: Instant }
  /** No answer came: it may have gone out. */
  | { readonly kind: 'unclear'; readonly at: Instant };

export type DeliveryStatus =
  /** Waits for its turn, the end of the quiet hours, or another try. */
  | 'waiting'
  | 'sending'
  /** Accepted; receipts may come. */
  | 'sent'
  | 'delivered'
  | 'seen'
  /** Every rung has failed, or the cost cap was reached. */
  | 'failed'
  /** Nobody to send to, or nothing left to say. */
  | 'not-needed';

export interface Delivery {
  readonly deliveryId: string;
  readonly subject: DeliverySubject;
  readonly ladder: readonly Rung[];
  readonly attempts: readonly Attempt[];
  readonly status: DeliveryStatus;
  /** The rung that is tried now. */
  readonly rung: number;
  readonly startedAt: Instant;
  /** Says something about the moment: quiet hours do not hold it back. */
  readonly urgent: boolean;
  /** The next try, the end of the wait for a receipt, or the end of the quiet hours. */
  readonly timer?: ClockTimer;
  readonly spent: number;
}

export type DeliveryEvent =
  | {
      readonly type: 'DeliveryPlanned';
      readonly deliveryId: string;
      readonly subject: DeliverySubject;
      readonly ladder: readonly Rung[];
      readonly urgent: boolean;
      readonly at: Instant;
    }
  /** Written before anything is sent: whoever finds it knows that something may have gone out. */
  | {
      readonly type: 'AttemptStarted';
      readonly number: number;
      readonly rung: number;
      readonly cost: number;
      readonly segments: number;
      readonly at: Instant;
    }
  | {
      readonly type: 'AttemptEnded';
      readonly number: number;
      readonly outcome: AttemptOutcome;
      readonly timer?: ClockTimer;
    }
  | {
      readonly type: 'ReceiptTaken';
      readonly number: number;
      readonly status: 'delivered' | 'seen' | 'failed';
      readonly at: Instant;
      readonly why?: string;
      readonly timer?: ClockTimer;
    }
  /** To the next rung; `undefined` when there is none left. */
  | {
      readonly type: 'NextRung';
      readonly rung: number;
      readonly why: string;
      readonly timer?: ClockTimer;
      readonly at: Instant;
    }
  | {
      readonly type: 'DeliveryHeld';
      readonly timer: ClockTimer;
      readonly why: 'quiet-hours' | 'try-again' | 'receipt';
      readonly at: Instant;
    }
  /** Wakes the sender again: the relay makes a message of it. */
  | { readonly type: 'DeliveryDue'; readonly at: Instant }
  /** The mail queue takes it from here; its bounce comes back as a receipt. */
  | { readonly type: 'HandedToMail'; readonly number: number; readonly at: Instant }
  | {
      readonly type: 'DeliveryEnded';
      readonly status: 'failed' | 'not-needed';
      readonly why: string;
      readonly at: Instant;
    };
