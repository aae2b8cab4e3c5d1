/** The controls of a form: labelled, usable without script, and kept as they were typed when something is missing. */
import type { Procedure } from '../../shared/domain/catalogue/catalogue.ts';
import { html, type Html } from '../../shared/shell/html.ts';
import type { FormFields } from './command-of-form.ts';

export interface Choice {
  readonly value: string;
  readonly label: string;
}

/** What was typed, or filled in beforehand, and which fields are missing or wrong. */
export interface FilledForm {
  readonly filled: FormFields;
  readonly wrong: readonly string[];
}

export interface Field {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly required: boolean;
  readonly initial?: string;
}

export function oneLine(field: Field, form: FilledForm, type: 'text' | 'number' = 'text'): Html {
  return html`${label(field, form)}
    <input id="${field.name}" name="${field.name}" type="${type}" value="${valueOf(field, form)}" autocomplete="off"${attributes(field, form)}>`;
}

export function lines(field: Field, form: FilledForm): Html {
  return html`${label(field, form)}
    <textarea id="${field.name}" name="${field.name}" rows="4" maxlength="2000"${attributes(field, form)}>${valueOf(field, form)}</textarea>`;
}

export function select(field: Field, choices: readonly Choice[], form: FilledForm): Html {
  const chosen = valueOf(field, form);
  return html`${label(field, form)}
    <select id="${field.name}" name="${field.name}"${attributes(field, form)}>
      <option value="">Xin chọn</option>
      ${choices.map(({ value, label: text }) => html`<option value="${value}"${value === chosen && html.trusted(' selected')}>${text}</option>`)}
    </select>`;
}

export function checkbox(name: string, text: string, { filled }: FilledForm): Html {
  return html`<label><input type="checkbox" name="${name}"${marked(filled[name] === 'on')}> ${text}</label>`;
}

/** Only lines of the procedure's checklist can be asked for: papers nobody published cannot be invented (61/2018/NĐ-CP art. 5). */
export function checklist(procedure: Procedure | undefined, form: FilledForm): Html {
  const checked = listOf(form.filled['lineId']);
  const [asked, remarks] = [listOf(form.filled['line']), listOf(form.filled['what'])];
  return html`<fieldset${attributes({ name: 'lineId', label: '', required: false }, form)}>
    <legend>Giấy tờ cần bổ sung (papers to supplement)</legend>
    ${form.wrong.includes('lineId') && html`<p id="lineId-wrong" class="wrong">Xin chọn ít nhất một giấy tờ (please choose).</p>`}
    ${(procedure?.documents ?? []).map(
      ({
        id,
        name,
      }) => html`<label><input type="checkbox" name="lineId" value="${id}"${marked(checked.includes(id))}> ${name}</label>
      <input type="hidden" name="line" value="${id}">
      <input name="what" value="${remarks[asked.indexOf(id)] ?? ''}" maxlength="2000" autocomplete="off" aria-label="Cần bổ sung gì ở ${name}" placeholder="Cần bổ sung gì">`,
    )}
  </fieldset>`;
}

function valueOf({ name, initial = '' }: Field, { filled }: FilledForm): string {
  return listOf(filled[name])[0] ?? initial;
}

function label(field: Field, { wrong }: FilledForm): Html {
  return html`<label for="${field.name}">${field.label}</label>
    ${wrong.includes(field.name) && html`<p id="${field.name}-wrong" class="wrong">Xin điền mục này (please fill in).</p>`}
    ${field.hint !== undefined && html`<p>${field.hint}</p>`}`;
}

function attributes({ name, required }: Field, { wrong }: FilledForm): Html {
  const invalid = wrong.includes(name) ? ` aria-invalid="true" aria-describedby="${name}-wrong"` : '';
  return html.trusted(`${required ? ' required' : ''}${invalid}`);
}

function marked(checked: boolean): Html | false {
  return checked && html.trusted(' checked');
}

function listOf(value: FormFields[string] | undefined): readonly string[] {
  if (value === undefined) return [];
  return typeof value === 'string' ? [value] : value;
}
