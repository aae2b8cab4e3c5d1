/** Which fields the form of each act has; the contract of the same name reads them (shared/contracts/http/staff.ts). */
import type { Procedure } from '../../shared/domain/catalogue/catalogue.ts';
import type { Act } from '../../shared/domain/reply/available-acts.ts';
import { html, type Html } from '../../shared/shell/html.ts';
import {
  checkbox,
  checklist,
  lines,
  oneLine,
  select,
  type Choice,
  type Field,
  type FilledForm,
} from './form-controls.ts';

export interface FieldChoices {
  readonly colleagues: readonly Choice[];
  readonly units: readonly Choice[];
  readonly pauseReasons: readonly Choice[];
}

interface FieldsContext extends FilledForm {
  readonly procedure: Procedure | undefined;
  readonly choices: FieldChoices;
}

const REASON: Field = { name: 'reason', label: 'Lý do (reason)', required: true };
const NOTE: Field = { name: 'note', label: 'Ghi chú (note)', required: false };
const RESULT_NUMBER: Field = { name: 'resultNumber', label: 'Số văn bản kết quả (result number)', required: true };
export const DEFAULT_WORKING_DAYS = '3';
const WORKING_DAYS: Field = {
  name: 'workingDays',
  label: 'Thêm bao nhiêu ngày làm việc (working days)',
  required: true,
  initial: DEFAULT_WORKING_DAYS,
};
const APOLOGY = 'Chúng tôi xin lỗi ông/bà vì kết quả chưa kịp trả đúng hẹn và mong ông/bà thông cảm.';

export function actionFields(act: Act, context: FieldsContext): Html | undefined {
  switch (act.action) {
    case 'acknowledge':
    case 'receive':
    case 'undo':
    case 'note':
      return undefined;
    case 'complete-step':
    case 'resume':
      return lines(NOTE, context);
    case 'grant':
      return oneLine(RESULT_NUMBER, context);
    case 'refuse':
      return html`${oneLine({ ...RESULT_NUMBER, label: 'Số văn bản trả lời (letter number)' }, context)}${lines(REASON, context)}`;
    case 'request-supplement':
      return html`${checklist(context.procedure, context)}${lines(REASON, context)}
        ${lines({ name: 'justification', label: 'Lý do phải yêu cầu lần nữa (why again)', hint: 'Bắt buộc từ lần thứ hai.', required: false }, context)}
        ${checkbox('guidanceNotFollowed', 'Người nộp đã không làm theo hướng dẫn trước (guidance not followed)', context)}`;
    case 'consult':
      return html`${select({ name: 'unitId', label: 'Đơn vị cần lấy ý kiến (unit)', required: true }, context.choices.units, context)}
        ${lines({ name: 'question', label: 'Nội dung cần ý kiến (question)', required: true }, context)}
        ${oneLine({ name: 'workingHours', label: 'Thời hạn, giờ làm việc (working hours; 8 giờ là một ngày)', required: true, initial: '16' }, context, 'number')}`;
    case 'answer-consultation':
      return lines({ name: 'answer', label: 'Ý kiến trả lời (answer)', required: true }, context);
    case 'extend':
      return html`${oneLine(WORKING_DAYS, context, 'number')}
        ${lines({ ...REASON, label: 'Lý do chậm (reason)' }, context)}
        ${lines({ name: 'apology', label: 'Lời xin lỗi gửi người nộp (apology)', required: true, initial: APOLOGY }, context)}`;
    case 'prepare-apology':
      return html`${oneLine(WORKING_DAYS, context, 'number')}${lines({ ...REASON, label: 'Lý do chậm (reason)' }, context)}`;
    case 'hand-over':
      return html`${select({ name: 'to', label: 'Người nhận xử lý (colleague)', required: true }, context.choices.colleagues, context)}
        ${lines(REASON, context)}`;
    case 'forward':
      return html`${select({ name: 'unitId', label: 'Đơn vị nhận (unit)', required: true }, context.choices.units, context)}
        ${lines(REASON, context)}`;
    case 'pause':
      return html`${select({ name: 'reason', label: 'Lý do tạm dừng (reason)', required: true }, context.choices.pauseReasons, context)}
        ${lines({ ...NOTE, label: 'Giải thích (explanation)', required: true }, context)}`;
    case 'stop':
    case 'refuse-intake':
      return lines(REASON, context);
    default:
      return act.action satisfies never;
  }
}
