import { SIGN_IN_MINUTES } from '../../shared/domain/staff/sign-in.ts';
import { html } from '../../shared/shell/html.ts';
import { page } from '../../shared/shell/page.ts';

export function signInPage(): string {
  return page({
    title: 'Đăng nhập dành cho cán bộ',
    body: html`<p>
        Nhập địa chỉ thư công vụ đã đăng ký. Chúng tôi gửi một liên kết đăng nhập đến hộp thư đó; không có mật khẩu.
      </p>
      <p lang="en">Enter your registered work e-mail address. A sign-in link will be sent to it; there is no password.</p>
      <form method="post" action="/staff/sign-in">
        <label for="email">Địa chỉ thư công vụ (work e-mail)</label>
        <input id="email" name="email" type="email" autocomplete="email" required maxlength="254" />
        <button type="submit">Gửi liên kết đăng nhập</button>
      </form>`,
  });
}

/** Says the same to everybody: whether an address is registered is nobody's business. */
export function signInRequestedPage(): string {
  return page({
    title: 'Xin xem hộp thư',
    body: html`<p role="status">
        Nếu địa chỉ đã được đăng ký, một liên kết đăng nhập vừa được gửi đến. Mở liên kết trong
        ${SIGN_IN_MINUTES} phút, trên chính trình duyệt này.
      </p>
      <p lang="en">
        If the address is registered, a sign-in link was sent to it. Open it within ${SIGN_IN_MINUTES} minutes, in this
        browser.
      </p>
      <p><a href="/staff/sign-in">Gửi lại</a></p>`,
  });
}

/** The link of the mail opens this; only its button signs in, because mail scanners follow links. */
export function confirmSignInPage(person: {
  readonly token: string;
  readonly name: string;
  readonly unit: string;
}): string {
  return page({
    title: 'Xác nhận đăng nhập',
    body: html`<p>Đăng nhập với tên <strong>${person.name}</strong>, ${person.unit}.</p>
      <p lang="en">Sign in as ${person.name}.</p>
      <form method="post" action="/staff/sign-in/${person.token}">
        <button type="submit">Đăng nhập</button>
      </form>`,
  });
}

export type SignInFailure = 'expired' | 'used' | 'other-browser' | 'unknown';

const failures: Readonly<Record<SignInFailure, { readonly vi: string; readonly en: string }>> = {
  expired: { vi: 'Liên kết đăng nhập đã hết hạn.', en: 'The sign-in link has expired.' },
  used: { vi: 'Liên kết đăng nhập đã được dùng.', en: 'The sign-in link has been used.' },
  'other-browser': {
    vi: 'Liên kết chỉ dùng được trên trình duyệt đã gửi yêu cầu. Xin mở liên kết trên trình duyệt đó, hoặc xin liên kết mới ở đây.',
    en: 'The link works only in the browser that asked for it. Open it there, or ask for a new one here.',
  },
  unknown: { vi: 'Liên kết đăng nhập không đúng.', en: 'This is not a sign-in link of ours.' },
};

export function signInFailedPage(failure: SignInFailure): string {
  return page({
    title: 'Chưa đăng nhập được',
    body: html`<div class="wrong" role="alert">
        <p>${failures[failure].vi}</p>
        <p lang="en">${failures[failure].en}</p>
      </div>
      <p><a class="button" href="/staff/sign-in">Xin liên kết mới</a></p>`,
  });
}
