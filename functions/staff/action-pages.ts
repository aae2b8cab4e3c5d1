/** The pages behind a signed link: the form of one act, what came of it, and why it can no longer be done. */
import type { Catalogue, Procedure } from '../../shared/domain/catalogue/catalogue.ts';
import { html, type Html } from '../../shared/shell/html.ts';
import { page } from '../../shared/shell/page.ts';
import { actionFields, type FieldChoices } from './action-fields.ts';
import { actionLabels } from './action-labels.ts';
import type { Act } from '../../shared/domain/reply/available-acts.ts';
import type { FormFields } from './command-of-form.ts';
import { essentialsOf, type Essentials } from './essentials.ts';
import type { Dossier } from '../../shared/domain/dossier/state.ts';

export interface ActionPage {
  readonly act: Act;
  readonly token: string;
  /** Hidden in the form: pressing the button twice is one act. */
  readonly idempotencyKey: string;
  readonly state: Dossier;
  readonly procedure: Procedure | undefined;
  readonly catalogue: Catalogue;
  readonly choices: FieldChoices;
  /** Above the form. */
  readonly explanation: Html;
  /** Filled in beforehand, or typed before, when something was missing. */
  readonly filled: FormFields;
  readonly wrong: readonly string[];
}

/** Shows no citizen's name: mail scanners fetch the address too. */
export function actionPage(view: ActionPage): string {
  const { act, token, wrong, filled } = view;
  const label = actionLabels[act.action];
  return page({
    title: label.vi,
    body: html`${essentials(essentialsOf(view.state, view.catalogue))}
      ${
        wrong.length > 0 &&
        html`<div class="wrong" role="alert"><p>Còn thiếu hoặc chưa đúng: xin xem các mục được đánh dấu.</p>
          <p lang="en">Something is missing or wrong: see the marked fields.</p></div>`
      }
      ${view.explanation}
      <form method="post" action="/a/${token}">
        <input type="hidden" name="idempotencyKey" value="${view.idempotencyKey}" />
        ${actionFields(act, { procedure: view.procedure, choices: view.choices, filled, wrong })}
        <button type="submit">${label.vi} <span lang="en">(${label.en})</span></button>
      </form>`,
  });
}

export function actionDonePage(done: {
  readonly act: Act;
  readonly state: Dossier;
  readonly catalogue: Catalogue;
  /** The same act came before, from the same page. */
  readonly repeated: boolean;
}): string {
  const label = actionLabels[done.act.action];
  return page({
    title: 'Đã ghi nhận',
    body: html`<div role="status">
        <p><strong>${label.vi}</strong>: ${done.repeated ? 'đã được ghi nhận trước đó, không ghi lần hai.' : 'đã được ghi nhận.'}</p>
        <p lang="en">Recorded: ${label.en}${done.repeated && ' (it was recorded before; nothing was done twice)'}.</p>
      </div>
      <h2>Hồ sơ bây giờ</h2>
      ${essentials(essentialsOf(done.state, done.catalogue))}
      <p>Ông/bà có thể đóng trang này.</p>`,
  });
}

/** Somebody was faster, or the case has moved on: what happened, who did it and when; officers have names here, citizens do not. */
export function actionGonePage(gone: {
  readonly what: string;
  readonly by?: string;
  readonly at?: string;
  readonly state: Dossier;
  readonly catalogue: Catalogue;
}): string {
  return page({
    title: 'Việc này không còn chờ ông/bà',
    body: html`<div class="wrong" role="status">
        <p>${gone.what}${gone.by !== undefined && html`, ${gone.by}`}${gone.at !== undefined && html`, lúc ${gone.at}`}.</p>
        <p lang="en">This no longer waits for you: it was done, or the case has moved on. Nothing was changed now.</p>
      </div>
      ${essentials(essentialsOf(gone.state, gone.catalogue))}`,
  });
}

export function actionRefusedPage(refused: {
  readonly reason: { readonly vi: string; readonly en: string };
  readonly article?: string;
  readonly token: string;
}): string {
  return page({
    title: 'Chưa thực hiện được',
    body: html`<div class="wrong" role="alert">
        <p>${refused.reason.vi}${refused.article !== undefined && html` (${refused.article})`}</p>
        <p lang="en">${refused.reason.en}</p>
      </div>
      <p><a class="button" href="/a/${refused.token}">Quay lại và sửa</a></p>`,
  });
}

export type DeadLink = 'unreadable' | 'expired' | 'left';

const deadLinks: Readonly<Record<DeadLink, { readonly vi: string; readonly en: string }>> = {
  unreadable: {
    vi: 'Liên kết không đầy đủ hoặc đã bị sửa. Xin mở lại từ thư gốc.',
    en: 'The link is incomplete or was altered. Open it again from the mail itself.',
  },
  expired: {
    vi: 'Liên kết đã hết hạn. Thư nhắc gần nhất có liên kết mới; hoặc xin đăng nhập.',
    en: 'The link has expired. The latest reminder has a new one; or sign in.',
  },
  left: {
    vi: 'Người nhận liên kết này hiện không còn giữ vị trí đó.',
    en: 'The person this link was made for does not hold that post any more.',
  },
};

export function deadLinkPage(why: DeadLink): string {
  return page({
    title: 'Liên kết không dùng được',
    body: html`<div class="wrong" role="alert">
        <p>${deadLinks[why].vi}</p>
        <p lang="en">${deadLinks[why].en}</p>
      </div>
      <p><a href="/staff/sign-in">Đăng nhập</a></p>`,
  });
}

export function essentials(values: Essentials): Html {
  return html`<dl>
    ${values.map(([label, value]) => html`<dt>${label}</dt><dd>${value}</dd>`)}
  </dl>`;
}
