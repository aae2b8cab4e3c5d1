import type { Catalogue } from '../../../shared/domain/catalogue/catalogue.ts';
import { isValidOn } from '../../../shared/domain/catalogue/lookup.ts';
import { localDateOf, type Instant } from '../../../shared/domain/time.ts';
import type { Choice } from '../../staff/form-controls.ts';

/** Wards and communes of today: the areas that no other lies in. */
export function areaChoices(catalogue: Catalogue, now: Instant): readonly Choice[] {
  const areas = catalogue.areas.filter((area) => isValidOn(area, localDateOf(now)));
  const parents = new Set(areas.map(({ parent }) => parent));
  return areas
    .filter(({ code }) => !parents.has(code))
    .map(({ code, name }) => ({ value: code, label: name }))
    .sort((left, right) => left.label.localeCompare(right.label, 'vi'));
}
