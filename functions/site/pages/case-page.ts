/** The whole case as its owner sees it: what stage, until when, what was done by which unit, and what can be done now. */
import type { DossierDetails } from '../../../shared/contracts/http/dossier-views.ts';
import type { OfferedAct } from '../offered-acts.ts';
import { longDateTime, shortDate, shortDateTime } from '../../../shared/shell/format.ts';
import { html, type Html } from '../../../shared/shell/html.ts';
import { page } from '../../../shared/shell/page.ts';

export interface CasePage {
  readonly details: DossierDetails;
  /** Forms that can be printed now, with their addresses. */
  readonly forms: readonly { readonly title: string; readonly href: string }[];
  /** Of the member of staff who is signed in. */
  readonly acts: readonly OfferedAct[];
}

export function casePage({ details, forms, acts }: CasePage): string {
  return page({
    title: `Hồ sơ ${details.dossierCode ?? details.code}`,
    body: html`
<section class="quiet" aria-label="Tóm tắt">
<p><strong>${details.portalStatus.name}</strong> <span lang="en">(${details.portalStatus.nameEn})</span></p>
<p><label for="progress">Tiến độ: <strong>${details.progress}%</strong></label> <progress id="progress" max="100" value="${details.progress}">${details.progress}%</progress></p>
${details.dueAt !== undefined && html`<p>${details.paused === undefined ? 'Hẹn trả kết quả' : 'Hẹn trả kết quả trước khi tạm dừng'}: <strong>${longDateTime(details.dueAt)}</strong></p>`}
</section>
${whatToDo(acts)}
${unreachable(details)}
${stall(details)}
${pause(details)}
${supplement(details)}
${result(details)}
<h2>Thông tin <span lang="en">(details)</span></h2>
<dl>
<dt>Thủ tục</dt><dd>${details.procedure.name} <span lang="en">(${details.procedure.nameEn})</span></dd>
<dt>Mã tra cứu</dt><dd>${details.code}</dd>
<dt>Nơi tiếp nhận</dt><dd>${details.counter.name}</dd>
<dt>Nơi giải quyết</dt><dd>${details.deciding.name}</dd>
<dt>Nộp lúc</dt><dd>${shortDateTime(details.filedAt)}</dd>
${details.receivedAt !== undefined && html`<dt>Tiếp nhận lúc</dt><dd>${shortDateTime(details.receivedAt)}</dd>`}
<dt>Trả kết quả</dt><dd>${returnTo[details.returnTo]}</dd>
</dl>
<h2>Quá trình giải quyết <span lang="en">(timeline)</span></h2>
<ol>
${details.timeline.map(
  (entry) =>
    html`<li><strong>${shortDateTime(entry.at)}</strong> ${entry.text}${entry.unit !== undefined && html`, ${entry.unit.name}`} <span lang="en">(${entry.textEn})</span></li>`,
)}
</ol>
${files(details)}
${forms.length > 0 && html`<h2>Giấy tờ để in <span lang="en">(print)</span></h2><ul>${forms.map((form) => html`<li><a href="${form.href}">${form.title}</a></li>`)}</ul>`}`,
  });
}

function whatToDo(acts: readonly OfferedAct[]): Html | undefined {
  if (acts.length === 0) return undefined;
  return html`<section class="screen-only" aria-label="Việc của ông/bà"><h2>Việc của ông/bà <span lang="en">(what you can do)</span></h2>
<ul>${acts.map(({ label, step, href }) => html`<li><a href="${href}">${label.vi}${step !== undefined && html`: ${step}`}</a> <span lang="en">(${label.en})</span></li>`)}</ul></section>`;
}

const returnTo: Readonly<Record<DossierDetails['returnTo'], string>> = {
  counter: 'Tại nơi đã tiếp nhận',
  home: 'Tại nhà, qua bưu điện',
  'deciding-agency': 'Tại cơ quan giải quyết',
};

/** For staff: the number stands with the people of the case. */
function unreachable({ applicantUnreachableSince: since, people }: DossierDetails): Html | undefined {
  if (since === undefined) return undefined;
  return html`<section class="wrong" aria-label="Thư không đến người nộp"><p><strong>Thư không đến được người nộp hồ sơ</strong>, từ ${shortDateTime(since)}; xin gọi điện${people && html`: ${people.applicant.phone}`}. <span lang="en">(Mail does not reach the applicant; please telephone.)</span></p></section>`;
}

/** Said openly: whoever waits need not ask whether anybody has looked at it. */
function stall({ stalled }: DossierDetails): Html | undefined {
  if (stalled === undefined) return undefined;
  return html`<section class="wrong" aria-label="Chưa được xử lý">
${stalled.map(({ unit, since }) => html`<p><strong>Hồ sơ chưa được xử lý</strong> (đơn vị: ${unit.name}, từ ${shortDateTime(since)}); đơn vị đã được nhắc. <span lang="en">(Not yet worked on by ${unit.nameEn} since ${shortDateTime(since)}; the unit has been reminded.)</span></p>`)}
</section>`;
}

/** Why the day that was promised does not hold now, and whose turn it is. */
function pause({ paused }: DossierDetails): Html | undefined {
  if (paused === undefined) return undefined;
  const { vi, en } = afterPause[paused.waitsFor];
  return html`<section class="quiet" aria-label="Tạm dừng tính thời hạn">
<p><strong>Thời hạn giải quyết đang tạm dừng</strong>: ${paused.reason}. ${vi}</p>
<p lang="en">The time limit stands still: ${paused.reasonEn}. ${en}</p>
</section>`;
}

const afterPause = {
  applicant: {
    vi: 'Xin ông/bà thực hiện việc này; khi xong, thời hạn được tính tiếp và ông/bà được báo ngày hẹn mới.',
    en: 'Please see to it; then the time runs on and you are told the new day.',
  },
  agency: {
    vi: 'Ông/bà không phải làm gì thêm; khi thời hạn được tính tiếp, ông/bà được báo ngày hẹn mới.',
    en: 'You need do nothing; when the time runs on, you are told the new day.',
  },
} as const;

function supplement({ supplement: request }: DossierDetails): Html | undefined {
  if (request === undefined) return undefined;
  return html`<section class="wrong" aria-label="Cần bổ sung">
<h2>Cần bổ sung hồ sơ <span lang="en">(supplement needed)</span></h2>
<ol>${request.items.map((item) => html`<li><strong>${item.name}</strong>: ${item.what}</li>`)}</ol>
<p>Lý do: ${request.reason}</p>
<p>${request.answeredAt === undefined ? html`Xin bổ sung trước <strong>${longDateTime(request.answerBy)}</strong>.` : html`Đã nhận giấy tờ bổ sung lúc ${shortDateTime(request.answeredAt)}, đang kiểm tra.`}</p>
</section>`;
}

function result({ result: outcome, nextDeliveryFrom }: DossierDetails): Html | undefined {
  if (outcome === undefined) return undefined;
  return html`<section class="quiet" aria-label="Kết quả"><h2>Kết quả <span lang="en">(result)</span></h2>
<p><strong>${outcome.outcome === 'granted' ? 'Đã giải quyết' : 'Từ chối giải quyết'}</strong>, số ${outcome.resultNumber}, ${shortDateTime(outcome.decidedAt)} (${punctuality[outcome.punctuality]})</p>
${outcome.reason !== undefined && html`<p>Lý do: ${outcome.reason}</p>`}
${nextDeliveryFrom !== undefined && html`<p>Bưu điện phát lại từ ngày ${shortDate(nextDeliveryFrom)}.</p>`}</section>`;
}

const punctuality = { early: 'trước hạn', 'on-time': 'đúng hạn', late: 'quá hạn' } as const;

function files({ documents, attachments }: DossierDetails): Html {
  return html`<h2>Giấy tờ đã nộp <span lang="en">(papers handed in)</span></h2>
<ul>
${documents.map((document) => html`<li>${document.name}: ${document.originals} bản chính, ${document.certifiedCopies} bản chứng thực, ${document.photocopies} bản photo</li>`)}
${attachments.map((file) => html`<li>${file.download === undefined ? file.fileName : html`<a href="${file.download}">${file.fileName}</a>`} (${Math.ceil(file.bytes / 1024)} KB, SHA-256 <code>${file.sha256}</code>)</li>`)}
</ul>`;
}
