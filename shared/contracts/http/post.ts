/** Routes of postal custody: the bag's manifest, its hand-over record (biên bản giao nhận hồ sơ) and what did not agree. */
import * as z from 'zod/mini';
import type { RouteContract } from '../route.ts';
import { anyCode, catalogueId, instant, name, text } from './fields.ts';

/** More than a bag may hold: the domain's own limit is lower and tells so. */
const MOST_CODES = 500;
const codes = z.array(anyCode).check(z.maxLength(MOST_CODES));

export const PrepareHandover = z.strictObject({
  /** `in`: a postal clerk's dossiers to the one-stop section; `return`: results back to the counter that received them. */
  direction: z._default(z.enum(['in', 'return']), 'in'),
  /** The one-stop section that counts and signs; the actor's own when left out. */
  toUnitId: z.exactOptional(catalogueId),
  sealNumber: name,
  codes: codes.check(z.minLength(1)),
});
export type PrepareHandover = z.infer<typeof PrepareHandover>;

export const SignHandover = z.strictObject({
  /** Every code counted out of the bag, on the list or not. */
  present: codes,
  sealIntact: z.boolean(),
});
export type SignHandover = z.infer<typeof SignHandover>;

export const ResolveDiscrepancy = z.strictObject({ discrepancyId: catalogueId, reason: text });
export type ResolveDiscrepancy = z.infer<typeof ResolveDiscrepancy>;

export const HandoverView = z.strictObject({
  handoverId: z.string(),
  version: z.int(),
  direction: z.enum(['in', 'return']),
  status: z.enum(['on-the-way', 'signed']),
  fromUnitId: z.string(),
  toUnitId: z.string(),
  sealNumber: z.string(),
  preparedBy: z.string(),
  preparedAt: instant,
  /** When it should have arrived, and after the signature, when the differences should be cleared up. */
  dueAt: instant,
  items: z.array(
    z.strictObject({
      code: z.string(),
      dossierCode: z.exactOptional(z.string()),
      sendSlip: z.exactOptional(z.string()),
      /** After the signature: whether it was counted out of the bag. */
      present: z.exactOptional(z.boolean()),
    }),
  ),
  signedBy: z.exactOptional(z.string()),
  /** On the way in, the legal moment of filing of every dossier that was present (45/2016/QĐ-TTg art. 7.4). */
  signedAt: z.exactOptional(instant),
  discrepancies: z.array(
    z.strictObject({
      discrepancyId: z.string(),
      kind: z.enum(['missing', 'unexpected', 'seal']),
      code: z.exactOptional(z.string()),
      resolved: z.exactOptional(z.strictObject({ reason: z.string(), by: z.string(), at: instant })),
    }),
  ),
});
export type HandoverView = z.infer<typeof HandoverView>;

const api = { function: 'post-api', access: 'staff' } as const;
const answer = { status: 200, media: 'json', body: HandoverView } as const;

export const postRoutes = [
  {
    ...api,
    operationId: 'prepareHandover',
    method: 'POST',
    path: '/handovers',
    operation: 'prepare-handover',
    summary: { vi: 'Lập danh sách túi hồ sơ và niêm phong', en: 'Seal a bag and list what is in it' },
    request: {
      body: PrepareHandover,
      media: 'json',
      example: { sealNumber: 'NP-000123', codes: ['7K3-M9Q-X2TB'] },
    },
    response: { ...answer, status: 201 },
    idempotency: 'required',
  },
  {
    ...api,
    operationId: 'showHandover',
    method: 'GET',
    path: '/handovers/{handoverId}',
    operation: 'view-handover',
    summary: { vi: 'Biên bản giao nhận hồ sơ', en: 'The hand-over record' },
    response: answer,
    idempotency: 'none',
  },
  {
    ...api,
    operationId: 'signHandover',
    method: 'POST',
    path: '/handovers/{handoverId}/sign',
    operation: 'sign-handover',
    summary: {
      vi: 'Kiểm đếm và ký biên bản giao nhận: thời điểm nộp hồ sơ theo luật',
      en: 'Count and sign the hand-over record: the legal moment of filing',
    },
    request: { body: SignHandover, media: 'json', example: { present: ['7K3-M9Q-X2TB'], sealIntact: true } },
    response: answer,
    idempotency: 'optional',
  },
  {
    ...api,
    operationId: 'resolveDiscrepancy',
    method: 'POST',
    path: '/handovers/{handoverId}/resolve-discrepancy',
    operation: 'resolve-discrepancy',
    summary: { vi: 'Xử lý sai lệch khi kiểm đếm', en: 'Clear up a difference found in counting' },
    request: {
      body: ResolveDiscrepancy,
      media: 'json',
      example: { discrepancyId: 'd1', reason: 'Tìm thấy tại điểm bưu chính, chuyển ở túi sau.' },
    },
    response: answer,
    idempotency: 'optional',
  },
] as const satisfies readonly RouteContract[];
