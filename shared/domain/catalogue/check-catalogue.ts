/**
 * What one entry of the catalogue says about another: refused before publication, so that nothing at run time meets a unit
 * without a head, a step without an officer, or a day without a rule. Shapes and formats are the schema's
 * (shared/contracts/catalogue.ts). Pure; takes about as long as reading the files.
 */
import { checkCalendar } from './checks/check-calendar.ts';
import { checkCompetence } from './checks/check-competence.ts';
import { checkHotline } from './checks/check-hotline.ts';
import { checkPlaces } from './checks/check-places.ts';
import { checkPostalLists } from './checks/check-postal-lists.ts';
import { checkProcedures } from './checks/check-procedures.ts';
import { checkReferences } from './checks/check-references.ts';
import { checkRules } from './checks/check-rules.ts';
import { checkStaff } from './checks/check-staff.ts';
import { checkUnits } from './checks/check-units.ts';
import { checkValidity } from './checks/check-validity.ts';
import type { CheckedCatalogue } from './checks/checked-catalogue.ts';
import type { CatalogueProblem } from './checks/problem.ts';

/** Every problem found, none when the catalogue may be published. */
export function checkCatalogue(catalogue: CheckedCatalogue): readonly CatalogueProblem[] {
  return [
    ...checkValidity(catalogue),
    ...checkReferences(catalogue),
    ...checkPlaces(catalogue),
    ...checkUnits(catalogue),
    ...checkStaff(catalogue),
    ...checkProcedures(catalogue),
    ...checkRules(catalogue),
    ...checkCompetence(catalogue),
    ...checkPostalLists(catalogue),
    ...checkHotline(catalogue),
    ...checkCalendar(catalogue.calendar),
  ];
}
