/** Which unit a category of reports in an area belongs to: the same explained rules as for procedures. */
import type { AreaCode, Catalogue } from '../catalogue/catalogue.ts';
import type { ReportCategory } from '../catalogue/hotline.ts';
import { refuse, type Refused } from '../decision.ts';
import { route, type Routing } from '../routing/competence.ts';
import type { LocalDate } from '../time.ts';

export function routeReport(question: {
  readonly category: ReportCategory;
  readonly area: AreaCode;
  readonly areaVersion?: LocalDate;
  readonly on: LocalDate;
  readonly catalogue: Catalogue;
}): Routing {
  const { category, ...where } = question;
  const { id, decidingLevel, decidingUnitKind } = category;
  return route({ ...where, procedure: { code: matterCode(id), decidingLevel, decidingUnitKind } });
}

export function reportRoutingRefusal(routing: Exclude<Routing, { readonly kind: 'competent' }>): Refused {
  if (routing.kind === 'ambiguous-area') {
    const successors = routing.successors.map(({ code, name }) => `${code} ${name}`).join('; ');
    return refuse('area-split', { pointer: '/area', details: { successors } });
  }
  return refuse('no-competent-unit', { pointer: '/area', details: { reason: routing.reason } });
}

function matterCode(id: ReportCategory['id']): string {
  return `1022-${id}`;
}
