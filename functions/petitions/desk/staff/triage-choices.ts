import type { ReportForStaff } from '../../../../shared/contracts/http/report-views.ts';
import { isValidOn } from '../../../../shared/domain/catalogue/lookup.ts';
import { categoryOn } from '../../../../shared/domain/report/report-context.ts';
import { routeReport } from '../../../../shared/domain/report/route-report.ts';
import { localDateOf } from '../../../../shared/domain/time.ts';
import type { StaffCaller } from '../../report-access.ts';
import { unitNamed } from '../../views/report-names.ts';
import { areaChoices } from '../area-choices.ts';
import type { FormFields } from '../desk-controls.ts';
import type { TriageChoices } from './triage-fields.ts';

/** Neither a counter nor the hotline itself does what a report asks for. */
const NOT_COMPETENT = new Set(['one-stop', 'hotline']);

/** @param filled of a form that is shown again. */
export function triageChoices(
  report: ReportForStaff,
  { catalogue, now }: StaffCaller,
  filled: FormFields,
): TriageChoices {
  const today = localDateOf(now);
  return {
    categories: catalogue.reportCategories
      .filter((category) => isValidOn(category, today))
      .map(({ id, name }) => ({ value: id, label: name })),
    areas: areaChoices(catalogue, now),
    units: catalogue.units
      .filter((unit) => isValidOn(unit, today) && !NOT_COMPETENT.has(unit.kind))
      .map(({ id, name }) => ({ value: id, label: name })),
    competent: competentUnit(report, { catalogue, now }, filled),
  };
}

/** By the rules, for what the form says now. */
function competentUnit(
  { suggestion, category }: ReportForStaff,
  { catalogue, now }: Pick<StaffCaller, 'catalogue' | 'now'>,
  filled: FormFields,
): string | undefined {
  const on = localDateOf(now);
  const categoryId = one(filled['category']) ?? category?.id ?? suggestion.categories[0]?.id;
  const area = one(filled['area']) ?? suggestion.areas[0]?.id;
  const found = categoryId === undefined ? undefined : categoryOn(catalogue, categoryId, on);
  if (found === undefined || area === undefined) return undefined;
  const routing = routeReport({ category: found, area, on, catalogue });
  if (routing.kind !== 'competent') return 'Theo quy tắc chưa xác định được đơn vị: xin chọn đơn vị.';
  return `Theo quy tắc ${routing.ruleId}: ${unitNamed(catalogue, routing.unit, now).name}.`;
}

function one(value: FormFields[string] | undefined): string | undefined {
  const text = typeof value === 'string' ? value : value?.[0];
  return text === '' ? undefined : text;
}
