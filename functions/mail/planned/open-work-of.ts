import type { UnitId } from '../../../shared/domain/catalogue/catalogue.ts';
import type { CaseQueries, DecidedCase, OpenWork, Page } from '../../../shared/ports/case-queries.ts';
import type { Week } from './week.ts';

const PAGE = 500;

/** All of a unit's open work, soonest due first. */
export function openWorkOf(queries: Pick<CaseQueries, 'openWork'>, unitId: UnitId): Promise<readonly OpenWork[]> {
  return allPages((page) => queries.openWork(unitId, page));
}

/** What a unit decided in a week, oldest first. */
export function decidedIn(
  queries: Pick<CaseQueries, 'decidedBy'>,
  unitId: UnitId,
  { from, to }: Week,
): Promise<readonly DecidedCase[]> {
  return allPages((page) => queries.decidedBy(unitId, { from, to, ...page }));
}

async function allPages<Item>(
  load: (page: { readonly limit: number; readonly next?: string }) => Promise<Page<Item>>,
): Promise<readonly Item[]> {
  const items: Item[] = [];
  for (let next: string | undefined = ''; next !== undefined;) {
    const page: Page<Item> = await load({ limit: PAGE, ...(next !== '' && { next }) });
    items.push(...page.items);
    next = page.next;
  }
  return items;
}
