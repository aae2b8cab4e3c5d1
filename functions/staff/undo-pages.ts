import type { Catalogue } from '../../shared/domain/catalogue/catalogue.ts';
import { procedureVersion, unitOn } from '../../shared/domain/catalogue/lookup.ts';
import { staffOn } from '../../shared/domain/catalogue/people.ts';
import type { Dossier, UndoableAct } from '../../shared/domain/dossier/state.ts';
import type { ReplyAct } from '../../shared/domain/reply/reply-acts.ts';
import { UNDO_MINUTES } from '../../shared/domain/reply/reply-acts.ts';
import { localDateOf, type Instant } from '../../shared/domain/time.ts';
import { longDateTime } from '../../shared/shell/format.ts';
import { html, type Html } from '../../shared/shell/html.ts';
import { page } from '../../shared/shell/page.ts';
import { refusalText } from '../../shared/shell/refusal-texts.ts';
import { actionLabels } from './action-labels.ts';
import { essentials } from './action-pages.ts';
import { essentialsOf } from './essentials.ts';
import type { UndoStanding } from './undo-standing.ts';

const MINUTE = 60_000;

interface UndoView {
  readonly token: string;
  readonly idempotencyKey: string;
  readonly undoable: UndoableAct;
  readonly state: Dossier;
  readonly catalogue: Catalogue;
  readonly now: Instant;
}

export function undoPage(view: UndoView): string {
  const { token, undoable, state, catalogue, now } = view;
  const minutes = Math.max(1, Math.ceil((Date.parse(undoable.until) - Date.parse(now)) / MINUTE));
  return page({
    title: 'Hoàn tác việc vừa làm',
    body: html`<p>${whatIsTakenBack(undoable.act, view)}</p>
      <p>Còn <strong>${minutes} phút</strong>, đến ${longDateTime(undoable.until)}.</p>
      <p lang="en">What your reply did is taken back and the work returns to you. ${minutes} minutes are left.</p>
      ${essentials(essentialsOf(state, catalogue))}
      <form method="post" action="/a/${token}">
        <input type="hidden" name="idempotencyKey" value="${view.idempotencyKey}" />
        <button type="submit">Hoàn tác <span lang="en">(undo)</span></button>
      </form>`,
  });
}

export function undonePage(state: Dossier, catalogue: Catalogue): string {
  return page({
    title: 'Đã hoàn tác',
    body: html`<div role="status">
        <p>Việc vừa làm theo thư trả lời của ông/bà <strong>đã được hoàn tác</strong>.</p>
        <p lang="en">Taken back: the case stands as before your reply.</p>
      </div>
      <h2>Hồ sơ bây giờ</h2>
      ${essentials(essentialsOf(state, catalogue))}
      <p>Ông/bà có thể đóng trang này.</p>`,
  });
}

export function undoTooLatePage(view: {
  readonly standing: Exclude<UndoStanding, { readonly kind: 'open' }>;
  readonly state: Dossier;
  readonly catalogue: Catalogue;
  /** What the person can still do in the case. */
  readonly instead: readonly ReplyAct[];
}): string {
  const { standing, state, catalogue, instead } = view;
  return page({
    title: standing.kind === 'undone' ? 'Đã hoàn tác trước đó' : 'Không hoàn tác được nữa',
    body: html`<div class="wrong" role="status">${whyNot(standing)}</div>
      ${standing.kind !== 'undone' && whatInstead(state, instead)}
      <h2>Hồ sơ bây giờ</h2>
      ${essentials(essentialsOf(state, catalogue))}`,
  });
}

function whyNot(standing: Exclude<UndoStanding, { readonly kind: 'open' }>): Html {
  switch (standing.kind) {
    case 'undone':
      return html`<p>Việc này đã được hoàn tác lúc ${longDateTime(standing.at)}; không có gì thay đổi thêm.</p>
        <p lang="en">It was taken back before; nothing more was changed.</p>`;
    case 'expired':
      return html`<p>Chỉ hoàn tác được trong ${UNDO_MINUTES} phút; thời gian đó đã hết lúc ${longDateTime(standing.until)}.</p>
        <p lang="en">Undo works for ${UNDO_MINUTES} minutes, and they are over.</p>`;
    case 'overtaken': {
      const { what, by, at } = standing.ending;
      return html`<p>Sau thư trả lời của ông/bà, hồ sơ đã đi tiếp: ${what}${by !== undefined && html`, ${by}`}${at !== undefined && html`, lúc ${at}`}.</p>
        <p lang="en">The case has moved on since your reply. Nothing was changed now.</p>`;
    }
    case 'refused':
      return html`<p>${refusalText(standing.refusal, 'vi')}</p><p lang="en">${refusalText(standing.refusal, 'en')}</p>`;
    default:
      return standing satisfies never;
  }
}

function whatInstead(state: Dossier, instead: readonly ReplyAct[]): Html {
  return html`<h2>Có thể làm gì <span lang="en">(what you can do instead)</span></h2>
    ${
      instead.length === 0
        ? html`<p>Xin liên hệ người đang giữ việc, ghi ở dưới, hoặc trả lời thư để lại ghi chú cho hồ sơ.</p>
            <p lang="en">Talk to whoever has the work now, named below, or reply to the mail: your words are kept as a note.</p>`
        : html`<p>Trong hồ sơ này ông/bà vẫn làm được:</p>
            <ul>${instead.map((action) => html`<li>${actionLabels[action].vi} <span lang="en">(${actionLabels[action].en})</span></li>`)}</ul>
            <p>Xin dùng liên kết trong thư gần nhất, hoặc <a href="/staff/sign-in">đăng nhập</a> rồi <a href="/t/${state.caseId}">mở hồ sơ</a>.</p>`
    }`;
}

function whatIsTakenBack(act: UndoableAct['act'], { state, catalogue, now }: UndoView): Html {
  const { code, version } = state.procedure;
  const steps = procedureVersion(catalogue, code, version)?.stages.flat() ?? [];
  const stepName = (stepId: string) => steps.find(({ id }) => id === stepId)?.name ?? stepId;
  const work = state.status === 'processing' ? state.work : undefined;
  const unitName = (unitId: string | undefined) =>
    unitId === undefined ? 'đơn vị khác' : (unitOn(catalogue, unitId, localDateOf(now))?.name ?? unitId);
  switch (act.kind) {
    case 'complete-step':
      return html`Bước “${stepName(act.before.stepId)}” đã hoàn thành được mở lại và trở về với ông/bà.`;
    case 'hand-over': {
      const colleague = staffOn(catalogue, act.to, localDateOf(now))?.name ?? 'đồng nghiệp';
      return html`Bước “${stepName(act.before.stepId)}” đã chuyển cho ${colleague} trở về với ông/bà.`;
    }
    case 'forward': {
      const { stepId } = act.before;
      const unitId = work?.steps.find((step) => step.stepId === stepId)?.unitId;
      return html`Bước “${stepName(stepId)}” đã chuyển sang ${unitName(unitId)} trở về với ông/bà.`;
    }
    case 'consult': {
      const asked = work?.consultations.find(({ consultationId }) => consultationId === act.consultationId);
      return html`Việc lấy ý kiến ${unitName(asked?.unitId)} được rút lại.`;
    }
    default:
      return act satisfies never;
  }
}
