import type { WorkItem } from '../../shared/contracts/http/staff.ts';
import { shortDateTime } from '../../shared/shell/format.ts';
import { html } from '../../shared/shell/html.ts';
import { page } from '../../shared/shell/page.ts';

/** A work list to look at on a phone or to print for the morning: officers themselves act from their mail. */
export function workPage(view: {
  readonly signedIn: string;
  readonly unit: string;
  readonly unitId: string;
  readonly items: readonly (WorkItem & { readonly officer: string | undefined; readonly url?: string })[];
  readonly next: string | undefined;
}): string {
  const { items, next, unitId } = view;
  return page({
    title: 'Việc đang mở',
    signedIn: view.signedIn,
    body: html`<p>${view.unit}</p>
      ${
        items.length === 0
          ? html`<p role="status">Không có việc nào đang chờ. <span lang="en">Nothing is waiting.</span></p>`
          : html`<table>
              <thead><tr><th scope="col">Hồ sơ</th><th scope="col">Hạn</th><th scope="col">Người xử lý</th></tr></thead>
              <tbody>${items.map(
                (item) => html`<tr>
                  <td><a href="${addressOf(item)}">${nameOf(item)}</a><br>${item.procedure}</td>
                  <td>${item.overdue && html`<strong>Quá hạn</strong><br>`}${item.waitsFor && html`${waiting(item)}<br>`}${shortDateTime(item.dueAt)}</td>
                  <td>${item.officer ?? 'Chờ phân công'}</td>
                </tr>`,
              )}</tbody>
            </table>`
      }
      ${next !== undefined && html`<p><a href="/staff?unit=${unitId}&amp;next=${encodeURIComponent(next)}">Trang sau</a></p>`}
      <form method="post" action="/staff/sign-out"><button type="submit">Đăng xuất</button></form>`,
  });
}

function nameOf({ kind, code, dossierCode }: WorkItem): string {
  if (kind === 'mail') return 'Thư đến';
  return kind === 'call' ? 'Cuộc gọi' : (dossierCode ?? code);
}

function addressOf(item: WorkItem & { readonly url?: string }): string {
  if (item.url !== undefined) return item.url;
  switch (item.kind) {
    case 'bag':
      return `/handovers/${item.code}/record`;
    case 'report':
      return `/hotline/r/${item.code}`;
    case 'call':
      return '/hotline/goi-lai';
    // A mail has an address of its own.
    case 'mail':
    case 'dossier':
      return `/t/${item.code}`;
    default:
      return item.kind satisfies never;
  }
}

function waiting({ status, waitsFor }: WorkItem): string {
  if (waitsFor === 'agency') return 'Tạm dừng, chờ cơ quan khác';
  return status === 'supplement-requested' ? 'Chờ người nộp bổ sung' : 'Tạm dừng, chờ người nộp hồ sơ';
}
