/** The fields of each act's form: labelled, usable without script, and kept as they were typed when something is missing. */
import type { Procedure } from '../../shared/domain/catalogue/catalogue.ts';
import { html, type Html } from '../../shared/shell/html.ts';
import type { Act } from '../../shared/domain/reply/available-acts.ts';
import type { FormFields } from './command-of-form.ts';

export interface FieldChoices {
  readonly colleagues: readonly Choice[];
  readonly units: readonly Choice[];
}

export interface Choice {
  readonly value: string;
  readonly label: string;
}

interface FieldsContext {
  readonly procedure: Procedure | undefined;
  readonly choices: FieldChoices;
  readonly filled: FormFields;
  readonly wrong: readonly string[];
}

interface Field {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly required: boolean;
  readonly initial?: string;
}

const REASON: Field = { name: 'reason', label: 'Lý do (reason)', required: true };
const RESULT_NUMBER: Field = { name: 'resultNumber', label: 'Số văn bản kết quả (result number)', required: true };
const APOLOGY = 'Chúng tôi xin lỗi ông/bà vì kết quả chưa kịp trả đúng hẹn và mong ông/bà thông cảm.';

export function actionFields(act: Act, context: FieldsContext): Html {
  switch (act.action) {
    case 'complete-step':
      return lines({ name: 'note', label: 'Ghi chú (note)', required: false }, context);
    case 'grant':
      return oneLine(RESULT_NUMBER, context);
    case 'refuse':
      return html`${oneLine({ ...RESULT_NUMBER, label: 'Số văn bản trả lời (letter number)' }, context)}${lines(REASON, context)}`;
    case 'request-supplement':
      return html`${checklist(context)}${lines(REASON, context)}
        ${lines({ name: 'justification', label: 'Lý do phải yêu cầu lần nữa (why again)', hint: 'Bắt buộc từ lần thứ hai.', required: false }, context)}
        <label><input type="checkbox" name="guidanceNotFollowed"${marked(context.filled['guidanceNotFollowed'] === 'on')}> Người nộp đã không làm theo hướng dẫn trước (guidance not followed)</label>`;
    case 'consult':
      return html`${select({ name: 'unitId', label: 'Đơn vị cần lấy ý kiến (unit)', required: true }, context.choices.units, context)}
        ${lines({ name: 'question', label: 'Nội dung cần ý kiến (question)', required: true }, context)}
        ${oneLine({ name: 'workingHours', label: 'Thời hạn, giờ làm việc (working hours; 8 giờ là một ngày)', required: true, initial: '16' }, context, 'number')}`;
    case 'answer-consultation':
      return lines({ name: 'answer', label: 'Ý kiến trả lời (answer)', required: true }, context);
    case 'extend':
      return html`${oneLine({ name: 'workingDays', label: 'Thêm bao nhiêu ngày làm việc (working days)', required: true, initial: '3' }, context, 'number')}
        ${lines({ ...REASON, label: 'Lý do chậm (reason)' }, context)}
        ${lines({ name: 'apology', label: 'Lời xin lỗi gửi người nộp (apology)', required: true, initial: APOLOGY }, context)}`;
    case 'hand-over':
      return html`${select({ name: 'to', label: 'Người nhận xử lý (colleague)', required: true }, context.choices.colleagues, context)}
        ${lines(REASON, context)}`;
    default:
      return act.action satisfies never;
  }
}

function oneLine(field: Field, context: FieldsContext, type: 'text' | 'number' = 'text'): Html {
  const value = textOf(context.filled[field.name]) ?? field.initial ?? '';
  return html`${label(field, context)}
    <input id="${field.name}" name="${field.name}" type="${type}" value="${value}" autocomplete="off"${attributes(field, context)}>`;
}

function lines(field: Field, context: FieldsContext): Html {
  const value = textOf(context.filled[field.name]) ?? field.initial ?? '';
  return html`${label(field, context)}
    <textarea id="${field.name}" name="${field.name}" rows="4" maxlength="2000"${attributes(field, context)}>${value}</textarea>`;
}

function select(field: Field, choices: readonly Choice[], context: FieldsContext): Html {
  const chosen = context.filled[field.name];
  return html`${label(field, context)}
    <select id="${field.name}" name="${field.name}"${attributes(field, context)}>
      <option value="">Xin chọn</option>
      ${choices.map(({ value, label: text }) => html`<option value="${value}"${value === chosen && html.trusted(' selected')}>${text}</option>`)}
    </select>`;
}

/** Only lines of the procedure's checklist can be asked for: papers nobody published cannot be invented (61/2018/NĐ-CP art. 5). */
function checklist(context: FieldsContext): Html {
  const checked = listOf(context.filled['lineId']);
  const remarks = listOf(context.filled['what']);
  return html`<fieldset${attributes({ name: 'lineId', label: '', required: false }, context)}>
    <legend>Giấy tờ cần bổ sung (papers to supplement)</legend>
    ${context.wrong.includes('lineId') && html`<p id="lineId-wrong" class="wrong">Xin chọn ít nhất một giấy tờ (please choose).</p>`}
    ${(context.procedure?.documents ?? []).map(
      (
        { id, name },
        index,
      ) => html`<label><input type="checkbox" name="lineId" value="${id}"${marked(checked.includes(id))}> ${name}</label>
      <input type="hidden" name="line" value="${id}">
      <input name="what" value="${remarks[index] ?? ''}" maxlength="2000" autocomplete="off" aria-label="Cần bổ sung gì ở ${name}" placeholder="Cần bổ sung gì">`,
    )}
  </fieldset>`;
}

function label(field: Field, { wrong }: FieldsContext): Html {
  return html`<label for="${field.name}">${field.label}</label>
    ${wrong.includes(field.name) && html`<p id="${field.name}-wrong" class="wrong">Xin điền mục này (please fill in).</p>`}
    ${field.hint !== undefined && html`<p>${field.hint}</p>`}`;
}

function attributes({ name, required }: Field, { wrong }: FieldsContext): Html {
  const invalid = wrong.includes(name) ? ` aria-invalid="true" aria-describedby="${name}-wrong"` : '';
  return html.trusted(`${required ? ' required' : ''}${invalid}`);
}

function marked(checked: boolean): Html | false {
  return checked && html.trusted(' checked');
}

function textOf(value: FormFields[string] | undefined): string | undefined {
  return typeof value === 'string' ? value : value?.[0];
}

function listOf(value: FormFields[string] | undefined): readonly string[] {
  if (value === undefined) return [];
  return typeof value === 'string' ? [value] : value;
}
