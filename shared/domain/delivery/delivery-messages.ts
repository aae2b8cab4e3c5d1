/** What the relay makes of a delivery's events. */
import type { DeliveryEvent } from './state.ts';

/** True when the sender is to go on: a message `{kind: 'deliver'}`. */
export function wakesForDelivery(event: DeliveryEvent): boolean {
  return event.type === 'DeliveryDue';
}

/** True when the mail queue takes it: a notice with the template `delivery` to the reporter. */
export function handsToMail(event: DeliveryEvent): boolean {
  return event.type === 'HandedToMail';
}
