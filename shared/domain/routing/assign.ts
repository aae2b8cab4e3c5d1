/** Who in a unit takes a step: the least loaded present officer, by rules that give the same answer each time they are asked. */
import type { Catalogue, StaffId, StaffMember, Unit, UnitId } from '../catalogue/catalogue.ts';
import { headOf, isAway, staffOf, standInFor } from '../catalogue/people.ts';
import { unitAbove } from '../catalogue/units.ts';
import type { LocalDate } from '../time.ts';

export type Assignment =
  | {
      readonly kind: 'assigned';
      readonly staffId: StaffId;
      /** Whose work it is, when a stand-in does it. */
      readonly standInFor?: StaffId;
      /** `least-loaded` among the officers present; `stand-in` of an officer or head who is away; `head` as the step says; `head-for-officer`: the unit has no officer to give it to. */
      readonly why: 'least-loaded' | 'stand-in' | 'head' | 'head-for-officer';
    }
  /** Nobody in the unit can take it: its own head, if it has one, and the head of the unit above are to be told. */
  | { readonly kind: 'nobody'; readonly tellHeadOf: readonly UnitId[] };

export interface AssignmentQuestion {
  readonly unit: Unit;
  readonly actor: 'officer' | 'head';
  readonly on: LocalDate;
  /** Open pieces of work of each member of staff; absent means none. */
  readonly loads: ReadonlyMap<StaffId, number>;
  /** Breaks ties, the same way on a repeat: the case and the step. */
  readonly seed: string;
  readonly catalogue: Catalogue;
}

export function chooseAssignee(question: AssignmentQuestion): Assignment {
  const { unit, actor, on, catalogue } = question;
  const officer = actor === 'officer' ? chooseOfficer(question) : undefined;
  if (officer !== undefined) return officer;
  const head = headOf(catalogue, unit.id, on);
  const acting = head === undefined ? undefined : standInFor(catalogue, head, on);
  if (head === undefined || acting === undefined) {
    const above = unitAbove(catalogue, unit, on);
    return { kind: 'nobody', tellHeadOf: above === undefined ? [unit.id] : [unit.id, above.id] };
  }
  if (acting.id !== head.id) return { kind: 'assigned', staffId: acting.id, standInFor: head.id, why: 'stand-in' };
  return { kind: 'assigned', staffId: head.id, why: actor === 'head' ? 'head' : 'head-for-officer' };
}

function chooseOfficer(question: AssignmentQuestion): Assignment | undefined {
  const { unit, on, catalogue } = question;
  const officers = staffOf(catalogue, unit.id, on).filter((person) => person.roles.includes('officer'));
  const present = leastLoaded(
    officers.filter((person) => !isAway(person, on)).map((person) => ({ person, insteadOf: person })),
    question,
  );
  if (present !== undefined) return { kind: 'assigned', staffId: present.person.id, why: 'least-loaded' };
  const standIn = leastLoaded(
    officers.flatMap((insteadOf) => {
      const person = standInFor(catalogue, insteadOf, on);
      return person === undefined ? [] : [{ person, insteadOf }];
    }),
    question,
  );
  if (standIn === undefined) return undefined;
  return { kind: 'assigned', staffId: standIn.person.id, standInFor: standIn.insteadOf.id, why: 'stand-in' };
}

interface Choice {
  readonly person: StaffMember;
  readonly insteadOf: StaffMember;
}

function leastLoaded(choices: readonly Choice[], { loads, seed }: AssignmentQuestion): Choice | undefined {
  const order = ({ person, insteadOf }: Choice): readonly [number, number, string] => [
    loads.get(person.id) ?? 0,
    hash(`${seed} ${person.id} ${insteadOf.id}`),
    `${person.id} ${insteadOf.id}`,
  ];
  return choices.toSorted((a, b) => compare(order(a), order(b)))[0];
}

function compare(a: readonly [number, number, string], b: readonly [number, number, string]): number {
  return a[0] - b[0] || a[1] - b[1] || (a[2] < b[2] ? -1 : 1);
}

/** FNV-1a, 32 bits, over UTF-16 units: spreads ties evenly and never changes. Not for secrets. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) value = Math.imul(value ^ text.charCodeAt(index), 0x01000193);
  return value >>> 0;
}
