/** Routes of staff: signing in by an e-mailed link, the work list, and the pages behind the signed links in notices. */
import * as z from 'zod/mini';
import { REPLY_ACTS, type ReplyAct } from '../../domain/reply/reply-acts.ts';
import type { RouteContract } from '../route.ts';
import { catalogueId, email, instant, name, text } from './fields.ts';

const api = { function: 'staff-api' } as const;

/** What a signed link allows; one link, one act. Whatever can be answered by mail has a page too, except a note: the answer is the note. */
export const ActionName = z.enum(REPLY_ACTS.filter((act): act is Exclude<ReplyAct, 'note'> => act !== 'note'));
export type ActionName = z.infer<typeof ActionName>;

/** A form sends numbers as text. */
function wholeNumber(maximum: number) {
  return z.pipe(
    z.pipe(
      z.string().check(z.regex(/^[0-9]{1,4}$/)),
      z.transform((value) => Number(value)),
    ),
    z.int().check(z.minimum(1), z.maximum(maximum)),
  );
}

/** A field given once arrives as a text, given several times as a list. */
function listOf<Item extends z.ZodMiniType<string, string>>(item: Item) {
  return z.pipe(
    z.pipe(
      z.union([z.string(), z.array(z.string())]),
      z.transform((value) => (typeof value === 'string' ? [value] : value)),
    ),
    z.array(item).check(z.maxLength(100)),
  );
}

const remark = z.string().check(z.maxLength(2000), z.normalize('NFC'), z.trim());

/** The fields of each act's form. Texts that were left empty are taken out before the schema is asked. */
export const actionForms = {
  acknowledge: z.strictObject({}),
  'complete-step': z.strictObject({ note: z.exactOptional(text) }),
  grant: z.strictObject({ resultNumber: name }),
  refuse: z.strictObject({ resultNumber: name, reason: text }),
  'request-supplement': z.strictObject({
    /** Checked lines of the procedure's checklist. */
    lineId: listOf(catalogueId),
    /** Every line of the checklist in order, and beside it what is wrong with it; empty where nothing is. */
    line: z.exactOptional(listOf(catalogueId)),
    what: z.exactOptional(listOf(remark)),
    reason: text,
    justification: z.exactOptional(text),
    guidanceNotFollowed: z.exactOptional(z.literal('on')),
  }),
  consult: z.strictObject({ unitId: catalogueId, question: text, workingHours: wholeNumber(400) }),
  'answer-consultation': z.strictObject({ answer: text }),
  extend: z.strictObject({ workingDays: wholeNumber(60), reason: text, apology: text }),
  'hand-over': z.strictObject({ to: catalogueId, reason: text }),
  forward: z.strictObject({ unitId: catalogueId, reason: text }),
  'prepare-apology': z.strictObject({ workingDays: wholeNumber(60), reason: text }),
  stop: z.strictObject({ reason: text }),
  /** `reason` is one of the published pause reasons. */
  pause: z.strictObject({ reason: catalogueId, note: text }),
  resume: z.strictObject({ note: z.exactOptional(text) }),
  receive: z.strictObject({}),
  'refuse-intake': z.strictObject({ reason: text }),
  undo: z.strictObject({}),
} as const satisfies Readonly<Record<ActionName, z.ZodMiniType>>;

const formField = z.union([z.string(), z.array(z.string()).check(z.maxLength(200))]);

export const SignInForm = z.strictObject({ email });

export const Me = z.strictObject({
  staffId: z.string(),
  name: z.string(),
  unitId: z.string(),
  unit: z.string(),
  roles: z.array(z.string()),
});

export const WorkItem = z.strictObject({
  kind: z.enum(['dossier', 'bag', 'mail', 'report', 'call']),
  /** The tracking code of a dossier or a report, the number of a bag, or the id of a mail or a call that waits. */
  code: z.string(),
  dossierCode: z.exactOptional(z.string()),
  procedure: z.string(),
  status: z.string(),
  /** Which clock: `step:…`, `consultation:…`, `check`, `forward` … */
  clockId: z.string(),
  dueAt: instant,
  /** Never while somebody else is waited for. */
  overdue: z.boolean(),
  /** Nothing to do for now: the case stands still for the applicant, or for somebody else. */
  waitsFor: z.exactOptional(z.enum(['applicant', 'agency'])),
  officerId: z.exactOptional(z.string()),
});
export type WorkItem = z.infer<typeof WorkItem>;

export const WorkList = z.strictObject({
  unitId: z.string(),
  items: z.array(WorkItem),
  next: z.exactOptional(z.string()),
});

const workQuery = z.strictObject({
  unit: z.exactOptional(catalogueId),
  next: z.exactOptional(z.string().check(z.maxLength(2000))),
});

export const staffRoutes = [
  {
    ...api,
    operationId: 'showSignIn',
    method: 'GET',
    path: '/staff/sign-in',
    access: 'public',
    summary: { vi: 'Trang xin liên kết đăng nhập', en: 'The page that asks for a sign-in link' },
    response: { status: 200, media: 'html' },
    idempotency: 'none',
  },
  {
    ...api,
    operationId: 'requestSignIn',
    method: 'POST',
    path: '/staff/sign-in',
    access: 'public',
    summary: {
      vi: 'Gửi liên kết đăng nhập đến hộp thư công vụ; câu trả lời luôn như nhau',
      en: 'Send a sign-in link to a registered mailbox; the answer is always the same',
    },
    request: { body: SignInForm, media: 'form', example: { email: 'phan.xuan.son@hcm.example' } },
    response: { status: 202, media: 'html' },
    idempotency: 'none',
  },
  {
    ...api,
    operationId: 'showSignInLink',
    method: 'GET',
    path: '/staff/sign-in/{token}',
    access: 'public',
    summary: { vi: 'Trang của liên kết đăng nhập, có một nút', en: "The sign-in link's page, with one button" },
    response: { status: 200, media: 'html' },
    idempotency: 'none',
  },
  {
    ...api,
    operationId: 'useSignInLink',
    method: 'POST',
    path: '/staff/sign-in/{token}',
    access: 'public',
    summary: {
      vi: 'Đăng nhập: một lần, trong 15 phút, trên trình duyệt đã yêu cầu',
      en: 'Sign in: once, within 15 minutes, in the browser that asked',
    },
    request: { body: z.strictObject({}), media: 'form', example: {} },
    response: { status: 303, media: 'html' },
    idempotency: 'none',
  },
  {
    ...api,
    operationId: 'signOut',
    method: 'POST',
    path: '/staff/sign-out',
    access: 'staff',
    summary: { vi: 'Đăng xuất', en: 'Sign out: the session ends on the server' },
    request: { body: z.strictObject({}), media: 'form', example: {} },
    response: { status: 303, media: 'html' },
    idempotency: 'none',
  },
  {
    ...api,
    operationId: 'showMe',
    method: 'GET',
    path: '/staff/me',
    access: 'staff',
    summary: { vi: 'Tôi là ai', en: 'Who I am' },
    response: {
      status: 200,
      media: 'json',
      body: Me,
      example: {
        staffId: 'nv-hcm-can-bo-1',
        name: 'Phan Xuân Sơn',
        unitId: 'hcm-ubnd',
        unit: 'Ủy ban nhân dân Thành phố Hồ Chí Minh',
        roles: ['officer'],
      },
    },
    idempotency: 'none',
  },
  {
    ...api,
    operationId: 'listWork',
    method: 'GET',
    path: '/staff/work',
    access: 'staff',
    summary: {
      vi: 'Việc đang mở của đơn vị, việc đến hạn trước đứng trước',
      en: "The unit's open work, soonest due first",
    },
    query: workQuery,
    response: {
      status: 200,
      media: 'json',
      body: WorkList,
      example: {
        unitId: 'hcm-ubnd',
        items: [
          {
            kind: 'dossier',
            code: '7K3M9Q2XRD',
            dossierCode: 'H29-261123-0001',
            procedure: 'Cấp bản sao trích lục hộ tịch',
            status: 'processing',
            clockId: 'step:tham-tra',
            dueAt: '2026-11-25T02:00:00.000Z',
            overdue: false,
            officerId: 'nv-hcm-can-bo-1',
          },
        ],
      },
    },
    idempotency: 'none',
  },
  {
    ...api,
    operationId: 'showWork',
    method: 'GET',
    path: '/staff',
    access: 'anyone',
    summary: { vi: 'Trang danh sách việc', en: 'The work list as a page' },
    query: workQuery,
    response: { status: 200, media: 'html' },
    idempotency: 'none',
  },
  {
    ...api,
    operationId: 'showAction',
    method: 'GET',
    path: '/a/{token}',
    access: 'public',
    summary: {
      vi: 'Trang của liên kết trong thư: tóm tắt hồ sơ và một nút; mở trang không thay đổi gì',
      en: 'The page behind a link in a notice: the essentials and one button; opening it changes nothing',
    },
    response: { status: 200, media: 'html' },
    idempotency: 'none',
  },
  {
    ...api,
    operationId: 'performAction',
    method: 'POST',
    path: '/a/{token}',
    access: 'public',
    summary: { vi: 'Thực hiện việc của liên kết', en: 'Perform the act that the link allows' },
    request: {
      body: z.record(z.string().check(z.maxLength(64)), formField),
      media: 'form',
      example: { note: 'Đã thẩm tra.' },
    },
    response: { status: 200, media: 'html' },
    idempotency: 'optional',
  },
] as const satisfies readonly RouteContract[];
