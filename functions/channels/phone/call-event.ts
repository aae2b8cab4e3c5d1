/** What the telephone exchange (tổng đài) tells of a call; README.md beside this is the contract. */
import * as z from 'zod/mini';
import { callId } from '../../../shared/contracts/http/report-intake.ts';

export const ExchangeEvent = z.strictObject({
  eventId: z.string().check(z.minLength(1), z.maxLength(100)),
  callId,
  event: z.enum(['waiting', 'answered', 'abandoned', 'ended']),
  /** As the network shows it; whoever hides it cannot be called back. */
  phone: z.optional(z.string().check(z.maxLength(32))),
  at: z.iso.datetime({ offset: true }),
  /** Calls that wait now, this one included. */
  waiting: z.int().check(z.minimum(0), z.maximum(100_000)),
});
export type ExchangeEvent = z.infer<typeof ExchangeEvent>;
