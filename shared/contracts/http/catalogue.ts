/** What a newcomer needs before filing: procedures with their checklist, counters, areas; the API's own description; a sign of life. */
import * as z from 'zod/mini';
import type { RouteContract } from '../route.ts';
import { catalogueId, localDate } from './fields.ts';

const sourced = { source: z.string(), demo: z.exactOptional(z.boolean()) };
const named = { name: z.string(), nameEn: z.string() };
const channel = z.enum(['counter', 'online', 'post']);

const TimeLimitView = z.discriminatedUnion('unit', [
  z.strictObject({ unit: z.literal('working-days'), amount: z.number() }),
  z.strictObject({ unit: z.literal('days'), amount: z.number() }),
  z.strictObject({ unit: z.literal('working-hours'), amount: z.number() }),
  z.strictObject({ unit: z.literal('same-day') }),
]);

const procedureLine = {
  code: z.string(),
  version: z.string(),
  ...named,
  sector: z.string(),
  decidingLevel: z.string(),
  timeLimit: TimeLimitView,
  channels: z.array(channel),
};

const ProcedureLine = z.strictObject(procedureLine);

const ProcedureDetails = z.strictObject({
  ...procedureLine,
  ...sourced,
  /** Why the applicant must come in person; post and online are closed then. */
  presenceRequired: z.exactOptional(z.string()),
  immediateResult: z.boolean(),
  documents: z.array(
    z.strictObject({
      id: z.string(),
      ...named,
      originals: z.int(),
      certifiedCopies: z.int(),
      photocopies: z.int(),
      required: z.boolean(),
    }),
  ),
  /** Whole đồng, in force today. */
  fees: z.array(
    z.strictObject({
      kind: z.enum(['charge', 'fee', 'tax']),
      name: z.string(),
      amount: z.int(),
      per: z.string(),
      ...sourced,
    }),
  ),
  steps: z.array(z.strictObject({ ...named, level: z.string(), workingHours: z.number() })),
});

const UnitLine = z.strictObject({
  id: z.string(),
  ...named,
  level: z.string(),
  kind: z.string(),
  areas: z.array(z.string()),
  address: z.string(),
  phone: z.string(),
  /** Procedures that postal clerks may take in here today; only counters have it. */
  postalList: z.exactOptional(z.array(z.string())),
});

const AreaLine = z.strictObject({
  code: z.string(),
  name: z.string(),
  level: z.string(),
  parent: z.exactOptional(z.string()),
});

/** The day that the answer holds for, and the version of the published data. */
const asOf = { on: localDate, catalogueVersion: z.string() };

export const ProcedureList = z.strictObject({ ...asOf, items: z.array(ProcedureLine) });
export const ProcedureAnswer = z.strictObject({ ...asOf, procedure: ProcedureDetails });
export const UnitList = z.strictObject({ ...asOf, items: z.array(UnitLine) });
export const AreaList = z.strictObject({ ...asOf, items: z.array(AreaLine) });
export const Health = z.strictObject({ status: z.literal('ok') });

const searchText = z.string().check(z.maxLength(200));

const get = { method: 'GET', function: 'catalogue-api', access: 'public', idempotency: 'none' } as const;

export const catalogueRoutes = [
  {
    ...get,
    operationId: 'listProcedures',
    path: '/procedures',
    summary: { vi: 'Danh mục thủ tục hành chính', en: 'Procedures in force today, by level or by words of their name' },
    query: z.strictObject({ level: z.exactOptional(catalogueId), q: z.exactOptional(searchText) }),
    response: { status: 200, media: 'json', body: ProcedureList },
  },
  {
    ...get,
    operationId: 'showProcedure',
    path: '/procedures/{code}',
    summary: {
      vi: 'Thành phần hồ sơ, phí, lệ phí, thời hạn của một thủ tục',
      en: 'One procedure: checklist, fees, time limit, ways of filing',
    },
    response: { status: 200, media: 'json', body: ProcedureAnswer },
  },
  {
    ...get,
    operationId: 'listUnits',
    path: '/units',
    summary: { vi: 'Cơ quan và Bộ phận Một cửa', en: 'Counters that serve an area, or units of a kind' },
    query: z.strictObject({ area: z.exactOptional(catalogueId), kind: z.exactOptional(catalogueId) }),
    response: { status: 200, media: 'json', body: UnitList },
  },
  {
    ...get,
    operationId: 'listAreas',
    path: '/areas',
    summary: { vi: 'Địa bàn', en: 'Administrative areas in force today' },
    query: z.strictObject({ level: z.exactOptional(catalogueId), q: z.exactOptional(searchText) }),
    response: { status: 200, media: 'json', body: AreaList },
  },
  {
    ...get,
    operationId: 'describeApi',
    path: '/openapi.json',
    summary: { vi: 'Mô tả giao diện lập trình (OpenAPI 3.1)', en: 'This document' },
    response: { status: 200, media: 'json', body: z.looseObject({ openapi: z.string() }) },
  },
  {
    ...get,
    operationId: 'health',
    path: '/health',
    summary: { vi: 'Hệ thống đang hoạt động', en: 'A sign of life' },
    response: { status: 200, media: 'json', body: Health, example: { status: 'ok' } },
  },
] as const satisfies readonly RouteContract[];
