import type { UnitId } from '../catalogue/catalogue.ts';
import { unitOn } from '../catalogue/lookup.ts';
import { refuse, type Refused } from '../decision.ts';
import { today, type ReportContext } from './report-context.ts';
import { openWorkOf } from './report-work.ts';
import type { ReportBase, Report } from './state.ts';

/**
 * To whom work may be given by whoever sorts: a unit of today that has not said "not ours" of this report. Such a one gets it back only by a
 * decision on competence, or the report would go to and fro.
 */
export function refuseUnit(
  unitId: UnitId,
  { state, context, pointer }: { readonly state: Report; readonly context: ReportContext; readonly pointer: string },
): Refused | undefined {
  const unit = unitOn(context.catalogue, unitId, today(context));
  if (unit === undefined) return refuse('unknown-unit', { pointer, details: { unit: unitId } });
  const hasIt = openWorkOf(state).some((work) => work.unitId === unitId);
  if (!hasIt && hasDeclined(state, unitId))
    return refuse('unit-has-declined', { pointer, details: { unit: unit.name } });
  return undefined;
}

export function hasDeclined({ declined }: Pick<ReportBase, 'declined'>, unitId: UnitId): boolean {
  return declined.some((one) => one.unitId === unitId);
}
