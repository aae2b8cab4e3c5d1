import type { Validity } from '../catalogue.ts';
import { firstUncoveredDay } from '../validity.ts';
import type { CheckedCatalogue } from './checked-catalogue.ts';
import { problem, type CatalogueProblem } from './problem.ts';

const kinds = ['levels', 'areas', 'units', 'officeHours', 'procedures', 'staff'] as const;
type Kind = (typeof kinds)[number];
type Names = Readonly<Partial<Record<Kind, string | undefined>>>;

/** Every name that an entry uses is in force on every day on which the entry is. */
export function checkReferences(catalogue: CheckedCatalogue): readonly CatalogueProblem[] {
  const periods = {
    levels: Map.groupBy(catalogue.levels, ({ id }) => id),
    areas: Map.groupBy(catalogue.areas, ({ code }) => code),
    units: Map.groupBy(catalogue.units, ({ id }) => id),
    officeHours: Map.groupBy(catalogue.officeHours, ({ id }) => id),
    procedures: Map.groupBy(catalogue.procedures, ({ code }) => code),
    staff: Map.groupBy(catalogue.staff, ({ id }) => id),
  } satisfies Record<Kind, Map<string, readonly Validity[]>>;

  const check = (path: string, period: Validity, names: Names): readonly CatalogueProblem[] =>
    kinds.flatMap((kind) => {
      const name = names[kind];
      if (name === undefined) return [];
      const day = firstUncoveredDay(period, periods[kind].get(name) ?? []);
      if (day === undefined) return [];
      const text = { vi: `“${name}” không có hiệu lực ngày ${day}`, en: `"${name}" is not in force on ${day}` };
      return [problem('reference', path, text)];
    });

  return [
    ...catalogue.areas.flatMap((area) => [
      ...check(`/areas/${area.code}/level`, area, { levels: area.level }),
      ...check(`/areas/${area.code}/parent`, area, { areas: area.parent }),
    ]),
    ...catalogue.units.flatMap((unit) => [
      ...check(`/units/${unit.id}/level`, unit, { levels: unit.level }),
      ...check(`/units/${unit.id}/parent`, unit, { units: unit.parent }),
      ...check(`/units/${unit.id}/hours`, unit, { officeHours: unit.hours }),
      ...unit.areas.flatMap((code) => check(`/units/${unit.id}/areas/${code}`, unit, { areas: code })),
      ...(unit.counter?.postalList ?? []).flatMap((entry) => [
        ...check(`/units/${unit.id}/counter/postalList/${entry.procedure}`, entry, { procedures: entry.procedure }),
        ...check(`/units/${unit.id}/counter/postalList/${entry.procedure}`, entry, { units: unit.id }),
      ]),
    ]),
    ...catalogue.procedures.flatMap((procedure) => {
      const path = `/procedures/${procedure.code}@${procedure.version}`;
      return [
        ...check(`${path}/decidingLevel`, procedure, { levels: procedure.decidingLevel }),
        ...procedure.stages
          .flat()
          .flatMap((step) => check(`${path}/stages/${step.id}/level`, procedure, { levels: step.level })),
      ];
    }),
    ...catalogue.reception.flatMap((rule) =>
      [rule.counterLevel, ...rule.decidingLevels].flatMap((level) =>
        check(`/reception/${rule.counterLevel}/${level}`, rule, { levels: level }),
      ),
    ),
    ...catalogue.competence.flatMap((rule) => [
      ...check(`/competence/${rule.id}/level`, rule, { levels: rule.level }),
      ...check(`/competence/${rule.id}/area`, rule, { areas: rule.area }),
      ...check(`/competence/${rule.id}/procedure`, rule, { procedures: rule.procedure }),
      ...check(`/competence/${rule.id}/unit`, rule, { units: rule.unit }),
    ]),
    ...catalogue.staff.flatMap((member) => [
      ...check(`/staff/${member.id}/unit`, member, { units: member.unit }),
      ...(member.away ?? []).flatMap((away) =>
        check(`/staff/${member.id}/away`, { validFrom: away.from, validTo: away.to }, { staff: away.standIn }),
      ),
    ]),
  ];
}
