import type { ViberEvent } from './viber-event.ts';
import type { ViberSecrets } from './verify-viber.ts';

/**
 * The only words that Viber lets us say to somebody who has opened the chat and not written yet; they stand in our answer to its call. In both
 * languages, for we know nothing of the reader.
 */
const TEXT = [
  'Tổng đài 1022 xin chào. Ông/Bà gửi phản ánh, kiến nghị bằng cách nhắn tin tại đây: việc gì, ở đâu. Trường hợp khẩn cấp, xin gọi 113, 114 hoặc 115.',
  'Hello from hotline 1022. Write here what is wrong and where. In an emergency call 113, 114 or 115.',
].join('\n\n');

/** @returns the body of the answer, only where Viber reads one. */
export function viberWelcome({ event, subscribed }: ViberEvent, { senderName }: ViberSecrets): unknown {
  return event === 'conversation_started' && subscribed !== true
    ? { sender: { name: senderName }, type: 'text', text: TEXT }
    : undefined;
}
