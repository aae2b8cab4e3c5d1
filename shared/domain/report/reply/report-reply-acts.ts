/**
 * What a member of staff can do to a report by answering a mail. The order is part of the addresses that are on their way (a bit for each act): new
 * ones go to the end, none is ever taken out. A list of its own: an act on a report never means anything to a dossier.
 */
export const REPORT_REPLY_ACTS = [
  'note',
  'accept-report',
  'answer-report',
  'progress-report',
  'decline-report',
  'hand-report-over',
  'settle-report',
  'consolidate-report',
  'approve-answer',
  'return-answer',
] as const;
export type ReportReplyAct = (typeof REPORT_REPLY_ACTS)[number];
