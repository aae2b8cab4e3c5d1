import { chooseAssignee } from '../../routing/assign.ts';
import { resolveStepUnit, route } from '../../routing/competence.ts';
import type { LocalDate } from '../../time.ts';
import type { Area, Catalogue, LevelId, Procedure, ProcessStep, Unit } from '../catalogue.ts';
import { areaAndAround, isValidOn, unitOn } from '../lookup.ts';
import { changeDays } from '../validity.ts';
import type { CheckedCatalogue } from './checked-catalogue.ts';
import { problem, type CatalogueProblem } from './problem.ts';

/**
 * Asks the router itself, for each version of a procedure, each area at the bottom of the tree and each day on which anything
 * changes: some unit must be competent, every step must find its unit, and somebody in it must be able to take the step.
 *
 * An area that no unit of a level serves is outside the deployment at that level (a ward that is not of the pilot) and is
 * passed over, as long as the procedure can be decided somewhere.
 */
export function checkCompetence(unversioned: CheckedCatalogue): readonly CatalogueProblem[] {
  const catalogue: Catalogue = { version: '', ...unversioned };
  const days = changeDays([
    ...catalogue.areas,
    ...catalogue.units,
    ...catalogue.procedures,
    ...catalogue.competence,
    ...catalogue.staff,
    ...catalogue.staff.flatMap(({ away = [] }) => away.map(({ from, to }) => ({ validFrom: from, validTo: to }))),
  ]);
  const found = days.flatMap((on) => checkDay(catalogue, on));
  // What is wrong on one day is mostly wrong on the next as well: the first day tells it.
  return [...Map.groupBy(found, ({ rule, path }) => `${rule} ${path}`).values()].flatMap(([first]) => first ?? []);
}

function checkDay(catalogue: Catalogue, on: LocalDate): readonly CatalogueProblem[] {
  const areas = catalogue.areas.filter((area) => isValidOn(area, on));
  const bottom = areas.filter(({ code }) => !areas.some(({ parent }) => parent === code));
  const procedures = catalogue.procedures.filter((procedure) => isValidOn(procedure, on));
  const places = bottom.map((area) => ({ area, levels: levelsServing(catalogue, area, on) }));
  return procedures.flatMap((procedure) => {
    const inside = places.filter(({ levels }) => levels.has(procedure.decidingLevel));
    if (inside.length > 0) return inside.flatMap((place) => checkPlace({ catalogue, procedure, on, ...place }));
    const text = {
      vi: `Không địa bàn nào có cơ quan giải quyết ngày ${on}`,
      en: `no area has a unit that decides it on ${on}`,
    };
    return [problem('competence', pathOf(procedure), text)];
  });
}

function levelsServing(catalogue: Catalogue, area: Area, on: LocalDate): ReadonlySet<LevelId> {
  const around = areaAndAround(catalogue, area, on).map(({ code }) => code);
  const serving = catalogue.units.filter(
    (unit) => isValidOn(unit, on) && (unit.areas.length === 0 || unit.areas.some((code) => around.includes(code))),
  );
  return new Set(serving.map(({ level }) => level));
}

interface Place {
  readonly catalogue: Catalogue;
  readonly procedure: Procedure;
  readonly on: LocalDate;
  readonly area: Area;
  readonly levels: ReadonlySet<LevelId>;
}

function checkPlace({ catalogue, procedure, on, area, levels }: Place): readonly CatalogueProblem[] {
  const routing = route({ procedure, area: area.code, on, catalogue });
  const decidingUnit = routing.kind === 'competent' ? unitOn(catalogue, routing.unit, on) : undefined;
  if (decidingUnit === undefined) {
    const text = {
      vi: `Không xác định được cơ quan có thẩm quyền cho ${area.name} ngày ${on}`,
      en: `no competent unit for ${area.name} on ${on}`,
    };
    return [problem('competence', `${pathOf(procedure)}/areas/${area.code}`, text)];
  }
  return procedure.stages.flat().flatMap((step) => {
    const found = resolveStepUnit(step, { decidingUnit, area: area.code, on, catalogue });
    const unit = found.kind === 'resolved' ? unitOn(catalogue, found.unit, on) : undefined;
    if (unit !== undefined) return checkStaffing({ catalogue, step, unit, on });
    if (!levels.has(step.level)) return [];
    const text = { vi: `Không có đơn vị cho ${area.name} ngày ${on}`, en: `no unit for ${area.name} on ${on}` };
    return [problem('competence', `${pathOf(procedure)}/stages/${step.id}/areas/${area.code}`, text)];
  });
}

function checkStaffing(question: {
  readonly catalogue: Catalogue;
  readonly step: ProcessStep;
  readonly unit: Unit;
  readonly on: LocalDate;
}): readonly CatalogueProblem[] {
  const { step, unit, on } = question;
  const chosen = chooseAssignee({ ...question, actor: step.actor, loads: new Map(), seed: '' });
  if (chosen.kind === 'assigned' && chosen.why !== 'head-for-officer') return [];
  const text = {
    vi: `Không có người nhận việc (${step.actor}) ngày ${on}`,
    en: `nobody to take the work of a ${step.actor} on ${on}`,
  };
  return [problem('staffing', `/units/${unit.id}/${step.actor}`, text)];
}

function pathOf(procedure: Procedure): string {
  return `/procedures/${procedure.code}@${procedure.version}`;
}
