/**
 * Takes a delivery as far as it goes now: reads what is to be said and where to, commits that it sends, sends, and commits what came of it. The
 * commit before makes two senders safe: one of them has the attempt, the other finds it under way.
 */
import { isDue } from '../../../shared/domain/delivery/decide-delivery.ts';
import { isAbandoned } from '../../../shared/domain/delivery/delivery-commands.ts';
import type { Attempt, AttemptOutcome, Delivery, DeliveryStatus } from '../../../shared/domain/delivery/state.ts';
import type { OutgoingChannel } from '../channel-contract.ts';
import { commandDelivery } from './command-delivery.ts';
import { deliveryEntityId } from './delivery-id.ts';
import type { MessagePorts } from './message-ports.ts';
import { readyToSend, type ReadyToSend } from './ready-to-send.ts';
import { sendParts } from './send-parts.ts';

export type MessageOutcome =
  | { readonly kind: Exclude<DeliveryStatus, 'failed' | 'sending'> }
  /** It reached nobody, and nothing is left to try; `failed` would mean to the queue that it is to come back. */
  | { readonly kind: 'undelivered' }
  /** Another sender has it: come back later. */
  | { readonly kind: 'busy' };

/** More than a rung can take: it is skipped, or it is held, or it is tried. */
const STEPS_A_RUNG = 3;
const COMMIT_TRIES = 3;

/** @throws on a fault of a store and on a message that does not fit its event; the queue brings it back, and keeps it in the end. */
export async function deliver(ports: MessagePorts, deliveryId: string): Promise<MessageOutcome> {
  for (let step = 0; ; step += 1) {
    const snapshot = await ports.deliveries.load(deliveryEntityId(deliveryId));
    if (snapshot === undefined) throw new Error('a delivery that is not there');
    const { state } = snapshot;
    if (step > STEPS_A_RUNG * (state.ladder.length + 1)) throw new Error('a delivery that does not get on');
    if (state.status === 'failed') return { kind: 'undelivered' };
    if (state.status === 'sending') {
      if (!isAbandoned(lastAttempt(state), ports.clock.now())) return { kind: 'busy' };
      await takeOver(ports, state);
    } else if (isDue(state, ports.clock.now())) {
      await tryRung(ports, state);
    } else {
      return { kind: state.status };
    }
  }
}

async function tryRung(ports: MessagePorts, state: Delivery): Promise<void> {
  const { deliveryId, rung, attempts } = state;
  const ready = await readyToSend(ports, state);
  switch (ready.kind) {
    case 'outdated':
      await commandDelivery(ports, deliveryId, { type: 'Drop', why: ready.kind });
      return;
    case 'skip':
      await commandDelivery(ports, deliveryId, { type: 'SkipRung', rung, why: ready.why });
      return;
    case 'ready': {
      const { message, firstPart, channel } = ready;
      const started = await commandDelivery(ports, deliveryId, {
        type: 'StartAttempt',
        number: attempts.length + 1,
        rung,
        textMark: message.mark,
        firstPart,
        parts: message.parts.slice(firstPart),
      });
      // Held for the night, too dear, or another's by now; a mail is with its queue.
      if (started.kind !== 'done' || started.state.status !== 'sending' || channel === undefined) return;
      await sendAndEnd(ports, started.state, { ...ready, channel });
      return;
    }
    default:
      return ready satisfies never;
  }
}

/** Its sender has died. A provider that knows the attempt is asked again; of any other nobody can tell whether it went out. */
async function takeOver(ports: MessagePorts, state: Delivery): Promise<void> {
  const { firstPart, textMark } = lastAttempt(state);
  const ready = await readyToSend(ports, state);
  if (ready.kind === 'ready' && ready.channel?.deduplicates === true && ready.message.mark === textMark) {
    await sendAndEnd(ports, state, { ...ready, channel: ready.channel, firstPart });
  } else {
    await endAttempt(ports, state, { kind: 'unclear', messageIds: [], at: ports.clock.now() });
  }
}

async function sendAndEnd(
  ports: MessagePorts,
  state: Delivery,
  { channel, to, message, firstPart }: ReadyToSend & { readonly channel: OutgoingChannel },
): Promise<void> {
  const { deliveryId } = state;
  const attempt = lastAttempt(state).number;
  const parts = { channel, to, texts: message.texts, firstPart, deliveryId, attempt };
  await endAttempt(ports, state, await sendParts(ports, parts));
}

/** What came of it is lost with a commit that fails: worth trying again at once. */
async function endAttempt(ports: MessagePorts, state: Delivery, outcome: AttemptOutcome): Promise<void> {
  const command = { type: 'EndAttempt', number: lastAttempt(state).number, outcome } as const;
  for (let tries = 1; ; tries += 1) {
    try {
      await commandDelivery(ports, state.deliveryId, command);
      return;
    } catch (fault) {
      if (tries === COMMIT_TRIES) throw new Error('sent, and what came of it could not be committed', { cause: fault });
    }
  }
}

function lastAttempt({ attempts }: Delivery): Attempt {
  const last = attempts.at(-1);
  if (last === undefined) throw new Error('a delivery that sends without an attempt');
  return last;
}
