import type { ReportReceipt } from '../../../../shared/contracts/http/report-views.ts';
import { displayTrackingCode } from '../../../../shared/domain/codes/tracking-code.ts';
import { shortDateTime } from '../../../../shared/shell/format.ts';
import { html } from '../../../../shared/shell/html.ts';
import { page } from '../../../../shared/shell/page.ts';

/** The code to keep, the link to follow it by, and, where its words speak of danger, whom to call first. */
export function reportSentPage({ code, link, checkBy, emergency }: ReportReceipt): string {
  return page({
    title: 'Đã nhận phản ánh',
    body: html`${
      emergency !== undefined &&
      html`<div class="wrong" role="alert"><p><strong>Nếu đang nguy hiểm, xin gọi ngay ${emergency.number}</strong> (${emergency.name}).</p>
        <p lang="en">If anybody is in danger, call ${emergency.number} (${emergency.nameEn}) now.</p></div>`
    }
      <div role="status"><p>Mã phản ánh: <strong>${displayTrackingCode(code)}</strong>. Xin ghi lại mã này.</p>
        <p lang="en">Your report's code. Keep it.</p></div>
      ${checkBy !== undefined && html`<p>Tổng đài phân loại trước ${shortDateTime(checkBy)}. <span lang="en">(It will be sorted by then.)</span></p>`}
      <p><a class="button" href="${link}">Theo dõi phản ánh này</a></p>
      <p>Đường dẫn trên là riêng của ông/bà: ai có nó cũng xem và rút được phản ánh.
        <span lang="en">The link is private: whoever has it may follow and withdraw the report.</span></p>`,
  });
}
