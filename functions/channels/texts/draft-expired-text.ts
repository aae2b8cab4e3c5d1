import type { HotlinePolicy } from '../../../shared/domain/catalogue/hotline.ts';
import type { MessageText } from './message-text.ts';

export function draftExpiredText({ draftHours }: HotlinePolicy): MessageText {
  return {
    headline: { vi: 'Phản ánh viết dở đã hết hạn', en: 'Your unfinished report has expired' },
    body: {
      vi: `Sau ${String(draftHours)} giờ phản ánh vẫn thiếu thông tin nên chưa được gửi đi. Xin nhắn lại bất cứ lúc nào.`,
      en: `After ${String(draftHours)} hours your report was still incomplete, so it was not sent. You can write again at any time.`,
    },
  };
}
