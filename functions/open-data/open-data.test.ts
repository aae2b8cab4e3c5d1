import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shippedCatalogue } from '../../infra/publish/checked-province.ts';
import { PublicFiguresAnswer, PublishedReports } from '../../shared/contracts/http/open-data.ts';
import type { ListingItem } from '../../shared/ports/entity-store.ts';
import { MemoryCatalogue } from '../../shared/ports/memory/memory-catalogue.ts';
import { MemoryListings } from '../../shared/ports/memory/memory-case-queries.ts';
import { SteppableClock } from '../../shared/ports/memory/memory-outside.ts';
import { MemoryWorld } from '../../shared/ports/memory/memory-world.ts';
import { httpFunction } from '../../shared/shell/http-pipeline.ts';
import { httpEvent, lambdaContext } from '../../shared/shell/testing/http-event.ts';
import { openDataApiRoutes } from './open-data-routes.ts';

const NOW = '2026-11-23T02:00:00.000Z';
const catalogue = new MemoryCatalogue(shippedCatalogue());

function published(publishedAt: string, code: string, changes: Readonly<Record<string, string>> = {}): ListingItem {
  return {
    list: `published#${publishedAt.slice(0, 7)}`,
    key: `${publishedAt}#${code}`,
    attributes: {
      summary: `Ổ gà ${code.at(-1) ?? ''}`,
      answer: 'Đã vá',
      category: 'ha-tang-giao-thong',
      area: '25750',
      unitIds: 'phu-loi-2025-phong-kinh-te',
      answeredAt: publishedAt,
      outcome: 'fixed',
      ...changes,
    },
  };
}

function figure(month: string, unitId: string, number: number, answeredAt?: string): ListingItem {
  const attributes = { openedAt: `${month}-02T00:00:00.000Z`, dueAt: `${month}-09T00:00:00.000Z` };
  return {
    list: `figures#${month}`,
    key: `${unitId}#R${String(number)}#w1`,
    attributes: { ...attributes, ...(answeredAt !== undefined && { answeredAt, outcome: 'fixed' }) },
  };
}

function serve(items: readonly ListingItem[]) {
  const clock = new SteppableClock(NOW);
  const world = new MemoryWorld(clock);
  for (const item of items) world.listings.set(`${item.list} ${item.key}`, item);
  const handler = httpFunction({
    routes: openDataApiRoutes({
      listings: new MemoryListings(world),
      catalogue,
      clock,
      baseUrl: 'https://mot-cua.test',
    }),
  });
  return async (path: string, query: Readonly<Record<string, string>> = {}, accept = '*/*') => {
    const route = `/open-data/reports${path}`;
    const answer = await handler(httpEvent({ method: 'GET', route, query, headers: { accept } }), lambdaContext);
    const { statusCode = 0, headers = {}, body = '' } = answer;
    return { status: statusCode, headers, text: body, json: () => JSON.parse(body) as Record<string, unknown> };
  };
}

/** A reader that goes on while there is more. */
async function everything(ask: ReturnType<typeof serve>, limit: number): Promise<readonly string[]> {
  const seen: string[] = [];
  for (let after: string | undefined, pages = 0; pages < 200; pages++) {
    const answer = await ask('', { limit: String(limit), ...(after !== undefined && { after }) });
    const { items, next } = PublishedReports.parse(answer.json());
    seen.push(...items.map(({ summary }) => summary));
    if (next === undefined) return seen;
    after = next;
  }
  throw new Error('the feed has no end');
}

describe('published reports', () => {
  it('come newest first over the months, with the names of that day, and for any cache', async () => {
    const ask = serve([
      published('2026-09-30T10:00:00.000Z', 'AAAA000001'),
      published('2026-11-03T10:00:00.000Z', 'AAAA000003'),
      published('2025-06-02T10:00:00.000Z', 'AAAA000000', { area: '25744' }),
      published('2026-11-01T10:00:00.000Z', 'AAAA000002'),
    ]);
    const answer = await ask('', { month: '2026-11' });
    const { items } = PublishedReports.parse(answer.json());
    expect(items.map(({ summary }) => summary)).toEqual(['Ổ gà 3', 'Ổ gà 2', 'Ổ gà 1']);
    expect(items[0]).toMatchObject({
      category: { name: 'Hạ tầng giao thông', nameEn: 'Roads and pavements' },
      area: { code: '25750', name: 'Phường Phú Lợi' },
      units: [{ id: 'phu-loi-2025-phong-kinh-te' }],
      outcome: 'fixed',
    });
    expect(answer.headers['cache-control']).toBe('public, max-age=300');
    const older = PublishedReports.parse((await ask('', { month: '2025-12' })).json());
    expect(older.items.map(({ area }) => area.name)).toEqual(['Phường Phú Lợi']);
  });

  it('never name the code of a report, neither in what is shown nor in the cursor', async () => {
    const items = ['AAAA000001', 'AAAA000002', 'AAAA000003'].map((code) => published('2026-11-03T10:00:00.000Z', code));
    for (const path of ['', '.atom']) {
      const { text } = await serve(items)(path, path === '' ? { limit: '1' } : {});
      const decoded = [...text.matchAll(/[\w-]{30,}/gu)].map(([word]) => Buffer.from(word, 'base64url').toString());
      expect(`${text} ${decoded.join(' ')}`).not.toMatch(/AAAA0000/u);
    }
  });

  it('are all read once by whoever goes on page by page, also several of one millisecond', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.integer({ min: 0, max: 5 }), { maxLength: 25 }),
        fc.integer({ min: 1, max: 7 }),
        async (days, limit) => {
          const moments = ['2026-11-03', '2026-11-02', '2026-10-30', '2026-10-02', '2026-07-01', '2025-12-31'];
          const items = days.map((day, index) =>
            published(`${moments[day] ?? ''}T10:00:00.000Z`, `AAAA${String(index).padStart(6, '0')}`, {
              summary: String(index),
            }),
          );
          const seen = await everything(serve(items), limit);
          expect([...seen].sort()).toEqual(items.map((_, index) => String(index)).sort());
        },
      ),
      { numRuns: 60 },
    );
  });

  it('refuse a cursor that we have not given out, and a limit or month that is none', async () => {
    const ask = serve([]);
    for (const query of [{ after: 'abc' }, { limit: '0' }, { limit: '101' }, { month: '2026-13' }, { unknown: '1' }])
      expect((await ask('', query)).status, JSON.stringify(query)).toBe(400);
    expect(PublishedReports.parse((await ask('')).json()).items).toEqual([]);
  });
});

describe('the feed', () => {
  it('is well-formed whatever people wrote, and gives their words back', async () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 60 }),
      fc.constantFrom('<b>&amp;</b>', ']]>', '"\'', '<!--', '\u0000\u000B\uFFFE', '\uD800', '😀 Ổ gà'),
    );
    await fc.assert(
      fc.asyncProperty(text, text, async (summary, answer) => {
        const feed = await serve([published('2026-11-03T10:00:00.000Z', 'AAAA000001', { summary, answer })])('.atom');
        const { elements } = wellFormed(feed.text);
        expect(elements.find(([name]) => name === 'summary')?.[1]).toBe(inXml(summary));
        expect(elements.find(([name]) => name === 'content')?.[1]).toBe(inXml(answer));
      }),
      { numRuns: 200 },
    );
  });

  it('has what RFC 4287 asks of a feed and of an entry, and where the next page is', async () => {
    const items = Array.from({ length: 51 }, (_, index) =>
      published(
        new Date(Date.parse('2026-11-03T10:00:00.000Z') + index).toISOString(),
        `AAAA${String(index).padStart(6, '0')}`,
      ),
    );
    const feed = await serve(items)('.atom');
    expect(feed.headers['content-type']).toBe('application/atom+xml; charset=utf-8');
    const { elements } = wellFormed(feed.text);
    const texts = (name: string) => elements.filter(([one]) => one === name).map(([, text]) => text);
    expect(texts('id')).toHaveLength(51);
    expect(new Set(texts('id')).size).toBe(51);
    expect(texts('updated')).toHaveLength(51);
    expect(texts('updated')[0]).toBe('2026-11-03T10:00:00.050Z');
    expect(texts('title').every((title) => title !== '')).toBe(true);
    expect(texts('author').length).toBeGreaterThan(0);
    expect(feed.text).toMatch(
      /<link rel="self" type="application\/atom\+xml" href="https:\/\/mot-cua\.test\/open-data\/reports\.atom"\/>/u,
    );
    const next = /rel="next"[^>]*after=([\w-]+)"/u.exec(feed.text)?.[1];
    const second = await serve(items)('.atom', { after: next ?? '' });
    expect(wellFormed(second.text).elements.filter(([name]) => name === 'entry')).toHaveLength(1);
    expect(second.text).not.toContain('rel="next"');
  });
});

describe('figures', () => {
  const many = [
    ...Array.from({ length: 12 }, (_, index) =>
      figure('2026-11', 'phu-loi-2025-phong-kinh-te', index, '2026-11-05T00:00:00.000Z'),
    ),
    ...Array.from({ length: 3 }, (_, index) => figure('2026-11', 'hcm-cap-nuoc', index)),
    figure('2026-10', 'hcm-cap-nuoc', 9),
  ];

  it('are of one month and by unit; small numbers are left out, and each figure is explained in both languages', async () => {
    const answer = await serve(many)('/figures', { month: '2026-11' });
    const body = PublicFiguresAnswer.parse(answer.json());
    expect(
      body.units.map(({ unit, received, answered, medianHours }) => [unit.id, received, answered, medianHours]),
    ).toEqual([
      ['hcm-cap-nuoc', null, 0, null],
      ['phu-loi-2025-phong-kinh-te', 12, 12, 72],
    ]);
    expect(body).toMatchObject({ month: '2026-11', asOf: NOW, smallest: 5, licence: { name: 'CC BY 4.0' } });
    for (const figureName of Object.keys(body.total)) expect(body.explanations, figureName).toHaveProperty(figureName);
    expect(answer.headers['cache-control']).toBe('public, max-age=300');
    expect(body).not.toHaveProperty('calls');
  });

  it('are of this month when none is named', async () => {
    expect((await serve(many)('/figures')).json()).toMatchObject({ month: '2026-11' });
  });

  it('count the calls of the month, without small numbers', async () => {
    const calls = ['answered', 'answered', 'answered', 'answered', 'answered', 'abandoned'].map((outcome, index) => ({
      list: 'calls#2026-11',
      key: `${NOW}#${String(index)}`,
      attributes: { outcome },
    }));
    expect((await serve(calls)('/figures')).json()).toMatchObject({
      calls: { answered: 5, calledBack: 0, abandoned: null },
    });
  });

  it('are a table as well, by address or by what the caller accepts', async () => {
    const ask = serve(many);
    const table = await ask('/figures.csv', { month: '2026-11' });
    const lines = table.text.replace('\uFEFF', '').trimEnd().split('\r\n');
    expect(lines[0]).toBe(
      'month,unitId,unitName,unitNameEn,received,answered,open,onTime,late,overdue,notYetDue,fixed,notFixed,medianHours',
    );
    expect(lines[1]).toMatch(/^2026-11,hcm-cap-nuoc,.*,,0,,0,0,,0,0,0,$/u);
    expect(lines[2]).toMatch(
      /^2026-11,phu-loi-2025-phong-kinh-te,"Phòng Kinh tế, Hạ tầng và Đô thị phường Phú Lợi",.*,12,12,0,12,0,0,0,12,0,72$/u,
    );
    expect(table.headers).toMatchObject({ 'content-type': 'text/csv; charset=utf-8; header=present' });
    const accepted = await ask('/figures', { month: '2026-11' }, 'text/csv');
    expect(accepted.text).toBe(table.text);
    expect(accepted.headers['vary']).toBe('accept');
  });
});

/** What XML 1.0 can hold of a text, with line ends as a parser gives them. */
function inXml(text: string): string {
  return Array.from(text.toWellFormed())
    .filter((character) => /[\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/u.test(character))
    .join('');
}

/** Reads elements and their own text; throws where a parser of XML would. Enough for a feed: no comments, no CDATA, no prefixes. */
function wellFormed(xml: string): { readonly elements: readonly (readonly [name: string, text: string])[] } {
  const body = /^<\?xml version="1\.0" encoding="utf-8"\?>\n(.*)$/su.exec(xml)?.[1];
  if (body === undefined) throw new Error('no declaration');
  if (/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/u.test(xml))
    throw new Error('a character that XML cannot hold');
  const elements: [string, string][] = [];
  const open: number[] = [];
  for (const [token] of body.matchAll(/<[^<>]*>|[^<>]+|[<>]/gu)) {
    const tag = /^<(\/?)([a-z]+)((?: [a-z:]+="[^"<]*")*)(\/?)>$/u.exec(token);
    if (tag === null) {
      if (/[<>]/u.test(token)) throw new Error(`a stray ${token}`);
      const current = elements[open.at(-1) ?? -1];
      if (current === undefined && token.trim() !== '') throw new Error(`text outside: ${token}`);
      if (current !== undefined) current[1] += unescaped(token);
      continue;
    }
    const [, closing, name = '', attributes = '', empty] = tag;
    unescaped(attributes);
    if (closing === '/') {
      if (elements[open.pop() ?? -1]?.[0] !== name) throw new Error(`</${name}> closes another`);
    } else {
      elements.push([name, '']);
      if (empty === '') open.push(elements.length - 1);
    }
  }
  if (open.length > 0) throw new Error('left open');
  return { elements };
}

function unescaped(text: string): string {
  const known: Readonly<Record<string, string>> = {
    '&amp;': '&',
    '&lt;': '<',
    '&gt;': '>',
    '&quot;': '"',
    '&#39;': "'",
  };
  return text.replace(/&[^;]*;?/gu, (entity) => {
    const character = known[entity];
    if (character === undefined) throw new Error(`no entity: ${entity}`);
    return character;
  });
}
