/** The fields that every report has, on the public form and on the operator's: what the law requires (20/2008/NĐ-CP art. 7), then the rest. */
import { html, type Html } from '../../../../shared/shell/html.ts';
import type { Choice } from '../../../staff/form-controls.ts';
import { choose, textLine, textLines, type DeskForm } from '../desk-controls.ts';

export function reporterFields(
  form: DeskForm,
  { areas, contentLabel }: { readonly areas: readonly Choice[]; readonly contentLabel: string },
): Html {
  return html`${textLine({ name: 'name', label: 'Họ và tên', labelEn: 'full name', required: true }, form)}
    ${textLine({ name: 'phone', label: 'Điện thoại', labelEn: 'phone', required: true }, form, { type: 'tel' })}
    ${textLine({ name: 'address', label: 'Địa chỉ', labelEn: 'your address', required: true }, form)}
    ${textLine({ name: 'email', label: 'Thư điện tử', labelEn: 'e-mail' }, form, { type: 'email' })}
    ${textLine({ name: 'summary', label: 'Tóm tắt', labelEn: 'in a few words', required: true }, form)}
    ${textLines({ name: 'content', label: contentLabel, labelEn: 'what happened', required: true, maxLength: 10_000 }, form, 8)}
    ${textLine({ name: 'place', label: 'Ở đâu', labelEn: 'where' }, form)}
    ${choose({ name: 'area', label: 'Phường, xã', labelEn: 'ward or commune' }, form, { choices: areas })}`;
}
