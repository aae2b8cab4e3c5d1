import type { DeliverySubject } from '../../../shared/domain/delivery/state.ts';
import type { EntityStore } from '../../../shared/ports/entity-store.ts';

/** @throws when there is none: whoever sent the message knew more than the store does. */
export async function eventOf<Event>(
  store: Pick<EntityStore<unknown, Event>, 'history'>,
  { entityId, version, eventIndex }: DeliverySubject,
): Promise<Event> {
  const history = await store.history(entityId);
  const event = history.find((commit) => commit.version === version)?.events[eventIndex];
  if (event === undefined) throw new Error('a message about an event that is not there');
  return event;
}
