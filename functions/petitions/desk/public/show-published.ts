import type { Catalogue } from '../../../../shared/domain/catalogue/catalogue.ts';
import { localDateOf } from '../../../../shared/domain/time.ts';
import type { Outcome } from '../../../../shared/domain/report/state.ts';
import type { ListingItem } from '../../../../shared/ports/entity-store.ts';
import type { HttpReply, HttpRequest } from '../../../../shared/shell/http.ts';
import { outcomeWords } from '../../../mail/writing/reports/report-words.ts';
import type { ReportPorts } from '../../report-ports.ts';
import { areaName, categoryNamed, unitNamed } from '../../views/report-names.ts';
import { publishedPage, type PublishedReport } from './published-page.ts';

const PAGE = 20;

/** One page of one month's list. */
export async function showPublished(
  ports: Pick<ReportPorts, 'listings' | 'catalogue' | 'clock'>,
  { query }: HttpRequest,
): Promise<HttpReply> {
  const month = query['thang'] ?? localDateOf(ports.clock.now()).slice(0, 'YYYY-MM'.length);
  const { next } = query;
  const [catalogue, page] = await Promise.all([
    ports.catalogue.load(),
    ports.listings.page(`published#${month}`, {
      limit: PAGE,
      newestFirst: true,
      ...(next !== undefined && { next }),
    }),
  ]);
  const items = page.items.map((item) => published(item, catalogue));
  return {
    kind: 'html',
    status: 200,
    html: publishedPage({ month, previous: monthBefore(month), items, next: page.next }),
  };
}

function published({ attributes }: ListingItem, catalogue: Catalogue): PublishedReport {
  const text = (name: string): string => String(attributes[name] ?? '');
  const answeredAt = text('answeredAt');
  return {
    summary: text('summary'),
    answer: text('answer'),
    category: categoryNamed(catalogue, text('category')).name,
    area: areaName(catalogue, text('area')),
    units: text('unitIds')
      .split(' ')
      .map((id) => unitNamed(catalogue, id, answeredAt).name),
    outcome: outcomeWords[text('outcome') as Outcome],
    answeredAt,
  };
}

function monthBefore(month: string): string {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return number === 1 ? `${String(year - 1)}-12` : `${String(year)}-${String(number - 1).padStart(2, '0')}`;
}
