import { applicantRows, followLinks } from '../case-blocks.ts';
import { items, text } from '../mail-content.ts';
import { templateFor } from '../template.ts';
import { shortDateTime } from '../../../../shared/shell/format.ts';
import { inEnglish, inWords } from '../words.ts';

/** Phiếu yêu cầu bổ sung (M02): all that is missing, at once, with the reason and until when. */
export const supplementRequested = templateFor(['SupplementRequested'], (event, facts) => ({
  subject: `Cần bổ sung hồ sơ trước ${shortDateTime(event.wait.dueAt)}`,
  blocks: [
    text(
      `Để tiếp tục giải quyết hồ sơ, ông/bà vui lòng bổ sung, hoàn thiện các nội dung sau, chậm nhất ${inWords(event.wait.dueAt)}:`,
    ),
    items(
      'Nội dung cần bổ sung:',
      event.items.map((item) => `${facts.documentName(item.lineId).vi}: ${item.what}`),
    ),
    text(`Lý do: ${event.reason}`),
    applicantRows(facts),
    text(`Ông/bà có thể gửi giấy tờ trên trang hồ sơ bên dưới hoặc nộp tại ${facts.counter.vi}.`),
    text(
      event.phase === 'examination'
        ? 'Thời hạn giải quyết tạm dừng cho đến khi hồ sơ đầy đủ; ông/bà sẽ được báo ngày hẹn mới.'
        : 'Thời hạn giải quyết được tính từ khi hồ sơ đầy đủ.',
    ),
    followLinks(facts),
  ],
  english: `Please supplement your application ${facts.code} by ${inEnglish(event.wait.dueAt)}: ${event.items
    .map((item) => facts.documentName(item.lineId).en)
    .join('; ')}.`,
}));
