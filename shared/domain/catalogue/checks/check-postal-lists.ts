import { overlap } from '../validity.ts';
import type { CheckedCatalogue } from './checked-catalogue.ts';
import { problem, type CatalogueProblem } from './problem.ts';

/**
 * A postal clerk takes in only what may go by post (Decision 45/2016/QĐ-TTg art. 1.2, 13): on every day of an entry, the
 * procedure's version of that day is open to the post and does not require presence.
 */
export function checkPostalLists(catalogue: CheckedCatalogue): readonly CatalogueProblem[] {
  const versions = Map.groupBy(catalogue.procedures, ({ code }) => code);
  return catalogue.units.flatMap(({ id, counter }) =>
    (counter?.postalList ?? []).flatMap((entry) => {
      const closed = (versions.get(entry.procedure) ?? []).find(
        (version) =>
          overlap(version, entry) && (!version.channels.includes('post') || version.presenceRequired !== undefined),
      );
      if (closed === undefined) return [];
      const text = {
        vi: `Thủ tục ${closed.code} (bản ${closed.version}) không nhận qua bưu chính`,
        en: `procedure ${closed.code} (version ${closed.version}) may not be filed by post`,
      };
      return [problem('postal-list', `/units/${id}/counter/postalList/${entry.procedure}`, text)];
    }),
  );
}
