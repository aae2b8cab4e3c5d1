import { SIGN_IN_MINUTES } from '../../../shared/domain/staff/sign-in.ts';
import { links, text, type MailContent } from './mail-content.ts';

/** The link opens a page with one button; only the browser that asked can use it, once. */
export function signInMail(mail: {
  readonly name: string;
  readonly unitName: string;
  readonly url: string;
  readonly hotline: string;
}): MailContent {
  return {
    subject: `Đăng nhập Một Cửa: mở liên kết trong ${String(SIGN_IN_MINUTES)} phút`,
    greeting: `Kính gửi ông/bà ${mail.name},`,
    blocks: [
      text(
        `Có yêu cầu đăng nhập bằng hộp thư này cho ${mail.unitName}. Liên kết dùng được một lần, trong ${String(SIGN_IN_MINUTES)} phút, trên đúng trình duyệt đã gửi yêu cầu.`,
      ),
      links('Để đăng nhập:', [{ label: 'Mở trang đăng nhập (sign in)', url: mail.url }]),
      text(
        'Nếu ông/bà không gửi yêu cầu này, xin bỏ qua: không ai đăng nhập được nếu không mở liên kết trên trình duyệt của mình. Không chuyển tiếp thư này.',
      ),
    ],
    english: `Use the link once, within ${String(SIGN_IN_MINUTES)} minutes, in the browser that asked. If you did not ask, ignore this mail.`,
    signature: [`Hệ thống Một Cửa. Tổng đài ${mail.hotline}.`, 'Thư này được gửi tự động.'],
  };
}
