/** What the hotline's use cases are handed: stores, lists, outside world, settings. The entry files give the real ones, tests those in memory. */
import type { Line, LineEvent } from '../../shared/domain/call/line.ts';
import type { Call, CallEvent } from '../../shared/domain/call/state.ts';
import type { Delivery, DeliveryEvent } from '../../shared/domain/delivery/state.ts';
import type { ReportEvent } from '../../shared/domain/report/events.ts';
import type { Report } from '../../shared/domain/report/state.ts';
import type { CaseQueries, Listings, PeopleStore } from '../../shared/ports/case-queries.ts';
import type { CatalogueSource } from '../../shared/ports/catalogue-source.ts';
import type { EntityStore } from '../../shared/ports/entity-store.ts';
import type { Clock, Randomness, Secrets } from '../../shared/ports/outside.ts';
import type { Throttle, UploadStore } from '../../shared/ports/short-lived.ts';

export interface ReportPorts {
  readonly reports: EntityStore<Report, ReportEvent>;
  readonly deliveries: Pick<EntityStore<Delivery, DeliveryEvent>, 'load'>;
  readonly calls: EntityStore<Call, CallEvent>;
  readonly lines: Pick<EntityStore<Line, LineEvent>, 'load'>;
  readonly queries: Pick<CaseQueries, 'openWork' | 'casesByPhone'>;
  readonly listings: Listings;
  readonly people: Pick<PeopleStore, 'kept'>;
  readonly uploads: Pick<UploadStore, 'find'>;
  readonly throttle: Throttle;
  readonly catalogue: CatalogueSource;
  readonly secrets: Secrets;
  readonly clock: Clock;
  readonly randomness: Randomness;
  /** Where people reach us, without a slash at the end. */
  readonly publicBaseUrl: string;
  /** Where citizens write to by e-mail; the centre's own mailbox is for its people. */
  readonly hotlineAddress: string;
}
