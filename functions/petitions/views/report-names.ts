/** What ids of the catalogue are called, as they were last known: a unit that closed still has its name in old reports. */
import type { Catalogue } from '../../../shared/domain/catalogue/catalogue.ts';
import { unitOn } from '../../../shared/domain/catalogue/lookup.ts';
import { staffOn } from '../../../shared/domain/catalogue/people.ts';
import { localDateOf, type Instant } from '../../../shared/domain/time.ts';

export interface Named {
  readonly id: string;
  readonly name: string;
  readonly nameEn: string;
}

export function unitNamed(catalogue: Catalogue, id: string, at: Instant): Named {
  const unit = unitOn(catalogue, id, localDateOf(at)) ?? catalogue.units.findLast((one) => one.id === id);
  return { id, name: unit?.name ?? id, nameEn: unit?.nameEn ?? id };
}

export function categoryNamed(catalogue: Catalogue, id: string): Named {
  const category = catalogue.reportCategories.findLast((one) => one.id === id);
  return { id, name: category?.name ?? id, nameEn: category?.nameEn ?? id };
}

export function staffNamed(
  catalogue: Catalogue,
  id: string,
  at: Instant,
): { readonly id: string; readonly name: string } {
  const person = staffOn(catalogue, id, localDateOf(at)) ?? catalogue.staff.findLast((one) => one.id === id);
  return { id, name: person?.name ?? id };
}

/** @param validFrom of the version that was meant; the last one when nobody said. */
export function areaName(catalogue: Catalogue, code: string, validFrom?: string): string {
  const versions = catalogue.areas.filter((area) => area.code === code);
  return (versions.find((area) => area.validFrom === validFrom) ?? versions.at(-1))?.name ?? code;
}
