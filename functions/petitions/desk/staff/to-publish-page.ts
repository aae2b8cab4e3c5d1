import type { Catalogue } from '../../../../shared/domain/catalogue/catalogue.ts';
import { displayTrackingCode } from '../../../../shared/domain/codes/tracking-code.ts';
import type { ListingItem } from '../../../../shared/ports/entity-store.ts';
import { shortDateTime } from '../../../../shared/shell/format.ts';
import { html, type Html } from '../../../../shared/shell/html.ts';
import { page } from '../../../../shared/shell/page.ts';
import { categoryNamed } from '../../views/report-names.ts';

/** Answered reports of which nobody has said yet whether everybody may read them. */
export function toPublishPage(view: {
  readonly signedIn: string;
  readonly items: readonly ListingItem[];
  readonly next: string | undefined;
  readonly catalogue: Catalogue;
}): string {
  const { items, next, catalogue } = view;
  return page({
    title: 'Chờ xem xét công khai',
    signedIn: view.signedIn,
    body: html`${
      items.length === 0
        ? html`<p role="status">Không có phản ánh nào chờ xem xét. <span lang="en">Nothing waits.</span></p>`
        : html`<ul>${items.map((item) => line(item, catalogue))}</ul>`
    }
    ${next !== undefined && html`<p><a href="/hotline/cong-khai?next=${encodeURIComponent(next)}">Trang sau</a></p>`}
    <p><a href="/hotline">Về danh sách</a></p>`,
  });
}

function line({ key, attributes }: ListingItem, catalogue: Catalogue): Html {
  const [answeredAt = '', code = ''] = key.split('#');
  const { summary = '', category } = attributes;
  return html`<li><a href="/hotline/r/${code}#cong-khai">${displayTrackingCode(code)}</a>: ${summary}${category !== undefined && html` (${categoryNamed(catalogue, String(category)).name})`}, trả lời lúc ${shortDateTime(answeredAt)}</li>`;
}
