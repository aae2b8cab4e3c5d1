/**
 * A call to the hotline as the telephone exchange (tổng đài) tells of it (entity `call#<id>`): how long it waited and what became of it. It holds no
 * number: that is kept apart, and only when the caller is to be called back or written to.
 */
import type { StaffId, UnitId } from '../catalogue/catalogue.ts';
import type { Instant } from '../time.ts';

export interface Call {
  /** Ours, not the exchange's: theirs may be made of a number. */
  readonly callId: string;
  /** When we first heard of it, by the exchange's clock. */
  readonly at: Instant;
  readonly waitingSince?: Instant;
  readonly answeredAt?: Instant;
  /** `abandoned`: nobody had answered. Events may come in any order. */
  readonly over?: { readonly how: 'abandoned' | 'ended'; readonly at: Instant };
  readonly offer?: Offer;
  readonly calledBack?: { readonly reached: boolean; readonly by: StaffId; readonly at: Instant };
}

/** What a caller was offered while too many waited. */
export interface Offer {
  readonly hotlineId: UnitId;
  /** When the hotline promised to call back. */
  readonly slot?: Slot;
  /** A text with the written channels was promised. */
  readonly text: boolean;
}

export interface Slot {
  readonly from: Instant;
  readonly to: Instant;
}

export type CallCommand =
  | {
      readonly type: 'TakeCallEvent';
      readonly callId: string;
      readonly event: 'waiting' | 'answered' | 'abandoned' | 'ended';
      /** By the exchange's clock. */
      readonly at: Instant;
      readonly offer?: Offer;
    }
  /** The caller was reached. */
  | { readonly type: 'CallBackMade' }
  /** Nobody answered, or the number was none. */
  | { readonly type: 'CallBackFailed' };

export type CallEvent =
  | { readonly type: 'CallWaited'; readonly callId: string; readonly at: Instant }
  | { readonly type: 'CallOffered'; readonly callId: string; readonly offer: Offer; readonly at: Instant }
  | { readonly type: 'CallAnswered'; readonly callId: string; readonly at: Instant }
  | { readonly type: 'CallAbandoned'; readonly callId: string; readonly at: Instant }
  | { readonly type: 'CallEnded'; readonly callId: string; readonly at: Instant }
  | { readonly type: 'CallerCalledBack'; readonly callId: string; readonly by: StaffId; readonly at: Instant }
  | { readonly type: 'CallBackMissed'; readonly callId: string; readonly by: StaffId; readonly at: Instant };

/** A promise that nobody has kept yet. Whoever stayed on the line and was answered needs no call. */
export function openCallBack({ offer, answeredAt, over, calledBack }: Call): Slot | undefined {
  const isOver = answeredAt !== undefined || over?.how === 'ended' || calledBack !== undefined;
  return isOver ? undefined : offer?.slot;
}
