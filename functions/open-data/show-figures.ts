/** Figures of a month, counted anew from its list at each question and kept by caches for five minutes. */
import { FIGURE_NAMES } from '../../shared/contracts/http/open-data.ts';
import type { Catalogue } from '../../shared/domain/catalogue/catalogue.ts';
import { provinceOn } from '../../shared/domain/catalogue/lookup.ts';
import { callsList, callsOf, figuresList, readFigure } from '../../shared/domain/report-text/figures.ts';
import { publicFigures, type PublicFigures } from '../../shared/domain/report-text/public-figures.ts';
import { addDays, localDateOf, type LocalDate } from '../../shared/domain/time.ts';
import type { Listings } from '../../shared/ports/case-queries.ts';
import type { ListingItem } from '../../shared/ports/entity-store.ts';
import type { HttpReply, HttpRequest } from '../../shared/shell/http.ts';
import { figuresTable } from './figures-table.ts';
import { unitName } from './list-published.ts';
import type { OpenDataPorts } from './open-data-ports.ts';
import { explanations, licence, openDataHeaders } from './open-data-terms.ts';
import { monthOf } from './read-published.ts';

/** Items of one question to the table: below its limit of one megabyte. */
const PAGE = 1000;

export async function showFigures(ports: OpenDataPorts, request: HttpRequest): Promise<HttpReply> {
  if (wantsTable(request.headers['accept'])) {
    const table = await downloadFigures(ports, request);
    return table.kind === 'text' ? { ...table, headers: { ...table.headers, vary: 'accept' } } : table;
  }
  const { month, now, catalogue, figures, calls, smallest } = await countMonth(ports, request);
  const province = provinceOn(catalogue, localDateOf(now));
  return {
    kind: 'json',
    status: 200,
    body: {
      month,
      asOf: now,
      smallest,
      licence: licence({ vi: province?.name ?? '', en: province?.nameEn ?? '' }),
      units: figures.units.map(({ unitId, ...counts }) => ({
        unit: unitName(catalogue, unitId, lastDayOf(month)),
        ...inOrder(counts),
      })),
      total: inOrder(figures.total),
      ...(calls && { calls }),
      explanations,
    },
    headers: { ...openDataHeaders, vary: 'accept' },
  };
}

export async function downloadFigures(ports: OpenDataPorts, request: HttpRequest): Promise<HttpReply> {
  const { month, catalogue, figures } = await countMonth(ports, request);
  return {
    kind: 'text',
    status: 200,
    contentType: 'text/csv; charset=utf-8; header=present',
    text: figuresTable(
      month,
      figures.units.map(({ unitId, ...counts }) => ({ ...unitName(catalogue, unitId, lastDayOf(month)), counts })),
    ),
    headers: {
      ...openDataHeaders,
      'content-disposition': `attachment; filename="1022-${month}.csv"`,
      // Terms and formulas (RFC 8288): a table has no room for them.
      link: `<${ports.baseUrl}/open-data/reports/figures?month=${month}>; rel="describedby"; type="application/json"`,
    },
  };
}

interface CountedMonth {
  readonly month: string;
  readonly now: string;
  readonly catalogue: Catalogue;
  readonly smallest: number;
  readonly figures: PublicFigures;
  readonly calls?: Readonly<Record<'answered' | 'calledBack' | 'abandoned', number | null>>;
}

async function countMonth(
  { listings, catalogue: published, clock }: OpenDataPorts,
  { query }: HttpRequest,
): Promise<CountedMonth> {
  const now = clock.now();
  const month = query['month'] ?? monthOf(now);
  const [catalogue, items, calls] = await Promise.all([
    published.load(),
    allOf(listings, figuresList(month)),
    allOf(listings, callsList(month)),
  ]);
  const smallest = catalogue.hotline.smallestFigure;
  const counted = callsOf(calls);
  const shown = (count: number) => (count > 0 && count < smallest ? null : count);
  return {
    month,
    now,
    catalogue,
    smallest,
    figures: publicFigures(
      items.flatMap((item) => readFigure(item) ?? []),
      { now, smallest },
    ),
    ...(counted && {
      calls: {
        answered: shown(counted.answered),
        calledBack: shown(counted.calledBack),
        abandoned: shown(counted.abandoned),
      },
    }),
  };
}

async function allOf(listings: Listings, list: string): Promise<readonly ListingItem[]> {
  const items: ListingItem[] = [];
  let next: string | undefined;
  do {
    const page = await listings.page(list, { limit: PAGE, ...(next !== undefined && { next }) });
    items.push(...page.items);
    next = page.next;
  } while (next !== undefined);
  return items;
}

function inOrder(counts: PublicFigures['total']): PublicFigures['total'] {
  return Object.fromEntries(FIGURE_NAMES.map((name) => [name, counts[name]])) as Record<
    (typeof FIGURE_NAMES)[number],
    number | null
  >;
}

function lastDayOf(month: string): LocalDate {
  return addDays(`${addDays(`${month}-28`, 4).slice(0, 7)}-01`, -1);
}

function wantsTable(accept: string | undefined): boolean {
  return accept?.split(',')[0]?.trim().toLowerCase().startsWith('text/csv') === true;
}
