import { MAIL_BYTES } from '../../../shared/contracts/incoming-mail-limits.ts';
import type { ReplyDoubt } from '../../../shared/domain/dossier/reply-result.ts';
import { fieldLabel } from './choice-in-words.ts';
import type { NoticeFacts } from './notice-facts.ts';
import { inWords } from './words.ts';

/** Why nothing happened, as the person who answered is told. @param detail the field that is missing, or the words that were not understood. */
export function doubtText(why: ReplyDoubt, detail: string | undefined, facts: Pick<NoticeFacts, 'pause'>): string {
  const field = detail === undefined ? undefined : fieldLabel(detail);
  const quoted = detail === undefined || field !== undefined ? '' : ` “${detail}”`;
  switch (why) {
    case 'ambiguous':
      return `Câu trả lời${quoted} có thể hiểu theo nhiều cách.`;
    case 'not-understood':
      return `Hệ thống không hiểu dòng đầu của thư${quoted}.`;
    case 'detail-missing':
      return field === undefined ? `Câu trả lời còn thiếu thông tin${quoted}.` : `Câu trả lời còn thiếu ${field}.`;
    case 'detail-unclear':
      return field === undefined
        ? `Không xác định được${quoted === '' ? ' một chi tiết trong câu trả lời' : quoted}: không tìm thấy, hoặc có nhiều hơn một.`
        : `Không rõ ${field} trong câu trả lời.`;
    case 'not-authenticated':
      return 'Không xác minh được thư trả lời gửi từ hộp thư công vụ đã đăng ký (DMARC, DKIM). Đề nghị gửi từ chính hộp thư công vụ, hoặc dùng liên kết.';
    case 'other-sender':
      return 'Thư trả lời đến từ hộp thư khác với hộp thư đã nhận thông báo, nên không được thực hiện.';
    case 'address-expired':
      return 'Địa chỉ trả lời của thư cũ đã hết hạn (30 ngày). Đề nghị trả lời chính thư này.';
    case 'not-addressed':
      return 'Địa chỉ trả lời không nằm ở dòng “Đến” (To) của thư, nên dòng đầu được coi là viết cho người khác. Đề nghị trả lời chính thư này.';
    case 'no-longer-theirs':
      return 'Việc này đã xong hoặc nay thuộc người khác.';
    case 'already-so':
      return 'Việc này đã được ghi nhận từ trước; thư trả lời không làm thay đổi gì thêm.';
    case 'paused':
      return pausedText(facts);
    case 'not-offered':
      return 'Việc này không làm được bằng cách trả lời thư đó.';
    case 'attachments-refused':
      return 'Có tệp kèm theo không nhận được.';
    case 'too-large':
      return `Thư trả lời lớn hơn ${String(MAIL_BYTES / 1024 / 1024)} MB (kể cả tệp kèm theo) nên chưa được đọc.`;
    case 'virus':
      return 'Máy chủ thư phát hiện mã độc trong thư trả lời hoặc tệp kèm theo, nên thư không được mở. Đề nghị kiểm tra máy và tệp, rồi trả lời lại.';
    default:
      return why satisfies never;
  }
}

function pausedText({ pause }: Pick<NoticeFacts, 'pause'>): string {
  const since = pause === undefined ? '' : ` (${pause.reason.vi}; hệ thống hỏi lại vào ${inWords(pause.reviewAt)})`;
  return `Hồ sơ đang tạm dừng tính thời hạn${since}. Khi lý do tạm dừng không còn, đề nghị trả lời “TIẾP TỤC” trước, rồi làm việc này.`;
}
