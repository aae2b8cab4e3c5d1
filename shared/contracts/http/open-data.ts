/** What everybody may read and use of the hotline: moderated reports, and figures of units without the small numbers. */
import * as z from 'zod/mini';
import type { RouteContract } from '../route.ts';
import { catalogueId, instant } from './fields.ts';

const bilingual = z.strictObject({ vi: z.string(), en: z.string() });
const named = { name: z.string(), nameEn: z.string() };
const licence = z.strictObject({ name: z.string(), url: z.string(), attribution: bilingual });

const month = z.string().check(z.regex(/^20\d{2}-(0[1-9]|1[0-2])$/));

const PublishedReport = z.strictObject({
  /** Of this publication; it is not the code of the report. */
  id: z.string(),
  publishedAt: instant,
  answeredAt: instant,
  category: z.strictObject({ id: catalogueId, ...named }),
  area: z.strictObject({ code: catalogueId, name: z.string() }),
  units: z.array(z.strictObject({ id: catalogueId, ...named })),
  /** What came of it: an answer does not mean that it is fixed. */
  outcome: z.enum(['fixed', 'scheduled', 'explained', 'no-basis', 'not-competent']),
  summary: z.string(),
  answer: z.string(),
});

export const PublishedReports = z.strictObject({
  licence,
  items: z.array(PublishedReport),
  /** Ask again with `after` for what was published before these. */
  next: z.exactOptional(z.string()),
});

/** Null: smaller than `smallest`, or left out because a small number would follow from it. */
const figure = z.nullable(z.int().check(z.minimum(0)));
const figures = {
  received: figure,
  answered: figure,
  open: figure,
  onTime: figure,
  late: figure,
  overdue: figure,
  notYetDue: figure,
  fixed: figure,
  notFixed: figure,
  medianHours: z.nullable(z.number()),
};

export const FIGURE_NAMES = [
  ...(['received', 'answered', 'open', 'onTime', 'late', 'overdue', 'notYetDue', 'fixed', 'notFixed'] as const),
  'medianHours',
] as const;

export const PublicFiguresAnswer = z.strictObject({
  month,
  /** When it was counted. */
  asOf: instant,
  smallest: z.int(),
  licence,
  units: z.array(z.strictObject({ unit: z.strictObject({ id: catalogueId, ...named }), ...figures })),
  total: z.strictObject(figures),
  /** Of the telephone; absent when no exchange tells of calls. */
  calls: z.exactOptional(z.strictObject({ answered: figure, calledBack: figure, abandoned: figure })),
  /** How each figure is made. */
  explanations: z.record(z.string(), bilingual),
});

const limit = z.string().check(z.regex(/^(?:[1-9]\d?|100)$/));
const cursor = z.string().check(z.maxLength(100), z.regex(/^[\w-]+$/));

const get = { method: 'GET', function: 'open-data-api', access: 'public', idempotency: 'none' } as const;

export const openDataRoutes = [
  {
    ...get,
    operationId: 'listPublishedReports',
    path: '/open-data/reports',
    summary: {
      vi: 'Phản ánh, kiến nghị đã công khai cùng câu trả lời, mới nhất trước; không có dữ liệu cá nhân',
      en: 'Published reports with their answers, newest first, without personal data; `month` begins at the end of an earlier month',
    },
    query: z.strictObject({
      after: z.exactOptional(cursor),
      limit: z.exactOptional(limit),
      month: z.exactOptional(month),
    }),
    response: { status: 200, media: 'json', body: PublishedReports },
  },
  {
    ...get,
    operationId: 'feedOfReports',
    path: '/open-data/reports.atom',
    summary: {
      vi: 'Nguồn tin Atom (RFC 4287) của phản ánh, kiến nghị đã công khai',
      en: 'Published reports as an Atom feed (RFC 4287)',
    },
    query: z.strictObject({ after: z.exactOptional(cursor) }),
    response: { status: 200, media: 'text', contentType: 'application/atom+xml' },
  },
  {
    ...get,
    operationId: 'showFigures',
    path: '/open-data/reports/figures',
    summary: {
      vi: 'Số liệu trong tháng của từng đơn vị: tiếp nhận, đã trả lời, đúng hạn, trễ hạn, thời gian trung vị; số nhỏ không nêu',
      en: 'Figures of a month by unit: received, answered, on time, late, median time; small numbers are left out. CSV by Accept',
    },
    query: z.strictObject({ month: z.exactOptional(month) }),
    response: { status: 200, media: 'json', contentType: 'text/csv', body: PublicFiguresAnswer },
  },
  {
    ...get,
    operationId: 'downloadFigures',
    path: '/open-data/reports/figures.csv',
    summary: {
      vi: 'Số liệu trong tháng của từng đơn vị, bảng CSV (RFC 4180)',
      en: 'Figures of a month by unit as a table (CSV, RFC 4180)',
    },
    query: z.strictObject({ month: z.exactOptional(month) }),
    response: { status: 200, media: 'text', contentType: 'text/csv' },
  },
] as const satisfies readonly RouteContract[];
