import { displayTrackingCode } from '../../../shared/domain/codes/tracking-code.ts';
import { shortDateTime } from '../../../shared/shell/format.ts';
import { html } from '../../../shared/shell/html.ts';
import { page } from '../../../shared/shell/page.ts';
import type { SortedMail } from './open-held-mail.ts';

/** Who sorted it, when, and how: the same for the one who did it and for whoever comes after. */
export function sortedMailPage(state: Exclude<SortedMail, { readonly status: 'held' }>, by: string): string {
  const at = shortDateTime(state.at);
  return page({
    title: 'Thư đã được phân loại',
    body:
      state.status === 'matched'
        ? html`<div role="status">
              <p>${by} đã gắn thư này vào hồ sơ <a href="/t/${state.caseId}">${displayTrackingCode(state.caseId)}</a>, lúc ${at}.</p>
              <p lang="en">Put to the case by ${by}. Nothing more is to be done.</p>
            </div>
            <p>Ông/bà có thể đóng trang này.</p>`
        : html`<div role="status">
              <p>${by} đã ghi nhận thư này không thuộc hồ sơ nào, lúc ${at}.</p>
              <p>Lý do: ${state.reason}</p>
              <p lang="en">${by} recorded that this mail belongs to no case.</p>
            </div>
            <p>Ông/bà có thể đóng trang này.</p>`,
  });
}
