/** /hotline/goi: a call is taken down while the caller speaks; faithfully, in the caller's words (20/2008/NĐ-CP art. 7.2). */
import type { ReportReceipt } from '../../../../shared/contracts/http/report-views.ts';
import { displayTrackingCode } from '../../../../shared/domain/codes/tracking-code.ts';
import { html } from '../../../../shared/shell/html.ts';
import { page } from '../../../../shared/shell/page.ts';
import type { SaidText } from '../../../../shared/shell/said-text.ts';
import type { Choice } from '../../../staff/form-controls.ts';
import { textLine, type DeskForm } from '../desk-controls.ts';
import { wrongBox } from '../public/hotline-page.ts';
import { reporterFields } from '../public/reporter-form.ts';

export interface CallPage {
  readonly signedIn: string;
  readonly areas: readonly Choice[];
  readonly form: DeskForm;
  readonly wrong?: SaidText;
}

export function callPage({ signedIn, areas, form, wrong }: CallPage): string {
  return page({
    title: 'Ghi phản ánh qua điện thoại',
    signedIn,
    body: html`${wrong !== undefined && wrongBox(wrong)}
      <p>Ghi đúng lời người gọi. Cùng một mã cuộc gọi luôn là một phản ánh.
        <span lang="en">Write what the caller says. One call is one report.</span></p>
      <form method="post" action="/hotline/goi">
        ${textLine({ name: 'callId', label: 'Mã cuộc gọi', labelEn: 'call id', required: true, maxLength: 100 }, form)}
        ${reporterFields(form, { areas, contentLabel: 'Nội dung, ghi đúng lời' })}
        ${textLine({ name: 'callBack', label: 'Muốn được gọi lại lúc nào', labelEn: 'when to call back' }, form)}
        <button type="submit">Lưu phản ánh <span lang="en">(file)</span></button>
      </form>
      <p><a href="/hotline">Về danh sách</a></p>`,
  });
}

/** What the operator reads to the caller. */
export function callTakenPage(signedIn: string, { code, emergency }: ReportReceipt): string {
  return page({
    title: 'Đã lưu phản ánh',
    signedIn,
    body: html`${
      emergency !== undefined &&
      html`<div class="wrong" role="alert"><p><strong>Có dấu hiệu khẩn cấp: hướng dẫn người gọi gọi ngay ${emergency.number}</strong> (${emergency.name}).</p></div>`
    }
      <div role="status"><p>Đọc cho người gọi mã phản ánh: <strong>${displayTrackingCode(code)}</strong></p>
        <p lang="en">Read this code to the caller.</p></div>
      <p><a class="button" href="/hotline/r/${code}">Phân loại ngay</a></p>
      <p><a href="/hotline/goi">Cuộc gọi khác</a></p>`,
  });
}
