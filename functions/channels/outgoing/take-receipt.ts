/**
 * What a provider says of a message that we sent. Its receipt may come before we have written down that the message went out: such a one is
 * `unknown`, and whoever brought it brings it again. Of a message that nobody knows after an hour it is not ours (somebody wrote from the
 * provider's own desk).
 */
import type { ChannelReceipt } from '../../../shared/domain/conversation/channel-message.ts';
import type { Delivery, DeliveryEvent } from '../../../shared/domain/delivery/state.ts';
import { minutesBetween } from '../../../shared/domain/time.ts';
import type { CatalogueSource } from '../../../shared/ports/catalogue-source.ts';
import type { EntityStore } from '../../../shared/ports/entity-store.ts';
import type { Clock } from '../../../shared/ports/outside.ts';
import type { ProviderMessages, SentPart } from '../../../shared/ports/short-lived.ts';
import { commandDelivery } from './command-delivery.ts';
import { deliveryEntityId, deliveryIdOfNotice } from './delivery-id.ts';

export interface ReceiptPorts {
  readonly deliveries: EntityStore<Delivery, DeliveryEvent>;
  readonly providerMessages: Pick<ProviderMessages, 'find'>;
  readonly catalogue: CatalogueSource;
  readonly clock: Clock;
}

export type ReceiptOutcome =
  | { readonly kind: 'taken' | 'ignored' }
  /** Bring it again. */
  | { readonly kind: 'unknown' };

const UNKNOWN_MINUTES = 60;

/** @throws on a fault of the store, and when others commit to the delivery at the same moment again and again. */
export async function takeReceipt(ports: ReceiptPorts, item: ChannelReceipt): Promise<ReceiptOutcome> {
  const now = ports.clock.now();
  const sent = await sentPartOf(ports, item);
  if (sent === undefined) return { kind: minutesBetween(item.at, now) > UNKNOWN_MINUTES ? 'ignored' : 'unknown' };
  const { status, at, reason } = item;
  const receipt = { part: sent.part, status, at, ...(reason !== undefined && { why: reason }) };
  const outcome = await commandDelivery(ports, sent.deliveryId, {
    type: 'TakeReceipt',
    number: sent.attempt,
    receipt,
  });
  return { kind: outcome.kind === 'done' ? 'taken' : 'ignored' };
}

/** An e-mail carries the id of its notice, which names the delivery; there is one for each. */
async function sentPartOf(ports: ReceiptPorts, { channel, messageId }: ChannelReceipt): Promise<SentPart | undefined> {
  if (channel !== 'email') return ports.providerMessages.find(channel, messageId);
  const deliveryId = deliveryIdOfNotice(messageId);
  const delivery = deliveryId === undefined ? undefined : await ports.deliveries.load(deliveryEntityId(deliveryId));
  const attempt = delivery?.state.attempts.findLast(({ rung }) => delivery.state.ladder[rung]?.channel === 'email');
  if (deliveryId === undefined || attempt === undefined) return undefined;
  return { deliveryId, attempt: attempt.number, part: 0 };
}
