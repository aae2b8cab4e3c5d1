/** What a check found: which rule, where in the data, and a sentence for the person who mends it. */
export interface CatalogueProblem {
  /** JSON pointer into the catalogue; entries of a list are named by their key: `/units/tdm-mot-cua/hours`. */
  readonly path: string;
  readonly rule: CatalogueRule;
  readonly vi: string;
  readonly en: string;
}

export type CatalogueRule =
  | 'schema'
  | 'validity-order'
  | 'validity-overlap'
  | 'reference'
  | 'level-rank'
  | 'area-parent'
  | 'area-successor'
  | 'office-hours'
  | 'counter'
  | 'agency-code'
  | 'mailbox'
  | 'unit-head'
  | 'hotline'
  | 'role-unit'
  | 'stand-in'
  | 'procedure-list'
  | 'presence'
  | 'stages'
  | 'stage-hours'
  | 'fee'
  | 'reception'
  | 'competence'
  | 'staffing'
  | 'postal-list'
  | 'calendar-range'
  | 'calendar-duplicate'
  | 'calendar-weekday'
  | 'calendar-pair'
  | 'calendar-announced'
  | 'portal-status'
  | 'reminders'
  | 'removed'
  | 'published-version'
  | 'calendar-version';

export function problem(
  rule: CatalogueRule,
  path: string,
  text: { readonly vi: string; readonly en: string },
): CatalogueProblem {
  return { path, rule, ...text };
}
