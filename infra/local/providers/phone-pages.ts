import { escapeHtml, localTime, page } from '../mail/mail-pages.ts';
import { PHONE_CHANNELS, type PhoneChannel } from './citizen-phone.ts';
import type { SaidToCitizen } from './provider-world.ts';

/** Somebody to be, for whoever only wants to try. */
export const SAMPLE_ACCOUNTS: Readonly<Record<PhoneChannel, string>> = {
  sms: '+84912345678',
  zalo: '5510185758261927916',
  viber: '01234567890A=',
  teams: '29:nguoi-dan-teams',
  skype: '29:nguoi-dan-skype',
  'aws-sms': '+84987654321',
};

export interface PhoneView {
  readonly channel: PhoneChannel;
  readonly account: string;
  /** Both sides, oldest first. */
  readonly lines: readonly (SaidToCitizen | { readonly mine: string; readonly at: string })[];
  /** What the hotline's address answered to the last message. */
  readonly answered?: number;
}

export function phonePage({ channel, account, lines, answered }: PhoneView): string {
  const choices = PHONE_CHANNELS.map(
    (one) =>
      `<a href="/dien-thoai?channel=${one}&amp;account=${escapeHtml(encodeURIComponent(SAMPLE_ACCOUNTS[one]))}"${one === channel ? ' aria-current="page"' : ''}>${one}</a>`,
  ).join(' · ');
  const talk = lines.map((line) =>
    'mine' in line
      ? `<li><b>Tôi · Me</b> <time>${localTime(line.at)}</time><pre>${escapeHtml(line.mine)}</pre></li>`
      : `<li><b>1022</b> <time>${localTime(line.at)}</time><pre>${escapeHtml(line.text)}</pre></li>`,
  );
  return page(
    'Điện thoại người dân · A citizen’s phone',
    `<p><a href="/">← Hộp thư · Mail</a></p>
    <h1>Điện thoại người dân · A citizen’s phone</h1>
    <p>${choices}</p>
    ${answered === undefined ? '' : `<p role="status">Tổng đài trả lời · The hotline answered: HTTP ${String(answered)}</p>`}
    <ul class="list">${talk.join('')}</ul>
    <form method="post" action="/dien-thoai">
    <input type="hidden" name="channel" value="${channel}">
    <p><label>Tài khoản hoặc số · Account or number <input name="account" value="${escapeHtml(account)}" size="30"></label></p>
    <p><label for="text">Nhắn cho 1022 · Write to 1022</label><br><textarea id="text" name="text" rows="4" cols="50" autofocus></textarea></p>
    <p><button>Gửi · Send</button></p></form>
    <p><a href="/dien-thoai?channel=${channel}&amp;account=${escapeHtml(encodeURIComponent(account))}">Tải lại · Reload</a></p>`,
  );
}
