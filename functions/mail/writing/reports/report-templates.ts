/** The text of every notice about a report; a template without a text does not compile. */
import type { ReportNoticeTemplate } from '../../../../shared/domain/report/report-notices.ts';
import type { ReportTemplate } from './report-template.ts';
import { reportConsolidate, reportReturned, reportReview } from './templates/report-answer.ts';
import { reportDisputed, reportSettled } from './templates/report-competence.ts';
import { reportNew, reportReopened, reportTakenAway, reportWithdrawn, reportWords } from './templates/report-desk.ts';
import { reportReminder } from './templates/report-reminder.ts';
import { reportReplyQuestion, reportReplyReceipt } from './templates/report-reply.ts';
import { reportAssigned, reportHandedOver, reportUnassignable } from './templates/report-work.ts';

export const reportTemplates: Readonly<Record<ReportNoticeTemplate, ReportTemplate>> = {
  'report-new': reportNew,
  'report-words': reportWords,
  'report-assigned': reportAssigned,
  'report-unassignable': reportUnassignable,
  'report-handed-over': reportHandedOver,
  'report-disputed': reportDisputed,
  'report-settled': reportSettled,
  'report-consolidate': reportConsolidate,
  'report-review': reportReview,
  'report-returned': reportReturned,
  'report-reopened': reportReopened,
  'report-withdrawn': reportWithdrawn,
  'report-taken-away': reportTakenAway,
  'report-reminder': reportReminder,
  'report-reply-receipt': reportReplyReceipt,
  'report-reply-question': reportReplyQuestion,
};

/** @throws on a name that no template has: the sender of the message is newer than this function. */
export function reportTemplateNamed(name: string): ReportTemplate {
  const found = Object.entries(reportTemplates).find(([known]) => known === name)?.[1];
  if (found === undefined) throw new Error(`no template ${name}`);
  return found;
}
