import type { Actor } from '../actor.ts';
import type { Catalogue, Unit, UnitId } from '../catalogue/catalogue.ts';
import type { ReportCategory, ReportCategoryId, ServiceLevel, ServiceLevelId } from '../catalogue/hotline.ts';
import { byKey, isValidOn, memoized, unitOn, unitsOfKind } from '../catalogue/lookup.ts';
import { localDateOf, type Instant, type LocalDate } from '../time.ts';

/** Everything a decision may look at besides the command and the state. */
export interface ReportContext {
  readonly now: Instant;
  readonly actor: Actor;
  readonly catalogue: Catalogue;
}

const categories = memoized((catalogue) => byKey(catalogue.reportCategories, ({ id }) => id));
const serviceLevels = memoized((catalogue) => byKey(catalogue.serviceLevels, ({ id }) => id));

export function today({ now }: Pick<ReportContext, 'now'>): LocalDate {
  return localDateOf(now);
}

export function categoryOn(catalogue: Catalogue, id: ReportCategoryId, on: LocalDate): ReportCategory | undefined {
  return categories(catalogue)
    .get(id)
    ?.find((category) => isValidOn(category, on));
}

/** @throws when the published catalogue lacks it: its checks refuse such a catalogue. */
export function serviceLevelOn(catalogue: Catalogue, id: ServiceLevelId, on: LocalDate): ServiceLevel {
  const found = serviceLevels(catalogue)
    .get(id)
    ?.find((level) => isValidOn(level, on));
  if (found === undefined) throw new Error(`the catalogue has no service level ${id} on ${on}`);
  return found;
}

/** The centre (Tổng đài 1022) that takes reports in on a day. */
export function hotlineOn(catalogue: Catalogue, on: LocalDate): Unit | undefined {
  return [...unitsOfKind(catalogue, { kind: 'hotline', on })].sort((left, right) => (left.id < right.id ? -1 : 1))[0];
}

/** As it is today, or as it was last: reminders about a unit that has ended still reach somebody. @throws when a published unit was taken away. */
export function lastKnownUnit({ catalogue, now }: Pick<ReportContext, 'catalogue' | 'now'>, unitId: UnitId): Unit {
  const unit = unitOn(catalogue, unitId, localDateOf(now)) ?? catalogue.units.findLast(({ id }) => id === unitId);
  if (unit === undefined) throw new Error(`the catalogue has lost unit ${unitId}`);
  return unit;
}
