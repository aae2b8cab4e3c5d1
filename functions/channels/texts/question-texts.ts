/** What a report still needs (20/2008/NĐ-CP art. 7), asked for one at a time. */
import type { DraftField } from '../../../shared/domain/conversation/draft.ts';
import type { SaidText } from '../../../shared/shell/said-text.ts';
import { lines, type MessageText } from './message-text.ts';

const QUESTIONS: Readonly<Record<DraftField, SaidText>> = {
  content: {
    vi: 'Ông/bà muốn phản ánh việc gì? Xin kể rõ sự việc.',
    en: 'What would you like to report? Please describe it.',
  },
  place: {
    vi: 'Việc này ở đâu? Xin ghi số nhà, tên đường, phường/xã, hoặc gửi vị trí.',
    en: 'Where is it? Please give the house number, street and ward, or send the location.',
  },
  name: { vi: 'Xin cho biết họ và tên của ông/bà.', en: 'Please give your full name.' },
  address: {
    vi: 'Xin cho biết địa chỉ của ông/bà (số nhà, đường, phường/xã).',
    en: 'Please give your home address (house number, street, ward).',
  },
  phone: { vi: 'Xin cho số điện thoại để liên hệ khi cần.', en: 'Please give a phone number to reach you if needed.' },
  summary: { vi: 'Xin tóm tắt phản ánh trong một câu.', en: 'Please sum up your report in one sentence.' },
};

const AGAIN: SaidText = {
  vi: 'Tổng đài chưa đọc được câu trả lời trước. Không muốn gửi nữa, xin nhắn "hủy".',
  en: 'We could not read your last answer. To stop, write "cancel".',
};

/** @param times how often it was asked, this time included. */
export function questionText(field: DraftField, times: number): MessageText {
  const question = QUESTIONS[field];
  return {
    headline: { vi: 'Tổng đài 1022 cần ông/bà cho biết thêm', en: 'The 1022 hotline needs to know more' },
    body: times > 1 ? lines(AGAIN, question) : question,
  };
}
