/** /1022: whom to call in danger, how to report and on which channels, the form, and the look-up. */
import type { EmergencyService } from '../../../../shared/domain/catalogue/hotline.ts';
import type { Unit } from '../../../../shared/domain/catalogue/catalogue.ts';
import { html, type Html } from '../../../../shared/shell/html.ts';
import { page } from '../../../../shared/shell/page.ts';
import type { SaidText } from '../../../../shared/shell/said-text.ts';
import type { Choice } from '../../../staff/form-controls.ts';
import type { DeskForm } from '../desk-controls.ts';
import { reporterFields } from './reporter-form.ts';

export interface HotlinePage {
  readonly hotline: Unit;
  /** The number that people dial. */
  readonly number: string;
  /** E-mail address that citizens write to. */
  readonly address: string;
  readonly emergencies: readonly EmergencyService[];
  readonly areas: readonly Choice[];
  readonly idempotencyKey: string;
  readonly form: DeskForm;
  readonly wrong?: SaidText;
}

export function hotlinePage(view: HotlinePage): string {
  const { hotline, number, address, form, wrong } = view;
  return page({
    title: 'Phản ánh, kiến nghị đến 1022',
    body: html`${emergencies(view.emergencies)}
      ${wrong !== undefined && wrongBox(wrong)}
      <h2>Cách phản ánh <span lang="en">(how to report)</span></h2>
      <ul>
        <li>Gọi <strong>${number}</strong>, cả ngày lẫn đêm <span lang="en">(call, day and night)</span></li>
        <li>Thư điện tử: <a href="mailto:${address}">${address}</a></li>
        <li>Nhắn tin SMS đến <strong>${number}</strong></li>
        <li>Zalo, Viber, Microsoft Teams: tài khoản của ${hotline.name}</li>
        <li>Biểu mẫu dưới đây <span lang="en">(the form below)</span></li>
      </ul>
      <p>Mỗi phản ánh có một mã để theo dõi. Họ tên, địa chỉ và điện thoại chỉ người xử lý thấy, không công khai.</p>
      <p lang="en">Each report gets a code to follow it by. Your name, address and phone are seen only by those who work on it.</p>
      <p>Khiếu nại và tố cáo có thủ tục riêng theo luật; tổng đài hướng dẫn, không giải quyết thay.
        <span lang="en">Complaints and denunciations have laws of their own; we tell you where to turn.</span></p>
      <p><a href="/1022/cong-khai">Phản ánh đã công khai</a> <span lang="en">(published reports)</span></p>
      <h2>Gửi phản ánh <span lang="en">(send a report)</span></h2>
      <form method="post" action="/1022">
        <input type="hidden" name="idempotencyKey" value="${view.idempotencyKey}">
        ${reporterFields(form, { areas: view.areas, contentLabel: 'Nội dung' })}
        <button type="submit">Gửi phản ánh <span lang="en">(send)</span></button>
      </form>
      <h2>Theo dõi phản ánh <span lang="en">(follow a report)</span></h2>
      ${lookUpForm('')}`,
  });
}

export function lookUpForm(code: string): Html {
  return html`<form method="post" action="/1022/tra-cuu">
    <label for="tra-cuu-code">Mã phản ánh <span lang="en">(code)</span></label>
    <input id="tra-cuu-code" name="code" value="${code}" autocomplete="off" autocapitalize="characters" spellcheck="false" required maxlength="60">
    <label for="tra-cuu-phone">4 số cuối điện thoại đã khai; bỏ trống thì chỉ xem tiến độ <span lang="en">(last four digits of your phone)</span></label>
    <input id="tra-cuu-phone" name="phoneLast4" inputmode="numeric" pattern="[0-9]{4}" maxlength="4" autocomplete="off">
    <button>Xem</button>
  </form>`;
}

function emergencies(services: readonly EmergencyService[]): Html {
  return html`<div class="wrong"><p><strong>Nguy hiểm đến người: gọi ngay</strong> <span lang="en">(in danger, call at once)</span>:
    ${services.map(({ number, name, nameEn }) => html`<strong>${number}</strong> ${name} <span lang="en">(${nameEn})</span>; `)}
    1022 không thay các số này.</p></div>`;
}

export function wrongBox({ vi, en }: SaidText): Html {
  return html`<div class="wrong" role="alert"><p>${vi}</p><p lang="en">${en}</p></div>`;
}
