/** Pages for people: the front page, look-up, the case behind its secret link, the printed forms, and what each problem means. */
import * as z from 'zod/mini';
import type { RouteContract } from '../route.ts';
import { anyCode } from './fields.ts';

const site = {
  function: 'site',
  response: { status: 200, media: 'html' },
  idempotency: 'none',
  method: 'GET',
} as const;

/** The secret link's token; which supplement request to print, the last when absent. */
const caseQuery = z.strictObject({
  k: z.exactOptional(z.string().check(z.maxLength(400))),
  n: z.exactOptional(z.string().check(z.regex(/^[1-9]$/))),
});

export const siteRoutes = [
  {
    ...site,
    operationId: 'showHome',
    path: '/',
    access: 'public',
    summary: { vi: 'Trang đầu', en: 'Front page' },
  },
  {
    ...site,
    operationId: 'showLookUp',
    path: '/tra-cuu',
    access: 'public',
    query: z.object({ code: z.exactOptional(z.string().check(z.maxLength(60))) }),
    summary: { vi: 'Tra cứu bằng mã: chỉ thấy tiến độ', en: 'Look-up page: the code alone shows the progress' },
  },
  {
    ...site,
    operationId: 'lookUpByPhone',
    method: 'POST',
    path: '/tra-cuu',
    access: 'public',
    request: {
      body: z.strictObject({ code: anyCode, phoneLast4: z.string().check(z.regex(/^[0-9]{4}$/)) }),
      media: 'form',
      example: { code: 'H29.18.01-261123-0001', phoneLast4: '5678' },
    },
    summary: {
      vi: 'Tra cứu bằng mã và 4 số cuối điện thoại: thấy toàn bộ',
      en: 'Look-up page: code and last four digits of the phone show everything',
    },
  },
  {
    ...site,
    operationId: 'showCase',
    path: '/t/{code}',
    access: 'anyone',
    query: caseQuery,
    summary: { vi: 'Hồ sơ theo đường dẫn riêng', en: 'The case behind its secret link' },
  },
  {
    ...site,
    operationId: 'printForm',
    path: '/forms/{form}/{code}',
    access: 'anyone',
    query: caseQuery,
    summary: {
      vi: 'In mẫu: receipt (01), supplement-request (02), refusal (03), apology và apology-draft (04, đã gửi và dự thảo), process-control (05 đến năm 2025, nay 06), send-slip (phiếu gửi), return-slip (phiếu gửi kết quả)',
      en: 'Print a form: receipt, supplement-request, refusal, apology (sent), apology-draft (prepared, for staff), process-control, send-slip, return-slip',
    },
  },
  {
    ...site,
    operationId: 'printHandover',
    path: '/handovers/{handoverId}/record',
    access: 'staff',
    operation: 'view-handover',
    summary: { vi: 'In biên bản giao nhận hồ sơ', en: 'Print the handover record' },
  },
  {
    ...site,
    operationId: 'explainProblem',
    path: '/problems/{kind}',
    access: 'public',
    summary: { vi: 'Giải thích một lỗi', en: 'What a problem type means' },
  },
] as const satisfies readonly RouteContract[];
