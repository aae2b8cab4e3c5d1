/**
 * What a person may ask of a dossier that exists: one row per action (`POST /dossiers/{code}/<action>`), with the body it takes and the
 * row of the permission table it needs. What may be asked now is another question, answered by the domain.
 */
import * as z from 'zod/mini';
import type { Operation } from '../../domain/staff/permissions.ts';
import { documentsExample, uploadExample } from './dossier-examples.ts';
import { attachmentReferences, documentCounts } from './dossier-intake.ts';
import { catalogueId, idNumber, name, text } from './fields.ts';

const Nothing = z.strictObject({});
const Reason = z.strictObject({ reason: text });
/** Who collected it with a written authorisation (giấy ủy quyền, 61/2018/NĐ-CP art. 6). */
const Proxy = z.strictObject({ name, idNumber, authorisation: name });
const toApplicant = { to: z.literal('applicant') };
const toProxy = { to: z.literal('proxy'), proxy: Proxy };

export interface DossierActionContract {
  readonly body: z.ZodMiniType;
  readonly operation: Operation;
  /** `anyone`: the applicant may do it too, with the secret link. */
  readonly access: 'staff' | 'anyone';
  readonly summary: { readonly vi: string; readonly en: string };
  readonly example: unknown;
}

export const dossierActions = {
  receive: {
    body: z.strictObject({ forward: z._default(z.boolean(), true) }),
    operation: 'receive-dossier',
    access: 'staff',
    summary: { vi: 'Tiếp nhận hồ sơ và hẹn trả kết quả', en: 'Receive the dossier and appoint the day of its result' },
    example: { forward: true },
  },
  refuse: {
    body: Reason,
    operation: 'refuse-dossier',
    access: 'staff',
    summary: { vi: 'Từ chối tiếp nhận, giải quyết hồ sơ', en: 'Refuse the dossier with the reason' },
    example: { reason: 'Không thuộc thẩm quyền giải quyết của tỉnh.' },
  },
  'request-supplement': {
    body: z.strictObject({
      items: z.array(z.strictObject({ lineId: catalogueId, what: text })).check(z.minLength(1), z.maxLength(50)),
      reason: text,
      justification: z.exactOptional(text),
      guidanceNotFollowed: z.exactOptional(z.boolean()),
      stepId: z.exactOptional(catalogueId),
    }),
    operation: 'request-supplement',
    access: 'staff',
    summary: { vi: 'Yêu cầu bổ sung, hoàn thiện hồ sơ', en: 'Ask the applicant to complete the dossier' },
    example: { items: [{ lineId: 'to-khai', what: 'Tờ khai chưa có chữ ký' }], reason: 'Thiếu chữ ký trên tờ khai.' },
  },
  'submit-supplement': {
    body: z.strictObject({ attachments: attachmentReferences }),
    operation: 'submit-supplement',
    access: 'anyone',
    summary: { vi: 'Nộp giấy tờ bổ sung', en: 'Send what was asked for' },
    example: { attachments: [{ uploadId: uploadExample.uploadId, lineId: 'to-khai' }] },
  },
  'accept-supplement': {
    body: z.strictObject({ documents: documentCounts, attachments: z._default(attachmentReferences, []) }),
    operation: 'accept-supplement',
    access: 'staff',
    summary: { vi: 'Nhận đủ giấy tờ bổ sung', en: 'Accept what was brought: the dossier is complete' },
    example: { documents: documentsExample },
  },
  forward: {
    body: Nothing,
    operation: 'forward-dossier',
    access: 'staff',
    summary: { vi: 'Chuyển hồ sơ đến cơ quan giải quyết', en: 'Forward the dossier to the authority that decides' },
    example: {},
  },
  assign: {
    body: z.strictObject({ stepId: catalogueId, staffId: catalogueId, why: text }),
    operation: 'assign-step',
    access: 'staff',
    summary: { vi: 'Phân công người xử lý', en: 'Assign a step to a member of staff' },
    example: {
      stepId: 'tham-dinh',
      staffId: 'nv-thu-dau-mot-2025-van-phong-can-bo-1',
      why: 'Phân công theo lĩnh vực.',
    },
  },
  'hand-step-over': {
    body: z.strictObject({ stepId: catalogueId, to: catalogueId, reason: text }),
    operation: 'hand-step-over',
    access: 'staff',
    summary: { vi: 'Bàn giao việc cho người khác', en: 'Hand a step over to a colleague' },
    example: { stepId: 'tham-dinh', to: 'nv-thu-dau-mot-2025-van-phong-can-bo-2', reason: 'Đi công tác.' },
  },
  'complete-step': {
    body: z.strictObject({ stepId: catalogueId, note: z.exactOptional(text) }),
    operation: 'complete-step',
    access: 'staff',
    summary: { vi: 'Hoàn thành bước xử lý', en: 'Complete a step' },
    example: { stepId: 'tham-dinh', note: 'Đã thẩm tra.' },
  },
  consult: {
    body: z.strictObject({
      stepId: catalogueId,
      unitId: catalogueId,
      question: text,
      workingHours: z.int().check(z.minimum(1), z.maximum(400)),
    }),
    operation: 'consult',
    access: 'staff',
    summary: { vi: 'Lấy ý kiến cơ quan khác', en: 'Consult another unit' },
    example: {
      stepId: 'tham-dinh',
      unitId: 'thu-dau-mot-2025-cong-an',
      question: 'Đề nghị xác nhận nơi cư trú.',
      workingHours: 16,
    },
  },
  'answer-consultation': {
    body: z.strictObject({ consultationId: catalogueId, answer: text }),
    operation: 'answer-consultation',
    access: 'staff',
    summary: { vi: 'Trả lời lấy ý kiến', en: 'Answer a consultation' },
    example: { consultationId: 'c1', answer: 'Xác nhận đúng.' },
  },
  extend: {
    body: z.strictObject({ workingDays: z.int().check(z.minimum(1), z.maximum(90)), reason: text, apology: text }),
    operation: 'extend-deadline',
    access: 'staff',
    summary: { vi: 'Xin lỗi và hẹn lại ngày trả kết quả', en: 'Apologise and appoint another day' },
    example: { workingDays: 2, reason: 'Cần xác minh thêm.', apology: 'Thành thật xin lỗi vì sự chậm trễ.' },
  },
  decide: {
    body: z.strictObject({
      stepId: catalogueId,
      outcome: z.enum(['granted', 'refused']),
      resultNumber: name,
      reason: z.exactOptional(text),
    }),
    operation: 'decide',
    access: 'staff',
    summary: { vi: 'Quyết định giải quyết hồ sơ', en: 'Decide the dossier' },
    example: { stepId: 'ky', outcome: 'granted', resultNumber: '12/2026' },
  },
  stop: {
    body: Reason,
    operation: 'stop-dossier',
    access: 'staff',
    summary: { vi: 'Dừng giải quyết hồ sơ', en: 'Stop processing' },
    example: { reason: 'Người nộp không thực hiện nghĩa vụ tài chính.' },
  },
  withdraw: {
    body: z.strictObject({ reason: z.exactOptional(text) }),
    operation: 'withdraw-dossier',
    access: 'anyone',
    summary: { vi: 'Rút hồ sơ', en: 'Withdraw the dossier' },
    example: { reason: 'Không còn nhu cầu.' },
  },
  'record-result-arrival': {
    body: Nothing,
    operation: 'record-result-arrival',
    access: 'staff',
    summary: { vi: 'Kết quả đã về nơi tiếp nhận', en: 'The result has arrived at the counter' },
    example: {},
  },
  'return-result': {
    body: z.discriminatedUnion('to', [z.strictObject(toApplicant), z.strictObject(toProxy)]),
    operation: 'return-result',
    access: 'staff',
    summary: { vi: 'Trả kết quả tại quầy', en: 'Give the result at the counter' },
    example: { to: 'applicant' },
  },
  'hand-result-to-post': {
    body: z.strictObject({ parcelNumber: name, carrier: z.exactOptional(catalogueId) }),
    operation: 'hand-result-to-post',
    access: 'staff',
    summary: { vi: 'Giao kết quả cho bưu chính', en: 'Give the result to the post' },
    example: { parcelNumber: 'EX000000001VN' },
  },
  'record-delivery-attempt': {
    body: Reason,
    operation: 'record-delivery-attempt',
    access: 'staff',
    summary: { vi: 'Phát không thành công', en: 'A delivery failed' },
    example: { reason: 'Không có người nhận ở nhà.' },
  },
  'confirm-delivery': {
    body: z.discriminatedUnion('to', [
      z.strictObject({ ...toApplicant, proof: name }),
      z.strictObject({ ...toProxy, proof: name }),
    ]),
    operation: 'confirm-delivery',
    access: 'staff',
    summary: { vi: 'Đã phát đến tay người nhận', en: 'Delivered, with proof' },
    example: { to: 'applicant', proof: 'Ký nhận trên phiếu EX000000001VN' },
  },
  countersign: {
    body: Nothing,
    operation: 'countersign-intake',
    access: 'staff',
    summary: { vi: 'Xác nhận hồ sơ do nhân viên bưu chính nhận', en: "Countersign a postal clerk's intake" },
    example: {},
  },
  'send-back': {
    body: Reason,
    operation: 'send-back-intake',
    access: 'staff',
    summary: { vi: 'Trả lại nhân viên bưu chính để sửa', en: 'Send an intake back to the clerk' },
    example: { reason: 'Tờ khai thiếu trang 2.' },
  },
  'correct-intake': {
    body: z.strictObject({ documents: documentCounts, attachments: z._default(attachmentReferences, []) }),
    operation: 'correct-intake',
    access: 'staff',
    summary: { vi: 'Sửa hồ sơ đã bị trả lại', en: 'Correct an intake that was sent back' },
    example: { documents: documentsExample },
  },
} as const satisfies Record<string, DossierActionContract>;

export type DossierAction = keyof typeof dossierActions;
export type DossierActionBody<Action extends DossierAction> = z.infer<(typeof dossierActions)[Action]['body']>;

/** Operation id and handler key: `request-supplement` is `requestSupplement`. */
export function actionOperationId(action: string): string {
  return action.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
}
