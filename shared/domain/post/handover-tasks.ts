/** What a bag's events ask of the dossiers in it: one task an item, each its own command on its own entity. */
import type { HandoverEvent } from './handover-events.ts';

export type HandoverTask =
  | { readonly kind: 'put-in-bag'; readonly entityId: string }
  /** `entityId` is received with the record's signature, or was not in the bag. */
  | { readonly kind: 'accept-handover'; readonly entityId: string; readonly present: boolean };

export function tasksForHandover(event: HandoverEvent): readonly HandoverTask[] {
  switch (event.type) {
    case 'HandoverPrepared':
      return event.core.items.map(({ entityId }) => ({ kind: 'put-in-bag', entityId }));
    case 'HandoverSigned':
      return [
        ...event.present.map((entityId) => ({ kind: 'accept-handover', entityId, present: true }) as const),
        ...event.missing.map((entityId) => ({ kind: 'accept-handover', entityId, present: false }) as const),
      ];
    case 'DiscrepancyResolved':
      return [];
    default:
      return event satisfies never;
  }
}
