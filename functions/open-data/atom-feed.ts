/** An Atom feed (RFC 4287). Values are escaped by the tag that makes our pages: its entities are XML's. */
import type { Instant } from '../../shared/domain/time.ts';
import { html as xml } from '../../shared/shell/html.ts';
import type { NamedReport } from './list-published.ts';

export interface Feed {
  readonly baseUrl: string;
  readonly source: { readonly vi: string; readonly en: string };
  readonly licence: { readonly name: string; readonly url: string };
  readonly entries: readonly NamedReport[];
  readonly now: Instant;
  /** Cursors of this page and of the one after it. */
  readonly after?: string;
  readonly next?: string;
}

export function atomFeed({ baseUrl, source, licence, entries, now, after, next }: Feed): string {
  const address = `${baseUrl}/open-data/reports.atom`;
  const paged = (cursor: string | undefined) => (cursor === undefined ? address : `${address}?after=${cursor}`);
  return xml`${xml.trusted('<?xml version="1.0" encoding="utf-8"?>')}
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="vi">
<id>${tagUri(baseUrl, 'reports')}</id>
<title>${clean(`Phản ánh, kiến nghị đã trả lời – Tổng đài 1022 ${source.vi}`)}</title>
<subtitle xml:lang="en">${clean(`Answered reports to the 1022 hotline, ${source.en}`)}</subtitle>
<updated>${entries[0]?.publishedAt ?? now}</updated>
<author><name>${clean(`Tổng đài 1022 ${source.vi}`)}</name></author>
<rights>${licence.name} – ${licence.url}</rights>
<link rel="self" type="application/atom+xml" href="${paged(after)}"/>
<link rel="alternate" type="application/json" href="${baseUrl}/open-data/reports"/>
<link rel="license" href="${licence.url}"/>
${next !== undefined && xml`<link rel="next" type="application/atom+xml" href="${paged(next)}"/>`}
${entries.map((entry) => entryOf(entry, baseUrl))}
</feed>
`.toString();
}

function entryOf({ id, publishedAt, category, area, units, outcome, summary, answer }: NamedReport, baseUrl: string) {
  return xml`<entry>
<id>${tagUri(baseUrl, `report:${id}`)}</id>
<title>${clean(`${category.name} – ${area.name}`)}</title>
<published>${publishedAt}</published>
<updated>${publishedAt}</updated>
${units.map(({ name }) => xml`<author><name>${clean(name)}</name></author>`)}
<category scheme="${baseUrl}/open-data/reports#category" term="${category.id}" label="${clean(category.name)}"/>
<category scheme="${baseUrl}/open-data/reports#outcome" term="${outcome}"/>
<summary>${clean(summary)}</summary>
<content>${clean(answer)}</content>
</entry>
`;
}

/** RFC 4151: an id that stays when the feed moves. */
function tagUri(baseUrl: string, specific: string): string {
  return `tag:${new URL(baseUrl).hostname},2026:${specific}`;
}

/** Characters that XML 1.0 cannot hold, even escaped; half of a surrogate pair among them. */
function clean(text: string): string {
  return text.toWellFormed().replace(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, '');
}
