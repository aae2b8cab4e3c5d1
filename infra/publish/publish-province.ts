/** Publishing: check, compare with what the stage has, show, ask, write. Everything that it touches is handed in. */
import { contentHash, manifestOf, splitCatalogue } from '../../shared/adapters/catalogue-parts.ts';
import type { Catalogue } from '../../shared/domain/catalogue/catalogue.ts';
import type { CatalogueProblem } from '../../shared/domain/catalogue/checks/problem.ts';
import { localDateOf } from '../../shared/domain/time.ts';
import type { CataloguePublication } from '../../shared/ports/catalogue-source.ts';
import type { Clock } from '../../shared/ports/outside.ts';
import type { UnversionedCatalogue } from './catalogue-keys.ts';
import { checkSuccession } from './check-succession.ts';
import { checkProvince } from './checked-province.ts';
import { compareCatalogues, describeChanges, summarise } from './compare-catalogues.ts';

export interface PublishContext {
  readonly publication: CataloguePublication;
  readonly clock: Clock;
  readonly say: (line: string) => void;
  readonly confirm: () => Promise<boolean>;
}

export type PublishOutcome =
  | { readonly kind: 'published'; readonly version: string }
  | { readonly kind: 'unchanged'; readonly version: string }
  | { readonly kind: 'refused'; readonly problems: readonly CatalogueProblem[] }
  | { readonly kind: 'declined' }
  | { readonly kind: 'overtaken'; readonly current: string | undefined };

export async function publishProvince(unchecked: unknown, context: PublishContext): Promise<PublishOutcome> {
  const { publication, clock, say } = context;
  const checked = checkProvince(unchecked);
  if (checked.kind === 'refused') return refuse(checked.problems, say);
  const { data } = checked;

  const current = await publication.current();
  const hash = hashOf(data);
  if (current !== undefined && hashOf(current) === hash) {
    say(`Không có gì thay đổi, đang dùng ${current.version} · Nothing has changed: ${current.version} is published.`);
    return { kind: 'unchanged', version: current.version };
  }
  const broken = current === undefined ? [] : checkSuccession(current, data);
  if (broken.length > 0) return refuse(broken, say);

  show(current, data, say);
  if (!(await context.confirm())) {
    say('Không công bố · Not published.');
    return { kind: 'declined' };
  }
  const at = clock.now();
  const version = `${localDateOf(at)}.${hash.slice(0, 16)}`;
  const result = await publication.publish({ catalogue: { version, ...data }, replaces: current?.version, at });
  if (result.kind === 'overtaken') {
    say(
      `Trong lúc đó đã có người công bố ${result.current ?? ''}; hãy xem lại khác biệt · ` +
        'Somebody has published in the meantime; look at the difference again.',
    );
    return result;
  }
  say(`Đã công bố · Published: ${version}`);
  return { kind: 'published', version };
}

/** Of the content alone, whatever version it carries. */
function hashOf(data: UnversionedCatalogue): string {
  return contentHash(manifestOf(splitCatalogue(data)));
}

function refuse(problems: readonly CatalogueProblem[], say: (line: string) => void): PublishOutcome {
  say(`Không công bố: ${problems.length} lỗi · Not published, mistakes: ${problems.length}`);
  for (const { path, rule, vi, en } of problems) say(`  ${path} [${rule}]\n      ${vi}\n      ${en}`);
  return { kind: 'refused', problems };
}

/** A first publication is counted, a later one shown entry by entry. */
function show(current: Catalogue | undefined, data: UnversionedCatalogue, say: (line: string) => void): void {
  if (current === undefined) {
    say('Công bố lần đầu · First publication:');
    for (const line of summarise(compareCatalogues(emptied(data), data))) say(`  ${line}`);
    return;
  }
  say(`Khác với ${current.version} · Different from ${current.version}:`);
  for (const line of describeChanges(compareCatalogues(current, data))) say(`  ${line}`);
}

function emptied(data: UnversionedCatalogue): UnversionedCatalogue {
  const lists = Object.entries(data).map(([key, value]: [string, unknown]) => [key, Array.isArray(value) ? [] : value]);
  return { ...(Object.fromEntries(lists) as UnversionedCatalogue), calendar: { ...data.calendar, days: [] } };
}
