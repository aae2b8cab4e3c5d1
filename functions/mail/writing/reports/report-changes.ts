/** What an officer's answer by mail changed, one sentence for each event that is news to them. */
import type { ReportEvent, ReportEventOf } from '../../../../shared/domain/report/events.ts';
import { inWords } from '../words.ts';
import type { ReportFacts } from './report-facts.ts';

type Sentence<Type extends ReportEvent['type']> = (event: ReportEventOf<Type>, facts: ReportFacts) => string;

export function changesOfReport(facts: ReportFacts): readonly string[] {
  return facts.alongside.flatMap((event) => {
    const sentence = SENTENCES[event.type] as Sentence<ReportEvent['type']> | undefined;
    return sentence?.(event, facts) ?? [];
  });
}

const SENTENCES: { readonly [Type in ReportEvent['type']]?: Sentence<Type> } = {
  WorkAccepted: () => 'Đã ghi nhận ông/bà nhận xử lý.',
  WorkAnswered: () => 'Đã ghi câu trả lời của đơn vị.',
  ReportAnswered: () => 'Câu trả lời được gửi cho người phản ánh trên kênh mà họ đã dùng; phản ánh kết thúc.',
  AnswerReviewBegun: ({ clock }) =>
    `Câu trả lời chờ tổng đài duyệt (hạn ${inWords(clock.dueAt)}), sau đó mới gửi cho người phản ánh.`,
  ConsolidationBegun: () => 'Mọi đơn vị đã trả lời; đơn vị chủ trì tổng hợp rồi mới gửi cho người phản ánh.',
  ProgressReported: () => 'Tin về tiến độ được gửi cho người phản ánh; thời hạn không thay đổi.',
  WorkDeclined: ({ dispute }, facts) =>
    `Đã chuyển ${dispute.decidedBy.kind === 'superior' ? facts.unit(dispute.decidedBy.unitId).vi : facts.hotline.vi} quyết định đơn vị có thẩm quyền, hạn ${inWords(dispute.clock.dueAt)}.`,
  DisputeRaised: ({ dispute }, facts) =>
    `Đơn vị này đã từ chối từ trước, nên ${dispute.decidedBy.kind === 'superior' ? facts.unit(dispute.decidedBy.unitId).vi : facts.hotline.vi} quyết định.`,
  DisputeSettled: ({ unitId }, facts) => `Phản ánh được xác định thuộc ${facts.unit(unitId).vi}.`,
  WorkHandedOver: ({ to }, facts) => `Việc đã chuyển cho ${facts.staffName(to)}.`,
  WorkAssigned: ({ staffId }, facts) =>
    staffId === undefined ? 'Việc chưa có người nhận.' : `Việc đã giao cho ${facts.staffName(staffId)}.`,
  AnswerReturned: () => 'Câu trả lời đã được trả lại để làm lại; người phản ánh chưa nhận được gì.',
  ReportNoted: () => 'Đã giữ phần còn lại của thư làm ghi chú nội bộ; người phản ánh không thấy.',
};
