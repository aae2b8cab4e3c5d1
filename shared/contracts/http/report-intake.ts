/**
 * A report as it comes in (phản ánh, kiến nghị): what the law and the article require of it (20/2008/NĐ-CP art. 7: name, address, telephone,
 * clear content), the same for the web, an app and a call that an operator takes down.
 */
import * as z from 'zod/mini';
import { anyCode, catalogueId, email, name, phone, text, uploadId } from './fields.ts';

/** Nội dung: a long letter, or a call of a quarter of an hour taken down faithfully. */
const CONTENT_LENGTH = 10_000;
const content = z.string().check(z.trim(), z.minLength(1), z.maxLength(CONTENT_LENGTH), z.regex(/[^\p{C}\p{Z}\p{M}]/u));
const FILES = 10;

export const reportFiles = z.array(z.strictObject({ uploadId })).check(z.maxLength(FILES));

const reporter = {
  name,
  address: name,
  phone,
  email: z.exactOptional(email),
  /** Tóm tắt. */
  summary: name,
  content,
  /** Where it is, in the reporter's words. */
  place: z.exactOptional(name),
  area: z.exactOptional(catalogueId),
  latitude: z.exactOptional(z.number().check(z.minimum(-90), z.maximum(90))),
  longitude: z.exactOptional(z.number().check(z.minimum(-180), z.maximum(180))),
  language: z.exactOptional(z.enum(['vi', 'en'])),
};

export const ReportIntake = z.strictObject({ ...reporter, attachments: z._default(reportFiles, []) });
export type ReportIntake = z.infer<typeof ReportIntake>;

/** The exchange's id of a call; a call that came by another way gets one from the page. */
export const callId = z.string().check(z.regex(/^[A-Za-z0-9][A-Za-z0-9._:@-]{3,99}$/));

export const CallIntake = z.strictObject({
  ...reporter,
  callId,
  /** When the caller wishes to be called back, in the operator's words; kept as a note. */
  callBack: z.exactOptional(name),
});
export type CallIntake = z.infer<typeof CallIntake>;

/** What a report keeps of the person who reports, whichever way it came. */
export type ReporterFields = Omit<ReportIntake, 'attachments'>;

export const reportIntakeExample = {
  name: 'Trần Văn Hòa',
  address: '45 Bạch Đằng (địa chỉ hư cấu)',
  phone: '0918 000 111',
  email: 'hoa@example.com',
  summary: 'Ổ gà lớn trước chợ',
  content: 'Trước cổng chợ Thủ Dầu Một có ổ gà sâu, xe máy đi qua rất nguy hiểm khi trời mưa.',
  place: 'Trước cổng chợ Thủ Dầu Một',
  area: '25747',
  latitude: 10.98052,
  longitude: 106.65115,
} satisfies Omit<ReportIntake, 'attachments'>;

export const callIntakeExample = { ...reportIntakeExample, callId: 'pbx-20261123-000123' } satisfies CallIntake;

export const phoneLast4 = z.string().check(z.regex(/^[0-9]{4}$/));
export const stars = z.int().check(z.minimum(1), z.maximum(5));

/** What the reporter may ask for, with the secret link. */
export const reporterActions = {
  rate: {
    body: z.strictObject({ stars, text: z.exactOptional(text) }),
    operationId: 'rateReport',
    summary: {
      vi: 'Đánh giá mức độ hài lòng, từ 1 đến 5',
      en: 'Rate the answer, from 1 (very dissatisfied) to 5 (very satisfied)',
    },
    example: { stars: 4, text: 'Đã sửa nhanh, xin cảm ơn.' },
  },
  reopen: {
    body: z.strictObject({ text: z.exactOptional(text) }),
    operationId: 'reopenReport',
    summary: { vi: 'Đề nghị xử lý lại', en: 'Reopen the report: it is not solved' },
    example: { text: 'Ổ gà đã xuất hiện lại sau hai ngày.' },
  },
  withdraw: {
    body: z.strictObject({}),
    operationId: 'withdrawReport',
    summary: { vi: 'Rút phản ánh', en: 'Withdraw the report' },
    example: {},
  },
  words: {
    body: z.strictObject({ text, attachments: z._default(reportFiles, []) }),
    operationId: 'addReportWords',
    summary: { vi: 'Bổ sung thông tin', en: 'Add something, or answer a question of the hotline' },
    example: { text: 'Ổ gà nằm bên phải, cách cổng chợ khoảng 20 mét.' },
  },
} as const;

export type ReporterAction = keyof typeof reporterActions;
export type ReporterActionBody<Action extends ReporterAction> = z.infer<(typeof reporterActions)[Action]['body']>;

export const reportCode = anyCode;
