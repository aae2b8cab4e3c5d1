/** What a running clock waits for, in words. */
import type { Bilingual } from './mail-content.ts';
import type { NoticeFacts } from './notice-facts.ts';

const kinds: Readonly<Record<string, Bilingual>> = {
  case: { vi: 'trả kết quả hồ sơ', en: 'the result' },
  check: { vi: 'kiểm tra hồ sơ nộp trực tuyến', en: 'the check of an online filing' },
  forward: { vi: 'chuyển hồ sơ đến cơ quan giải quyết', en: 'forwarding to the authority' },
  supplement: { vi: 'chờ giấy tờ bổ sung', en: 'the supplement' },
  'supplement-check': { vi: 'kiểm tra giấy tờ bổ sung', en: 'the check of a supplement' },
  transit: { vi: 'bàn giao hồ sơ nhận qua bưu chính', en: 'hand-over of an intake by post' },
  delivery: { vi: 'phát kết quả', en: 'delivery of the result' },
  result: { vi: 'trả kết quả', en: 'return of the result' },
  'return-trip': { vi: 'túi kết quả chuyển về nơi tiếp nhận', en: 'the bag that brings the result back' },
  consultation: { vi: 'trả lời lấy ý kiến', en: 'a consultation' },
  pause: { vi: 'rà soát lý do tạm dừng', en: 'the review of the pause' },
};

export function whatOf(clockId: string, facts: Pick<NoticeFacts, 'stepName'>): Bilingual {
  const [kind = '', id] = clockId.split(':');
  if (kind === 'step' && id !== undefined) return facts.stepName(id);
  return kinds[kind] ?? { vi: 'công việc của hồ sơ', en: 'work on the case' };
}
