/** /hotline/goi-lai: whom to call back, in which half hour; two buttons for each. */
import type * as z from 'zod/mini';
import type { CallBackList } from '../../../../shared/contracts/http/call-backs.ts';
import { shortDateTime } from '../../../../shared/shell/format.ts';
import { html, type Html } from '../../../../shared/shell/html.ts';
import { page } from '../../../../shared/shell/page.ts';
import type { SaidText } from '../../../../shared/shell/said-text.ts';
import { displayTrackingCode } from '../../../../shared/domain/codes/tracking-code.ts';
import { localTimeOf, type Instant } from '../../../../shared/domain/time.ts';
import { CALLED_BACK } from '../../calls/phone-of-call.ts';
import { wrongBox } from '../public/hotline-page.ts';

type CallBacks = z.infer<typeof CallBackList>;

/** A reporter whom a message did not reach on any channel. */
export interface Unreached {
  readonly reportId: string;
  readonly endedAt: Instant;
}

export function callBacksPage(view: {
  readonly signedIn: string;
  readonly list: CallBacks;
  readonly unreached: readonly Unreached[];
  readonly wrong?: SaidText;
}): string {
  const { items, line } = view.list;
  return page({
    title: 'Cuộc gọi cần gọi lại',
    signedIn: view.signedIn,
    body: html`${view.wrong !== undefined && wrongBox(view.wrong)} ${lineNotice(line)}
      ${
        items.length === 0
          ? html`<p role="status">Không có cuộc gọi nào chờ gọi lại. <span lang="en">Nobody waits for a call.</span></p>`
          : html`<ul>${items.map(one)}</ul>`
      }
      ${view.unreached.length > 0 && unreachedOnes(view.unreached)}
      <p><a href="/hotline">Về danh sách</a></p>`,
  });
}

export function lineNotice({ mode, since }: CallBacks['line']): Html | undefined {
  if (mode === 'normal') return undefined;
  return html`<div class="wrong" role="status"><p><strong>Đường dây đang quá tải</strong>${since !== undefined && html` từ ${shortDateTime(since)}`}: người gọi được hẹn gọi lại và nhận tin nhắn hướng dẫn.</p>
    <p lang="en">The line is saturated: callers are offered a call-back and a text.</p></div>`;
}

function unreachedOnes(unreached: readonly Unreached[]): Html {
  const rows = unreached.map(
    ({ reportId, endedAt }) =>
      html`<li><a href="/hotline/r/${reportId}">${displayTrackingCode(reportId)}</a>, từ ${shortDateTime(endedAt)}</li>`,
  );
  return html`<h2>Tin nhắn không đến được: xin gọi <span lang="en">(reached by no message)</span></h2>
    <ul>${rows}</ul>`;
}

function one({ callId, calledAt, from, to, overdue, phone }: CallBacks['items'][number]): Html {
  return html`<li>
    <p>${overdue && html`<strong>Quá hẹn.</strong> `}Hẹn ${localTimeOf(from)}–${shortDateTime(to)}: ${phone === undefined ? 'số điện thoại không còn lưu' : html`<a href="tel:${phone}">${phone}</a>`}, đã gọi đến lúc ${shortDateTime(calledAt)}</p>
    ${phone !== undefined && html`<p><a href="/hotline/goi?callId=${CALLED_BACK}${callId}">Ghi phản ánh của người này</a></p>`}
    <form method="post" action="/hotline/goi-lai">
      <input type="hidden" name="callId" value="${callId}">
      <button type="submit" name="outcome" value="made">Đã gọi được</button>
      <button type="submit" name="outcome" value="failed">Không ai nghe máy</button>
    </form>
  </li>`;
}
