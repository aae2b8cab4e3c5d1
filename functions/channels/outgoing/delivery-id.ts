import { createHash } from 'node:crypto';

/** The same notice names the same delivery, however often the queue brings it. */
export function deliveryIdOf(noticeId: string): string {
  return createHash('sha256').update(noticeId).digest('hex').slice(0, 32);
}

export function deliveryEntityId(deliveryId: string): string {
  return `delivery#${deliveryId}`;
}

/** Of the notice that the relay makes when a delivery is handed to the mail queue: it begins with the entity. */
export function deliveryIdOfNotice(noticeId: string): string | undefined {
  return /^delivery#([A-Za-z0-9-]{1,64})\//u.exec(noticeId)?.[1];
}
