/** The forms of one report's page: only what the domain would accept from this person now, the usual next step first. */
import {
  OUTCOMES,
  REDIRECTION_TARGETS,
  REJECTION_REASONS,
  type ReportAction,
} from '../../../../shared/contracts/http/report-actions.ts';
import type { ReportForStaff } from '../../../../shared/contracts/http/report-views.ts';
import { displayTrackingCode } from '../../../../shared/domain/codes/tracking-code.ts';
import { html, type Html } from '../../../../shared/shell/html.ts';
import type { Choice } from '../../../staff/form-controls.ts';
import { outcomeWords } from '../../../mail/writing/reports/report-words.ts';
import { checkBoxes, choose, radios, textLine, textLines, type DeskForm, type FormFields } from '../desk-controls.ts';
import { actionWords, redirectionWords, rejectionWords, statusWords } from '../desk-words.ts';
import { triageFields, type TriageChoices } from './triage-fields.ts';

export interface DeskForms {
  readonly idempotencyKey: string;
  readonly choices: TriageChoices;
  /** What the check for personal data finds in the texts that would be published. */
  readonly personal: readonly string[];
  readonly again?: {
    readonly action: ReportAction;
    readonly filled: FormFields;
    readonly wrong: readonly string[];
  };
}

const ORDER: readonly ReportAction[] = [
  'triage',
  'settle',
  'approve',
  'return',
  'consolidate',
  'accept',
  'answer',
  'progress',
  'decline',
  'merge',
  'ask',
  'redirect',
  'reject',
  'add-unit',
  'publish',
  'do-not-publish',
  'words',
  'note',
  'reopen',
  'withdraw',
];

export function deskForms(report: ReportForStaff, forms: DeskForms): Html {
  return html`<section aria-label="Việc có thể làm" class="screen-only">
    <h2>Việc có thể làm <span lang="en">(what you can do)</span></h2>
    ${ORDER.filter((action) => report.possible.includes(action)).map((action) => folded(action, report, forms))}
  </section>`;
}

/** Closed until it is wanted, without script; open when it is the next step or must be corrected. */
function folded(action: ReportAction, report: ReportForStaff, forms: DeskForms): Html {
  const again = forms.again?.action === action ? forms.again : undefined;
  const open = again !== undefined || action === 'triage' || action === 'settle' || action === 'approve';
  const form: DeskForm = { id: action, filled: again?.filled ?? {}, wrong: again?.wrong ?? [] };
  const { vi, en } = actionWords[action];
  return html`<details${open && html.trusted(' open')}${action === 'publish' && html.trusted(' id="cong-khai"')}>
    <summary><strong>${vi}</strong> <span lang="en">(${en})</span></summary>
    <form method="post" action="/hotline/r/${report.code}">
      <input type="hidden" name="act" value="${action}">
      <input type="hidden" name="version" value="${report.version}">
      <input type="hidden" name="idempotencyKey" value="${forms.idempotencyKey}-${action}">
      ${fieldsOf(action, { report, forms, form })}
      <button type="submit">${vi}</button>
    </form>
  </details>`;
}

interface Filling {
  readonly report: ReportForStaff;
  readonly forms: DeskForms;
  readonly form: DeskForm;
}

const REASON = { name: 'reason', label: 'Lý do', labelEn: 'reason', required: true };
const TEXT = { name: 'text', label: 'Nội dung', labelEn: 'text', required: true };

function fieldsOf(action: ReportAction, { report, forms, form }: Filling): Html | undefined {
  switch (action) {
    case 'triage':
      return triageFields(report, forms.choices, form);
    case 'ask':
      return textLines({ name: 'question', label: 'Câu hỏi', labelEn: 'question', required: true }, form);
    case 'reject':
      return html`${choose(REASON, form, { choices: worded(REJECTION_REASONS, rejectionWords) })}
        ${textLines({ ...TEXT, label: 'Lời gửi người phản ánh', labelEn: 'what the reporter is told' }, form)}`;
    case 'redirect':
      return html`${choose({ name: 'to', label: 'Thủ tục', labelEn: 'procedure', required: true }, form, { choices: worded(REDIRECTION_TARGETS, redirectionWords) })}
        ${textLines({ ...TEXT, label: 'Hướng dẫn gửi người phản ánh', labelEn: 'what the reporter is told' }, form)}`;
    case 'merge':
      return mergeFields(report, form);
    case 'add-unit':
      return html`${unitField('unitId', 'Đơn vị', { forms, form })}${textLines(REASON, form, 2)}`;
    case 'settle':
      return html`${workField(report, form, ['disputed'])}${unitField('unitId', 'Đơn vị có thẩm quyền', { forms, form })}${textLines(REASON, form, 2)}`;
    case 'accept':
      return workField(report, form, ['open']);
    case 'progress':
      return html`${workField(report, form, ['open'])}${textLines(TEXT, form)}`;
    case 'decline':
      return html`${workField(report, form, ['open'])}${textLines(REASON, form, 2)}${unitField('suggested', 'Đề nghị đơn vị', { forms, form })}`;
    case 'answer':
      return html`${workField(report, form, ['open'])}${outcomeField(form)}${textLines({ ...TEXT, label: 'Trả lời', labelEn: 'answer' }, form, 6)}`;
    case 'consolidate':
      return html`${outcomeField(form)}${textLines({ ...TEXT, label: 'Câu trả lời chung', labelEn: 'one answer', initial: partsOf(report) }, form, 8)}`;
    case 'approve':
      return textLines(
        {
          ...TEXT,
          required: false,
          label: 'Câu trả lời sẽ gửi',
          labelEn: 'as it goes out',
          initial: report.draft?.text ?? '',
        },
        form,
        8,
      );
    case 'publish':
      return publishFields({ report, forms, form });
    case 'return':
    case 'do-not-publish':
      return textLines(REASON, form, 2);
    case 'note':
    case 'words':
      return textLines(TEXT, form, 3);
    case 'reopen':
      return textLines(
        { ...TEXT, required: false, label: 'Lời người phản ánh', labelEn: "the reporter's words" },
        form,
        3,
      );
    // A colleague is chosen on the page behind the mail's link, which knows the unit's people.
    case 'hand-over':
    case 'withdraw':
      return undefined;
    default:
      return action satisfies never;
  }
}

/** Side by side with this report: what may be the same thing, best first. */
function mergeFields({ suggestion, people, code }: ReportForStaff, form: DeskForm): Html {
  return html`${
    suggestion.similar.length > 0 &&
    html`<table>
        <thead><tr><th scope="col">Phản ánh này</th><th scope="col">Có thể trùng với</th></tr></thead>
        <tbody>${suggestion.similar.map(
          ({ code: other, score, status, summary }, at) => html`<tr>
            <td>${at === 0 && html`${displayTrackingCode(code)}<br>${people?.summary}`}</td>
            <td><a href="/hotline/r/${other}">${displayTrackingCode(other)}</a>, giống ${score}/100, ${statusWords[status as keyof typeof statusWords].vi}<br>${summary}</td>
          </tr>`,
        )}</tbody>
      </table>`
  }
    ${textLine({ name: 'into', label: 'Gộp vào mã', labelEn: 'into', required: true, maxLength: 60, ...(suggestion.similar[0] && { initial: suggestion.similar[0].code }) }, form)}`;
}

function publishFields({ report, forms, form }: Filling): Html {
  const { personal } = forms;
  return html`${
    personal.length > 0 &&
    html`<div class="wrong" role="alert"><p>Kiểm tra thấy có thể là thông tin cá nhân: xin xóa khỏi văn bản, hoặc xác nhận không phải.</p>
        <p lang="en">This looks like personal data: remove it, or say that it is none.</p></div>
      ${checkBoxes('notPersonal', form, { legend: 'Không phải thông tin cá nhân', choices: personal.map((one) => ({ value: one, label: one })) })}`
  }
    ${textLines({ name: 'summary', label: 'Tóm tắt', labelEn: 'summary', required: true, initial: report.understoodAs ?? '' }, form, 2)}
    ${textLines({ name: 'answer', label: 'Trả lời', labelEn: 'answer', required: true, initial: report.answer?.text ?? '' }, form, 6)}
    ${textLine({ ...REASON, required: false, label: 'Lý do công khai nội dung nhạy cảm', labelEn: 'why a sensitive one is published' }, form)}`;
}

function outcomeField(form: DeskForm): Html {
  return radios(
    { name: 'outcome', label: 'Kết quả', labelEn: 'outcome', required: true },
    form,
    worded(OUTCOMES, outcomeWords),
  );
}

function unitField(name: string, label: string, { forms, form }: Omit<Filling, 'report'>): Html {
  const { units } = forms.choices;
  return choose({ name, label, labelEn: 'unit', required: name === 'unitId' }, form, { choices: units });
}

/** Which part: chosen only where there are several. */
function workField({ work }: ReportForStaff, form: DeskForm, statuses: readonly string[]): Html {
  const parts = work.filter(({ status }) => statuses.includes(status));
  const [only] = parts;
  if (parts.length === 1 && only !== undefined)
    return html`<input type="hidden" name="workId" value="${only.workId}"><p>${only.unit.name}</p>`;
  return choose({ name: 'workId', label: 'Phần việc', labelEn: 'which part', required: true }, form, {
    choices: parts.map(({ workId, unit }) => ({ value: workId, label: unit.name })),
  });
}

function partsOf({ work }: ReportForStaff): string {
  return work.flatMap(({ unit, answer }) => (answer === undefined ? [] : [`${unit.name}: ${answer.text}`])).join('\n');
}

function worded<Key extends string>(
  keys: readonly Key[],
  words: Readonly<Record<Key, { readonly vi: string; readonly en: string }>>,
): readonly Choice[] {
  return keys.map((key) => ({ value: key, label: `${words[key].vi} (${words[key].en})` }));
}
