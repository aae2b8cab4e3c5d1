/** Controls of a page that has several forms: ids carry the form's name, what was typed stays when something is missing. */
import { html, type Html } from '../../../shared/shell/html.ts';
import type { Choice } from '../../staff/form-controls.ts';

export type FormFields = Readonly<Record<string, string | readonly string[]>>;

export interface DeskForm {
  /** Of the form, unique on the page. */
  readonly id: string;
  readonly filled: FormFields;
  /** Names of the fields that are missing or wrong. */
  readonly wrong: readonly string[];
}

export interface DeskField {
  readonly name: string;
  readonly label: string;
  readonly labelEn: string;
  readonly required?: boolean;
  readonly initial?: string;
  readonly hint?: string;
  readonly maxLength?: number;
}

const LONGEST = 4000;
const ONE_LINE = 200;

export function textLine(field: DeskField, form: DeskForm, more: { readonly type?: 'tel' | 'email' } = {}): Html {
  return html`${label(field, form)}
    <input id="${idOf(field, form)}" name="${field.name}" type="${more.type ?? 'text'}" maxlength="${field.maxLength ?? ONE_LINE}" value="${valueOf(field, form)}" autocomplete="off"${attributes(field, form)}>`;
}

export function textLines(field: DeskField, form: DeskForm, rows = 4): Html {
  return html`${label(field, form)}
    <textarea id="${idOf(field, form)}" name="${field.name}" rows="${rows}" maxlength="${field.maxLength ?? LONGEST}"${attributes(field, form)}>${valueOf(field, form)}</textarea>`;
}

export interface ChoiceGroup {
  readonly label: string;
  readonly choices: readonly Choice[];
}

/** Groups come first, such as what was suggested. */
export function choose(
  field: DeskField,
  form: DeskForm,
  { choices, groups = [] }: { readonly choices: readonly Choice[]; readonly groups?: readonly ChoiceGroup[] },
): Html {
  const chosen = valueOf(field, form);
  let taken = false;
  const option = ({ value, label: text }: Choice): Html => {
    const selected = !taken && value === chosen;
    taken ||= selected;
    return html`<option value="${value}"${selected && html.trusted(' selected')}>${text}</option>`;
  };
  return html`${label(field, form)}
    <select id="${idOf(field, form)}" name="${field.name}"${attributes(field, form)}>
      <option value="">Xin chọn</option>
      ${groups.map((group) => html`<optgroup label="${group.label}">${group.choices.map(option)}</optgroup>`)}
      ${choices.map(option)}
    </select>`;
}

export function radios(field: DeskField, form: DeskForm, choices: readonly Choice[]): Html {
  const chosen = valueOf(field, form);
  return html`<fieldset${attributes({ ...field, required: false }, form)}>
    <legend>${field.label} <span lang="en">(${field.labelEn})</span></legend>
    ${form.wrong.includes(field.name) && wrongHint(field, form)}
    ${choices.map(
      ({ value, label: text }) =>
        html`<label><input type="radio" name="${field.name}" value="${value}"${value === chosen && html.trusted(' checked')}> ${text}</label>`,
    )}
  </fieldset>`;
}

export function checkBoxes(
  name: string,
  form: Pick<DeskForm, 'filled'>,
  { legend, choices }: { readonly legend: string; readonly choices: readonly Choice[] },
): Html {
  const value = form.filled[name] ?? [];
  const checked = new Set(typeof value === 'string' ? [value] : value);
  return html`<fieldset><legend>${legend}</legend>
    ${choices.map(
      ({ value: one, label: text }) =>
        html`<label><input type="checkbox" name="${name}" value="${one}"${checked.has(one) && html.trusted(' checked')}> ${text}</label>`,
    )}
  </fieldset>`;
}

function label(field: DeskField, form: DeskForm): Html {
  return html`<label for="${idOf(field, form)}">${field.label} <span lang="en">(${field.labelEn})</span>${field.required === true && html` *`}</label>
    ${field.hint !== undefined && html`<p>${field.hint}</p>`}
    ${form.wrong.includes(field.name) && wrongHint(field, form)}`;
}

function wrongHint(field: DeskField, form: DeskForm): Html {
  return html`<p id="${idOf(field, form)}-wrong" class="wrong">Chưa có hoặc chưa đúng <span lang="en">(missing or wrong)</span></p>`;
}

function attributes({ name, required }: DeskField, form: DeskForm): Html {
  const invalid = form.wrong.includes(name) ? ` aria-invalid="true" aria-describedby="${form.id}-${name}-wrong"` : '';
  return html.trusted(`${required === true ? ' required' : ''}${invalid}`);
}

function idOf({ name }: Pick<DeskField, 'name'>, { id }: Pick<DeskForm, 'id'>): string {
  return `${id}-${name}`;
}

function valueOf({ name, initial = '' }: DeskField, { filled }: DeskForm): string {
  const value = filled[name];
  if (value === undefined) return initial;
  return typeof value === 'string' ? value : (value[0] ?? '');
}
