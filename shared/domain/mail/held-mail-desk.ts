/** Who empties the holding pen: a one-stop section, and one of its officials who is there today. */
import type { Catalogue, StaffMember, Unit, UnitId } from '../catalogue/catalogue.ts';
import { unitOn, unitsOfKind } from '../catalogue/lookup.ts';
import { isAway, staffOf } from '../catalogue/people.ts';
import type { LocalDate } from '../time.ts';

/**
 * The section for mail that names no case: the one-stop section of the highest level that has one.
 *
 * @throws when the province has no one-stop section at all on that day.
 */
export function inboxUnit(catalogue: Catalogue, on: LocalDate): Unit {
  const rank = new Map(catalogue.levels.map((level) => [level.id, level.rank]));
  const [highest] = [...unitsOfKind(catalogue, { kind: 'one-stop', on })].sort(
    (left, right) => (rank.get(right.level) ?? 0) - (rank.get(left.level) ?? 0) || (left.id < right.id ? -1 : 1),
  );
  if (highest === undefined) throw new Error(`the catalogue has no one-stop section on ${on}`);
  return highest;
}

/** The counter that the best guess belongs to while it exists, else {@link inboxUnit}. */
export function deskFor(catalogue: Catalogue, counterId: UnitId | undefined, on: LocalDate): Unit {
  return (counterId === undefined ? undefined : unitOn(catalogue, counterId, on)) ?? inboxUnit(catalogue, on);
}

/** An official of the section who is there, the same one for the same mail; the mails spread evenly, as their ids do. */
export function officialFor(
  catalogue: Catalogue,
  desk: { readonly unitId: UnitId; readonly mailId: string },
  on: LocalDate,
): StaffMember | undefined {
  const present = staffOf(catalogue, desk.unitId, on)
    .filter((person) => person.roles.includes('one-stop-official') && !isAway(person, on))
    .toSorted((left, right) => (left.id < right.id ? -1 : 1));
  return present[numberOf(desk.mailId) % Math.max(present.length, 1)];
}

/** Ids are hashes already: a few of their letters are as good as chance. */
function numberOf(mailId: string): number {
  return Array.from(mailId.slice(0, 8)).reduce(
    (sum, letter) => (sum * 31 + (letter.codePointAt(0) ?? 0)) % 1_000_003,
    0,
  );
}
