import { phraseBook } from '../../reply/find-phrase.ts';
import { OTHER_WORDS } from '../../reply/phrases.ts';

export type ReportPhraseKind =
  | 'accept'
  | 'fixed'
  | 'scheduled'
  | 'explained'
  | 'no-basis'
  | 'progress'
  | 'consolidate'
  | 'decline'
  | 'forward'
  | 'hand-over'
  | 'keep'
  | 'approve'
  | 'return';

/** The words that begin a command about a report, spelled in full; written without marks, joined or mistyped they are found all the same. */
const PHRASES: Readonly<Record<ReportPhraseKind, readonly string[]>> = {
  accept: [
    'tiếp nhận',
    'đã tiếp nhận',
    'đã nhận',
    'nhận xử lý',
    'nhận giải quyết',
    'nhận phản ánh',
    'đã nhận phản ánh',
    'ok nhận',
    'accept',
    'accepted',
  ],
  fixed: [
    'đã xử lý',
    'đã xử lý xong',
    'xử lý xong',
    'đã khắc phục',
    'đã khắc phục xong',
    'khắc phục xong',
    'đã giải quyết',
    'đã giải quyết xong',
    'giải quyết xong',
    'đã sửa chữa',
    'đã sửa xong',
    'đã hoàn thành',
    'hoàn thành',
    'đã xong',
    'xong',
    'fixed',
    'done',
    'completed',
  ],
  scheduled: [
    'hẹn xử lý',
    'hẹn khắc phục',
    'hẹn giải quyết',
    'lên kế hoạch',
    'đã lên kế hoạch',
    'có kế hoạch',
    'đã có kế hoạch',
    'scheduled',
  ],
  explained: [
    'giải thích',
    'trả lời',
    'trả lời công dân',
    'trả lời người dân',
    'trả lời người phản ánh',
    'trả lời phản ánh',
    'phản hồi',
    'answer',
    'explain',
  ],
  'no-basis': [
    'không có cơ sở',
    'không đủ cơ sở',
    'phản ánh không có cơ sở',
    'nội dung phản ánh không có cơ sở',
    'no basis',
  ],
  progress: ['tiến độ', 'báo cáo tiến độ', 'thông tin tiến độ', 'cập nhật tiến độ', 'báo tiến độ', 'progress'],
  consolidate: ['tổng hợp', 'tổng hợp trả lời', 'trả lời tổng hợp', 'consolidate'],
  decline: [
    'không thuộc thẩm quyền',
    'không đúng thẩm quyền',
    'ngoài thẩm quyền',
    'không thuộc trách nhiệm',
    'không thuộc phạm vi',
    'từ chối',
    'decline',
    'not ours',
  ],
  forward: ['chuyển', 'forward'],
  'hand-over': ['giao', 'bàn giao', 'phân công', 'hand over', 'assign to'],
  keep: ['giữ nguyên', 'giữ nguyên đơn vị', 'keep'],
  approve: ['duyệt', 'phê duyệt', 'đã duyệt', 'đồng ý', 'nhất trí', 'thống nhất', 'approve', 'approved'],
  return: ['trả lại', 'trả về', 'yêu cầu sửa', 'đề nghị sửa', 'return'],
};

/** What is no command in a mail about a street, a pump or a neighbour. */
const OTHERS = [...OTHER_WORDS, 'xong xuôi', 'giao lộ', 'giao cắt', 'chuyển tuyến', 'chuyển hướng', 'chuyển làn'];

export const REPORT_BOOK = phraseBook(PHRASES, OTHERS);
