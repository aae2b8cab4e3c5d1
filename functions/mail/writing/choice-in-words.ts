/** An act with what was read of its form, in words: what was understood, or what a link offers. */
import type { ReplyChoice } from '../../../shared/domain/dossier/reply-result.ts';
import { actionLabels } from '../../staff/action-labels.ts';
import type { FactRow } from './mail-content.ts';
import type { NoticeFacts } from './notice-facts.ts';

type FieldReader = (values: readonly string[], facts: NoticeFacts) => string;

const asWritten: FieldReader = (values) => values.join('; ');

/** Every field that an act's form can have (shared/contracts/http/staff.ts) and a reply can fill. */
const fieldWords: Readonly<Record<string, { readonly label: string; readonly read: FieldReader }>> = {
  to: { label: 'Người nhận việc', read: (ids, facts) => ids.map((id) => facts.staffName(id)).join('; ') },
  unitId: { label: 'Đơn vị', read: (ids, facts) => ids.map((id) => facts.unit(id).vi).join('; ') },
  workingDays: { label: 'Số ngày', read: ([days = '']) => `${days} ngày làm việc` },
  workingHours: { label: 'Thời gian trả lời', read: ([hours = '']) => `${hours} giờ làm việc` },
  resultNumber: { label: 'Số văn bản', read: asWritten },
  lineId: { label: 'Giấy tờ', read: (ids, facts) => ids.map((id) => facts.documentName(id).vi).join('; ') },
  what: { label: 'Nội dung cần bổ sung', read: (values) => values.filter((value) => value !== '').join('; ') },
  question: { label: 'Nội dung hỏi', read: asWritten },
  answer: { label: 'Nội dung trả lời', read: asWritten },
  reason: { label: 'Lý do', read: asWritten },
  apology: { label: 'Lời xin lỗi', read: asWritten },
  justification: { label: 'Vì sao yêu cầu thêm lần nữa', read: asWritten },
  note: { label: 'Ghi chú', read: asWritten },
};

export function understood(choice: ReplyChoice, facts: NoticeFacts): readonly FactRow[] {
  return [['Việc', actionLabels[choice.action].vi], ...placeRow(choice, facts), ...fieldRows(choice, facts)];
}

/** `Chuyển sang đơn vị khác: Sở Tư pháp; bước “Thẩm định” (forward to another unit)`: enough to tell the choices apart. */
export function choiceLabel(choice: ReplyChoice, facts: NoticeFacts): string {
  const { vi, en } = actionLabels[choice.action];
  const telling = fieldRows(choice, facts).flatMap(([label, value]) => (tellsApart.has(label) ? [value] : []));
  const place = placeRow(choice, facts).map(([label, value]) => `${label.toLocaleLowerCase('vi')} “${value}”`);
  const details = [...telling, ...place];
  return `${vi}${details.length === 0 ? '' : `: ${details.join('; ')}`} (${en})`;
}

/** `lý do`, `đơn vị`…; undefined when it is no field of a form. */
export function fieldLabel(field: string): string | undefined {
  const known = Object.entries(fieldWords).find(([name]) => name === field);
  return known?.[1].label.toLocaleLowerCase('vi');
}

const tellsApart = new Set(['Người nhận việc', 'Đơn vị', 'Số ngày', 'Giấy tờ', 'Số văn bản']);

function placeRow({ stepId, consultationId }: ReplyChoice, facts: NoticeFacts): readonly FactRow[] {
  if (stepId !== undefined) return [['Bước', facts.stepName(stepId).vi]];
  const question = consultationId === undefined ? undefined : facts.consultation(consultationId)?.question;
  return question === undefined ? [] : [['Câu hỏi', question]];
}

function fieldRows({ action, fields }: ReplyChoice, facts: NoticeFacts): readonly FactRow[] {
  return Object.entries(fields).flatMap(([name, given]): readonly FactRow[] => {
    const values = typeof given === 'string' ? [given] : given;
    // The pause's reason is one of a list, its note the words.
    if (action === 'pause' && name === 'reason')
      return [['Lý do', values.map((id) => facts.pauseReason(id).name.vi).join('; ')]];
    const words = fieldWords[name];
    const value = words?.read(values, facts) ?? '';
    return words === undefined || value === '' ? [] : [[words.label, value]];
  });
}
