/** Which unit serves an area, which stands above another, and which one-stop section (Bộ phận Một cửa) belongs to it. */
import type { LocalDate } from '../time.ts';
import type { Area, AreaCode, Catalogue, LevelId, Unit } from './catalogue.ts';
import { areaAndAround, areaOn, isValidOn, levelAbove, memoized, unitOn, unitsOfKind } from './lookup.ts';

const WHOLE_PROVINCE = '';

/** Units by kind, level and area served. A unit without areas serves the whole province. */
const unitsServing = memoized((catalogue) => {
  const index = new Map<string, Unit[]>();
  for (const unit of catalogue.units) {
    for (const area of unit.areas.length === 0 ? [WHOLE_PROVINCE] : unit.areas) {
      const key = serviceKey(unit.kind, unit.level, area);
      index.set(key, [...(index.get(key) ?? []), unit]);
    }
  }
  return index;
});

/**
 * The unit of a kind and level that serves an area on a day. A unit named for the area itself comes before one for an area
 * around it (a ward's before its district's), and a unit of the whole province last: so a step of a higher level finds the
 * unit of the parent area.
 */
export function unitServing(
  catalogue: Catalogue,
  wanted: { readonly kind: string; readonly level: LevelId; readonly area?: Area; readonly on: LocalDate },
): Unit | undefined {
  const around = wanted.area === undefined ? [] : areaAndAround(catalogue, wanted.area, wanted.on);
  for (const code of [...around.map((area) => area.code), WHOLE_PROVINCE]) {
    const units = unitsServing(catalogue).get(serviceKey(wanted.kind, wanted.level, code)) ?? [];
    const found = first(units.filter((unit) => isValidOn(unit, wanted.on)));
    if (found !== undefined) return found;
  }
  return undefined;
}

/** True when the unit serves the area: it is named, or one around it is, or the unit serves the whole province. */
export function servesArea(
  catalogue: Catalogue,
  unit: Unit,
  question: { readonly area: AreaCode; readonly on: LocalDate },
): boolean {
  if (unit.areas.length === 0) return true;
  const area = areaOn(catalogue, question.area, question.on);
  if (area === undefined) return false;
  return areaAndAround(catalogue, area, question.on).some(({ code }) => unit.areas.includes(code));
}

/**
 * The authority above a unit, for escalation: its parent (cơ quan chủ quản) while that exists. When the parent has ended, as
 * the districts did on 30 June 2025, it is the authority of the next level that is valid, which serves the unit's areas.
 */
export function unitAbove(catalogue: Catalogue, unit: Unit, on: LocalDate): Unit | undefined {
  const parent = unit.parent === undefined ? undefined : unitOn(catalogue, unit.parent, on);
  if (parent !== undefined) return parent;
  const level = levelAbove(catalogue, unit.level, on);
  if (level === undefined) return undefined;
  const [code] = unit.areas;
  const area = code === undefined ? undefined : areaOn(catalogue, code, on);
  return unitServing(catalogue, { kind: 'authority', level: level.id, on, ...(area && { area }) });
}

/** The unit itself and every unit above it, nearest first. */
export function unitAndAbove(catalogue: Catalogue, unit: Unit, on: LocalDate): readonly Unit[] {
  const chain: Unit[] = [];
  for (let next: Unit | undefined = unit; next !== undefined;) {
    const { id }: Unit = next;
    if (chain.some((known) => known.id === id)) break;
    chain.push(next);
    next = unitAbove(catalogue, next, on);
  }
  return chain;
}

/**
 * The one-stop section of the authority that a unit belongs to: of the unit itself, else of its parent, and so on up. It takes
 * in what the unit returns (Decree 61/2018/NĐ-CP art. 19.4) and supervises its deadlines.
 */
export function oneStopOf(catalogue: Catalogue, unit: Unit, on: LocalDate): Unit | undefined {
  if (unit.kind === 'one-stop') return unit;
  const sections = unitsOfKind(catalogue, { kind: 'one-stop', level: unit.level, on });
  const visited = new Set<string>();
  for (let next: Unit | undefined = unit; next !== undefined && !visited.has(next.id);) {
    const { id, parent }: Unit = next;
    visited.add(id);
    const section = first(sections.filter((one) => one.parent === id));
    if (section !== undefined) return section;
    next = parent === undefined ? undefined : unitOn(catalogue, parent, on);
  }
  const served = unit.areas.flatMap((code) => areaOn(catalogue, code, on) ?? []);
  const places = served.length === 0 ? [{}] : served.map((area) => ({ area }));
  return places
    .map((place) => unitServing(catalogue, { kind: 'one-stop', level: unit.level, on, ...place }))
    .find((section) => section !== undefined);
}

function serviceKey(kind: string, level: LevelId, area: AreaCode): string {
  return JSON.stringify([kind, level, area]);
}

/** The later version first, then by id, so that the answer does not depend on the order of the file. */
function first(units: readonly Unit[]): Unit | undefined {
  return [...units].sort((a, b) =>
    a.validFrom === b.validFrom ? (a.id < b.id ? -1 : 1) : a.validFrom < b.validFrom ? 1 : -1,
  )[0];
}
