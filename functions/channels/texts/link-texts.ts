/** Proving that two channels are one person's: a code goes to the one and is repeated on the other. */
import type { MessageChannel } from '../../../shared/domain/channel.ts';
import type { LinkFailure } from '../../../shared/domain/conversation/events.ts';
import { asWritten, type MessageText } from './message-text.ts';
import type { SaidText } from '../../../shared/shell/said-text.ts';

const HEADLINE: SaidText = { vi: 'Mã xác nhận của Tổng đài 1022', en: 'Confirmation code of the 1022 hotline' };

const CHANNEL_NAMES: Readonly<Record<MessageChannel, SaidText>> = {
  sms: { vi: 'điện thoại (tin nhắn SMS)', en: 'your phone (SMS)' },
  email: { vi: 'thư điện tử', en: 'your e-mail' },
  zalo: asWritten('Zalo'),
  viber: asWritten('Viber'),
  skype: asWritten('Skype'),
  teams: asWritten('Teams'),
};

const FAILURES: Readonly<Record<LinkFailure, SaidText>> = {
  'wrong-code': {
    vi: 'Mã không đúng. Xin kiểm tra và nhắn lại.',
    en: 'Wrong code. Please check it and write it again.',
  },
  'too-many-tries': {
    vi: 'Đã nhập sai quá nhiều lần nên mã không còn dùng được. Xin yêu cầu mã mới.',
    en: 'Too many wrong tries: the code is no longer valid. Please ask for a new one.',
  },
  expired: { vi: 'Mã đã hết hạn. Xin yêu cầu mã mới.', en: 'The code has expired. Please ask for a new one.' },
  'no-address': {
    vi: 'Xin ghi số điện thoại hoặc địa chỉ thư điện tử khác với nơi đang nhắn.',
    en: 'Please give a phone number or an e-mail address other than the one you write from.',
  },
  'unproven-sender': {
    vi: 'Chưa xác thực được người gửi thư này nên không gửi mã. Xin nhắn yêu cầu từ Zalo, Viber hoặc điện thoại.',
    en: 'The sender of this mail could not be verified, so no code was sent. Please ask from Zalo, Viber or your phone.',
  },
  'too-many-codes': {
    vi: 'Hôm nay đã gửi đủ số mã đến nơi đó. Xin thử lại vào ngày mai.',
    en: 'Enough codes were sent there today. Please try again tomorrow.',
  },
};

/** To the other channel: whoever reads it there and did not ask for it does nothing. */
export function linkCodeText(code: string): MessageText {
  return {
    headline: HEADLINE,
    body: {
      vi: `Mã xác nhận 1022: ${code} (dùng trong 10 phút). Xin nhắn mã này ở nơi ông/bà đang trò chuyện với 1022. Không đưa mã cho ai. Nếu ông/bà không yêu cầu, xin bỏ qua.`,
      en: `1022 code: ${code} (valid for 10 minutes). Write it where you are talking to 1022. Give it to nobody. Not asked for it? Ignore this.`,
    },
  };
}

export function linkSentText(channel: MessageChannel): MessageText {
  const { vi, en } = CHANNEL_NAMES[channel];
  return {
    headline: HEADLINE,
    body: {
      vi: `Đã gửi mã gồm 6 chữ số đến ${vi}. Xin nhắn mã đó vào đây trong 10 phút.`,
      en: `A six-digit code was sent to ${en}. Please write it here within 10 minutes.`,
    },
  };
}

export function linkDoneText(channel: MessageChannel): MessageText {
  const { vi, en } = CHANNEL_NAMES[channel];
  return {
    headline: { vi: 'Đã xác nhận', en: 'Confirmed' },
    body: {
      vi: `Đã xác nhận ${vi} là của ông/bà. Khi không nhắn được ở đây, tổng đài sẽ nhắn đến đó.`,
      en: `Confirmed: ${en} belongs to you. If we cannot reach you here, we write to you there.`,
    },
  };
}

export function linkFailedText(why: LinkFailure): MessageText {
  return { headline: { vi: 'Chưa xác nhận được', en: 'Not confirmed' }, body: FAILURES[why] };
}
