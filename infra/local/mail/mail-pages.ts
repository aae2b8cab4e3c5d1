import type { MailEnvelope } from './mail-store.ts';
import type { ReadMail } from './read-mail.ts';

export interface MailSummary {
  readonly envelope: MailEnvelope;
  readonly subject: string;
  readonly from: string;
}

/** Makes any text harmless inside HTML text and attributes. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/gu, (character) => `&#${String(character.charCodeAt(0))};`);
}

export function mailListPage(mails: readonly MailSummary[], to: string | undefined): string {
  const rows = mails.map(
    ({ envelope, subject, from }) => `<li><a href="/mails/${escapeHtml(envelope.id)}">
      <strong>${escapeHtml(subject === '' ? '(không có tiêu đề · no subject)' : subject)}</strong>
      <span>${escapeHtml(from)} → ${escapeHtml(envelope.destinations.join(', '))}</span>
      <time datetime="${escapeHtml(envelope.acceptedAt)}">${localTime(envelope.acceptedAt)}</time></a></li>`,
  );
  const filter =
    to === undefined
      ? ''
      : `<p>Chỉ thư gửi tới · Only mail to <b>${escapeHtml(to)}</b>. <a href="/">Tất cả · All</a></p>`;
  const empty =
    '<p>Chưa có thư nào. Thư mới hiện ở đây khi tải lại trang.<br><i>No mail yet. New mail appears here when you reload.</i></p>';
  return page(
    'Hộp thư · Mail',
    `<h1>Hộp thư · Mail</h1>${filter}${rows.length > 0 ? `<ul class="list">${rows.join('')}</ul>` : empty}`,
  );
}

const doneTexts: Readonly<Record<string, string>> = {
  answer:
    'Đã gửi thư trả lời; kết quả đến bằng một thư khác · The answer is on its way; what came of it arrives as another mail',
  bounce: 'Đã báo là thư không đến nơi · Reported as not delivered',
  complaint: 'Đã báo là thư rác · Reported as spam',
};

export function mailPage(mail: ReadMail, done: string | null): string {
  const path = `/mails/${escapeHtml(mail.id)}`;
  const recipients = mail.to.map(
    (address) => `<a href="/?to=${escapeHtml(encodeURIComponent(address))}">${escapeHtml(address)}</a>`,
  );
  const links = mail.links.map(
    (link) =>
      `<li><a href="${escapeHtml(link)}" target="_blank" rel="noreferrer noopener">${escapeHtml(link)}</a></li>`,
  );
  const attachments = mail.attachments.map(
    (attachment, position) =>
      `<li><a href="${path}/attachments/${String(position)}">${escapeHtml(attachment.name)}</a> (${String(attachment.size)} byte)</li>`,
  );
  const headers = Object.entries(mail.headers).map(([name, value]) => `${escapeHtml(name)}: ${escapeHtml(value)}`);
  return page(
    mail.subject,
    `<p><a href="/">← Hộp thư · Mail</a></p>
    ${done !== null && done in doneTexts ? `<p role="status"><b>${doneTexts[done] ?? ''}</b></p>` : ''}
    <h1>${escapeHtml(mail.subject)}</h1>
    <dl><dt>Từ · From</dt><dd>${escapeHtml(mail.from)}</dd><dt>Tới · To</dt><dd>${recipients.join(', ')}</dd>
    <dt>Lúc · At</dt><dd>${localTime(mail.at)}</dd></dl>
    ${section('Liên kết · Links', links)}${section('Tệp kèm · Attachments', attachments)}
    <div class="parts">
    ${mail.html === '' ? '' : `<section><h2>HTML</h2><iframe title="HTML" sandbox="allow-popups allow-popups-to-escape-sandbox" src="${path}/html"></iframe></section>`}
    ${mail.text === '' ? '' : `<section><h2>Văn bản · Text</h2><pre>${escapeHtml(mail.text)}</pre></section>`}
    </div>
    ${answerForm(mail, path)}
    <details><summary>Dòng đầu thư · Headers</summary><pre>${headers.join('\n')}</pre></details>
    <p><a href="${path}.json">JSON</a> · <a href="${path}.eml">.eml</a></p>`,
  );
}

/** An answer takes the way of any incoming mail; sending a mail back is what a provider does whose mailbox is gone. */
function answerForm(mail: ReadMail, path: string): string {
  const from = mail.to.map((address) => `<option>${escapeHtml(address)}</option>`).join('');
  return `<section><h2>Trả lời · Answer</h2>
    <form method="post" action="${path}/answer" enctype="multipart/form-data">
    <p><label>Từ · From <select name="from">${from}</select></label></p>
    <p><label for="text">Nội dung; dòng đầu là lệnh, ví dụ HOÀN THÀNH · Text; the first line is the command</label><br>
    <textarea id="text" name="text" rows="6" cols="60"></textarea></p>
    <p><label>Tệp · Files <input type="file" name="file" multiple></label></p>
    <p><button>Gửi trả lời · Send the answer</button></p></form>
    <form method="post" action="${path}/bounce"><button>Trả thư về: hộp thư không tồn tại · Bounce</button></form>
    <form method="post" action="${path}/complaint"><button>Báo thư rác · Report as spam</button></form></section>`;
}

function section(title: string, items: readonly string[]): string {
  return items.length === 0 ? '' : `<section><h2>${title}</h2><ul>${items.join('')}</ul></section>`;
}

/** Vietnam's time, whatever the machine's own zone is. */
export function localTime(instant: string): string {
  return new Intl.DateTimeFormat('vi-VN', {
    dateStyle: 'short',
    timeStyle: 'medium',
    timeZone: 'Asia/Ho_Chi_Minh',
  }).format(new Date(instant));
}

const style = `:root{color-scheme:light dark}body{font:16px/1.5 system-ui,sans-serif;max-width:72rem;margin:0 auto;padding:1rem;overflow-wrap:anywhere}
h1{font-size:1.4rem}h2{font-size:1rem}.list{list-style:none;padding:0}.list a{display:block;padding:.7rem .2rem;border-bottom:1px solid #8886;text-decoration:none;color:inherit}
.list span,.list time{display:block;font-size:.9rem;opacity:.8}dl{display:grid;grid-template-columns:max-content 1fr;gap:.2rem 1rem}dd{margin:0}
.parts{display:grid;gap:1rem}@media(min-width:50rem){.parts{grid-template-columns:1fr 1fr}}section{min-width:0}
iframe{width:100%;height:70vh;border:1px solid #8886;background:#fff}select,textarea,input,button{font:inherit;max-width:100%}textarea{width:100%;box-sizing:border-box}pre{white-space:pre-wrap;border:1px solid #8886;padding:.6rem;margin:0}`;

export function page(title: string, body: string): string {
  return `<!doctype html><html lang="vi"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<title>${escapeHtml(title)}</title><style>${style}</style></head><body><main>${body}</main></body></html>`;
}
