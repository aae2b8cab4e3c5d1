import type { DossierEvent } from '../../../shared/domain/dossier/events.ts';
import type { Dossier } from '../../../shared/domain/dossier/state.ts';
import type { IncomingMail, MailEvent } from '../../../shared/domain/mail/incoming-mail.ts';
import type { CaseQueries, PeopleStore } from '../../../shared/ports/case-queries.ts';
import type { CatalogueSource } from '../../../shared/ports/catalogue-source.ts';
import type { EntityStore } from '../../../shared/ports/entity-store.ts';
import type { Clock, MailReadings, Secrets } from '../../../shared/ports/outside.ts';

/** What the desk is handed: it changes held mails only; the case takes its letter by a task of its own. */
export interface MailDeskPorts {
  readonly mails: EntityStore<IncomingMail, MailEvent>;
  readonly cases: Pick<EntityStore<Dossier, DossierEvent>, 'load'>;
  readonly queries: Pick<CaseQueries, 'entityByDossierCode'>;
  readonly people: PeopleStore;
  readonly readings: Pick<MailReadings, 'reading'>;
  readonly catalogue: CatalogueSource;
  readonly secrets: Secrets;
  readonly clock: Clock;
}
