/** /hotline/r/{code}: one report whole, with a form for each thing that this person can do with it now. */
import type { ReportForStaff } from '../../../../shared/contracts/http/report-views.ts';
import { displayTrackingCode } from '../../../../shared/domain/codes/tracking-code.ts';
import { shortDateTime } from '../../../../shared/shell/format.ts';
import { html, type Html } from '../../../../shared/shell/html.ts';
import { page } from '../../../../shared/shell/page.ts';
import type { SaidText } from '../../../../shared/shell/said-text.ts';
import { channelWords, outcomeWords, urgencyWords } from '../../../mail/writing/reports/report-words.ts';
import { statusWords } from '../desk-words.ts';
import { wrongBox } from '../public/hotline-page.ts';
import { paragraphs } from '../public/owner-page.ts';
import { deskForms, type DeskForms } from './desk-forms.ts';
import { messagesSent } from './messages-sent.ts';
import { marksOf } from './work-list-page.ts';

export interface ReportPage {
  readonly signedIn: string;
  readonly report: ReportForStaff;
  readonly forms: DeskForms;
  readonly done?: SaidText;
  readonly wrong?: SaidText;
}

export function reportPage({ signedIn, report, forms, done, wrong }: ReportPage): string {
  return page({
    title: `Phản ánh ${displayTrackingCode(report.code)}`,
    signedIn,
    body: html`<p><a href="/hotline">Về danh sách</a></p>
      ${done !== undefined && html`<div role="status"><p>${done.vi}</p><p lang="en">${done.en}</p></div>`}
      ${wrong !== undefined && wrongBox(wrong)} ${standing(report)} ${people(report)} ${work(report)} ${answered(report)}
      ${deskForms(report, forms)} ${notes(report)} ${messagesSent(report.messages)}
      <h2>Quá trình <span lang="en">(timeline)</span></h2>
      <ol>
        ${report.timeline.map(({ at, text, unit }) => html`<li><strong>${shortDateTime(at)}</strong> ${text}${unit !== undefined && html`, ${unit.name}`}</li>`)}
      </ol>`,
  });
}

function standing(report: ReportForStaff): Html {
  const { status, dueAt, category, area, understoodAs, urgency, channel, filedAt, callId, location, question } = report;
  return html`<section class="quiet" aria-label="Tóm tắt">
    ${marksOf(report.marks)}
    <p><strong>${statusWords[status as keyof typeof statusWords].vi}</strong>${dueAt !== undefined && html`, hạn ${shortDateTime(dueAt)}`}</p>
    <p>Nhận qua ${channelWords[channel]} lúc ${shortDateTime(filedAt)}${callId !== undefined && html`, cuộc gọi ${callId}`}</p>
    ${
      category !== undefined &&
      html`<p>${understoodAs}<br>${category.name}, ${area}${urgency !== undefined && html`, mức ${urgencyWords[urgency]}`}</p>`
    }
    ${
      location !== undefined &&
      html`<p>Vị trí: ${location.latitude}, ${location.longitude}
        (<a href="https://www.openstreetmap.org/?mlat=${location.latitude}&amp;mlon=${location.longitude}" rel="noreferrer">bản đồ</a>)</p>`
    }
    ${question !== undefined && html`<p>Đã hỏi lúc ${shortDateTime(question.at)}: ${question.text}</p>`}
    ${report.mergedInto !== undefined && html`<p>Đã gộp vào <a href="/hotline/r/${report.mergedInto}">${displayTrackingCode(report.mergedInto)}</a></p>`}
    ${
      report.subscribers.length > 0 &&
      html`<p>Gộp vào đây: ${report.subscribers.map((code) => html`<a href="/hotline/r/${code}">${displayTrackingCode(code)}</a> `)}</p>`
    }
    ${report.dossiers.length > 0 && html`<p>Hồ sơ liên kết: ${report.dossiers.map((code) => html`<a href="/t/${code}">${displayTrackingCode(code)}</a> `)}</p>`}
  </section>`;
}

/** Whoever may not see who reported sees nothing of their words either. */
function people({ people: said, attachments }: ReportForStaff): Html {
  if (said === undefined) return html`<p>Thông tin người phản ánh không hiển thị với ông/bà hoặc không còn lưu.</p>`;
  const proven = (what: 'phone' | 'email'): string => (said.proven.includes(what) ? ' (đã xác nhận)' : '');
  return html`<h2>Lời người phản ánh <span lang="en">(the reporter's words)</span></h2>
    <p><strong>${said.summary}</strong></p>
    ${paragraphs(said.content)}
    ${said.later.map(({ at, text }) => html`<p>Nói thêm lúc ${shortDateTime(at)}:</p>${paragraphs(text)}`)}
    ${
      attachments.length > 0 &&
      html`<ul>${attachments.map(({ fileName, download }) => html`<li>${download === undefined ? fileName : html`<a href="${download}">${fileName}</a>`}</li>`)}</ul>`
    }
    <dl>
      <dt>Họ và tên</dt><dd>${said.name}</dd>
      <dt>Điện thoại</dt><dd><a href="tel:${said.phone}">${said.phone}</a>${proven('phone')}</dd>
      <dt>Địa chỉ</dt><dd>${said.address}</dd>
      ${said.email !== undefined && html`<dt>Thư điện tử</dt><dd>${said.email}${proven('email')}</dd>`}
      ${said.place !== undefined && html`<dt>Ở đâu</dt><dd>${said.place}</dd>`}
    </dl>`;
}

function work({ work: works, declined }: ReportForStaff): Html | undefined {
  if (works.length === 0) return undefined;
  return html`<h2>Đơn vị xử lý <span lang="en">(units)</span></h2>
    <ul>${works.map(
      (
        one,
      ) => html`<li><strong>${one.unit.name}</strong>${one.lead && ' (chủ trì)'}: ${workWords[one.status]}, hạn ${shortDateTime(one.dueAt)}${one.officer && html`, ${one.officer.name}`}<br>
        ${one.why}
        ${one.dispute && html`<p class="wrong">Không nhận thẩm quyền: ${one.dispute.reason}${one.dispute.suggested && html`; đề nghị ${one.dispute.suggested.name}`}. ${one.dispute.decidedBy === 'hotline' ? 'Tổng đài' : (one.dispute.superior?.name ?? 'Cấp trên')} quyết định trước ${shortDateTime(one.dispute.dueAt)}.</p>`}
        ${one.answer && html`<p>${outcomeWords[one.answer.outcome].vi} (${one.answer.by.name}, ${shortDateTime(one.answer.at)}):</p>${paragraphs(one.answer.text)}`}</li>`,
    )}</ul>
    ${declined.length > 0 && html`<p>Đã từ chối: ${declined.map(({ unit, reason }) => html`${unit.name} (${reason}); `)}</p>`}`;
}

const workWords: Readonly<Record<ReportForStaff['work'][number]['status'], string>> = {
  open: 'đang xử lý',
  disputed: 'tranh chấp thẩm quyền',
  answered: 'đã trả lời',
  'given-away': 'đã chuyển đi',
};

function answered({ answer, draft, rating, ended, publication, notPublished }: ReportForStaff): Html {
  return html`${
    draft !== undefined &&
    html`<h2>Dự thảo trả lời</h2><p>${outcomeWords[draft.outcome].vi} (${draft.by.name})</p>${paragraphs(draft.text)}`
  }
    ${
      answer !== undefined &&
      html`<h2>Trả lời <span lang="en">(answer)</span></h2><p>${outcomeWords[answer.outcome].vi}, ${shortDateTime(answer.at)}</p>${paragraphs(answer.text)}`
    }
    ${rating !== undefined && html`<p>Người phản ánh đánh giá: ${rating.stars}/5</p>`}
    ${ended !== undefined && html`<h2>Lý do</h2>${paragraphs(ended.text)}`}
    ${publication !== undefined && html`<h2>Đã công khai lúc ${shortDateTime(publication.at)}</h2>${paragraphs(publication.summary)}${paragraphs(publication.answer)}`}
    ${notPublished !== undefined && html`<p>Không công khai: ${notPublished.reason}</p>`}`;
}

function notes({ notes: kept }: ReportForStaff): Html | undefined {
  if (kept.length === 0) return undefined;
  return html`<h2>Ghi chú nội bộ</h2>
    <ul>${kept.map(({ by, at, text }) => html`<li>${by.name}, ${shortDateTime(at)}: ${text}</li>`)}</ul>`;
}
