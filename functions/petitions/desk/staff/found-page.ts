import { displayTrackingCode } from '../../../../shared/domain/codes/tracking-code.ts';
import { shortDateTime } from '../../../../shared/shell/format.ts';
import { html } from '../../../../shared/shell/html.ts';
import { page } from '../../../../shared/shell/page.ts';
import type { FoundReportList } from '../../views/list-reports.ts';

/** The reports of one caller, newest first. */
export function foundPage(signedIn: string, items: FoundReportList['items']): string {
  if (items.length === 0) return nothingFoundPage(signedIn);
  return page({
    title: 'Phản ánh của số điện thoại này',
    signedIn,
    body: html`<ul>${items.map(
      ({ code, statusText, filedAt }) =>
        html`<li><a href="/hotline/r/${code}">${displayTrackingCode(code)}</a>: ${statusText}, nhận lúc ${shortDateTime(filedAt)}</li>`,
    )}</ul>
    <p><a href="/hotline">Về danh sách</a></p>`,
  });
}

export function nothingFoundPage(signedIn: string): string {
  return page({
    title: 'Không tìm thấy',
    signedIn,
    body: html`<p role="status">Không có phản ánh nào với mã hoặc số điện thoại này. <span lang="en">No report has this code or phone.</span></p>
      <p><a href="/hotline">Về danh sách</a></p>`,
  });
}
