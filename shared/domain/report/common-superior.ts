import type { Catalogue, Unit, UnitId } from '../catalogue/catalogue.ts';
import { unitOn, unitsOfKind } from '../catalogue/lookup.ts';
import { headOf } from '../catalogue/people.ts';
import { unitAndAbove } from '../catalogue/units.ts';
import type { LocalDate } from '../time.ts';

/**
 * The nearest unit above all of them whose head can decide; where nothing stands above all (the police and a water company), the authority of the
 * highest level. Undefined when that has no head either: then the hotline decides.
 */
export function commonSuperior(catalogue: Catalogue, unitIds: readonly UnitId[], on: LocalDate): Unit | undefined {
  const chains = unitIds.flatMap((unitId) => {
    const unit = unitOn(catalogue, unitId, on);
    return unit === undefined ? [] : [unitAndAbove(catalogue, unit, on)];
  });
  const [first = [], ...others] = chains;
  const common = first.filter(({ id }) => others.every((chain) => chain.some((one) => one.id === id)));
  return [...common, ...highestAuthorities(catalogue, on)].find(
    ({ id }) => !unitIds.includes(id) && headOf(catalogue, id, on) !== undefined,
  );
}

function highestAuthorities(catalogue: Catalogue, on: LocalDate): readonly Unit[] {
  const rank = new Map(catalogue.levels.map((level) => [level.id, level.rank]));
  const rankOf = ({ level }: Unit): number => rank.get(level) ?? 0;
  const authorities = unitsOfKind(catalogue, { kind: 'authority', on });
  const highest = Math.max(...authorities.map(rankOf));
  return authorities.filter((unit) => rankOf(unit) === highest).sort((left, right) => (left.id < right.id ? -1 : 1));
}
