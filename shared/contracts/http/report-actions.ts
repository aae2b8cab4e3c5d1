/**
 * What staff may do with a report: one row per action (`POST /hotline/reports/{code}/<action>`), with the body it takes and the row of the
 * permission table it needs. Whether it is possible now is the domain's question.
 */
import * as z from 'zod/mini';
import { URGENCIES } from '../../domain/catalogue/hotline.ts';
import type { Outcome, RedirectionTarget, RejectionReason } from '../../domain/report/state.ts';
import type { Operation } from '../../domain/staff/permissions.ts';
import { catalogueId, localDate, name, text } from './fields.ts';
import { reportCode, reportFiles } from './report-intake.ts';

export const OUTCOMES = [
  'fixed',
  'scheduled',
  'explained',
  'no-basis',
  'not-competent',
] as const satisfies readonly Outcome[];
export const REJECTION_REASONS = [
  'no-contact',
  'abusive',
  'repeated',
  'altered-image',
  'other-language',
  'no-content',
  'test',
] as const satisfies readonly RejectionReason[];
export const REDIRECTION_TARGETS = [
  'complaint',
  'denunciation',
  'regulation',
  'emergency',
] as const satisfies readonly RedirectionTarget[];

const workId = z.string().check(z.regex(/^w[1-9][0-9]{0,2}$/));
const Reason = z.strictObject({ reason: text });
const outcomeAndText = { outcome: z.enum(OUTCOMES), text };

export interface ReportActionContract {
  readonly body: z.ZodMiniType;
  readonly operation: Operation;
  readonly summary: { readonly vi: string; readonly en: string };
  readonly example: object;
}

export const reportActions = {
  triage: {
    body: z.strictObject({
      category: catalogueId,
      urgency: z.enum(URGENCIES),
      area: catalogueId,
      areaVersion: z.exactOptional(localDate),
      /** In the operator's words, without naming anybody: units and, later, everybody read it. */
      summary: name,
      /** Other units than the rules give, or further ones; the first leads. */
      units: z.exactOptional(z.array(catalogueId).check(z.minLength(1), z.maxLength(10))),
      reason: z.exactOptional(text),
    }),
    operation: 'triage-report',
    summary: {
      vi: 'Phân loại và chuyển đến đơn vị có thẩm quyền',
      en: 'Sort the report; it goes to the competent unit',
    },
    example: {
      category: 'ha-tang-giao-thong',
      urgency: 'normal',
      area: '25747',
      summary: 'Ổ gà sâu trước cổng chợ Thủ Dầu Một, nguy hiểm khi trời mưa',
    },
  },
  ask: {
    body: z.strictObject({ question: text }),
    operation: 'triage-report',
    summary: { vi: 'Hỏi thêm người phản ánh', en: 'Ask the reporter' },
    example: { question: 'Xin cho biết ổ gà nằm phía nào của cổng chợ?' },
  },
  reject: {
    body: z.strictObject({ reason: z.enum(REJECTION_REASONS), text }),
    operation: 'triage-report',
    summary: { vi: 'Không tiếp nhận, có nêu lý do', en: 'Not accepted, with the reason' },
    example: { reason: 'no-content', text: 'Nội dung không nêu sự việc cụ thể.' },
  },
  redirect: {
    body: z.strictObject({ to: z.enum(REDIRECTION_TARGETS), text }),
    operation: 'triage-report',
    summary: {
      vi: 'Hướng dẫn sang thủ tục khác (khiếu nại, tố cáo, quy định hành chính, khẩn cấp)',
      en: 'Point to the procedure it belongs to (complaint, denunciation, regulations, emergency)',
    },
    example: { to: 'complaint', text: 'Xin gửi đơn khiếu nại đến Ban Tiếp công dân.' },
  },
  merge: {
    body: z.strictObject({ into: reportCode }),
    operation: 'triage-report',
    summary: { vi: 'Gộp vào phản ánh khác cùng nội dung', en: 'Merge into another report of the same matter' },
    example: { into: '7K3M9Q2XRD' },
  },
  'add-unit': {
    body: z.strictObject({ unitId: catalogueId, reason: text }),
    operation: 'triage-report',
    summary: { vi: 'Thêm đơn vị phối hợp', en: 'Put a further unit to it' },
    example: { unitId: 'hcm-so-xay-dung', reason: 'Đường do Sở quản lý một phần.' },
  },
  settle: {
    body: z.strictObject({ workId, unitId: catalogueId, reason: text }),
    operation: 'settle-competence',
    summary: { vi: 'Quyết định đơn vị có thẩm quyền', en: 'Decide which unit is competent' },
    example: { workId: 'w1', unitId: 'thu-dau-mot-2025-phong-kinh-te', reason: 'Đường do phường quản lý.' },
  },
  accept: {
    body: z.strictObject({ workId }),
    operation: 'work-on-report',
    summary: { vi: 'Đơn vị nhận việc', en: 'The unit takes the work on' },
    example: { workId: 'w1' },
  },
  progress: {
    body: z.strictObject({ workId, text }),
    operation: 'work-on-report',
    summary: { vi: 'Báo tiến độ cho người phản ánh', en: 'Tell the reporter how it goes' },
    example: { workId: 'w1', text: 'Đã khảo sát, sẽ vá trong tuần này.' },
  },
  decline: {
    body: z.strictObject({ workId, reason: text, suggested: z.exactOptional(catalogueId) }),
    operation: 'work-on-report',
    summary: { vi: 'Không thuộc thẩm quyền, có nêu lý do', en: 'Not ours, with the reason' },
    example: { workId: 'w1', reason: 'Tuyến đường do Sở Xây dựng quản lý.' },
  },
  'hand-over': {
    body: z.strictObject({ workId, to: catalogueId, reason: text }),
    operation: 'work-on-report',
    summary: { vi: 'Chuyển cho đồng nghiệp', en: 'Hand over to a colleague' },
    example: { workId: 'w1', to: 'nv-thu-dau-mot-2025-phong-kinh-te-can-bo-1', reason: 'Đi công tác.' },
  },
  answer: {
    body: z.strictObject({ workId, ...outcomeAndText }),
    operation: 'answer-report',
    summary: { vi: 'Đơn vị trả lời', en: "The unit's answer" },
    example: { workId: 'w1', outcome: 'fixed', text: 'Đã vá ổ gà trước cổng chợ sáng 24/11.' },
  },
  consolidate: {
    body: z.strictObject(outcomeAndText),
    operation: 'consolidate-answer',
    summary: { vi: 'Tổng hợp trả lời của các đơn vị', en: "Make one answer of the units'" },
    example: { outcome: 'fixed', text: 'Các đơn vị đã vá đường và lắp lại đèn.' },
  },
  approve: {
    body: z.strictObject({ text: z.exactOptional(text) }),
    operation: 'review-answer',
    summary: { vi: 'Duyệt câu trả lời', en: 'Approve the answer: it goes out' },
    example: {},
  },
  return: {
    body: Reason,
    operation: 'review-answer',
    summary: { vi: 'Trả lại để trả lời rõ hơn', en: 'Return the answer to the unit' },
    example: { reason: 'Chưa nêu thời gian sửa.' },
  },
  publish: {
    body: z.strictObject({
      summary: text,
      answer: text,
      /** What the check took for personal data and the supervisor says is none. */
      notPersonal: z.exactOptional(z.array(name).check(z.maxLength(50))),
      /** Why a sensitive report is published all the same. */
      reason: z.exactOptional(text),
    }),
    operation: 'publish-report',
    summary: { vi: 'Công khai câu hỏi và trả lời, không có thông tin cá nhân', en: 'Publish, without personal data' },
    example: {
      summary: 'Ổ gà sâu trước cổng chợ Thủ Dầu Một',
      answer: 'Đơn vị quản lý đường đã vá ổ gà.',
    },
  },
  'do-not-publish': {
    body: Reason,
    operation: 'publish-report',
    summary: { vi: 'Không công khai, có nêu lý do', en: 'Do not publish, with the reason' },
    example: { reason: 'Nội dung về một cá nhân.' },
  },
  note: {
    body: z.strictObject({ text }),
    operation: 'work-on-report',
    summary: { vi: 'Ghi chú nội bộ', en: 'Internal note' },
    example: { text: 'Đã gọi lại, người dân xác nhận vị trí.' },
  },
  words: {
    body: z.strictObject({ text, attachments: z._default(reportFiles, []) }),
    operation: 'record-reporter-words',
    summary: { vi: 'Ghi lời người phản ánh nói thêm', en: 'Take down what the reporter added' },
    example: { text: 'Người dân nói ổ gà nằm bên phải cổng chợ.' },
  },
  reopen: {
    body: z.strictObject({ text: z.exactOptional(text) }),
    operation: 'reopen-report',
    summary: { vi: 'Mở lại theo yêu cầu của người phản ánh', en: "Reopen, at the reporter's wish" },
    example: { text: 'Người dân gọi lại: chưa sửa.' },
  },
  withdraw: {
    body: z.strictObject({}),
    operation: 'withdraw-report',
    summary: { vi: 'Rút theo yêu cầu của người phản ánh', en: "Withdraw, at the reporter's wish" },
    example: {},
  },
} as const satisfies Record<string, ReportActionContract>;

export type ReportAction = keyof typeof reportActions;
export type ReportActionBody<Action extends ReportAction> = z.infer<(typeof reportActions)[Action]['body']>;

/** Operation id and handler key: `add-unit` is `hotlineAddUnit`. */
export function reportOperationId(action: ReportAction): string {
  return `hotline-${action}`.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
}
