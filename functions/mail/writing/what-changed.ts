import type { DossierEvent } from '../../../shared/domain/dossier/events.ts';
import type { NoticeFacts } from './notice-facts.ts';
import { inWords } from './words.ts';

/** What an officer's answer changed, one sentence for each event that is news to them; nothing for the ones that only follow. */
export function whatChanged(facts: NoticeFacts): readonly string[] {
  return facts.alongside.flatMap(
    (event) => (SENTENCES[event.type] as Sentence<DossierEvent['type']> | undefined)?.(event, facts) ?? [],
  );
}

type Sentence<Type extends DossierEvent['type']> = (
  event: Extract<DossierEvent, { readonly type: Type }>,
  facts: NoticeFacts,
) => string;

const SENTENCES: { readonly [Type in DossierEvent['type']]?: Sentence<Type> } = {
  StepAcknowledged: (event, facts) => `Đã ghi nhận ông/bà đang xử lý bước “${facts.stepName(event.stepId).vi}”.`,
  StepCompleted: (event, facts) => `Bước “${facts.stepName(event.stepId).vi}” đã hoàn thành.`,
  StageOpened: (event, facts) =>
    `Hồ sơ chuyển sang: ${event.steps.map(({ stepId, unitId }) => `${facts.stepName(stepId).vi} (${facts.unit(unitId).vi})`).join('; ')}.`,
  DossierDecided: (event) =>
    `Đã ghi kết quả ${event.result.outcome === 'granted' ? 'đồng ý' : 'không đồng ý'}, số ${event.result.resultNumber}; người nộp hồ sơ được báo.`,
  SupplementRequested: (event) =>
    `Đã gửi người nộp phiếu yêu cầu bổ sung ${String(event.items.length)} giấy tờ; họ có đến ${inWords(event.wait.dueAt)}.`,
  ConsultationRequested: (event, facts) =>
    `Đã gửi lấy ý kiến ${facts.unit(event.consultation.unitId).vi}, hạn trả lời ${inWords(event.consultation.clock.dueAt)}.`,
  ConsultationAnswered: () => 'Ý kiến đã được gửi cho người hỏi.',
  DeadlineExtended: (event) =>
    `Đã gửi phiếu xin lỗi và hẹn lại. Ngày hẹn trả kết quả mới: ${inWords(event.clock.dueAt)}.`,
  ApologyPrepared: (event, facts) =>
    `Đã soạn phiếu xin lỗi và hẹn lại thêm ${String(event.prepared.workingDays)} ngày làm việc, chờ lãnh đạo ${facts.unit(event.unitId).vi} xác nhận.`,
  StepHandedOver: (event, facts) =>
    `Bước “${facts.stepName(event.stepId).vi}” đã chuyển cho ${facts.staffName(event.to)}.`,
  StepAssigned: (event, facts) =>
    `Bước “${facts.stepName(event.stepId).vi}” đã giao cho ${facts.staffName(event.staffId)}.`,
  StepForwarded: (event, facts) =>
    `Bước “${facts.stepName(event.step.stepId).vi}” đã chuyển sang ${facts.unit(event.step.unitId).vi}; hạn giữ nguyên: ${inWords(event.step.clock.dueAt)}.`,
  DossierStopped: () => 'Hồ sơ đã dừng giải quyết; người nộp hồ sơ được báo lý do.',
  DossierPaused: (event, facts) =>
    `Thời hạn tạm dừng (${facts.pauseReason(event.reason).name.vi}); hệ thống hỏi lại vào ${inWords(event.review.dueAt)}.`,
  DossierResumed: (event) => `Thời hạn được tính tiếp. Ngày hẹn trả kết quả mới: ${inWords(event.clock.dueAt)}.`,
  DossierReceived: (event) =>
    `Hồ sơ đã được tiếp nhận với mã ${event.dossierCode}, hẹn trả kết quả ${inWords(event.clock.dueAt)}.`,
  DossierRefused: () => 'Hồ sơ đã bị từ chối tiếp nhận; người nộp hồ sơ được báo lý do.',
  LetterReceived: (event) => `Đã lưu ${String(event.attachments.length)} tệp kèm theo vào hồ sơ.`,
  NoteAdded: (event) => noteKept(event),
};

function noteKept({ text, attachments = [] }: Extract<DossierEvent, { readonly type: 'NoteAdded' }>): string {
  const files = attachments.length === 0 ? '' : `${String(attachments.length)} tệp kèm theo`;
  const words = text === '' ? '' : 'phần còn lại của thư';
  return `Đã giữ ${[words, files].filter((one) => one !== '').join(' và ')} trong hồ sơ (nội bộ).`;
}
