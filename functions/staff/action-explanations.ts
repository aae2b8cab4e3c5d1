/** What stands above a form: where its words come from, and what the button does beyond its name. */
import type { Catalogue } from '../../shared/domain/catalogue/catalogue.ts';
import { staffOn } from '../../shared/domain/catalogue/people.ts';
import type { DossierContext } from '../../shared/domain/dossier/context.ts';
import type { Dossier } from '../../shared/domain/dossier/state.ts';
import { HIGH_IMPACT } from '../../shared/domain/reply/reply-acts.ts';
import type { Act } from '../../shared/domain/reply/available-acts.ts';
import { localDateOf } from '../../shared/domain/time.ts';
import { longDateTime } from '../../shared/shell/format.ts';
import { html, type Html } from '../../shared/shell/html.ts';
import { refusalText } from '../../shared/shell/refusal-texts.ts';
import { formAddress } from '../site/forms/form-address.ts';
import { formTitleOn } from '../site/forms/form-source.ts';
import { previewApology } from './apology-preview.ts';
import type { FormFields } from './command-of-form.ts';
import type { Prefilled } from './prefilled-fields.ts';

export interface Explained {
  readonly act: Act;
  readonly state: Dossier;
  readonly context: DossierContext & { readonly catalogue: Catalogue };
  readonly filled: FormFields;
  readonly from: Prefilled['from'];
}

export function explanation(explained: Explained): Html {
  const { act, from, state } = explained;
  return html`${
    from === 'reply' &&
    html`<p>Các mục dưới đây được điền theo thư trả lời của ông/bà. Xin xem lại; việc chỉ được ghi nhận khi ông/bà bấm nút.</p>
      <p lang="en">Filled in from your reply. Nothing is done until you press the button.</p>`
  }
  ${
    HIGH_IMPACT.has(act.action) &&
    html`<p><strong>Việc này kết thúc hồ sơ của người nộp.</strong> <span lang="en">(It ends the applicant's matter.)</span></p>`
  }
  ${act.action === 'extend' && apology(explained)}
  ${
    act.action === 'prepare-apology' &&
    html`<p>Lãnh đạo đơn vị giải quyết nhận thư để xác nhận; ngày hẹn chỉ đổi sau khi lãnh đạo xác nhận.</p>
      <p lang="en">The head confirms it; the date moves only then.</p>`
  }
  ${
    act.action === 'receive' &&
    html`<p>Hồ sơ đủ và đúng: cấp mã hồ sơ, gửi giấy tiếp nhận và hẹn trả, chuyển ngay đến đơn vị giải quyết.</p>
      <p lang="en">Complete: it gets its code, the applicant the receipt, and it goes to the deciding unit at once.</p>`
  }
  ${
    act.action === 'pause' &&
    html`<p>Thời hạn đứng lại cho đến khi hồ sơ được tiếp tục; người nộp được báo lý do.</p>
      <p lang="en">The time limit stands still until the dossier is resumed; the applicant is told why.</p>`
  }
  ${
    state.status === 'submitted' &&
    html`<p><a href="/t/${state.caseId}">Xem giấy tờ đã nộp</a> (sau khi <a href="/staff/sign-in">đăng nhập</a>)</p>`
  }`;
}

/** The head sees that this is the paper that goes out, by the number and title that the law gives it today. */
function apology({ state, context, filled, from }: Explained): Html {
  const { catalogue, now } = context;
  const form = formTitleOn(catalogue, 'apology', localDateOf(now));
  const preview = previewApology(filled, state, context);
  const prepared = from === 'nothing' ? undefined : state.preparedApology;
  const by = prepared?.by === undefined ? undefined : staffOn(catalogue, prepared.by, localDateOf(prepared.preparedAt));
  return html`<div class="quiet">
      <p>Đây là <strong>${form?.title ?? 'Phiếu xin lỗi và hẹn lại ngày trả kết quả'}</strong>${form !== undefined && html` (${form.number})`},
        được gửi cho người nộp khi ông/bà bấm nút.</p>
      <p lang="en">This is the apology with the new date. It is sent to the applicant when you press the button.</p>
      ${
        prepared !== undefined &&
        html`<p>Soạn lúc ${longDateTime(prepared.preparedAt)}${by !== undefined && html`, theo đề nghị của ${by.name}`}.
        <a href="${formAddress({ baseUrl: '', form: 'apology-draft', code: state.caseId })}">Xem phiếu như khi in</a> (sau khi <a href="/staff/sign-in">đăng nhập</a>).</p>
        <p lang="en">The draft as it will be printed (after signing in).</p>`
      }
      ${
        preview?.kind === 'new-date' &&
        html`<p>Ngày hẹn hiện nay: ${longDateTime(preview.from)}.<br>
          Thêm ${preview.workingDays} ngày làm việc thì ngày hẹn mới là <strong>${longDateTime(preview.to)}</strong>.</p>`
      }
    </div>
    ${
      preview?.kind === 'refused' &&
      html`<div class="wrong"><p>${refusalText(preview.refusal, 'vi')}</p><p lang="en">${refusalText(preview.refusal, 'en')}</p></div>`
    }`;
}
