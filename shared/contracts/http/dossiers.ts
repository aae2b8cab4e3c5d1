/** Routes of the dossier: intake three ways, look-up, supervision of postal clerks, and every action a person may take. */
import * as z from 'zod/mini';
import type { RouteContract } from '../route.ts';
import { actionOperationId, dossierActions, type DossierActionContract } from './dossier-actions.ts';
import { CounterIntake, OnlineIntake } from './dossier-intake.ts';
import { intakeWithFileExample } from './dossier-examples.ts';
import { ActionDone, CaseList, CasePage, DossierView, Receipt, Sample } from './dossier-views.ts';
import { catalogueId, localDate, phone } from './fields.ts';

const api = { function: 'dossiers-api' } as const;

const wholeNumber = z.string().check(z.regex(/^[0-9]{1,3}$/));

const intakeRoutes = [
  {
    ...api,
    operationId: 'fileDossier',
    method: 'POST',
    path: '/dossiers',
    access: 'public',
    summary: { vi: 'Nộp hồ sơ trực tuyến', en: 'File a dossier online' },
    request: { body: OnlineIntake, media: 'json', example: intakeWithFileExample },
    response: { status: 201, media: 'json', body: Receipt },
    idempotency: 'required',
  },
  {
    ...api,
    operationId: 'fileAtCounter',
    method: 'POST',
    path: '/counters/{unitId}/dossiers',
    access: 'staff',
    operation: 'file-at-counter',
    summary: {
      vi: 'Nhận hồ sơ tại quầy: công chức một cửa hoặc nhân viên bưu chính',
      en: 'Take a dossier in at a counter: a one-stop official, or a postal clerk',
    },
    request: { body: CounterIntake, media: 'json', example: { ...intakeWithFileExample, decision: 'receive' } },
    response: { status: 201, media: 'json', body: Receipt },
    idempotency: 'required',
  },
] as const satisfies readonly RouteContract[];

const counterRoutes = [
  {
    ...api,
    operationId: 'listAtCounter',
    method: 'GET',
    path: '/counters/{unitId}/dossiers',
    access: 'staff',
    operation: 'list-counter',
    summary: {
      vi: 'Hồ sơ của quầy; nhân viên bưu chính chỉ thấy hồ sơ mình nhận',
      en: "The counter's dossiers, newest first; a postal clerk sees only his own",
    },
    query: z.strictObject({
      status: z.exactOptional(catalogueId),
      clerk: z.exactOptional(catalogueId),
      limit: z.exactOptional(wholeNumber),
      next: z.exactOptional(z.string().check(z.maxLength(2000))),
    }),
    response: { status: 200, media: 'json', body: CasePage },
    idempotency: 'none',
  },
  {
    ...api,
    operationId: 'sampleClerkIntakes',
    method: 'GET',
    path: '/counters/{unitId}/sample',
    access: 'staff',
    operation: 'sample-intakes',
    summary: {
      vi: 'Chọn mẫu ngẫu nhiên hồ sơ do nhân viên bưu chính nhận trong ngày để kiểm tra',
      en: "A random sample of the day's intakes by postal clerks; the same request gives the same sample",
    },
    query: z.strictObject({ date: z.exactOptional(localDate), size: z.exactOptional(wholeNumber) }),
    response: { status: 200, media: 'json', body: Sample },
    idempotency: 'none',
  },
] as const satisfies readonly RouteContract[];

const lookUpRoutes = [
  {
    ...api,
    operationId: 'showDossier',
    method: 'GET',
    path: '/dossiers/{code}',
    access: 'anyone',
    summary: {
      vi: 'Tra cứu: chỉ mã thì thấy tiến độ; có đường dẫn riêng hoặc là người có trách nhiệm thì thấy toàn bộ',
      en: 'Look up: progress with the code alone, everything with the secret link or for staff concerned',
    },
    response: { status: 200, media: 'json', body: DossierView },
    idempotency: 'none',
  },
  {
    ...api,
    operationId: 'accessDossier',
    method: 'POST',
    path: '/dossiers/{code}/access',
    access: 'public',
    summary: {
      vi: 'Tra cứu bằng mã và 4 số cuối điện thoại (5 lần mỗi giờ)',
      en: "Look up with the code and the last four digits of the applicant's phone; five tries an hour",
    },
    request: {
      body: z.strictObject({ phoneLast4: z.string().check(z.regex(/^[0-9]{4}$/)) }),
      media: 'json',
      example: { phoneLast4: '5678' },
    },
    response: { status: 200, media: 'json', body: DossierView },
    idempotency: 'none',
  },
  {
    ...api,
    operationId: 'searchDossiers',
    method: 'POST',
    path: '/dossiers/search',
    access: 'staff',
    operation: 'search-by-phone',
    summary: { vi: 'Tìm hồ sơ theo số điện thoại người nộp', en: "Find dossiers by the applicant's phone" },
    request: { body: z.strictObject({ phone }), media: 'json', example: { phone: '0912 345 678' } },
    response: { status: 200, media: 'json', body: CaseList },
    idempotency: 'none',
  },
] as const satisfies readonly RouteContract[];

const actionRoutes: readonly RouteContract[] = Object.entries<DossierActionContract>(dossierActions).map(
  ([action, contract]) => ({
    ...api,
    operationId: actionOperationId(action),
    method: 'POST',
    path: `/dossiers/{code}/${action}`,
    access: contract.access,
    operation: contract.operation,
    summary: contract.summary,
    request: { body: contract.body, media: 'json', example: contract.example },
    response: { status: 200, media: 'json', body: ActionDone },
    idempotency: 'optional',
  }),
);

export const dossierRoutes: readonly RouteContract[] = [
  ...intakeRoutes,
  ...counterRoutes,
  ...lookUpRoutes,
  ...actionRoutes,
];
