import type { Dossier } from '../../shared/domain/dossier/state.ts';
import type { DossierEvent } from '../../shared/domain/dossier/events.ts';
import type { EntityStore } from '../../shared/ports/entity-store.ts';
import type { FoundDossier } from './find-dossier.ts';

/** The first read is the one already made to find out who may act; after a conflict the store is asked again. */
export function alreadyRead(
  store: EntityStore<Dossier, DossierEvent>,
  found: FoundDossier,
): EntityStore<Dossier, DossierEvent> {
  let first = true;
  return {
    load: (entityId) => {
      if (!first) return store.load(entityId);
      first = false;
      return Promise.resolve(found);
    },
    history: (entityId) => store.history(entityId),
    commit: (commit) => store.commit(commit),
    answered: (request) => store.answered(request),
  };
}
