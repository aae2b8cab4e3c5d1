import { deliveryStatus } from './delivery-status.ts';
import { without } from '../dossier/without.ts';
import type { Attempt, Delivery, DeliveryEvent } from './state.ts';

/** @throws when the history is not one that `decideDelivery` can have written. */
export function evolveDelivery(state: Delivery | undefined, event: DeliveryEvent): Delivery {
  if (event.type === 'DeliveryPlanned') {
    const { deliveryId, subject, ladder, urgent, timer, at } = event;
    const planned = { deliveryId, subject, ladder, urgent, timer, startedAt: at };
    return { ...planned, attempts: [], closed: [], rung: 0, status: 'waiting' };
  }
  if (state === undefined) throw new Error(`${event.type} on a delivery that was not planned`);
  return settled(changed(state, event));
}

type Unsettled = Omit<Delivery, 'status'>;

function changed(state: Delivery, event: Exclude<DeliveryEvent, { type: 'DeliveryPlanned' }>): Unsettled {
  switch (event.type) {
    case 'AttemptStarted': {
      const { number, rung, textMark, firstPart, parts, at } = event;
      return withAttempt(state, { number, rung, startedAt: at, textMark, firstPart, parts, receipts: [] });
    }
    case 'AttemptEnded': {
      const { outcome, number } = event;
      const ended = withAttempt(state, { ...attemptOf(state, number), outcome });
      return outcome.kind === 'accepted' ? withoutTimer(ended) : ended;
    }
    case 'HandedToMail': {
      const outcome = { kind: 'accepted', messageIds: [], at: event.at } as const;
      return withoutTimer(withAttempt(state, { ...attemptOf(state, event.number), outcome }));
    }
    case 'ReceiptTaken': {
      const attempt = attemptOf(state, event.number);
      return withAttempt(state, { ...attempt, receipts: [...attempt.receipts, event.receipt] });
    }
    case 'NextRung': {
      const { rung, why, closes } = event;
      return { ...going(state), rung, closed: closes ? [...state.closed, { rung: state.rung, why }] : state.closed };
    }
    case 'DeliveryHeld':
      return { ...state, timer: event.timer, waitsFor: event.why };
    case 'DeliveryDue':
      return { ...going(state), timer: event.timer };
    case 'DeliveryEnded': {
      const { status, why, at } = event;
      return { ...withoutTimer(state), ended: { status, why, at } };
    }
    default:
      return event satisfies never;
  }
}

/** Once it has arrived nothing rings any more. */
function settled(delivery: Unsettled): Delivery {
  const status = deliveryStatus(delivery);
  return { ...(status === 'delivered' || status === 'seen' ? withoutTimer(delivery) : delivery), status };
}

function attemptOf(state: Delivery, number: number): Attempt {
  const attempt = state.attempts.find((one) => one.number === number);
  if (attempt === undefined) throw new Error(`no attempt ${String(number)}`);
  return attempt;
}

function withAttempt<State extends Unsettled>(state: State, attempt: Attempt): State {
  const known = state.attempts.some(({ number }) => number === attempt.number);
  const attempts = known
    ? state.attempts.map((one) => (one.number === attempt.number ? attempt : one))
    : [...state.attempts, attempt];
  return { ...state, attempts };
}

function withoutTimer(delivery: Unsettled): Unsettled {
  return without(delivery, 'timer', 'waitsFor');
}

function going(delivery: Unsettled): Unsettled {
  return without(delivery, 'waitsFor');
}
