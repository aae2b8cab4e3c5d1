import type { OutgoingMessage } from '../../../shared/contracts/messages.ts';
import { deliver, type MessageOutcome } from './deliver.ts';
import type { MessagePorts } from './message-ports.ts';
import { planDelivery } from './plan-delivery.ts';

/** One message of the queue, however often it comes: a citizen is told each thing once. @throws as {@link deliver}. */
export async function sendMessage(ports: MessagePorts, message: OutgoingMessage): Promise<MessageOutcome> {
  const deliveryId =
    message.kind === 'tell' ? await planDelivery(ports, message) : message.entityId.slice('delivery#'.length);
  return deliver(ports, deliveryId);
}
