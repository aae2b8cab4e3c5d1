/** /1022/cong-khai: what everybody may read, a month at a time, newest first. */
import { shortDate } from '../../../../shared/shell/format.ts';
import { html, type Html } from '../../../../shared/shell/html.ts';
import { page } from '../../../../shared/shell/page.ts';
import type { SaidText } from '../../../../shared/shell/said-text.ts';
import { paragraphs } from './owner-page.ts';

export interface PublishedReport {
  readonly summary: string;
  readonly answer: string;
  readonly category: string;
  readonly area: string;
  readonly units: readonly string[];
  readonly outcome: SaidText;
  readonly answeredAt: string;
}

export interface PublishedPage {
  /** `YYYY-MM`. */
  readonly month: string;
  readonly previous: string;
  readonly items: readonly PublishedReport[];
  readonly next: string | undefined;
}

export function publishedPage({ month, previous, items, next }: PublishedPage): string {
  const [year = '', number = ''] = month.split('-');
  return page({
    title: `Phản ánh đã công khai, tháng ${String(Number(number))} năm ${year}`,
    body: html`<p>Tóm tắt và trả lời, đã bỏ thông tin cá nhân. <span lang="en">Summaries and answers, without personal data.</span>
        <a href="/open-data/reports/figures">Số liệu theo đơn vị</a> <span lang="en">(figures per unit)</span></p>
      ${items.length === 0 && html`<p role="status">Chưa có phản ánh nào được công khai trong tháng này. <span lang="en">Nothing yet this month.</span></p>`}
      ${items.map(one)}
      ${next !== undefined && html`<p><a href="/1022/cong-khai?thang=${month}&amp;next=${encodeURIComponent(next)}">Trang sau</a></p>`}
      <p><a href="/1022/cong-khai?thang=${previous}">Tháng trước</a> <span lang="en">(the month before)</span></p>
      <p><a href="/1022">Gửi phản ánh</a></p>`,
  });
}

function one({ summary, answer, category, area, units, outcome, answeredAt }: PublishedReport): Html {
  return html`<article>
    <h2>${summary}</h2>
    <p>${category}, ${area}. ${units.join('; ')}, trả lời ngày ${shortDate(answeredAt)}. Kết quả: ${outcome.vi} <span lang="en">(${outcome.en})</span></p>
    ${paragraphs(answer)}
  </article>`;
}
