import type { ClockItem } from '../clock.ts';
import type { HandoverEvent } from './handover-events.ts';
import type { Handover } from './handover-state.ts';

/** @throws when the history is not one that `decideHandover` can have written. */
export function evolveHandover(state: Handover | undefined, event: HandoverEvent): Handover {
  if (event.type === 'HandoverPrepared') return { ...event.core, status: 'on-the-way', transit: event.transit };
  if (state === undefined) throw new Error(`${event.type} before the bag was prepared`);
  switch (event.type) {
    case 'HandoverSigned': {
      if (state.status !== 'on-the-way') throw new Error('a bag signed twice');
      const { handoverId, direction, fromUnitId, toUnitId, sealNumber, preparedBy, preparedAt, items } = state;
      const core = { handoverId, direction, fromUnitId, toUnitId, sealNumber, preparedBy, preparedAt, items };
      const { signedBy, signedAt, present, discrepancies, clearUp } = event;
      return { ...core, status: 'signed', signedBy, signedAt, present, discrepancies, clearUp };
    }
    case 'DiscrepancyResolved': {
      if (state.status !== 'signed') throw new Error('a discrepancy before the bag was signed');
      const { discrepancyId, reason, by, at } = event;
      const discrepancies = state.discrepancies.map((one) =>
        one.discrepancyId === discrepancyId ? { ...one, resolved: { reason, by, at } } : one,
      );
      return { ...state, discrepancies };
    }
    default:
      return event satisfies never;
  }
}

/**
 * Open work of the section that the bag goes to: to receive it, then to clear up what did not agree. Nobody is reminded by the bag:
 * every dossier in it has a transit clock of its own, on the way in and on the way back.
 */
export function clocksOfHandover(state: Handover): readonly ClockItem[] {
  const unitId = state.toUnitId;
  if (state.status === 'on-the-way') return [{ clockId: 'transit', work: { unitId, dueAt: state.transit.dueAt } }];
  const open = state.discrepancies.some(({ resolved }) => resolved === undefined);
  return open ? [{ clockId: 'discrepancy', work: { unitId, dueAt: state.clearUp.dueAt } }] : [];
}

/** The bag as the shell executes it. It answers none of the snapshot's index questions: those are about dossiers. */
export const handoverDecider = { evolve: evolveHandover, clocksOf: clocksOfHandover, indexOf: (): object => ({}) };
