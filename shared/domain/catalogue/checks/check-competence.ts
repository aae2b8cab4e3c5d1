import { chooseAssignee } from '../../routing/assign.ts';
import { routeReport } from '../../report/route-report.ts';
import { resolveStepUnit, route } from '../../routing/competence.ts';
import type { LocalDate } from '../../time.ts';
import type { Area, Catalogue, LevelId, Procedure, ProcessStep, Unit } from '../catalogue.ts';
import type { ReportCategory } from '../hotline.ts';
import { areaAndAround, isValidOn, unitOn } from '../lookup.ts';
import { changeDays } from '../validity.ts';
import type { CheckedCatalogue } from './checked-catalogue.ts';
import { problem, type CatalogueProblem } from './problem.ts';

/**
 * Asks the router itself, for each version of a procedure, each area at the bottom of the tree and each day on which anything
 * changes: some unit must be competent, every step must find its unit, and somebody in it must be able to take the step.
 *
 * An area that no unit of a level serves is outside the deployment at that level (a ward that is not of the pilot) and is
 * passed over, as long as the procedure can be decided somewhere. Categories of reports are asked for in the same way, and somebody in the
 * unit must be able to take the report.
 */
export function checkCompetence(unversioned: CheckedCatalogue): readonly CatalogueProblem[] {
  const catalogue: Catalogue = { version: '', ...unversioned };
  const days = changeDays([
    ...catalogue.areas,
    ...catalogue.units,
    ...catalogue.procedures,
    ...catalogue.reportCategories,
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
  return [
    ...procedures.flatMap((procedure) => checkProcedure({ catalogue, procedure, on }, places)),
    ...catalogue.reportCategories
      .filter((category) => isValidOn(category, on))
      .flatMap((category) => checkCategory({ catalogue, category, on }, places)),
  ];
}

interface Served {
  readonly area: Area;
  readonly levels: ReadonlySet<LevelId>;
}

function checkProcedure(
  { catalogue, procedure, on }: Pick<Place, 'catalogue' | 'procedure' | 'on'>,
  places: readonly Served[],
): readonly CatalogueProblem[] {
  const inside = places.filter(({ levels }) => levels.has(procedure.decidingLevel));
  if (inside.length > 0) return inside.flatMap((place) => checkPlace({ catalogue, procedure, on, ...place }));
  return [problem('competence', pathOf(procedure), nowhere(on))];
}

function checkCategory(
  question: { readonly catalogue: Catalogue; readonly category: ReportCategory; readonly on: LocalDate },
  places: readonly Served[],
): readonly CatalogueProblem[] {
  const { catalogue, category, on } = question;
  const inside = places.filter(({ levels }) => levels.has(category.decidingLevel));
  const path = `/reportCategories/${category.id}`;
  if (inside.length === 0) return [problem('competence', path, nowhere(on))];
  return inside.flatMap(({ area }) => {
    const routing = routeReport({ category, area: area.code, on, catalogue });
    const unit = routing.kind === 'competent' ? unitOn(catalogue, routing.unit, on) : undefined;
    if (unit === undefined) {
      return [problem('competence', `${path}/areas/${area.code}`, nobodyFor(area, on))];
    }
    return checkStaffing({ catalogue, actor: 'officer', unit, on });
  });
}

function nowhere(on: LocalDate): Text {
  return {
    vi: `Không địa bàn nào có cơ quan giải quyết ngày ${on}`,
    en: `no area has a unit that decides it on ${on}`,
  };
}

function nobodyFor({ name }: Area, on: LocalDate): Text {
  return {
    vi: `Không xác định được cơ quan có thẩm quyền cho ${name} ngày ${on}`,
    en: `no competent unit for ${name} on ${on}`,
  };
}

interface Text {
  readonly vi: string;
  readonly en: string;
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
    return [problem('competence', `${pathOf(procedure)}/areas/${area.code}`, nobodyFor(area, on))];
  }
  return procedure.stages.flat().flatMap((step) => {
    const found = resolveStepUnit(step, { decidingUnit, area: area.code, on, catalogue });
    const unit = found.kind === 'resolved' ? unitOn(catalogue, found.unit, on) : undefined;
    if (unit !== undefined) return checkStaffing({ catalogue, actor: step.actor, unit, on });
    if (!levels.has(step.level)) return [];
    const text = { vi: `Không có đơn vị cho ${area.name} ngày ${on}`, en: `no unit for ${area.name} on ${on}` };
    return [problem('competence', `${pathOf(procedure)}/stages/${step.id}/areas/${area.code}`, text)];
  });
}

function checkStaffing(question: {
  readonly catalogue: Catalogue;
  readonly actor: ProcessStep['actor'];
  readonly unit: Unit;
  readonly on: LocalDate;
}): readonly CatalogueProblem[] {
  const { actor, unit, on } = question;
  const chosen = chooseAssignee({ ...question, loads: new Map(), seed: '' });
  if (chosen.kind === 'assigned' && chosen.why !== 'head-for-officer') return [];
  const text = {
    vi: `Không có người nhận việc (${actor}) ngày ${on}`,
    en: `nobody to take the work of a ${actor} on ${on}`,
  };
  return [problem('staffing', `/units/${unit.id}/${actor}`, text)];
}

function pathOf(procedure: Procedure): string {
  return `/procedures/${procedure.code}@${procedure.version}`;
}
