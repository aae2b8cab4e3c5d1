/** The telephone exchange (tổng đài) tells of calls; functions/channels/phone/README.md is the contract. */
import * as z from 'zod/mini';
import type { RouteContract } from '../route.ts';
import { instant } from './fields.ts';

const CallAnswer = z.strictObject({
  mode: z.enum(['normal', 'overflow']),
  /** To be said aloud. */
  say: z.exactOptional(z.strictObject({ vi: z.string(), en: z.string() })),
  callBack: z.exactOptional(z.strictObject({ from: instant, to: instant })),
  text: z.exactOptional(z.literal(true)),
});

export const phoneRoutes = [
  {
    function: 'phone-exchange',
    operationId: 'tellOfCall',
    method: 'POST',
    path: '/channels/phone',
    access: 'public',
    summary: {
      vi: 'Tổng đài điện thoại báo cuộc gọi chờ, được trả lời, bị nhỡ hoặc kết thúc (có chữ ký); trả lời cách tiếp người gọi khi quá tải',
      en: 'The telephone exchange tells, signed, of a call that waits, is answered, is abandoned or ends; answered with what to offer when the line is saturated',
    },
    rawBody: { limit: 16 * 1024 },
    response: {
      status: 200,
      media: 'json',
      body: CallAnswer,
      example: {
        mode: 'overflow',
        say: {
          vi: 'Tổng đài 1022 đang có nhiều cuộc gọi chờ. Ông/bà có thể gác máy: chúng tôi gọi lại từ 9 giờ 30 đến 10 giờ.',
          en: 'Many callers are waiting for 1022. You may hang up: we call you back between 09:30 and 10:00.',
        },
        callBack: { from: '2026-11-23T02:30:00.000Z', to: '2026-11-23T03:00:00.000Z' },
        text: true,
      },
    },
    idempotency: 'none',
  },
] as const satisfies readonly RouteContract[];
