/**
 * What a new catalogue may not do to the one that is published. Cases, events and papers name its entries for ever, and a case
 * follows the procedure version it was filed under: so nothing is removed, and a version's process is not rewritten.
 */
import type { Procedure } from '../../shared/domain/catalogue/catalogue.ts';
import { problem, type CatalogueProblem } from '../../shared/domain/catalogue/checks/problem.ts';
import type { UnversionedCatalogue } from './catalogue-keys.ts';
import { compareCatalogues } from './compare-catalogues.ts';

export function checkSuccession(
  published: UnversionedCatalogue,
  next: UnversionedCatalogue,
): readonly CatalogueProblem[] {
  const changes = compareCatalogues(published, next);
  const removed = changes.filter(({ kind, list }) => kind === 'removed' && list.keptForEver);
  const calendar = changes.filter(({ list }) => list.list === 'calendarDays');
  return [
    ...removed.map(({ list, key }) =>
      problem('removed', `/${list.list}/${key}`, {
        vi: 'Đã công bố thì không được bỏ; hãy ghi ngày hết hiệu lực',
        en: 'has been published and may not be removed; give it a last day of validity',
      }),
    ),
    ...next.procedures.flatMap((procedure) => checkVersion(procedure, published.procedures)),
    ...(calendar.length > 0 && published.calendar.version >= next.calendar.version
      ? [
          problem('calendar-version', '/calendar/version', {
            vi: 'Lịch đã đổi thì phiên bản của lịch phải mới hơn',
            en: 'the days have changed, so the version of the calendar must be later',
          }),
        ]
      : []),
  ];
}

/** Names, hours, fees and dates of a published version may be mended; what running cases stand on may not. */
function checkVersion(procedure: Procedure, published: readonly Procedure[]): readonly CatalogueProblem[] {
  const before = published.find(({ code, version }) => code === procedure.code && version === procedure.version);
  if (before === undefined || binding(before) === binding(procedure)) return [];
  const text = {
    vi: 'Quy trình, thời hạn hoặc thành phần hồ sơ của bản đã công bố bị đổi; hãy thêm một phiên bản mới',
    en: 'changes the process, time limit or checklist of a published version; add a new version instead',
  };
  return [problem('published-version', `/procedures/${procedure.code}@${procedure.version}`, text)];
}

function binding(procedure: Procedure): string {
  const { validFrom, decidingLevel, decidingUnitKind, timeLimit, supplementClock, stages, documents } = procedure;
  const steps = stages.map((stage) => stage.map(({ id, level, unitKind, actor }) => [id, level, unitKind, actor]));
  const lines = documents.map(({ id }) => id);
  return JSON.stringify([validFrom, decidingLevel, decidingUnitKind, timeLimit, supplementClock, steps, lines]);
}
