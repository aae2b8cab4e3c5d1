/** Status and words of each kind of problem; Vietnamese first. */
import type { Problem } from './http.ts';
import type { SaidText } from './said-text.ts';

type Kind = Problem['kind'] | 'internal';

export interface ProblemRow {
  readonly status: number;
  readonly title: SaidText;
  readonly detail: SaidText;
}

export const problemRows: Readonly<Record<Kind, ProblemRow>> = {
  malformed: {
    status: 400,
    title: { vi: 'Yêu cầu có chỗ chưa đúng', en: 'The request is not valid' },
    detail: { vi: 'Xin sửa những mục được nêu rồi gửi lại.', en: 'Correct what is listed and send it again.' },
  },
  unauthenticated: {
    status: 401,
    title: { vi: 'Chưa đăng nhập', en: 'Not signed in' },
    detail: { vi: 'Xin đăng nhập lại rồi thực hiện.', en: 'Sign in again, then repeat this.' },
  },
  forbidden: {
    status: 403,
    title: { vi: 'Không được phép', en: 'Not allowed' },
    detail: { vi: 'Ông/bà không có quyền làm việc này.', en: 'You may not do this.' },
  },
  'not-found': {
    status: 404,
    title: { vi: 'Không tìm thấy', en: 'Not found' },
    detail: {
      vi: 'Không có mục này, hoặc liên kết không còn dùng được.',
      en: 'There is no such thing, or the link is no longer good.',
    },
  },
  'stale-version': {
    status: 409,
    title: { vi: 'Hồ sơ đã thay đổi', en: 'The dossier has changed' },
    detail: {
      vi: 'Người khác vừa cập nhật (phiên bản {current}). Xin xem lại rồi quyết định.',
      en: 'Somebody else has just updated it (version {current}). Look at it again, then decide.',
    },
  },
  'key-reused': {
    status: 409,
    title: { vi: 'Khóa chống gửi trùng đã dùng', en: 'Idempotency key already used' },
    detail: {
      vi: 'Khóa Idempotency-Key này đã dùng cho một yêu cầu khác. Xin dùng khóa mới.',
      en: 'This Idempotency-Key came with another request before. Use a new key.',
    },
  },
  'key-missing': {
    status: 400,
    title: { vi: 'Thiếu khóa chống gửi trùng', en: 'Idempotency key missing' },
    detail: {
      vi: 'Xin gửi kèm Idempotency-Key, để gửi lại không tạo ra hai hồ sơ.',
      en: 'Send an Idempotency-Key, so that a retry does not create a second dossier.',
    },
  },
  'too-large': {
    status: 413,
    title: { vi: 'Quá lớn', en: 'Too large' },
    detail: { vi: 'Chỉ nhận tối đa {limit} byte.', en: 'At most {limit} bytes are accepted.' },
  },
  'unsupported-media': {
    status: 415,
    title: { vi: 'Loại nội dung không nhận', en: 'Content type not accepted' },
    detail: { vi: 'Loại được nhận: {detail}.', en: 'Accepted: {detail}.' },
  },
  refused: {
    status: 422,
    title: { vi: 'Không thực hiện được theo quy định', en: 'Refused by a rule' },
    detail: { vi: '', en: '' },
  },
  throttled: {
    status: 429,
    title: { vi: 'Quá nhiều yêu cầu', en: 'Too many requests' },
    detail: { vi: 'Xin thử lại sau {retryAfterSeconds} giây.', en: 'Try again in {retryAfterSeconds} seconds.' },
  },
  busy: {
    status: 409,
    title: { vi: 'Hồ sơ đang được cập nhật', en: 'The dossier is being updated' },
    detail: {
      vi: 'Nhiều người đang cùng cập nhật. Xin thử lại ngay.',
      en: 'Several people are updating it. Try again now.',
    },
  },
  internal: {
    status: 500,
    title: { vi: 'Hệ thống gặp lỗi', en: 'Something went wrong on our side' },
    detail: {
      vi: 'Lỗi đã được ghi lại. Xin thử lại sau; khi cần hỗ trợ, xin nêu mã {instance}.',
      en: 'The fault is recorded. Try again later; quote {instance} if you ask for help.',
    },
  },
};
