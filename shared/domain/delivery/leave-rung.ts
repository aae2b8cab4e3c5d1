import { accept, type Accepted } from '../decision.ts';
import type { Instant } from '../time.ts';
import { pauseBefore, watch } from './try-again.ts';
import type { Delivery, DeliveryEvent } from './state.ts';

interface Leaving {
  readonly why: string;
  /** Nothing is tried there again; otherwise it rests while the others are tried. */
  readonly closes: boolean;
  readonly now: Instant;
  /** Nobody is sending at the moment: the sender is woken. */
  readonly wake?: true;
}

/** To the next rung of the ladder; after the last one back to those that only rested. Without any the delivery has failed. */
export function leaveRung(state: Delivery, { why, closes, now, wake }: Leaving): Accepted<DeliveryEvent> {
  const rung = rungAfter(state, closes);
  if (rung === undefined) return accept({ type: 'DeliveryEnded', status: 'failed', why, at: now });
  const pause = pauseBefore(state, rung, now);
  return accept(
    { type: 'NextRung', rung, why, closes, at: now },
    ...(pause === undefined ? [] : [pause]),
    ...(pause === undefined && wake === true ? [{ type: 'DeliveryDue', timer: watch(now), at: now } as const] : []),
  );
}

export function rungAfter({ ladder, rung, closed }: Delivery, closes: boolean): number | undefined {
  const gone = new Set(closed.map((one) => one.rung));
  if (closes) gone.add(rung);
  const inTurn = ladder.map((_, step) => (rung + 1 + step) % ladder.length);
  return inTurn.find((one) => !gone.has(one));
}
