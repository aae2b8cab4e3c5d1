/** /1022/{code}: the report as whoever sent it sees it, with what can be done now. With the bare code only how far it is. */
import type { ReportForOwner, ReportProgress } from '../../../../shared/contracts/http/report-views.ts';
import { displayTrackingCode } from '../../../../shared/domain/codes/tracking-code.ts';
import { longDateTime, shortDateTime } from '../../../../shared/shell/format.ts';
import { html, type Html } from '../../../../shared/shell/html.ts';
import { page } from '../../../../shared/shell/page.ts';
import type { SaidText } from '../../../../shared/shell/said-text.ts';
import { outcomeWords } from '../../../mail/writing/reports/report-words.ts';
import { lookUpForm, wrongBox } from './hotline-page.ts';
import { ownerForms, type OwnerForms } from './owner-forms.ts';

export interface OwnerPage {
  readonly report: ReportForOwner;
  /** Absent for whoever proved only a phone: they look, they do not act. */
  readonly forms?: OwnerForms;
  readonly done?: SaidText;
  readonly wrong?: SaidText;
}

export function ownerPage({ report, forms, done, wrong }: OwnerPage): string {
  return page({
    title: `Phản ánh ${displayTrackingCode(report.code)}`,
    body: html`${done !== undefined && html`<div role="status"><p>${done.vi}</p><p lang="en">${done.en}</p></div>`}
      ${wrong !== undefined && wrongBox(wrong)} ${standing(report)} ${question(report)} ${answer(report)} ${ended(report)}
      ${forms !== undefined && ownerForms(report, forms)}
      <h2>Quá trình xử lý <span lang="en">(timeline)</span></h2>
      <ol>
        ${report.timeline.map(
          ({ at, text, textEn, unit }) =>
            html`<li><strong>${shortDateTime(at)}</strong> ${text}${unit !== undefined && html`, ${unit.name}`} <span lang="en">(${textEn})</span></li>`,
        )}
      </ol>
      ${words(report)}`,
  });
}

export function progressPage({ code, progress, statusText, statusTextEn }: ReportProgress): string {
  return page({
    title: `Phản ánh ${displayTrackingCode(code)}`,
    body: html`<section class="quiet" aria-label="Tiến độ">
        <p><strong>${statusText}</strong> <span lang="en">(${statusTextEn})</span></p>
        ${bar(progress)}
      </section>
      <p>Chỉ có mã thì xem được tiến độ. Mở đường dẫn riêng đã nhận, hoặc nhập 4 số cuối điện thoại để xem toàn bộ.</p>
      <p lang="en">The code alone shows the progress. Open your private link, or give the last four digits of your phone.</p>
      ${lookUpForm(code)}`,
  });
}

export function lookUpFailedPage(code: string, wrong: SaidText): string {
  return page({ title: 'Theo dõi phản ánh', body: html`${wrongBox(wrong)} ${lookUpForm(code)}` });
}

function bar(progress: number): Html {
  return html`<p><label for="progress">Tiến độ: <strong>${progress}%</strong></label> <progress id="progress" max="100" value="${progress}">${progress}%</progress></p>`;
}

function standing(report: ReportForOwner): Html {
  const { progress, statusText, statusTextEn, units, understoodAs, category, area } = report;
  return html`<section class="quiet" aria-label="Tóm tắt">
    <p><strong>${statusText}</strong> <span lang="en">(${statusTextEn})</span></p>
    ${bar(progress)}
    ${understoodAs !== undefined && html`<p>${understoodAs}${category && html` (${category.name}${area !== undefined && html`, ${area}`})`}</p>`}
    ${
      units.length > 0 &&
      html`<p>Đang xử lý: ${units.map(
        ({ name, dueAt }, at) =>
          html`${at > 0 && '; '}${name}${dueAt !== undefined && html`, hạn ${longDateTime(dueAt)}`}`,
      )}</p>`
    }
  </section>`;
}

function question({ question: asked }: ReportForOwner): Html | undefined {
  if (asked === undefined) return undefined;
  return html`<div class="wrong" role="status"><p><strong>Tổng đài hỏi:</strong> ${asked.text}</p>
    <p lang="en">The hotline asks you this; answer below.</p></div>`;
}

function answer({ answer: given, rating }: ReportForOwner): Html | undefined {
  if (given === undefined) return undefined;
  const outcome = outcomeWords[given.outcome];
  return html`<h2>Trả lời <span lang="en">(answer)</span></h2>
    <p><strong>Kết quả: ${outcome.vi}</strong> <span lang="en">(${outcome.en})</span>. ${given.units.map(({ name }) => name).join('; ')}, ${shortDateTime(given.at)}</p>
    ${paragraphs(given.text)}
    ${rating !== undefined && html`<p>Ông/bà đã đánh giá: ${rating.stars}/5 <span lang="en">(your rating)</span></p>`}`;
}

function ended({ ended: end, mergedInto }: ReportForOwner): Html | undefined {
  if (mergedInto !== undefined) {
    return html`<p>Phản ánh này được xử lý chung với phản ánh <a href="/1022/${mergedInto}">${displayTrackingCode(mergedInto)}</a>; ông/bà nhận được trả lời khi có.
      <span lang="en">(Handled together with another report; you will get its answer.)</span></p>`;
  }
  return end && html`<h2>Lý do <span lang="en">(reason)</span></h2>${paragraphs(end.text)}`;
}

function words({ words: said, attachments }: ReportForOwner): Html | undefined {
  if (said === undefined) return undefined;
  return html`<h2>Nội dung ông/bà đã gửi <span lang="en">(what you sent)</span></h2>
    <p><strong>${said.summary}</strong>${said.place !== undefined && html` (${said.place})`}</p>
    ${paragraphs(said.content)}
    ${said.later.map(({ at, text }) => html`<p>${shortDateTime(at)}:</p>${paragraphs(text)}`)}
    ${
      attachments.length > 0 &&
      html`<ul>${attachments.map(({ fileName, download }) => html`<li>${download === undefined ? fileName : html`<a href="${download}">${fileName}</a>`}</li>`)}</ul>`
    }`;
}

export function paragraphs(text: string): Html {
  return html`${text.split(/\n+/).map((line) => html`<p>${line}</p>`)}`;
}
