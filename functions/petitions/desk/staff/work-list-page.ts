/** /hotline: what waits for the centre, emergencies first, then what is due soonest. */
import type { ReportLine } from '../../../../shared/contracts/http/report-views.ts';
import { displayTrackingCode } from '../../../../shared/domain/codes/tracking-code.ts';
import { shortDateTime } from '../../../../shared/shell/format.ts';
import { html, type Html } from '../../../../shared/shell/html.ts';
import { page } from '../../../../shared/shell/page.ts';
import { channelWords } from '../../../mail/writing/reports/report-words.ts';
import { markWords, statusWords } from '../desk-words.ts';

export interface WorkListPage {
  readonly signedIn: string;
  readonly unit: string;
  readonly items: readonly ReportLine[];
  readonly status: string | undefined;
  readonly next: string | undefined;
  /** Above the list: how many calls wait, and what callers are told. */
  readonly notice?: Html | undefined;
}

const FILTERS = ['new', 'needs-info', 'assigned', 'consolidating', 'in-review'] as const;

export function workListPage({ signedIn, unit, items, status, next, notice }: WorkListPage): string {
  return page({
    title: 'Tổng đài 1022: việc đang mở',
    signedIn,
    body: html`<p>${unit}</p>
      ${notice}
      <nav aria-label="Tổng đài"><ul>
        <li><a href="/hotline/goi">Ghi cuộc gọi</a> <span lang="en">(a call)</span></li>
        <li><a href="/hotline/goi-lai">Gọi lại</a> <span lang="en">(call-backs)</span></li>
        <li><a href="/hotline/cong-khai">Chờ xem xét công khai</a> <span lang="en">(to publish)</span></li>
      </ul></nav>
      <form method="post" action="/hotline/tim">
        <label for="tim-q">Mã phản ánh hoặc điện thoại <span lang="en">(code or phone)</span></label>
        <input id="tim-q" name="q" maxlength="60" required autocomplete="off">
        <button type="submit">Tìm</button>
      </form>
      <nav aria-label="Lọc"><p>Lọc: ${filter(undefined, status)}${FILTERS.map((one) => html` · ${filter(one, status)}`)}</p></nav>
      ${items.length === 0 ? html`<p role="status">Không có việc nào đang chờ. <span lang="en">Nothing is waiting.</span></p>` : table(items)}
      ${next !== undefined && html`<p><a href="/hotline?${status === undefined ? '' : `status=${status}&`}next=${encodeURIComponent(next)}">Trang sau</a></p>`}
      <form method="post" action="/staff/sign-out"><button type="submit">Đăng xuất</button></form>`,
  });
}

function filter(one: (typeof FILTERS)[number] | undefined, chosen: string | undefined): Html {
  const text = one === undefined ? 'tất cả' : statusWords[one].vi;
  if (one === chosen) return html`<strong aria-current="page">${text}</strong>`;
  return html`<a href="/hotline${one === undefined ? '' : `?status=${one}`}">${text}</a>`;
}

function table(items: readonly ReportLine[]): Html {
  return html`<table>
    <thead><tr><th scope="col">Phản ánh</th><th scope="col">Hạn</th><th scope="col">Trạng thái</th></tr></thead>
    <tbody>${items.map(
      (item) => html`<tr>
        <td>${marksOf(item.marks)}<a href="/hotline/r/${item.code}">${displayTrackingCode(item.code)}</a><br>${item.summary ?? channelWords[item.channel]}${item.category !== undefined && html`<br>${item.category}`}</td>
        <td>${item.overdue && html`<strong>Quá hạn</strong><br>`}${shortDateTime(item.dueAt)}</td>
        <td>${item.clockId.startsWith('dispute:') ? 'Tranh chấp thẩm quyền' : item.statusText}</td>
      </tr>`,
    )}</tbody>
  </table>`;
}

export function marksOf({ emergency, abusive, outside, otherLanguage }: ReportLine['marks']): Html {
  const marks = [
    ...(abusive === true ? [markWords.abusive] : []),
    ...(outside === undefined ? [] : [markWords[outside]]),
    ...(otherLanguage === true ? [markWords.otherLanguage] : []),
  ];
  return html`${emergency !== undefined && html`<strong>KHẨN CẤP ${emergency}</strong><br>`}${marks.map(({ vi }) => html`<em>${vi}</em><br>`)}`;
}
