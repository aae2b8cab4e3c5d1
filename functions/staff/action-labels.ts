import type { ReplyAct } from '../../shared/domain/reply/reply-acts.ts';

/** What the link in a mail, the button on its page and the receipt of a reply say. */
export const actionLabels: Readonly<Record<ReplyAct, { readonly vi: string; readonly en: string }>> = {
  acknowledge: { vi: 'Nhận việc', en: 'take the work on' },
  'complete-step': { vi: 'Hoàn thành bước này', en: 'complete this step' },
  grant: { vi: 'Đồng ý, ghi kết quả', en: 'decide: granted' },
  refuse: { vi: 'Không đồng ý, ghi lý do', en: 'decide: refused' },
  'request-supplement': { vi: 'Yêu cầu bổ sung hồ sơ', en: 'request a supplement' },
  consult: { vi: 'Lấy ý kiến đơn vị khác', en: 'consult another unit' },
  'answer-consultation': { vi: 'Trả lời ý kiến', en: 'answer the consultation' },
  extend: { vi: 'Xin lỗi và hẹn lại ngày trả', en: 'apologise and extend' },
  'hand-over': { vi: 'Chuyển cho đồng nghiệp', en: 'hand over to a colleague' },
  forward: { vi: 'Chuyển sang đơn vị khác', en: 'forward to another unit' },
  'prepare-apology': { vi: 'Đề nghị lãnh đạo gia hạn', en: 'ask the head to extend' },
  stop: { vi: 'Dừng giải quyết hồ sơ', en: 'stop the dossier' },
  pause: { vi: 'Tạm dừng tính thời hạn', en: 'pause the time limit' },
  resume: { vi: 'Tiếp tục giải quyết', en: 'resume' },
  receive: { vi: 'Tiếp nhận hồ sơ', en: 'receive the dossier' },
  'refuse-intake': { vi: 'Từ chối tiếp nhận', en: 'refuse to receive' },
  note: { vi: 'Ghi chú nội bộ', en: 'internal note' },
  undo: { vi: 'Hoàn tác', en: 'undo' },
};
