/** Tra cứu hồ sơ: look a dossier up. The code alone shows how far it is; with the phone's last digits, everything. */
import type { Progress } from '../../../shared/contracts/http/dossier-views.ts';
import { html, type Html } from '../../../shared/shell/html.ts';
import { page } from '../../../shared/shell/page.ts';

export interface LookUpPage {
  readonly code?: string;
  /** What was found by the bare code. */
  readonly progress?: Progress;
  /** Shown above the form: what went wrong with the last try. */
  readonly wrong?: { readonly vi: string; readonly en: string };
}

export function lookUpPage({ code, progress, wrong }: LookUpPage): string {
  return page({
    title: 'Tra cứu hồ sơ',
    body: html`
<p>Nhập mã trên giấy tiếp nhận hoặc trong thư. Chỉ có mã thì xem được tiến độ; thêm 4 số cuối điện thoại đã khai thì xem được toàn bộ.</p>
<p lang="en">Enter the code on your receipt. The code alone shows the progress; with the last four digits of the phone you gave, everything.</p>
${wrong !== undefined && html`<div class="wrong" role="alert"><p>${wrong.vi}</p><p lang="en">${wrong.en}</p></div>`}
${progress !== undefined && progressPanel(progress)}
<form method="get" action="/tra-cuu">
<label for="code">Mã hồ sơ hoặc mã tra cứu <span lang="en">(code)</span></label>
<input id="code" name="code" value="${code ?? ''}" autocomplete="off" autocapitalize="characters" spellcheck="false" required maxlength="60">
<button>Xem tiến độ</button>
</form>
<form method="post" action="/tra-cuu">
<h2>Xem toàn bộ hồ sơ</h2>
<label for="full-code">Mã hồ sơ hoặc mã tra cứu <span lang="en">(code)</span></label>
<input id="full-code" name="code" value="${code ?? ''}" autocomplete="off" autocapitalize="characters" spellcheck="false" required maxlength="60">
<label for="phone">4 số cuối điện thoại <span lang="en">(last four digits of your phone)</span></label>
<input id="phone" name="phoneLast4" inputmode="numeric" pattern="[0-9]{4}" maxlength="4" autocomplete="off" required>
<button>Xem hồ sơ</button>
</form>`,
  });
}

function progressPanel(progress: Progress): Html {
  return html`<section class="quiet" aria-label="Tiến độ">
<p>Mã: <strong>${progress.code}</strong></p>
<p><label for="progress">Tiến độ: <strong>${progress.progress}%</strong></label> <progress id="progress" max="100" value="${progress.progress}">${progress.progress}%</progress></p>
</section>`;
}
