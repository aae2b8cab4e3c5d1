import type { UnitId } from '../../domain/catalogue/catalogue.ts';
import type { Instant } from '../../domain/time.ts';
import { timerBucket } from '../timer-bucket.ts';
import type { CaseQueries, CounterPage, DecidedCase, DueTimer, Listings, OpenWork, Page } from '../case-queries.ts';
import type { ListingItem } from '../entity-store.ts';
import type { MemoryWorld } from './memory-world.ts';

/** The indexes, computed anew for each question; never late, unlike those of the tables. */
export class MemoryCaseQueries implements CaseQueries {
  readonly #world: MemoryWorld;

  constructor(world: MemoryWorld) {
    this.#world = world;
  }

  entityByDossierCode(dossierCode: string): Promise<string | undefined> {
    const found = [...this.#world.entities].find(([, { index }]) => index.dossierCode === dossierCode);
    return Promise.resolve(found?.[0]);
  }

  casesAtCounter(counterId: UnitId, { filed, ...page }: CounterPage): Promise<Page<string>> {
    const within = (filedAt: Instant) => filed === undefined || (filed[0] <= filedAt && filedAt <= filed[1]);
    const rows = [...this.#world.entities].flatMap(([entityId, { index }]) =>
      index.counterId === counterId && index.filedAt !== undefined && within(index.filedAt)
        ? [{ order: `${index.filedAt} ${entityId}`, item: entityId }]
        : [],
    );
    return Promise.resolve(pageOf(rows, { ...page, newestFirst: true }));
  }

  openWork(unitId: UnitId, page: { readonly limit: number; readonly next?: string }): Promise<Page<OpenWork>> {
    const rows = this.#clocks().flatMap(({ entityId, clock: { clockId, work } }) =>
      work?.unitId === unitId
        ? [
            {
              order: `${work.dueAt} ${entityId} ${clockId}`,
              item: {
                entityId,
                clockId,
                dueAt: work.dueAt,
                ...(work.officerId !== undefined && { officerId: work.officerId }),
              },
            },
          ]
        : [],
    );
    return Promise.resolve(pageOf(rows, { ...page, newestFirst: false }));
  }

  casesByPhone(phoneHash: string, limit: number): Promise<readonly string[]> {
    const dossiers = [...this.#world.people].map(([entityId, row]) => [entityId, row] as const);
    const others = [...this.#world.kept.values()].flatMap(({ entityId, phone }) =>
      phone === undefined ? [] : [[entityId, { phoneHash: phone.hash, filedAt: phone.filedAt }] as const],
    );
    const found = [...dossiers, ...others].filter(([, row]) => row.phoneHash === phoneHash);
    return Promise.resolve(
      found
        .sort(([, left], [, right]) => (left.filedAt < right.filedAt ? 1 : -1))
        .slice(0, limit)
        .map(([entityId]) => entityId),
    );
  }

  dueTimers(bucket: number, now: Instant, limit: number): Promise<readonly DueTimer[]> {
    const due = this.#clocks().flatMap(({ entityId, clock: { clockId, timer } }) =>
      timer !== undefined && timer.at <= now && timerBucket(entityId) === bucket
        ? [{ entityId, clockId, at: timer.at }]
        : [],
    );
    return Promise.resolve(due.sort((left, right) => (left.at < right.at ? -1 : 1)).slice(0, limit));
  }

  runningTimers(bucket: number, page: { readonly limit: number; readonly next?: string }): Promise<Page<DueTimer>> {
    const rows = this.#clocks().flatMap(({ entityId, clock: { clockId, timer } }) =>
      timer !== undefined && timerBucket(entityId) === bucket
        ? [{ order: `${timer.at} ${entityId} ${clockId}`, item: { entityId, clockId, at: timer.at } }]
        : [],
    );
    return Promise.resolve(pageOf(rows, { ...page, newestFirst: false }));
  }

  decidedBy(unitId: UnitId, page: Parameters<CaseQueries['decidedBy']>[1]): Promise<Page<DecidedCase>> {
    const rows = [...this.#world.entities].flatMap(([entityId, { index }]) => {
      const { decidedBy, decidedAt, punctuality } = index;
      if (decidedBy !== unitId || decidedAt === undefined || punctuality === undefined) return [];
      if (decidedAt < page.from || decidedAt > page.to) return [];
      const item = { entityId, decidedAt, punctuality: punctuality as DecidedCase['punctuality'] };
      return [{ order: `${decidedAt} ${entityId}`, item }];
    });
    return Promise.resolve(pageOf(rows, { ...page, newestFirst: false }));
  }

  postponeTimer({ entityId, clockId, at }: DueTimer, to: Instant): Promise<void> {
    const entity = this.#world.entities.get(entityId);
    const clock = entity?.clocks.get(clockId);
    if (entity !== undefined && clock?.timer?.at === at) {
      const clocks = new Map(entity.clocks).set(clockId, { ...clock, timer: { ...clock.timer, at: to } });
      this.#world.entities.set(entityId, { ...entity, clocks });
    }
    return Promise.resolve();
  }

  #clocks() {
    return [...this.#world.entities].flatMap(([entityId, { clocks }]) =>
      [...clocks.values()].map((clock) => ({ entityId, clock })),
    );
  }
}

export class MemoryListings implements Listings {
  readonly #world: MemoryWorld;

  constructor(world: MemoryWorld) {
    this.#world = world;
  }

  page(list: string, page: Parameters<Listings['page']>[1]): Promise<Page<ListingItem>> {
    const { from = '', to = '\u{10FFFF}', limit, next, newestFirst = false } = page;
    const rows = [...this.#world.listings.values()]
      .filter((item) => item.list === list && from <= item.key && item.key <= to)
      .map((item) => ({ order: item.key, item: structuredClone(item) }));
    return Promise.resolve(pageOf(rows, { limit, newestFirst, ...(next !== undefined && { next }) }));
  }
}

interface Row<Item> {
  readonly order: string;
  readonly item: Item;
}

function pageOf<Item>(
  rows: readonly Row<Item>[],
  { limit, next, newestFirst }: { readonly limit: number; readonly next?: string; readonly newestFirst: boolean },
): Page<Item> {
  const direction = newestFirst ? -1 : 1;
  const sorted = rows.toSorted((left, right) => (left.order < right.order ? -direction : direction));
  const from = next === undefined ? 0 : sorted.findIndex(({ order }) => order === next) + 1;
  const taken = sorted.slice(from, from + limit);
  const last = taken.at(-1);
  const items = taken.map(({ item }) => item);
  return last !== undefined && from + limit < sorted.length ? { items, next: last.order } : { items };
}
