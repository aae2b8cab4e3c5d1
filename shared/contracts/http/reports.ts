/** Routes of the hotline's API: reports of citizens from the web or an app, and the work of the hotline's people. */
import * as z from 'zod/mini';
import type { RouteContract } from '../route.ts';
import { OnlineIntake } from './dossier-intake.ts';
import { catalogueId, phone } from './fields.ts';
import { reportActions, reportOperationId, type ReportAction, type ReportActionContract } from './report-actions.ts';
import {
  CallIntake,
  callIntakeExample,
  phoneLast4,
  reporterActions,
  ReportIntake,
  reportIntakeExample,
} from './report-intake.ts';
import {
  FoundReports,
  ReportActionDone,
  ReportForOwner,
  ReportForStaff,
  ReportReceipt,
  ReportView,
  ReportWorkList,
} from './report-views.ts';

const api = { function: 'reports-api' } as const;

/** What a dossier that comes of a report is filled in with; what only the applicant knows (papers, id number) is not there. */
export const PrefilledIntake = z.strictObject({
  /** The body for `POST /dossiers`, or at a counter; `documents` is empty until the papers are named. */
  intake: OnlineIntake,
});
export type PrefilledIntake = z.infer<typeof PrefilledIntake>;

const publicRoutes = [
  {
    ...api,
    operationId: 'fileReport',
    method: 'POST',
    path: '/reports',
    access: 'public',
    summary: { vi: 'Gửi phản ánh, kiến nghị', en: 'Send a report to the hotline' },
    request: { body: ReportIntake, media: 'json', example: reportIntakeExample },
    response: { status: 201, media: 'json', body: ReportReceipt },
    idempotency: 'required',
  },
  {
    ...api,
    operationId: 'showReport',
    method: 'GET',
    path: '/reports/{code}',
    access: 'public',
    summary: {
      vi: 'Tra cứu: chỉ mã thì thấy tiến độ; có đường dẫn riêng thì thấy toàn bộ',
      en: 'Look up: progress with the code alone, everything with the secret link',
    },
    response: { status: 200, media: 'json', body: ReportView },
    idempotency: 'none',
  },
  {
    ...api,
    operationId: 'accessReport',
    method: 'POST',
    path: '/reports/{code}/access',
    access: 'public',
    summary: {
      vi: 'Tra cứu bằng mã và 4 số cuối điện thoại (5 lần mỗi giờ)',
      en: 'Look up with the code and the last four digits of the phone; five tries an hour',
    },
    request: { body: z.strictObject({ phoneLast4 }), media: 'json', example: { phoneLast4: '0111' } },
    response: { status: 200, media: 'json', body: ReportForOwner },
    idempotency: 'none',
  },
] as const satisfies readonly RouteContract[];

const reporterRoutes: readonly RouteContract[] = Object.entries(reporterActions).map(([action, contract]) => ({
  ...api,
  operationId: contract.operationId,
  method: 'POST',
  path: `/reports/{code}/${action}`,
  access: 'public',
  summary: contract.summary,
  request: { body: contract.body, media: 'json', example: contract.example },
  response: { status: 200, media: 'json', body: ReportActionDone },
  idempotency: 'optional',
}));

const staffRoutes = [
  {
    ...api,
    operationId: 'takeCall',
    method: 'POST',
    path: '/hotline/calls',
    access: 'staff',
    operation: 'file-report',
    summary: {
      vi: 'Ghi phản ánh qua điện thoại; cùng một cuộc gọi luôn là một phản ánh',
      en: 'Take a report down from a call; one call is always one report',
    },
    request: { body: CallIntake, media: 'json', example: callIntakeExample },
    response: { status: 201, media: 'json', body: ReportReceipt },
    idempotency: 'optional',
  },
  {
    ...api,
    operationId: 'listReports',
    method: 'GET',
    path: '/hotline/reports',
    access: 'staff',
    operation: 'list-reports',
    summary: { vi: 'Việc đang mở của tổng đài, đến hạn trước đứng trước', en: 'Open work, soonest due first' },
    query: z.strictObject({
      /** Another centre than one's own. */
      unit: z.exactOptional(catalogueId),
      status: z.exactOptional(catalogueId),
      next: z.exactOptional(z.string().check(z.maxLength(2000))),
    }),
    response: { status: 200, media: 'json', body: ReportWorkList },
    idempotency: 'none',
  },
  {
    ...api,
    operationId: 'searchReports',
    method: 'POST',
    path: '/hotline/reports/search',
    access: 'staff',
    operation: 'list-reports',
    summary: { vi: 'Tìm phản ánh theo số điện thoại', en: "Find reports by the caller's phone" },
    request: { body: z.strictObject({ phone }), media: 'json', example: { phone: '0918 000 111' } },
    response: { status: 200, media: 'json', body: FoundReports },
    idempotency: 'none',
  },
  {
    ...api,
    operationId: 'showReportToStaff',
    method: 'GET',
    path: '/hotline/reports/{code}',
    access: 'staff',
    operation: 'view-report',
    summary: { vi: 'Chi tiết phản ánh, cho người xử lý', en: 'A report whole, for whoever works on it' },
    response: { status: 200, media: 'json', body: ReportForStaff },
    idempotency: 'none',
  },
  {
    ...api,
    operationId: 'prefillDossier',
    method: 'POST',
    path: '/hotline/reports/{code}/dossier',
    access: 'staff',
    operation: 'triage-report',
    summary: {
      vi: 'Điền sẵn một hồ sơ thủ tục từ phản ánh; hồ sơ nộp với mục fromReport được liên kết hai chiều',
      en: 'Fill in a dossier from the report; filed with fromReport, the two name each other',
    },
    request: { body: z.strictObject({ procedure: catalogueId }), media: 'json', example: { procedure: '1.004873' } },
    response: { status: 200, media: 'json', body: PrefilledIntake },
    idempotency: 'none',
  },
] as const satisfies readonly RouteContract[];

const actionRoutes: readonly RouteContract[] = Object.entries<ReportActionContract>(reportActions).map(
  ([action, contract]) => ({
    ...api,
    operationId: reportOperationId(action as ReportAction),
    method: 'POST',
    path: `/hotline/reports/{code}/${action}`,
    access: 'staff',
    operation: contract.operation,
    summary: contract.summary,
    request: { body: contract.body, media: 'json', example: contract.example },
    response: { status: 200, media: 'json', body: ReportActionDone },
    idempotency: 'optional',
  }),
);

export const reportRoutes: readonly RouteContract[] = [
  ...publicRoutes,
  ...reporterRoutes,
  ...staffRoutes,
  ...actionRoutes,
];
