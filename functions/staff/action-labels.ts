import type { ActionName } from '../../shared/contracts/http/staff.ts';

/** What the link in a mail and the button on its page say. */
export const actionLabels: Readonly<Record<ActionName, { readonly vi: string; readonly en: string }>> = {
  'complete-step': { vi: 'Hoàn thành bước này', en: 'complete this step' },
  grant: { vi: 'Đồng ý, ghi kết quả', en: 'decide: granted' },
  refuse: { vi: 'Không đồng ý, ghi lý do', en: 'decide: refused' },
  'request-supplement': { vi: 'Yêu cầu bổ sung hồ sơ', en: 'request a supplement' },
  consult: { vi: 'Lấy ý kiến đơn vị khác', en: 'consult another unit' },
  'answer-consultation': { vi: 'Trả lời ý kiến', en: 'answer the consultation' },
  extend: { vi: 'Xin lỗi và hẹn lại ngày trả', en: 'apologise and extend' },
  'hand-over': { vi: 'Chuyển cho đồng nghiệp', en: 'hand over to a colleague' },
};
