/**
 * What the catalogue says on a day. Indexes are made once per catalogue object (WeakMap), so that a request scans no long
 * list. When two versions of one thing are valid on the same day, the one that began later counts.
 */
import type { LocalDate } from '../time.ts';
import type {
  Area,
  AreaCode,
  Catalogue,
  Level,
  LevelId,
  Procedure,
  ProcedureCode,
  Province,
  Unit,
  UnitId,
  Validity,
} from './catalogue.ts';

/** Inclusive at both ends. */
export function isValidOn(item: Validity, on: LocalDate): boolean {
  return item.validFrom <= on && (item.validTo === undefined || on <= item.validTo);
}

/** One value per catalogue object, computed at first use. */
export function memoized<T>(compute: (catalogue: Catalogue) => T): (catalogue: Catalogue) => T {
  const known = new WeakMap<Catalogue, { readonly value: T }>();
  return (catalogue) => {
    const found = known.get(catalogue);
    if (found !== undefined) return found.value;
    const value = compute(catalogue);
    known.set(catalogue, { value });
    return value;
  };
}

/** Items by key, the latest to begin first. */
export function byKey<T extends Validity>(
  items: readonly T[],
  keyOf: (item: T) => string,
): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group === undefined) groups.set(keyOf(item), [item]);
    else group.push(item);
  }
  for (const group of groups.values())
    group.sort((a, b) => Number(a.validFrom < b.validFrom) - Number(a.validFrom > b.validFrom));
  return groups;
}

const provincesOf = memoized((catalogue) => byKey(catalogue.provinces, () => ''));
const levelsOf = memoized((catalogue) => byKey(catalogue.levels, (level) => level.id));
const areasOf = memoized((catalogue) => byKey(catalogue.areas, (area) => area.code));
const unitsOf = memoized((catalogue) => byKey(catalogue.units, (unit) => unit.id));
const unitsByKind = memoized((catalogue) => byKey(catalogue.units, (unit) => unit.kind));
const proceduresOf = memoized((catalogue) => byKey(catalogue.procedures, (procedure) => procedure.code));

export function provinceOn(catalogue: Catalogue, on: LocalDate): Province | undefined {
  return provincesOf(catalogue)
    .get('')
    ?.find((province) => isValidOn(province, on));
}

export function levelOn(catalogue: Catalogue, id: LevelId, on: LocalDate): Level | undefined {
  return levelsOf(catalogue)
    .get(id)
    ?.find((level) => isValidOn(level, on));
}

/**
 * The level with the next higher rank that is valid on the day: above the commune it is the district until 30 June 2025, the
 * province after. A level that has ended still has its rank. Nothing above the highest.
 */
export function levelAbove(catalogue: Catalogue, id: LevelId, on: LocalDate): Level | undefined {
  const rank = levelsOf(catalogue).get(id)?.[0]?.rank;
  if (rank === undefined) return undefined;
  const higher = catalogue.levels.filter((level) => level.rank > rank && isValidOn(level, on));
  return higher.reduce<Level | undefined>((best, level) => (best && best.rank <= level.rank ? best : level), undefined);
}

/** The area that a code means on a day. Codes are re-used with another meaning after a reform. */
export function areaOn(catalogue: Catalogue, code: AreaCode, on: LocalDate): Area | undefined {
  return areasOf(catalogue)
    .get(code)
    ?.find((area) => isValidOn(area, on));
}

/** The area by its full key; without `validFrom`, the meaning on the day, or the last one before it. */
export function areaVersion(
  catalogue: Catalogue,
  key: { readonly code: AreaCode; readonly validFrom?: LocalDate },
  on: LocalDate,
): Area | undefined {
  const versions = areasOf(catalogue).get(key.code) ?? [];
  if (key.validFrom !== undefined) return versions.find((area) => area.validFrom === key.validFrom);
  return areaOn(catalogue, key.code, on) ?? versions.find((area) => area.validFrom <= on);
}

/**
 * What stands for an area on a day: itself while it lasts, else its successors, followed through every reform. One successor
 * can be followed; several (a split ward, phường bị chia tách) need a person's choice; none means that nobody knows.
 */
export function successorsOf(catalogue: Catalogue, area: Area, on: LocalDate): readonly Area[] {
  const found = new Map<string, Area>();
  const seen = new Set<string>();
  const waiting = [area];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const key = `${next.code} ${next.validFrom}`;
    if (seen.has(key)) continue;
    seen.add(key);
    if (isValidOn(next, on)) found.set(key, next);
    else for (const successor of next.successors ?? []) waiting.push(...versionsNamed(catalogue, successor));
  }
  return [...found.values()].sort((a, b) => (a.code < b.code ? -1 : 1));
}

function versionsNamed(
  catalogue: Catalogue,
  key: { readonly code: AreaCode; readonly validFrom: LocalDate },
): readonly Area[] {
  return (areasOf(catalogue).get(key.code) ?? []).filter((area) => area.validFrom === key.validFrom);
}

/** An area and the areas around it, nearest first, as they are on the day. */
export function areaAndAround(catalogue: Catalogue, area: Area, on: LocalDate): readonly Area[] {
  const chain: Area[] = [];
  for (let next: Area | undefined = area; next !== undefined && !chain.includes(next);) {
    chain.push(next);
    next = next.parent === undefined ? undefined : areaOn(catalogue, next.parent, on);
  }
  return chain;
}

export function unitOn(catalogue: Catalogue, id: UnitId, on: LocalDate): Unit | undefined {
  return unitsOf(catalogue)
    .get(id)
    ?.find((unit) => isValidOn(unit, on));
}

/** Units of a kind (`one-stop`, `authority`…) on a day, of one level or of all. */
export function unitsOfKind(
  catalogue: Catalogue,
  wanted: { readonly kind: string; readonly level?: LevelId; readonly on: LocalDate },
): readonly Unit[] {
  return (unitsByKind(catalogue).get(wanted.kind) ?? []).filter(
    (unit) => isValidOn(unit, wanted.on) && (wanted.level === undefined || unit.level === wanted.level),
  );
}

/** The description of a procedure (thủ tục hành chính) in force on a day. */
export function procedureOn(catalogue: Catalogue, code: ProcedureCode, on: LocalDate): Procedure | undefined {
  return proceduresOf(catalogue)
    .get(code)
    ?.find((procedure) => isValidOn(procedure, on));
}

/** The description that a case was filed under, whatever is in force today. */
export function procedureVersion(catalogue: Catalogue, code: ProcedureCode, version: string): Procedure | undefined {
  return proceduresOf(catalogue)
    .get(code)
    ?.find((procedure) => procedure.version === version);
}
