import { phraseBook } from './find-phrase.ts';
import type { ReplyCommand } from './reply-command.ts';

export type PhraseKind = ReplyCommand['kind'];

/** The words that begin a command, spelled in full; written without marks, joined or mistyped they are found all the same. */
const PHRASES: Readonly<Record<PhraseKind, readonly string[]>> = {
  accept: [
    'tiếp nhận',
    'đã tiếp nhận',
    'đã nhận',
    'nhận xử lý',
    'nhận giải quyết',
    'nhận hồ sơ',
    'ok nhận',
    'accept',
    'accepted',
  ],
  supplement: ['bổ sung', 'bổ xung', 'yêu cầu bổ sung', 'cần bổ sung', 'supplement'],
  answer: ['trả lời', 'trả lời ý kiến', 'ý kiến', 'ý kiến trả lời', 'answer'],
  consult: ['lấy ý kiến', 'xin ý kiến', 'consult'],
  forward: ['chuyển', 'forward'],
  extend: ['gia hạn', 'hẹn lại', 'extend'],
  refuse: ['từ chối', 'không đồng ý', 'refuse', 'reject'],
  done: [
    'hoàn thành',
    'đã hoàn thành',
    'xong',
    'đã xong',
    'làm xong',
    'đã làm xong',
    'xử lý xong',
    'đã xử lý xong',
    'giải quyết xong',
    'đã giải quyết xong',
    'hồ sơ đã xong',
    'hồ sơ này đã xong',
    'việc này đã xong',
    'hồ sơ đã hoàn thành',
    'hồ sơ này đã hoàn thành',
    'done',
    'completed',
  ],
  'hand-over': ['giao', 'bàn giao', 'phân công', 'hand over', 'assign to'],
  stop: ['dừng', 'dừng giải quyết', 'stop'],
  pause: ['tạm dừng', 'tạm dừng giải quyết', 'pause'],
  resume: ['tiếp tục', 'resume', 'continue'],
  confirm: ['đồng ý', 'xác nhận', 'nhất trí', 'thống nhất', 'confirm', 'agreed'],
};

/** Words that begin like a command and are another word: giao dịch is a transaction, chuyển nhượng a transfer of property. */
export const OTHER_WORDS: readonly string[] = [
  'giao dịch',
  'giao thông',
  'giao diện',
  'giao tiếp',
  'giao lưu',
  'giao ban',
  'giao nhận',
  'giao hàng',
  'chuyển đổi',
  'chuyển nhượng',
  'chuyển khoản',
  'chuyển biến',
  'chuyển mục đích',
  'chuyển hộ khẩu',
  'chuyên viên',
  'chuyện này',
  'đã nhận thấy',
  'đã nhận xét',
  'đã nhận định',
  'dùng để',
  'đúng rồi',
  'đúng vậy',
];

export const DOSSIER_BOOK = phraseBook(PHRASES, OTHER_WORDS);
