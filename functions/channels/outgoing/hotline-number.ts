import type { Catalogue } from '../../../shared/domain/catalogue/catalogue.ts';
import { provinceOn } from '../../../shared/domain/catalogue/lookup.ts';
import { localDateOf, type Instant } from '../../../shared/domain/time.ts';

/** The number to call today. @throws when the catalogue knows no province for the day. */
export function hotlineNumber(catalogue: Catalogue, now: Instant): string {
  const province = provinceOn(catalogue, localDateOf(now));
  if (province === undefined) throw new Error('no province today');
  return province.hotline;
}
