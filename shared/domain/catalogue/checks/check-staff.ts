import type { StaffMember, Unit } from '../catalogue.ts';
import { overlap } from '../validity.ts';
import { badMailbox } from './check-units.ts';
import type { CheckedCatalogue } from './checked-catalogue.ts';
import { isMailbox } from './mailbox.ts';
import { problem, type CatalogueProblem } from './problem.ts';

/** People: their mailbox is what they sign in with, their role fits their unit, and whoever is away has a stand-in. */
export function checkStaff(catalogue: CheckedCatalogue): readonly CatalogueProblem[] {
  return catalogue.staff.flatMap((member, index) => [
    ...checkMailbox(member, catalogue.staff.slice(0, index)),
    ...checkRoles(
      member,
      catalogue.units.filter(({ id }) => id === member.unit),
    ),
    ...checkStandIns(member, catalogue.staff),
  ]);
}

function checkMailbox(member: StaffMember, earlier: readonly StaffMember[]): readonly CatalogueProblem[] {
  const path = `/staff/${member.id}/mailbox`;
  if (!isMailbox(member.mailbox)) return [badMailbox(path, member.mailbox)];
  const same = earlier.find(
    (other) => sameMailbox(other, member) && other.name !== member.name && overlap(other, member),
  );
  if (same === undefined) return [];
  return [problem('mailbox', path, { vi: `Trùng hộp thư với “${same.id}”`, en: `the same as that of "${same.id}"` })];
}

function sameMailbox(one: StaffMember, other: StaffMember): boolean {
  return one.mailbox.toLowerCase() === other.mailbox.toLowerCase();
}

function checkRoles(member: StaffMember, units: readonly Unit[]): readonly CatalogueProblem[] {
  const path = `/staff/${member.id}/roles`;
  if (member.roles.length === 0) return [problem('role-unit', path, { vi: 'Không có vai trò', en: 'has no role' })];
  const atCounter = member.roles.some((role) => role === 'postal-clerk' || role === 'one-stop-official');
  if (!atCounter || units.every(({ counter }) => counter !== undefined)) return [];
  return [
    problem('role-unit', path, {
      vi: 'Vai trò ở quầy cần một đơn vị có quầy',
      en: 'works at a counter, but the unit has none',
    }),
  ];
}

/** The stand-in (người được ủy quyền) is of the same unit, has each role of the one who is away, and is there on those days. */
function checkStandIns(member: StaffMember, staff: readonly StaffMember[]): readonly CatalogueProblem[] {
  return (member.away ?? []).flatMap((away) => {
    const path = `/staff/${member.id}/away`;
    if (away.to < away.from)
      return [problem('validity-order', path, { vi: 'Kết thúc trước khi bắt đầu', en: 'ends before it begins' })];
    const standIns = staff.filter(({ id }) => id === away.standIn);
    const suitable = standIns.every(
      (other) =>
        other.id !== member.id &&
        other.unit === member.unit &&
        member.roles.every((role) => other.roles.includes(role)),
    );
    if (!suitable) {
      const text = {
        vi: `“${away.standIn}” không cùng đơn vị và vai trò`,
        en: `"${away.standIn}" is not of the same unit and roles`,
      };
      return [problem('stand-in', path, text)];
    }
    const bothAway = standIns.some(({ away: theirs = [] }) =>
      theirs.some(({ from, to }) => from <= away.to && away.from <= to),
    );
    if (!bothAway) return [];
    return [problem('stand-in', path, { vi: `“${away.standIn}” cũng vắng`, en: `"${away.standIn}" is away as well` })];
  });
}
