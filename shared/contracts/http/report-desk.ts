/** Routes of the hotline's pages: for whoever reports, for the hotline's people, and for units that answer from their mailbox. */
import * as z from 'zod/mini';

/** What a link in a unit's mail may be for (the acts of shared/domain/report/report-acts.ts). */
export const ReportActionName = z.enum([
  'accept-report',
  'answer-report',
  'progress-report',
  'decline-report',
  'hand-report-over',
  'settle-report',
  'consolidate-report',
  'approve-answer',
  'return-answer',
]);
export type ReportActionName = z.infer<typeof ReportActionName>;
