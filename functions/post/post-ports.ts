import type { Dossier } from '../../shared/domain/dossier/state.ts';
import type { DossierEvent } from '../../shared/domain/dossier/events.ts';
import type { HandoverEvent } from '../../shared/domain/post/handover-events.ts';
import type { Handover } from '../../shared/domain/post/handover-state.ts';
import type { CaseQueries } from '../../shared/ports/case-queries.ts';
import type { CatalogueSource } from '../../shared/ports/catalogue-source.ts';
import type { EntityStore } from '../../shared/ports/entity-store.ts';
import type { Clock } from '../../shared/ports/outside.ts';
import type { RunningNumbers } from '../../shared/ports/short-lived.ts';

/** What postal custody is handed. Cases are read only: they move by their own commands, when the bag's events have been committed. */
export interface PostPorts {
  readonly handovers: EntityStore<Handover, HandoverEvent>;
  readonly cases: Pick<EntityStore<Dossier, DossierEvent>, 'load'>;
  readonly queries: Pick<CaseQueries, 'entityByDossierCode'>;
  readonly numbers: RunningNumbers;
  readonly catalogue: CatalogueSource;
  readonly clock: Clock;
}
