/** The page behind a link in a unit's mail: the report in a few rows, one form, one button. Mail scanners open it too, so it names no citizen. */
import { OUTCOMES } from '../../../../shared/contracts/http/report-actions.ts';
import type { ReportActionName } from '../../../../shared/contracts/http/report-desk.ts';
import { displayTrackingCode } from '../../../../shared/domain/codes/tracking-code.ts';
import { html, type Html } from '../../../../shared/shell/html.ts';
import { page } from '../../../../shared/shell/page.ts';
import type { SaidText } from '../../../../shared/shell/said-text.ts';
import { outcomeWords, reportActLabels } from '../../../mail/writing/reports/report-words.ts';
import { essentials } from '../../../staff/action-pages.ts';
import type { Choice } from '../../../staff/form-controls.ts';
import type { Essentials } from '../../../staff/essentials.ts';
import { choose, radios, textLines, type DeskForm } from '../desk-controls.ts';
import { wrongBox } from '../public/hotline-page.ts';

export interface UnitActPage {
  readonly action: ReportActionName;
  readonly code: string;
  readonly token: string;
  readonly idempotencyKey: string;
  readonly rows: Essentials;
  /** The whole report is for whoever works on it; the head above both units decides by what stands here. */
  readonly mayOpen: boolean;
  readonly choices: UnitChoices;
  readonly form: DeskForm;
  readonly wrong?: SaidText;
}

export interface UnitChoices {
  readonly colleagues: readonly Choice[];
  readonly units: readonly Choice[];
  /** Of a text that is there already: the parts' answers, the draft. */
  readonly text: string;
}

export function unitActPage(view: UnitActPage): string {
  const { action, code, token, wrong } = view;
  const { vi, en } = reportActLabels[action];
  return page({
    title: `${vi}: phản ánh ${displayTrackingCode(code)}`,
    body: html`${wrong !== undefined && wrongBox(wrong)} ${essentials(view.rows)}
      ${
        (action === 'answer-report' || action === 'consolidate-report') &&
        html`<p>Câu trả lời gửi thẳng cho người phản ánh hoặc được tổng đài duyệt trước, tùy lĩnh vực. Xin không ghi tên, địa chỉ hay điện thoại của ai.</p>
          <p lang="en">The answer goes to the reporter, or is reviewed first. Name nobody in it.</p>`
      }
      ${
        view.mayOpen &&
        html`<p>Xem lời người phản ánh và tệp gửi kèm: <a href="/hotline/r/${code}">mở phản ánh</a> (sau khi <a href="/staff/sign-in">đăng nhập</a>).
        <span lang="en">(the reporter's words, after signing in)</span></p>`
      }
      <form method="post" action="/w/${token}">
        <input type="hidden" name="idempotencyKey" value="${view.idempotencyKey}">
        ${fields(action, view)}
        <button type="submit">${vi} <span lang="en">(${en})</span></button>
      </form>`,
  });
}

export function unitActDonePage(done: {
  readonly action: ReportActionName;
  readonly code: string;
  readonly rows: Essentials;
  readonly repeated: boolean;
}): string {
  const { vi, en } = reportActLabels[done.action];
  return page({
    title: 'Đã ghi nhận',
    body: html`<div role="status">
        <p><strong>${vi}</strong>: ${done.repeated ? 'đã được ghi nhận trước đó, không ghi lần hai.' : 'đã được ghi nhận.'}</p>
        <p lang="en">Recorded: ${en}${done.repeated && ' (it was recorded before; nothing was done twice)'}.</p>
      </div>
      ${essentials(done.rows)}
      <p>Ông/bà có thể đóng trang này.</p>`,
  });
}

/** Somebody was faster, or the report has moved on. */
export function unitActGonePage(rows: Essentials): string {
  return page({
    title: 'Việc này không còn chờ ông/bà',
    body: html`<div class="wrong" role="status">
        <p>Việc đã được người khác làm, hoặc phản ánh đã chuyển sang bước khác. Không có gì thay đổi.</p>
        <p lang="en">This no longer waits for you: it was done, or the report has moved on. Nothing was changed now.</p>
      </div>
      ${essentials(rows)}`,
  });
}

const REASON = { name: 'reason', label: 'Lý do', labelEn: 'reason', required: true };

function fields(action: ReportActionName, { form, choices }: UnitActPage): Html | undefined {
  const text = (label: string, labelEn: string, required = true) => ({
    name: 'text',
    label,
    labelEn,
    required,
    initial: choices.text,
  });
  switch (action) {
    case 'accept-report':
      return undefined;
    case 'answer-report':
      return html`${outcome(form)}${textLines(text('Trả lời người phản ánh', 'answer'), form, 8)}`;
    case 'progress-report':
      return textLines(text('Tiến độ, gửi cho người phản ánh', 'how far it is'), form, 4);
    case 'decline-report':
      return html`${textLines(REASON, form)}${choose({ name: 'suggested', label: 'Đề nghị đơn vị', labelEn: 'which unit, if you know' }, form, { choices: choices.units })}`;
    case 'hand-report-over':
      return html`${choose({ name: 'to', label: 'Người nhận xử lý', labelEn: 'colleague', required: true }, form, { choices: choices.colleagues })}${textLines(REASON, form)}`;
    case 'settle-report':
      return html`${choose({ name: 'unitId', label: 'Đơn vị có thẩm quyền', labelEn: 'competent unit', required: true }, form, { choices: choices.units })}${textLines(REASON, form)}`;
    case 'consolidate-report':
      return html`${outcome(form)}${textLines(text('Câu trả lời chung', 'one answer'), form, 10)}`;
    case 'approve-answer':
      return textLines(text('Câu trả lời sẽ gửi', 'as it goes out', false), form, 8);
    case 'return-answer':
      return textLines(REASON, form);
    default:
      return action satisfies never;
  }
}

function outcome(form: DeskForm): Html {
  return radios(
    { name: 'outcome', label: 'Kết quả', labelEn: 'outcome', required: true },
    form,
    OUTCOMES.map((value) => ({ value, label: `${outcomeWords[value].vi} (${outcomeWords[value].en})` })),
  );
}
