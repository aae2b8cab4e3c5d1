import type { Unit } from '../catalogue.ts';
import { isValidOn } from '../lookup.ts';
import { firstUncoveredDay, overlap } from '../validity.ts';
import type { CheckedCatalogue } from './checked-catalogue.ts';
import { isMailbox } from './mailbox.ts';
import { problem, type CatalogueProblem } from './problem.ts';

/** Counters, agency codes, mailboxes, and a head wherever there are officers. */
export function checkUnits(catalogue: CheckedCatalogue): readonly CatalogueProblem[] {
  return catalogue.units.flatMap((unit, index) => [
    ...checkCounter(unit),
    ...checkAgencyCode(unit, catalogue, catalogue.units.slice(0, index)),
    ...(isMailbox(unit.mailbox) ? [] : [badMailbox(`/units/${unit.id}/mailbox`, unit.mailbox)]),
    ...checkHead(unit, catalogue),
  ]);
}

export function badMailbox(path: string, mailbox: string): CatalogueProblem {
  return problem('mailbox', path, {
    vi: `“${mailbox}” không phải địa chỉ thư`,
    en: `"${mailbox}" is not a mail address`,
  });
}

function checkCounter(unit: Unit): readonly CatalogueProblem[] {
  if ((unit.kind === 'one-stop') === (unit.counter !== undefined)) return [];
  const text = {
    vi: 'Quầy là của Bộ phận Một cửa, và chỉ của nó',
    en: 'a one-stop section has a counter, and only it has one',
  };
  return [problem('counter', `/units/${unit.id}/counter`, text)];
}

/**
 * Dossier codes begin with the receiving section's agency code and number its day from 1, so no two sections share one; and
 * the first group is the province's identifier of that time.
 */
function checkAgencyCode(
  unit: Unit,
  catalogue: CheckedCatalogue,
  earlier: readonly Unit[],
): readonly CatalogueProblem[] {
  const path = `/units/${unit.id}/agencyCode`;
  const same = earlier.find(
    (other) =>
      unit.counter !== undefined &&
      other.counter !== undefined &&
      other.agencyCode === unit.agencyCode &&
      overlap(other, unit),
  );
  if (same !== undefined) {
    return [problem('agency-code', path, { vi: `Trùng mã với “${same.id}”`, en: `the same as that of "${same.id}"` })];
  }
  const province = catalogue.provinces.find((entry) => isValidOn(entry, unit.validFrom));
  if (province !== undefined && unit.agencyCode.split('.')[0] === province.code) return [];
  return [
    problem('agency-code', path, {
      vi: 'Không bắt đầu bằng mã của tỉnh',
      en: "does not begin with the province's code",
    }),
  ];
}

function checkHead(unit: Unit, catalogue: CheckedCatalogue): readonly CatalogueProblem[] {
  const members = catalogue.staff.filter((member) => member.unit === unit.id);
  const heads = members.filter(({ roles }) => roles.includes('unit-head'));
  const days = members
    .filter(({ roles, ...period }) => roles.includes('officer') && overlap(period, unit))
    .flatMap((officer) => firstUncoveredDay(officer, heads) ?? []);
  const [day] = days.sort();
  if (day === undefined) return [];
  const text = { vi: `Có cán bộ nhưng không có người đứng đầu ngày ${day}`, en: `has officers but no head on ${day}` };
  return [problem('unit-head', `/units/${unit.id}`, text)];
}
