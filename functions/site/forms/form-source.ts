/** What every printed form is made from: the case, its people, its events and the catalogue of the day it was filed. */
import type { ActorRef } from '../../../shared/domain/actor.ts';
import type {
  Catalogue,
  FormId,
  FormTitle,
  Procedure,
  Unit,
  UnitId,
} from '../../../shared/domain/catalogue/catalogue.ts';
import type { DossierEvent } from '../../../shared/domain/dossier/events.ts';
import type { Parties } from '../../../shared/domain/dossier/parties.ts';
import type { Dossier } from '../../../shared/domain/dossier/state.ts';
import type { Instant, LocalDate } from '../../../shared/domain/time.ts';
import type { CommittedEvents } from '../../../shared/ports/entity-store.ts';

export interface FormSource {
  readonly dossier: Dossier;
  readonly parties: Parties;
  readonly history: readonly CommittedEvents<DossierEvent>[];
  readonly catalogue: Catalogue;
  readonly procedure: Procedure;
  /** Public address of the site, for the look-up line and the QR code. */
  readonly baseUrl: string;
}

/** An event of one type with the moment, the version and the author of its commit. */
export interface Dated<Event> {
  readonly event: Event;
  readonly at: string;
  readonly version: number;
  readonly actor: ActorRef;
}

export function eventsOf<Type extends DossierEvent['type']>(
  history: readonly CommittedEvents<DossierEvent>[],
  type: Type,
): readonly Dated<Extract<DossierEvent, { type: Type }>>[] {
  return history.flatMap((commit) =>
    commit.events
      .filter((event): event is Extract<DossierEvent, { type: Type }> => event.type === type)
      .map((event) => ({ event, at: commit.at, version: commit.version, actor: commit.actor })),
  );
}

/** Its counter and its deciding unit at a moment: a paper names those of its own day, also after a reform moved the dossier. */
export function placesAt(
  { dossier, history }: Pick<FormSource, 'dossier' | 'history'>,
  at: Instant,
): { readonly counterId: UnitId; readonly decidingId: UnitId } {
  const moved = eventsOf(history, 'CompetenceTransferred').find(({ event }) => event.at > at)?.event.from;
  return { counterId: moved?.counterId ?? dossier.counterId, decidingId: moved?.unitId ?? dossier.deciding.unitId };
}

/** The title and number that the law gave the form on that day (Circular 01/2018, then Circular 03/2025). */
export function formTitleOn(catalogue: Catalogue, form: FormId, on: LocalDate): FormTitle | undefined {
  return catalogue.forms.find(
    (title) => title.form === form && title.validFrom <= on && (title.validTo === undefined || on <= title.validTo),
  );
}

/** The two lines of the agency heading: the agency above (cơ quan chủ quản) and the unit that issues the form. */
export function headingOf(catalogue: Catalogue, unit: Unit): readonly [string, string] {
  const parent = catalogue.units.find((candidate) => candidate.id === unit.parent && overlaps(candidate, unit));
  return [parent?.name ?? '', unit.name];
}

function overlaps(left: Unit, right: Unit): boolean {
  return (
    (left.validTo === undefined || left.validTo >= right.validFrom) &&
    (right.validTo === undefined || right.validTo >= left.validFrom)
  );
}
