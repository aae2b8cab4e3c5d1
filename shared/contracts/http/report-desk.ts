/** Routes of the hotline's pages: for whoever reports, for the hotline's people, and for units that answer from their mailbox. */
import * as z from 'zod/mini';
import type { RouteContract } from '../route.ts';
import { CallBackOutcome } from './call-backs.ts';
import { catalogueId } from './fields.ts';

/** What a link in a unit's mail may be for (the acts of shared/domain/report/report-acts.ts). */
export const ReportActionName = z.enum([
  'accept-report',
  'answer-report',
  'progress-report',
  'decline-report',
  'hand-report-over',
  'settle-report',
  'consolidate-report',
  'approve-answer',
  'return-answer',
]);
export type ReportActionName = z.infer<typeof ReportActionName>;

/** A form's fields as the browser sends them; the act's own schema reads them, so that what is missing is shown in the form. */
const formField = z.union([z.string(), z.array(z.string()).check(z.maxLength(200))]);
const AnyForm = z.record(z.string().check(z.maxLength(64)), formField);
export type AnyForm = z.infer<typeof AnyForm>;

const LookUpForm = z.strictObject({
  code: z.string().check(z.maxLength(60)),
  phoneLast4: z.string().check(z.maxLength(10)),
});

const page = { function: 'report-desk', response: { status: 200, media: 'html' } } as const;
const shown = { ...page, method: 'GET', idempotency: 'none' } as const;
const sent = { ...page, method: 'POST', idempotency: 'optional' } as const;

/** The secret link's token. */
const withToken = z.strictObject({ k: z.exactOptional(z.string().check(z.maxLength(400))) });

const reporterPages = [
  {
    ...shown,
    operationId: 'showHotline',
    path: '/1022',
    access: 'public',
    summary: { vi: 'Cách phản ánh đến 1022, và gửi phản ánh', en: 'How to report to 1022, and the form' },
  },
  {
    ...sent,
    operationId: 'sendReport',
    path: '/1022',
    access: 'public',
    request: { body: AnyForm, media: 'form', example: { name: 'Trần Văn Hòa', summary: 'Ổ gà trước chợ' } },
    summary: { vi: 'Gửi phản ánh bằng biểu mẫu', en: 'Send a report by form' },
  },
  {
    ...sent,
    operationId: 'lookUpReport',
    path: '/1022/tra-cuu',
    access: 'public',
    request: { body: LookUpForm, media: 'form', example: { code: '7K3M9Q2XRD', phoneLast4: '0111' } },
    summary: { vi: 'Tra cứu phản ánh bằng mã và 4 số cuối điện thoại', en: 'Look a report up' },
    idempotency: 'none',
  },
  {
    ...shown,
    operationId: 'showPublished',
    path: '/1022/cong-khai',
    access: 'public',
    query: z.strictObject({
      /** `YYYY-MM`; this month when absent. */
      thang: z.exactOptional(z.string().check(z.regex(/^\d{4}-(0[1-9]|1[0-2])$/))),
      next: z.exactOptional(z.string().check(z.maxLength(200))),
    }),
    summary: { vi: 'Phản ánh đã công khai', en: 'Published reports' },
  },
  {
    ...shown,
    operationId: 'showReportPage',
    path: '/1022/{code}',
    access: 'public',
    query: withToken,
    summary: { vi: 'Phản ánh theo đường dẫn riêng; chỉ mã thì thấy tiến độ', en: 'The report behind its secret link' },
  },
  {
    ...sent,
    operationId: 'actOnReportPage',
    path: '/1022/{code}',
    access: 'public',
    query: withToken,
    request: { body: AnyForm, media: 'form', example: { act: 'rate', stars: '5' } },
    summary: { vi: 'Đánh giá, mở lại, bổ sung hoặc rút phản ánh', en: 'Rate, reopen, add words or withdraw' },
  },
] as const satisfies readonly RouteContract[];

const deskPages = [
  {
    ...shown,
    operationId: 'showDesk',
    path: '/hotline',
    access: 'anyone',
    query: z.strictObject({
      status: z.exactOptional(catalogueId),
      next: z.exactOptional(z.string().check(z.maxLength(2000))),
    }),
    summary: { vi: 'Việc đang mở của tổng đài', en: "The hotline's work list" },
  },
  {
    ...sent,
    operationId: 'findOnDesk',
    path: '/hotline/tim',
    access: 'staff',
    operation: 'list-reports',
    request: {
      body: z.strictObject({ q: z.string().check(z.maxLength(60)) }),
      media: 'form',
      example: { q: '0918 000 111' },
    },
    summary: { vi: 'Tìm phản ánh bằng mã hoặc số điện thoại', en: 'Find a report by its code or a phone' },
    idempotency: 'none',
  },
  {
    ...shown,
    operationId: 'showCallForm',
    path: '/hotline/goi',
    access: 'anyone',
    query: z.strictObject({
      /** From the exchange, when its screen opens the page; never the number, which no address holds. */
      callId: z.exactOptional(z.string().check(z.maxLength(100))),
    }),
    summary: { vi: 'Ghi phản ánh qua điện thoại', en: 'The form for a call' },
  },
  {
    ...sent,
    operationId: 'sendCallForm',
    path: '/hotline/goi',
    access: 'staff',
    operation: 'file-report',
    request: { body: AnyForm, media: 'form', example: { callId: 'pbx-20261123-000123' } },
    summary: { vi: 'Lưu phản ánh qua điện thoại', en: 'File the call' },
  },
  {
    ...shown,
    operationId: 'showCallBacks',
    path: '/hotline/goi-lai',
    access: 'anyone',
    summary: { vi: 'Cuộc gọi cần gọi lại', en: 'Callers to be called back' },
  },
  {
    ...sent,
    operationId: 'settleCallBack',
    path: '/hotline/goi-lai',
    access: 'staff',
    operation: 'report-calls',
    request: {
      body: z.strictObject({ callId: z.string().check(z.maxLength(64)), outcome: CallBackOutcome }),
      media: 'form',
      example: { callId: '0123456789abcdef0123456789abcdef', outcome: 'made' },
    },
    summary: { vi: 'Ghi kết quả gọi lại', en: 'What became of a call-back' },
    idempotency: 'none',
  },
  {
    ...shown,
    operationId: 'showToPublish',
    path: '/hotline/cong-khai',
    access: 'anyone',
    query: z.strictObject({ next: z.exactOptional(z.string().check(z.maxLength(200))) }),
    summary: { vi: 'Phản ánh đã trả lời, chờ xem xét công khai', en: 'Answered reports that wait for moderation' },
  },
  {
    ...shown,
    operationId: 'showReportDesk',
    path: '/hotline/r/{code}',
    access: 'anyone',
    summary: { vi: 'Một phản ánh, với những việc có thể làm', en: 'One report, with what can be done' },
  },
  {
    ...sent,
    operationId: 'actOnDesk',
    path: '/hotline/r/{code}',
    access: 'staff',
    operation: 'view-report',
    request: { body: AnyForm, media: 'form', example: { act: 'note', text: 'Đã gọi lại.' } },
    summary: { vi: 'Thực hiện một việc trên phản ánh', en: 'Do something with the report' },
  },
] as const satisfies readonly RouteContract[];

const unitPages = [
  {
    ...shown,
    operationId: 'showReportAction',
    path: '/w/{token}',
    access: 'public',
    summary: {
      vi: 'Trang của liên kết trong thư gửi đơn vị; mở trang không thay đổi gì',
      en: "The page behind a link in a unit's mail; opening it changes nothing",
    },
  },
  {
    ...sent,
    operationId: 'performReportAction',
    path: '/w/{token}',
    access: 'public',
    request: { body: AnyForm, media: 'form', example: { outcome: 'fixed', text: 'Đã vá ổ gà.' } },
    summary: { vi: 'Thực hiện việc của liên kết', en: 'Perform the act that the link allows' },
  },
] as const satisfies readonly RouteContract[];

export const reportDeskRoutes = [...reporterPages, ...deskPages, ...unitPages] as const;
