/** What a mail says about answering it: to staff the first lines that fit what they can do, to applicants that it is read and is no command. */
import type { ReplyAct } from '../../../shared/domain/reply/reply-acts.ts';
import { text, type MailBlock } from './mail-content.ts';

/** As the grammar of replies reads them (shared/domain/reply/read-reply.ts); an act without a line has only its link. */
const firstLines: Readonly<Partial<Record<ReplyAct, string>>> = {
  receive: 'TIẾP NHẬN',
  acknowledge: 'TIẾP NHẬN',
  'complete-step': 'HOÀN THÀNH',
  grant: 'HOÀN THÀNH số <số văn bản>',
  refuse: 'TỪ CHỐI số <số văn bản>: <lý do>',
  'refuse-intake': 'TỪ CHỐI: <lý do>',
  'request-supplement': 'BỔ SUNG: <giấy tờ>; <giấy tờ>. Lý do: <lý do>',
  'answer-consultation': 'TRẢ LỜI: <nội dung>',
  consult: 'LẤY Ý KIẾN <đơn vị>: <nội dung>',
  extend: 'GIA HẠN 3 NGÀY: <lý do>',
  'prepare-apology': 'GIA HẠN 3 NGÀY: <lý do>',
  'hand-over': 'GIAO CHO <tên>: <lý do>',
  forward: 'CHUYỂN <đơn vị>: <lý do>',
  stop: 'DỪNG: <lý do>',
  pause: 'TẠM DỪNG: <lý do>',
  resume: 'TIẾP TỤC',
};

/** Everyday acts first. */
export function firstLinesFor(acts: readonly ReplyAct[]): readonly string[] {
  const known = Object.entries(firstLines).flatMap(([act, line]) => (acts.some((one) => one === act) ? [line] : []));
  return [...new Set(known)];
}

/** @param acts that this person can do by answering this mail. */
export function howStaffAnswer(acts: readonly ReplyAct[]): MailBlock {
  const lines = firstLinesFor(acts);
  if (lines.length === 0) return text('Thư trả lời được giữ trong hồ sơ làm ghi chú nội bộ.');
  return text(
    [
      'Trả lời thư này, dòng đầu là một trong các câu:',
      ...lines.map((line) => `  ${line}`),
      'Các dòng sau, hoặc thư không có câu nào ở trên, được giữ làm ghi chú nội bộ.',
    ].join('\n'),
  );
}

/** A shared mailbox is nobody in person: what it answers moves nothing. @param acts that its people can do between them. */
export function howUnitsAnswer(acts: readonly ReplyAct[]): MailBlock {
  const lines = firstLinesFor(acts);
  const own = 'từ hộp thư công vụ riêng của ông/bà, không từ hộp thư chung này';
  if (lines.length === 0) return text(`Muốn ghi chú vào hồ sơ, xin trả lời thư này ${own}.`);
  return text(
    [
      `Người giải quyết trả lời thư này ${own}; dòng đầu là một trong các câu:`,
      ...lines.map((line) => `  ${line}`),
      'Các dòng sau, hoặc thư không có câu nào ở trên, được giữ làm ghi chú nội bộ.',
    ].join('\n'),
  );
}

export const howApplicantsAnswer: MailBlock = text(
  'Ông/bà có thể trả lời thư này để gửi thêm thông tin hoặc giấy tờ được yêu cầu; thư được lưu vào hồ sơ cho người giải quyết đọc, không phải là lệnh làm thay đổi hồ sơ.',
);
