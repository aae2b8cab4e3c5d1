/** Who works where on a day, and who stands in for whom (người được ủy quyền giải quyết thay khi vắng mặt). */
import type { LocalDate } from '../time.ts';
import type { Catalogue, StaffId, StaffMember, UnitId } from './catalogue.ts';
import { byKey, isValidOn, memoized } from './lookup.ts';

const staffById = memoized((catalogue) => byKey(catalogue.staff, (person) => person.id));
const staffByUnit = memoized((catalogue) => byKey(catalogue.staff, (person) => person.unit));
const staffByMailbox = memoized((catalogue) => byKey(catalogue.staff, (person) => person.mailbox.toLowerCase()));

export function staffOn(catalogue: Catalogue, id: StaffId, on: LocalDate): StaffMember | undefined {
  return staffById(catalogue)
    .get(id)
    ?.find((person) => isValidOn(person, on));
}

/** The members of staff with a registered mailbox on a day; letter case does not matter. One person may hold several posts. */
export function staffWithMailbox(catalogue: Catalogue, mailbox: string, on: LocalDate): readonly StaffMember[] {
  return (staffByMailbox(catalogue).get(mailbox.toLowerCase()) ?? []).filter((person) => isValidOn(person, on));
}

export function staffOf(catalogue: Catalogue, unit: UnitId, on: LocalDate): readonly StaffMember[] {
  return (staffByUnit(catalogue).get(unit) ?? []).filter((person) => isValidOn(person, on));
}

/** The head of a unit (thủ trưởng đơn vị), present or not. */
export function headOf(catalogue: Catalogue, unit: UnitId, on: LocalDate): StaffMember | undefined {
  return staffOf(catalogue, unit, on).find((person) => person.roles.includes('unit-head'));
}

export function isAway(person: StaffMember, on: LocalDate): boolean {
  return absenceOn(person, on) !== undefined;
}

/**
 * Who does a person's work on a day: the person if present, else the stand-in, or the stand-in's own stand-in. Nobody when
 * the chain ends with someone who has left, or closes on itself.
 */
export function standInFor(catalogue: Catalogue, person: StaffMember, on: LocalDate): StaffMember | undefined {
  const asked = new Set<StaffId>();
  let next: StaffMember | undefined = person;
  while (next !== undefined && !asked.has(next.id)) {
    const absence = absenceOn(next, on);
    if (absence === undefined) return next;
    asked.add(next.id);
    next = staffOn(catalogue, absence.standIn, on);
  }
  return undefined;
}

function absenceOn(person: StaffMember, on: LocalDate): { readonly standIn: StaffId } | undefined {
  return person.away?.find((absence) => absence.from <= on && on <= absence.to);
}
