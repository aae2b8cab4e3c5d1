/** What the reporter can do now: each a form that works without script, and with a key, so that pressing twice is one act. */
import type { ReporterAction } from '../../../../shared/contracts/http/report-intake.ts';
import type { ReportForOwner } from '../../../../shared/contracts/http/report-views.ts';
import { shortDate } from '../../../../shared/shell/format.ts';
import { html, type Html } from '../../../../shared/shell/html.ts';
import { radios, textLines, type DeskForm, type FormFields } from '../desk-controls.ts';
import { reporterActionWords } from '../desk-words.ts';

export interface OwnerForms {
  readonly token: string;
  readonly idempotencyKey: string;
  /** What was sent and did not pass. */
  readonly again?: {
    readonly action: ReporterAction;
    readonly filled: FormFields;
    readonly wrong: readonly string[];
  };
}

/** First what is asked of them: an answer to the hotline's question, then a rating. */
const ORDER: readonly ReporterAction[] = ['words', 'rate', 'reopen', 'withdraw'];

export function ownerForms(report: ReportForOwner, forms: OwnerForms): Html {
  const offered = ORDER.filter((action) => report.possible.includes(action));
  return html`${offered.map((action) => oneForm(action, report, forms))}`;
}

function oneForm(action: ReporterAction, report: ReportForOwner, { token, idempotencyKey, again }: OwnerForms): Html {
  const said = reporterActionWords[action];
  const form: DeskForm = again?.action === action ? { id: action, ...again } : { id: action, filled: {}, wrong: [] };
  return html`<section aria-label="${said.vi}" class="screen-only">
    <h2>${heading(action, report)}</h2>
    <form method="post" action="/1022/${report.code}?k=${encodeURIComponent(token)}">
      <input type="hidden" name="act" value="${action}">
      <input type="hidden" name="idempotencyKey" value="${idempotencyKey}-${action}">
      ${fields(action, form)}
      <button type="submit">${said.vi} <span lang="en">(${said.en})</span></button>
    </form>
  </section>`;
}

function heading(action: ReporterAction, { question, reopenUntil }: ReportForOwner): string {
  switch (action) {
    case 'words':
      return question === undefined ? 'Bổ sung thông tin' : 'Trả lời tổng đài';
    case 'rate':
      return 'Đánh giá câu trả lời';
    case 'reopen':
      return `Chưa được giải quyết? Đề nghị xử lý lại${reopenUntil === undefined ? '' : ` (đến ${shortDate(reopenUntil)})`}`;
    case 'withdraw':
      return 'Rút phản ánh';
    default:
      return action satisfies never;
  }
}

const STARS = [
  { value: '5', label: '5: rất hài lòng (very satisfied)' },
  { value: '4', label: '4: hài lòng' },
  { value: '3', label: '3: bình thường' },
  { value: '2', label: '2: chưa hài lòng' },
  { value: '1', label: '1: rất không hài lòng (very dissatisfied)' },
];

function fields(action: ReporterAction, form: DeskForm): Html | undefined {
  switch (action) {
    case 'words':
      return textLines({ name: 'text', label: 'Nội dung', labelEn: 'what you want to add', required: true }, form);
    case 'rate':
      return html`${radios({ name: 'stars', label: 'Mức độ hài lòng', labelEn: 'how satisfied are you', required: true }, form, STARS)}
        ${textLines({ name: 'text', label: 'Ý kiến', labelEn: 'comment' }, form, 2)}`;
    case 'reopen':
      return textLines({ name: 'text', label: 'Điều gì chưa được giải quyết', labelEn: 'what is not solved' }, form);
    case 'withdraw':
      return undefined;
    default:
      return action satisfies never;
  }
}
