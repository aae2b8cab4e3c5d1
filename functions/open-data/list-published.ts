import type { Catalogue } from '../../shared/domain/catalogue/catalogue.ts';
import { areaVersion, provinceOn } from '../../shared/domain/catalogue/lookup.ts';
import { localDateOf, type LocalDate } from '../../shared/domain/time.ts';
import { problem, type HttpReply, type HttpRequest } from '../../shared/shell/http.ts';
import { atomFeed } from './atom-feed.ts';
import type { OpenDataPorts } from './open-data-ports.ts';
import { licence, openDataHeaders } from './open-data-terms.ts';
import { monthOf, readCursor, readPublished, type PublishedReport } from './read-published.ts';

const PAGE = 50;

export async function listPublished(ports: OpenDataPorts, { query }: HttpRequest): Promise<HttpReply> {
  const read = await readPage(ports, query);
  if (read === undefined) return unknownCursor;
  const { catalogue, source, items, next } = read;
  return {
    kind: 'json',
    status: 200,
    body: {
      licence: licence(source),
      items: items.map((item) => withNames(item, catalogue)),
      ...(next !== undefined && { next }),
    },
    headers: openDataHeaders,
  };
}

export async function feedOfReports(ports: OpenDataPorts, { query }: HttpRequest): Promise<HttpReply> {
  const read = await readPage(ports, query);
  if (read === undefined) return unknownCursor;
  const { catalogue, source, items, next } = read;
  return {
    kind: 'text',
    status: 200,
    contentType: 'application/atom+xml; charset=utf-8',
    text: atomFeed({
      baseUrl: ports.baseUrl,
      source,
      licence: licence(source),
      entries: items.map((item) => withNames(item, catalogue)),
      now: ports.clock.now(),
      ...(query['after'] !== undefined && { after: query['after'] }),
      ...(next !== undefined && { next }),
    }),
    headers: openDataHeaders,
  };
}

const unknownCursor = problem({ kind: 'malformed', errors: [{ pointer: 'query/after', code: 'format' }] });

async function readPage({ listings, catalogue: published, clock }: OpenDataPorts, query: HttpRequest['query']) {
  const after = query['after'] === undefined ? undefined : readCursor(query['after']);
  if (query['after'] !== undefined && after === undefined) return undefined;
  const now = clock.now();
  const [catalogue, page] = await Promise.all([
    published.load(),
    readPublished(listings, {
      limit: Number(query['limit'] ?? PAGE),
      month: query['month'] ?? monthOf(now),
      ...(after && { after }),
    }),
  ]);
  const province = provinceOn(catalogue, localDateOf(now));
  return { catalogue, source: { vi: province?.name ?? '', en: province?.nameEn ?? '' }, ...page };
}

export type NamedReport = ReturnType<typeof withNames>;

/** Under the names of the day on which it was published. */
function withNames({ category, area, unitIds, ...rest }: PublishedReport, catalogue: Catalogue) {
  const on = localDateOf(rest.publishedAt);
  const about = lastOf(catalogue.reportCategories, category, on);
  return {
    ...rest,
    category: { id: category, name: about?.name ?? category, nameEn: about?.nameEn ?? category },
    area: { code: area, name: areaVersion(catalogue, { code: area }, on)?.name ?? area },
    units: unitIds.map((id) => unitName(catalogue, id, on)),
  };
}

export function unitName(catalogue: Catalogue, id: string, on: LocalDate) {
  const unit = lastOf(catalogue.units, id, on);
  return { id, name: unit?.name ?? id, nameEn: unit?.nameEn ?? id };
}

/** The version of the day, or the last one before it: what has ended keeps its name. */
function lastOf<Item extends { readonly id: string; readonly validFrom: LocalDate }>(
  items: readonly Item[],
  id: string,
  on: LocalDate,
): Item | undefined {
  return items
    .filter((item) => item.id === id && item.validFrom <= on)
    .reduce<Item | undefined>(
      (last, item) => (last === undefined || last.validFrom < item.validFrom ? item : last),
      undefined,
    );
}
