import type { Dossier } from '../../shared/domain/dossier/state.ts';
import type { DossierEvent } from '../../shared/domain/dossier/events.ts';
import type { ReportEvent } from '../../shared/domain/report/events.ts';
import type { Report } from '../../shared/domain/report/state.ts';
import type { CaseQueries, PeopleStore } from '../../shared/ports/case-queries.ts';
import type { CatalogueSource } from '../../shared/ports/catalogue-source.ts';
import type { EntityStore } from '../../shared/ports/entity-store.ts';
import type { Clock, Documents, Randomness, Secrets } from '../../shared/ports/outside.ts';
import type { UploadStore } from '../../shared/ports/short-lived.ts';

/** What the attachments' use cases are handed; they change no case and no person. */
export interface AttachmentPorts {
  readonly cases: Pick<EntityStore<Dossier, DossierEvent>, 'load'>;
  readonly queries: Pick<CaseQueries, 'entityByDossierCode'>;
  readonly reports: Pick<EntityStore<Report, ReportEvent>, 'load'>;
  readonly people: Pick<PeopleStore, 'parties' | 'kept'>;
  readonly uploads: UploadStore;
  readonly documents: Omit<Documents, 'file'>;
  readonly catalogue: CatalogueSource;
  readonly secrets: Secrets;
  readonly clock: Clock;
  readonly randomness: Randomness;
}
