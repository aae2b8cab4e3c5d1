import { localDateOf } from '../time.ts';
import type { ClockItem } from '../clock.ts';
import { evolveDelivery } from './evolve-delivery.ts';
import type { Delivery } from './state.ts';

/** The one clock of a delivery. */
export const DELIVERY_CLOCK = 'delivery';

/** The list of what reached nobody in a month of Viet Nam, `YYYY-MM`: somebody at the hotline may call. */
export function undeliveredList(month: string): string {
  return `undelivered#${month}`;
}

function clocksOf({ timer }: Delivery): readonly ClockItem[] {
  return timer === undefined ? [] : [{ clockId: DELIVERY_CLOCK, timer }];
}

/** Taken off again when a late receipt says that it arrived. */
function listingsOf({ deliveryId, status, ended, subject }: Delivery) {
  if (status !== 'failed' || ended === undefined) return [];
  const { to, template } = subject;
  const list = undeliveredList(localDateOf(ended.at).slice(0, 'YYYY-MM'.length));
  return [
    {
      list,
      key: `${ended.at}#${deliveryId}`,
      attributes: { ...aboutWhom(to), template, why: ended.why, endedAt: ended.at },
    },
  ];
}

function aboutWhom(to: Delivery['subject']['to']): Readonly<Record<string, string>> {
  switch (to.kind) {
    case 'reporter':
      return { reportId: to.reportId };
    case 'conversation':
      return { conversationId: to.conversationId };
    case 'caller':
      return { callId: to.callId };
    default:
      return to satisfies never;
  }
}

/** A delivery as the shell executes it. It answers none of the snapshot's index questions: those are about dossiers. */
export const deliveryDecider = { evolve: evolveDelivery, clocksOf, indexOf: (): object => ({}), listingsOf };
