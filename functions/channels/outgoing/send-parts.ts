import type { ChannelAddress } from '../../../shared/domain/conversation/channel-message.ts';
import type { AttemptOutcome } from '../../../shared/domain/delivery/state.ts';
import type { Clock } from '../../../shared/ports/outside.ts';
import type { ProviderMessages } from '../../../shared/ports/short-lived.ts';
import type { OutgoingChannel } from '../channel-contract.ts';

export interface PartsToSend {
  readonly channel: OutgoingChannel;
  readonly to: ChannelAddress;
  readonly texts: readonly string[];
  /** Those before it went out in an earlier attempt. */
  readonly firstPart: number;
  readonly deliveryId: string;
  readonly attempt: number;
}

interface SendingPorts {
  readonly providerMessages: Pick<ProviderMessages, 'remember'>;
  readonly clock: Clock;
}

/** One after the other, so that they arrive in order; the first that is not taken ends it. */
export async function sendParts(ports: SendingPorts, sending: PartsToSend): Promise<AttemptOutcome> {
  const { channel, to, texts, firstPart, deliveryId, attempt } = sending;
  const messageIds: string[] = [];
  for (const [part, text] of texts.entries()) {
    if (part < firstPart) continue;
    const attemptId = `${deliveryId}-${String(attempt)}-${String(part)}`;
    const sent = await channel.send({ text, to, attemptId });
    if (sent.kind !== 'accepted') return { ...sent, messageIds, at: ports.clock.now() };
    const { messageId } = sent;
    messageIds.push(messageId);
    // Not remembered, only its receipts are lost. The message has gone out, and that must be written down.
    await ports.providerMessages
      .remember({ channel: channel.channel, messageId }, { deliveryId, attempt, part })
      .catch(() => undefined);
  }
  return { kind: 'accepted', messageIds, at: ports.clock.now() };
}
