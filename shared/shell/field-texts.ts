/** What is wrong with one field, by the code of a `FieldError`. */
import type { FieldError, Language } from './http.ts';
import { say, type SaidText } from './said-text.ts';

const texts: Readonly<Record<string, SaidText>> = {
  required: { vi: 'Chưa có giá trị này.', en: 'This value is missing.' },
  'wrong-type': { vi: 'Giá trị phải thuộc kiểu {expected}.', en: 'The value must be of type {expected}.' },
  'text-too-big': { vi: 'Dài quá {limit} ký tự.', en: 'Longer than {limit} characters.' },
  'text-too-small': { vi: 'Ngắn hơn {limit} ký tự.', en: 'Shorter than {limit} characters.' },
  'number-too-big': { vi: 'Lớn hơn {limit}.', en: 'Greater than {limit}.' },
  'number-too-small': { vi: 'Nhỏ hơn {limit}.', en: 'Less than {limit}.' },
  'list-too-big': { vi: 'Nhiều hơn {limit} mục.', en: 'More than {limit} items.' },
  'list-too-small': { vi: 'Ít hơn {limit} mục.', en: 'Fewer than {limit} items.' },
  'not-listed': { vi: 'Chỉ nhận một trong các giá trị: {allowed}.', en: 'Only one of these is accepted: {allowed}.' },
  'unknown-field': { vi: 'Trường này không có trong yêu cầu.', en: 'There is no such field in this request.' },
  format: { vi: 'Không đúng cách viết.', en: 'Not written in the expected form.' },
  email: { vi: 'Không phải địa chỉ thư điện tử.', en: 'Not an e-mail address.' },
  phone: { vi: 'Không phải số điện thoại gọi được.', en: 'Not a telephone number that can be called.' },
  date: { vi: 'Phải là ngày, dạng NĂM-THÁNG-NGÀY.', en: 'Must be a date, written YEAR-MONTH-DAY.' },
  instant: { vi: 'Phải là thời điểm UTC theo ISO 8601.', en: 'Must be an ISO 8601 instant in UTC.' },
  link: { vi: 'Không phải địa chỉ liên kết.', en: 'Not a link.' },
  'control-character': {
    vi: 'Có ký tự điều khiển không hiển thị được.',
    en: 'Contains control characters that cannot be shown.',
  },
  'broken-character': {
    vi: 'Có ký tự bị hỏng (thiếu nửa ký tự).',
    en: 'Contains a broken character (a lone surrogate).',
  },
  'too-deep': { vi: 'Lồng nhau quá {maximum} tầng.', en: 'Nested more than {maximum} levels deep.' },
  'not-utf8': { vi: 'Nội dung không phải UTF-8.', en: 'The body is not UTF-8.' },
  'not-json': { vi: 'Nội dung không phải JSON đúng cú pháp.', en: 'The body is not well-formed JSON.' },
  'not-form': { vi: 'Nội dung biểu mẫu sai cú pháp.', en: 'The form is not well encoded.' },
  'if-match': {
    vi: 'Viết phiên bản trong ngoặc kép, ví dụ "3".',
    en: 'Write the version in double quotes, such as "3".',
  },
  'idempotency-key': {
    vi: 'Dùng 8 đến 128 chữ cái, chữ số, dấu . _ : ~ hoặc -.',
    en: 'Use 8 to 128 letters, digits or the characters . _ : ~ -.',
  },
};

const general: SaidText = { vi: 'Giá trị không hợp lệ.', en: 'The value is not valid.' };

export function fieldText(error: FieldError, language: Language): string {
  const text = texts[error.code] ?? general;
  const said = say(text, language, error.details);
  return said.includes('{') ? say(general, language) : said;
}
