/**
 * The published reports, newest first, from the lists of the months. The key of an item ends in the report's code, by which its reporter is known to
 * operators: it is shown to nobody, neither as an id nor inside the cursor.
 */
import { createHash } from 'node:crypto';
import type { Outcome } from '../../shared/domain/report/state.ts';
import { localDateOf, type Instant } from '../../shared/domain/time.ts';
import type { Listings } from '../../shared/ports/case-queries.ts';
import type { ListingItem } from '../../shared/ports/entity-store.ts';

export interface PublishedReport {
  readonly id: string;
  readonly publishedAt: Instant;
  readonly answeredAt: Instant;
  readonly category: string;
  readonly area: string;
  readonly unitIds: readonly string[];
  readonly outcome: Outcome;
  readonly summary: string;
  readonly answer: string;
}

/** After so many months without a publication there is nothing older; whoever knows better asks for a month. */
const EMPTY_MONTHS = 12;
/** The last month that can hold anything. */
const FIRST_MONTH = '2018-01';

export async function readPublished(
  listings: Listings,
  page: {
    readonly limit: number;
    /** Where to begin when there is no cursor. */
    readonly month: string;
    readonly after?: Cursor;
  },
): Promise<{ readonly items: readonly PublishedReport[]; readonly next?: string }> {
  const found: PublishedReport[] = [];
  for await (const item of newestFirst(listings, page)) {
    const last = found.at(-1);
    if (found.length === page.limit && last !== undefined) return { items: found, next: cursorOf(last) };
    found.push(item);
  }
  return { items: found };
}

export interface Cursor {
  readonly publishedAt: Instant;
  readonly id: string;
}

/** @returns undefined for what we have not given out. */
export function readCursor(text: string): Cursor | undefined {
  const id = Buffer.from(text, 'base64url').toString();
  const publishedAt = /^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z)-[0-9a-f]{8}$/u.exec(id)?.[1];
  return publishedAt === undefined ? undefined : { publishedAt, id };
}

function cursorOf({ id }: PublishedReport): string {
  return Buffer.from(id).toString('base64url');
}

async function* newestFirst(
  listings: Listings,
  { limit, month, after }: Parameters<typeof readPublished>[1],
): AsyncGenerator<PublishedReport> {
  let empty = 0;
  for (let at = after === undefined ? month : monthOf(after.publishedAt); at >= FIRST_MONTH; at = monthBefore(at)) {
    let any = false;
    for await (const item of ofMonth(listings, at, { limit, ...(after && { after }) })) {
      any = true;
      yield item;
    }
    empty = any ? 0 : empty + 1;
    if (empty === EMPTY_MONTHS) return;
  }
}

async function* ofMonth(
  listings: Listings,
  month: string,
  { limit, after }: { readonly limit: number; readonly after?: Cursor },
): AsyncGenerator<PublishedReport> {
  const to = after === undefined ? {} : { to: `${after.publishedAt}#\u{10FFFF}` };
  // Of the same millisecond those up to the last one shown were shown.
  let sameMoment: PublishedReport[] = [];
  let next: string | undefined;
  do {
    const page = await listings.page(`published#${month}`, {
      ...to,
      limit: limit + 1,
      newestFirst: true,
      ...(next !== undefined && { next }),
    });
    for (const item of page.items.flatMap(publishedOf)) {
      if (item.publishedAt === after?.publishedAt) {
        sameMoment = item.id === after.id ? [] : [...sameMoment, item];
        continue;
      }
      yield* sameMoment.splice(0);
      yield item;
    }
    next = page.next;
  } while (next !== undefined);
  yield* sameMoment;
}

function publishedOf({ key, attributes }: ListingItem): readonly PublishedReport[] {
  const [publishedAt = '', reportId = ''] = key.split('#');
  const text = (name: string) => String(attributes[name] ?? '');
  return [
    {
      id: `${publishedAt}-${shortHash(reportId)}`,
      publishedAt,
      answeredAt: text('answeredAt'),
      category: text('category'),
      area: text('area'),
      unitIds: text('unitIds')
        .split(' ')
        .filter((id) => id !== ''),
      outcome: text('outcome') as Outcome,
      summary: text('summary'),
      answer: text('answer'),
    },
  ];
}

/** 32 bits of a code of 45: thousands of codes have the same, so it gives none away, and two of one millisecond are told apart. */
function shortHash(reportId: string): string {
  return createHash('sha256').update(`published ${reportId}`).digest('hex').slice(0, 8);
}

export function monthOf(at: Instant): string {
  return localDateOf(at).slice(0, 7);
}

function monthBefore(month: string): string {
  const [year = 0, number = 0] = month.split('-').map(Number);
  return number === 1 ? `${year - 1}-12` : `${year}-${String(number - 1).padStart(2, '0')}`;
}
