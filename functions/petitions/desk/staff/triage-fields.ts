/** The sorting form, filled in with what the words suggest: the operator confirms or corrects, and sees which unit the rules give. */
import { URGENCIES } from '../../../../shared/domain/catalogue/hotline.ts';
import type { ReportForStaff } from '../../../../shared/contracts/http/report-views.ts';
import { html, type Html } from '../../../../shared/shell/html.ts';
import { urgencyWords } from '../../../mail/writing/reports/report-words.ts';
import type { Choice } from '../../../staff/form-controls.ts';
import { choose, radios, textLine, textLines, type DeskForm } from '../desk-controls.ts';

export interface TriageChoices {
  readonly categories: readonly Choice[];
  readonly areas: readonly Choice[];
  readonly units: readonly Choice[];
  /** The unit that the rules give for what is filled in, and the rule; or why there is none. */
  readonly competent: string | undefined;
}

const FURTHER_UNITS = 3;

export function triageFields(report: ReportForStaff, choices: TriageChoices, form: DeskForm): Html {
  const { suggestion, category, urgency, understoodAs, people } = report;
  const suggested = suggestion.categories.map(({ id, name }) => ({ value: id, label: name }));
  const areas = suggestion.areas.map(({ id, name }) => ({ value: id, label: name }));
  const [firstCategory] = suggested;
  const [firstArea] = areas;
  return html`<p>Gợi ý từ nội dung, xin xem lại trước khi chuyển. <span lang="en">Suggested from the words; confirm or correct.</span>
      ${choices.competent !== undefined && html`<br>${choices.competent}`}</p>
    ${choose({ name: 'category', label: 'Lĩnh vực', labelEn: 'category', required: true, initial: category?.id ?? firstCategory?.value ?? '' }, form, { groups: groupOf(suggested), choices: choices.categories })}
    ${choose({ name: 'area', label: 'Địa bàn', labelEn: 'place', required: true, initial: firstArea?.value ?? '' }, form, { groups: groupOf(areas), choices: choices.areas })}
    ${radios(
      { name: 'urgency', label: 'Mức độ', labelEn: 'urgency', required: true, initial: urgency ?? suggestion.urgency },
      form,
      URGENCIES.map((value) => ({ value, label: urgencyWords[value] })),
    )}
    ${textLine({ name: 'summary', label: 'Tóm tắt, không nêu tên ai', labelEn: 'summary, naming nobody', required: true, initial: understoodAs ?? people?.summary ?? '' }, form)}
    ${further(choices, form)}
    ${textLines({ name: 'reason', label: 'Lý do, khi chọn đơn vị khác quy tắc', labelEn: 'reason, for other units than the rules give' }, form, 2)}`;
}

function groupOf(choices: readonly Choice[]) {
  return choices.length === 0 ? [] : [{ label: 'Gợi ý', choices }];
}

/** One select for each: the first leads. */
function further({ units }: TriageChoices, form: DeskForm): Html {
  const given = form.filled['units'] ?? [];
  const chosen = typeof given === 'string' ? [given] : given;
  return html`<fieldset><legend>Đơn vị khác, hoặc nhiều đơn vị; đơn vị đầu chủ trì <span lang="en">(other units; the first leads)</span></legend>
    ${Array.from({ length: FURTHER_UNITS }, (_, at) =>
      choose(
        { name: 'units', label: `Đơn vị ${String(at + 1)}`, labelEn: 'unit' },
        { ...form, id: `${form.id}-${String(at)}`, filled: { units: chosen[at] ?? '' } },
        { choices: units },
      ),
    )}
  </fieldset>`;
}
