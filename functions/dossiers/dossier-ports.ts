/** What the dossier's use cases are handed: stores, outside world, settings. The entry file gives the real ones, tests those in memory. */
import type { Dossier } from '../../shared/domain/dossier/state.ts';
import type { DossierEvent } from '../../shared/domain/dossier/events.ts';
import type { CaseQueries, PeopleStore } from '../../shared/ports/case-queries.ts';
import type { CatalogueSource } from '../../shared/ports/catalogue-source.ts';
import type { EntityStore } from '../../shared/ports/entity-store.ts';
import type { Clock, Randomness, Secrets } from '../../shared/ports/outside.ts';
import type { RunningNumbers, Throttle, UploadStore } from '../../shared/ports/short-lived.ts';

export interface DossierPorts {
  readonly cases: EntityStore<Dossier, DossierEvent>;
  readonly queries: CaseQueries;
  readonly people: PeopleStore;
  readonly uploads: UploadStore;
  readonly throttle: Throttle;
  readonly numbers: RunningNumbers;
  readonly catalogue: CatalogueSource;
  readonly secrets: Secrets;
  readonly clock: Clock;
  readonly randomness: Randomness;
  /** Where people reach us, without a slash at the end. */
  readonly publicBaseUrl: string;
}

/** What a look-up needs, here or on a page: it reads, and counts tries; it takes no numbers and no files. */
export type LookUpPorts = Pick<
  DossierPorts,
  'cases' | 'queries' | 'people' | 'throttle' | 'catalogue' | 'secrets' | 'clock' | 'publicBaseUrl'
>;
