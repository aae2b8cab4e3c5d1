/** Reports near in place, time and words, from the lists of the areas that a report may be about. */
import type { HotlinePolicy } from '../../../shared/domain/catalogue/hotline.ts';
import { nearbyList, rankSimilar, type Sketch } from '../../../shared/domain/report-text/similar.ts';
import type { ReportId, Suggestion } from '../../../shared/domain/report/state.ts';
import { addMinutes } from '../../../shared/domain/time.ts';
import type { Listings } from '../../../shared/ports/case-queries.ts';

/** Of one area, newest first: more than a ward reports in a fortnight but on its worst day. */
const LOOKED_AT = 300;
const AREAS = 3;
const MINUTES_A_DAY = 24 * 60;

export async function findSimilar(
  listings: Listings,
  {
    areas,
    except,
    ...sketch
  }: Omit<Sketch, 'area'> & { readonly areas: readonly string[]; readonly except?: ReportId },
  within: HotlinePolicy['nearby'],
): Promise<Suggestion['similar']> {
  const [area] = areas;
  if (area === undefined) return [];
  const from = addMinutes(sketch.at, -within.days * MINUTES_A_DAY);
  const pages = await Promise.all(
    areas.slice(0, AREAS).map((one) => listings.page(nearbyList(one), { from, limit: LOOKED_AT, newestFirst: true })),
  );
  return rankSimilar(
    { ...sketch, area },
    pages.flatMap(({ items }) => items),
    { within, ...(except !== undefined && { except }) },
  );
}
