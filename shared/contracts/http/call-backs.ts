/** Calls that the hotline promised to make when the line was saturated (chế độ quá tải). */
import * as z from 'zod/mini';
import type { RouteContract } from '../route.ts';
import { instant } from './fields.ts';

const api = { function: 'reports-api', access: 'staff', operation: 'report-calls' } as const;

export const CallBackOutcome = z.enum(['made', 'failed']);
export type CallBackOutcome = z.infer<typeof CallBackOutcome>;

export const CallBackList = z.strictObject({
  line: z.strictObject({ mode: z.enum(['normal', 'overflow']), since: z.exactOptional(instant) }),
  items: z.array(
    z.strictObject({
      callId: z.string(),
      calledAt: instant,
      /** The half hour that was promised. */
      from: instant,
      to: instant,
      overdue: z.boolean(),
      /** Forgotten after thirty days. */
      phone: z.exactOptional(z.string()),
    }),
  ),
});

const CallBackDone = z.strictObject({ callId: z.string(), reached: z.boolean() });

export const callBackRoutes = [
  {
    ...api,
    operationId: 'listCallBacks',
    method: 'GET',
    path: '/hotline/call-backs',
    summary: { vi: 'Cuộc gọi cần gọi lại, và tình trạng đường dây', en: 'Callers to be called back; how the line is' },
    response: { status: 200, media: 'json', body: CallBackList },
    idempotency: 'none',
  },
  {
    ...api,
    operationId: 'callBackMade',
    method: 'POST',
    path: '/hotline/call-backs/{callId}/made',
    summary: { vi: 'Đã gọi lại được', en: 'The caller was reached' },
    request: { body: z.strictObject({}), media: 'json', example: {} },
    response: { status: 200, media: 'json', body: CallBackDone },
    idempotency: 'none',
  },
  {
    ...api,
    operationId: 'callBackFailed',
    method: 'POST',
    path: '/hotline/call-backs/{callId}/failed',
    summary: {
      vi: 'Gọi lại không được; người gọi nhận tin nhắn hướng dẫn',
      en: 'Nobody answered; the caller gets a text',
    },
    request: { body: z.strictObject({}), media: 'json', example: {} },
    response: { status: 200, media: 'json', body: CallBackDone },
    idempotency: 'none',
  },
] as const satisfies readonly RouteContract[];
