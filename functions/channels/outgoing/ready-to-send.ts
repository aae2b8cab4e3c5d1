/** What the current rung of a delivery would send now, and where to. */
import type { ChannelAddress } from '../../../shared/domain/conversation/channel-message.ts';
import { costLeft } from '../../../shared/domain/delivery/decide-delivery.ts';
import type { Delivery } from '../../../shared/domain/delivery/state.ts';
import type { OutgoingChannel } from '../channel-contract.ts';
import { callMessage } from './call-message.ts';
import { deliveryText, type DeliveryText } from './delivery-text.ts';
import { costOfParts, cutMessage, type CutMessage } from './message-parts.ts';
import type { MessagePorts } from './message-ports.ts';
import { whereTo } from './where-to.ts';

export interface ReadyToSend {
  readonly kind: 'ready';
  readonly message: CutMessage;
  /** So many parts of it went out before. */
  readonly firstPart: number;
  readonly to: ChannelAddress;
  /** Absent for e-mail: its queue sends. */
  readonly channel?: OutgoingChannel;
}

export type Readiness =
  | ReadyToSend
  /** There is nothing left to say. */
  | { readonly kind: 'outdated' }
  | { readonly kind: 'skip'; readonly why: string };

export async function readyToSend(ports: MessagePorts, state: Delivery): Promise<Readiness> {
  const rung = state.ladder[state.rung];
  if (rung === undefined) throw new Error('a delivery without a rung');
  const [catalogue, channels] = await Promise.all([ports.catalogue.load(), ports.channels()]);
  const policy = catalogue.channels.find(({ channel }) => channel === rung.channel);
  const channel = channels.get(rung.channel);
  if (policy === undefined || (channel === undefined && rung.channel !== 'email')) {
    return { kind: 'skip', why: 'channel-off' };
  }
  const [text, where] = await Promise.all([textOf(ports, state), whereTo(ports, rung)]);
  if (text === 'outdated') return { kind: 'outdated' };
  if (where.kind === 'nowhere') return { kind: 'skip', why: where.why };
  const isMarked = rung.channel === 'email' && (await ports.marks.find(where.address.account)) !== undefined;
  if (isMarked) return { kind: 'skip', why: 'mailbox-marked' };
  const whole = cutMessage(text.text, policy);
  const fits = costOfParts(whole.parts.slice(partsOut(state, whole))) <= costLeft(state, catalogue);
  const message = fits ? whole : cutMessage(text.short, policy);
  return {
    kind: 'ready',
    message,
    firstPart: partsOut(state, message),
    to: where.address,
    ...(channel !== undefined && { channel }),
  };
}

function textOf(ports: MessagePorts, state: Delivery): Promise<DeliveryText | 'outdated'> {
  return state.subject.to.kind === 'caller' ? callMessage(ports, state) : deliveryText(ports, state);
}

/** Parts of this very text that went out before it broke off. */
function partsOut({ attempts, rung }: Delivery, { mark }: CutMessage): number {
  const last = attempts.at(-1);
  if (last?.outcome?.kind !== 'unavailable' || last.rung !== rung || last.textMark !== mark) return 0;
  return last.firstPart + last.outcome.messageIds.length;
}
