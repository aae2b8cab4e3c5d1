import type { SortMailForm } from '../../../shared/contracts/http/mail-desk.ts';
import type { Guess, HeldMail, HeldReason } from '../../../shared/domain/mail/incoming-mail.ts';
import type { MailReading } from '../../../shared/ports/outside.ts';
import { shortDate, shortDateTime } from '../../../shared/shell/format.ts';
import { html, type Html } from '../../../shared/shell/html.ts';
import { page } from '../../../shared/shell/page.ts';
import type { GuessedCase } from './guessed-cases.ts';
import { whoseLetter } from './whose-letter.ts';

export type Wrong = 'nothing-chosen' | 'unknown-code' | 'reason';

export interface HeldMailView {
  readonly token: string;
  /** Who is asked. */
  readonly name: string;
  readonly held: HeldMail;
  /** Undefined once the bucket has forgotten it. */
  readonly reading: MailReading | undefined;
  readonly guesses: readonly GuessedCase[];
  readonly wrong?: Wrong;
  readonly filled?: SortMailForm;
}

/** The mail, the cases that it may belong to, and two forms: put it to one, or to none. */
export function heldMailPage(view: HeldMailView): string {
  const { held, reading } = view;
  return page({
    title: 'Thư chờ phân loại',
    signedIn: view.name,
    body: html`<p>${WHY[held.why].vi}</p>
      <p lang="en">${WHY[held.why].en}</p>
      ${reading === undefined ? MISSING : mailAsRead(reading)}
      ${view.wrong !== undefined && wrongBox(view.wrong)} ${matchForm(view)} ${dismissForm(view)}`,
  });
}

function mailAsRead({ from, subject, text, receivedAt, attachments, refused }: MailReading): Html {
  return html`<dl>
      <dt>Người gửi</dt><dd>${from}</dd>
      <dt>Nhận lúc</dt><dd>${shortDateTime(receivedAt)}</dd>
      <dt>Tiêu đề</dt><dd>${subject === '' ? '(không có)' : subject}</dd>
      <dt>Tệp gửi kèm</dt><dd>${attachments.length === 0 ? 'không có' : attachments.map(({ fileName, bytes }) => html`${fileName} (${sizeOf(bytes)})<br>`)}</dd>
      ${refused.length > 0 && html`<dt>Tệp không nhận</dt><dd>${refused.map(({ fileName, why }) => html`${fileName} (${REFUSED[why]})<br>`)}</dd>`}
    </dl>
    <h2>Nội dung thư</h2>
    <blockquote class="quiet" style="margin:0">${text.split('\n').map((line) => html`${line}<br>`)}</blockquote>`;
}

function matchForm({ token, held, guesses, wrong, filled }: HeldMailView): Html {
  return html`<h2>Thư thuộc hồ sơ nào?</h2>
    <form method="post" action="/m/${token}">
      <input type="hidden" name="act" value="match" />
      ${
        guesses.length > 0 &&
        html`<fieldset><legend>Hồ sơ có thể liên quan <span lang="en">(possible cases)</span></legend>
          ${guesses.map((guess) => choice(guess, filled?.guess === guess.caseId))}</fieldset>`
      }
      <label for="code">${guesses.length > 0 ? 'Hoặc nhập mã hồ sơ khác' : 'Mã hồ sơ hoặc mã tra cứu'} <span lang="en">(case code)</span></label>
      <input id="code" name="code" maxlength="80" autocomplete="off" value="${filled?.code ?? ''}" ${invalid(wrong === 'unknown-code' || wrong === 'nothing-chosen')} />
      ${letterOf(filled?.of ?? whoseLetter(held, filled?.guess ?? guesses[0]?.caseId))}
      <button type="submit">Gắn vào hồ sơ <span lang="en">(put to this case)</span></button>
    </form>`;
}

function letterOf(whose: 'applicant' | 'other'): Html {
  const one = (value: typeof whose, said: Html) =>
    html`<label><input type="radio" name="of" value="${value}"${value === whose && html` checked`}> ${said}</label>`;
  return html`<fieldset><legend>Thư này là của ai? <span lang="en">(whose letter is it?)</span></legend>
    ${one('applicant', html`Của người nộp hồ sơ <span lang="en">(the applicant's)</span>`)}
    ${one('other', html`Của người khác <span lang="en">(somebody else's)</span>`)}</fieldset>`;
}

function choice(guess: GuessedCase, chosen: boolean): Html {
  return html`<label><input type="radio" name="guess" value="${guess.caseId}"${chosen && html` checked`}> ${guess.code}</label>
    <p>${guess.procedure}, nộp ngày ${shortDate(guess.filedAt)}${guess.applicant !== undefined && html`, ${guess.applicant}`}<br>
    Vì: ${reasonsFor(guess).join('; ')}</p>`;
}

/** A code in the new text stands in the whole text too, where the quoted part is looked for: that says nothing more. */
function reasonsFor({ why }: GuessedCase): readonly string[] {
  return why.filter((one) => one !== 'thread' || !why.includes('code')).map((one) => REASONS[one]);
}

function dismissForm({ token, wrong, filled }: HeldMailView): Html {
  return html`<h2>Không thuộc hồ sơ nào</h2>
    <form method="post" action="/m/${token}">
      <input type="hidden" name="act" value="dismiss" />
      <label for="reason">Lý do <span lang="en">(reason)</span></label>
      <textarea id="reason" name="reason" rows="2" maxlength="2000" required ${invalid(wrong === 'reason')}>${filled?.reason ?? ''}</textarea>
      <button type="submit">Ghi nhận: không thuộc hồ sơ nào <span lang="en">(belongs to no case)</span></button>
    </form>`;
}

function wrongBox(wrong: Wrong): Html {
  const { vi, en } = WRONG[wrong];
  return html`<div class="wrong" role="alert"><p>${vi}</p><p lang="en">${en}</p></div>`;
}

function invalid(is: boolean): Html | false {
  return is && html`aria-invalid="true"`;
}

function sizeOf(bytes: number): string {
  return bytes < 1024 * 1024
    ? `${String(Math.ceil(bytes / 1024))} KB`
    : `${(bytes / 1024 / 1024).toFixed(1).replace('.', ',')} MB`;
}

const MISSING = html`<p class="wrong">Nội dung thư không còn được lưu. <span lang="en">The mail is no longer kept.</span></p>`;

interface Said {
  readonly vi: string;
  readonly en: string;
}

const WHY: Readonly<Record<HeldReason, Said>> = {
  'no-address': { vi: 'Thư không ghi địa chỉ của hồ sơ nào.', en: 'The mail names no case by its address.' },
  'address-expired': {
    vi: 'Thư gửi đến địa chỉ của một hồ sơ, nhưng địa chỉ đã hết hạn.',
    en: "The mail was sent to a case's address that has expired.",
  },
  'not-authenticated': {
    vi: 'Không xác minh được người gửi là ai: địa chỉ người gửi có thể bị giả mạo.',
    en: 'The sender could not be verified: the address may be forged.',
  },
  'other-sender': {
    vi: 'Thư gửi đến địa chỉ của một hồ sơ, nhưng từ hộp thư khác với hộp thư đã đăng ký.',
    en: "The mail was sent to a case's address from another mailbox than the registered one.",
  },
  'shared-mailbox': {
    vi: 'Thư trả lời từ hộp thư chung của một đơn vị, không biết ai viết; hộp thư đó đã được báo.',
    en: 'An answer from the shared mailbox of a unit; nobody knows who wrote it, and the mailbox was told.',
  },
  'unknown-case': {
    vi: 'Thư gửi đến địa chỉ của một hồ sơ không có.',
    en: 'The address names a case that does not exist.',
  },
  unreadable: { vi: 'Hệ thống không tự xử lý được thư này.', en: 'This mail could not be handled automatically.' },
  'too-large': {
    vi: 'Thư quá lớn (trên 25 MB) nên chưa được đọc.',
    en: 'The mail is too large (over 25 MB) to be read.',
  },
};

const REASONS: Readonly<Record<Guess['why'][number], string>> = {
  code: 'mã hồ sơ có trong thư',
  thread: 'mã hồ sơ có trong phần trích dẫn',
  address: 'thư gửi đến địa chỉ của hồ sơ',
  phone: 'số điện thoại có trong thư là của người nộp',
  sender: 'hộp thư người gửi là của người nộp',
  officer: 'người gửi đang xử lý hồ sơ',
};

const REFUSED: Readonly<Record<MailReading['refused'][number]['why'], string>> = {
  type: 'loại tệp không nhận',
  size: 'quá 10 MB',
  number: 'quá số tệp cho phép',
};

const WRONG: Readonly<Record<Wrong, Said>> = {
  'nothing-chosen': { vi: 'Xin chọn một hồ sơ hoặc nhập mã hồ sơ.', en: 'Choose a case or enter its code.' },
  'unknown-code': { vi: 'Không có hồ sơ nào mang mã này. Xin xem lại mã.', en: 'No case has this code.' },
  reason: { vi: 'Xin ghi lý do.', en: 'Give the reason.' },
};
