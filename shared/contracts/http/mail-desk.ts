/** The page that empties the holding pen (thư chờ phân loại): one held mail, for one official, behind a signed link. */
import * as z from 'zod/mini';
import type { RouteContract } from '../route.ts';

const desk = {
  function: 'mail-desk',
  path: '/m/{token}',
  access: 'public',
  response: { status: 200, media: 'html' },
  idempotency: 'none',
} as const;

/** Empty fields are sent by forms; which one counts, the use case says. */
export const SortMailForm = z.strictObject({
  act: z.enum(['match', 'dismiss']),
  /** A guess that was chosen: its tracking code. */
  guess: z.exactOptional(z.string().check(z.maxLength(60))),
  /** Any code of a case, as it is written in the mail; it comes before a guess. */
  code: z.exactOptional(z.string().check(z.maxLength(80), z.trim())),
  /** Whose letter it is; a page that does not say leaves it to what is known of the sender. */
  of: z.exactOptional(z.enum(['applicant', 'other'])),
  reason: z.exactOptional(z.string().check(z.maxLength(2000), z.trim())),
});
export type SortMailForm = z.infer<typeof SortMailForm>;

export const mailDeskRoutes = [
  {
    ...desk,
    operationId: 'showHeldMail',
    method: 'GET',
    summary: {
      vi: 'Trang của một thư chờ phân loại; mở trang không thay đổi gì',
      en: 'The page of one held mail; opening it changes nothing',
    },
  },
  {
    ...desk,
    operationId: 'sortHeldMail',
    method: 'POST',
    summary: {
      vi: 'Gắn thư vào hồ sơ, hoặc ghi rằng thư không thuộc hồ sơ nào',
      en: 'Put the mail to a case, or say that it belongs to none',
    },
    request: { body: SortMailForm, media: 'form', example: { act: 'match', code: '7K3M9Q2XRD' } },
  },
] as const satisfies readonly RouteContract[];
