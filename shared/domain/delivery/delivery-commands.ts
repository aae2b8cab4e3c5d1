import type { Instant } from '../time.ts';
import type { AttemptOutcome, DeliverySubject, MessagePart, PartReceipt, Rung } from './state.ts';

export type DeliveryCommand =
  | {
      readonly type: 'Plan';
      readonly deliveryId: string;
      readonly subject: DeliverySubject;
      readonly ladder: readonly Rung[];
      readonly urgent: boolean;
    }
  /** The right to send: whoever commits it sends, nobody else. `number` is that of the attempt to come. */
  | {
      readonly type: 'StartAttempt';
      readonly number: number;
      readonly rung: number;
      readonly textMark: string;
      readonly firstPart: number;
      readonly parts: readonly MessagePart[];
    }
  | { readonly type: 'EndAttempt'; readonly number: number; readonly outcome: AttemptOutcome }
  /** Nothing can be sent there: no address, the citizen has left, the window is closed, the channel is off. */
  | { readonly type: 'SkipRung'; readonly rung: number; readonly why: string }
  /** There is nothing left to say. */
  | { readonly type: 'Drop'; readonly why: string }
  | { readonly type: 'TakeReceipt'; readonly number: number; readonly receipt: PartReceipt }
  | { readonly type: 'RingTimer'; readonly clockId: string; readonly level: number };

export type DeliveryCommandOf<Type extends DeliveryCommand['type']> = Extract<DeliveryCommand, { readonly type: Type }>;

/** An attempt without an outcome that is older than this belongs to a sender that has died: a function lives for 60 s. */
export const ATTEMPT_SECONDS = 120;

export function isAbandoned({ startedAt }: { readonly startedAt: Instant }, now: Instant): boolean {
  return Date.parse(now) - Date.parse(startedAt) >= ATTEMPT_SECONDS * 1000;
}
