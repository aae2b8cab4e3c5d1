/** What the reporter, and those whose reports were merged into this one, are told on their channels. */
import type { ReportEvent } from './events.ts';
import type { ReportId } from './state.ts';

export type ReportMessageTemplate =
  | 'report-filed'
  /** Which units work on it, and until when. */
  | 'report-assigned'
  | 'report-reassigned'
  | 'report-asked'
  | 'report-rejected'
  | 'report-redirected'
  | 'report-merged'
  | 'report-progress'
  /** Asks for a rating, and says how to reopen. */
  | 'report-answered'
  | 'report-reopened';

export interface ReportMessage {
  readonly template: ReportMessageTemplate;
  /** Whose reporter: the report itself, or one that was merged into it. */
  readonly reportId: ReportId;
}

export function messagesForReport(event: ReportEvent, reportId: ReportId): readonly ReportMessage[] {
  switch (event.type) {
    case 'ReportFiled':
      return [{ template: 'report-filed', reportId }];
    case 'ReportTriaged':
      if (event.again && !event.moved) return [];
      return toAll(event.again ? 'report-reassigned' : 'report-assigned', [reportId, ...event.subscribers]);
    case 'ReporterAsked':
      return [{ template: 'report-asked', reportId }];
    case 'ReportRejected':
      return toAll('report-rejected', [reportId, ...event.subscribers]);
    case 'ReportRedirected':
      return toAll('report-redirected', [reportId, ...event.subscribers]);
    case 'ReportMerged':
      return [{ template: 'report-merged', reportId }];
    case 'SubscriberAdded':
      return event.answer === undefined ? [] : [{ template: 'report-answered', reportId: event.reportId }];
    case 'ProgressReported':
      return toAll('report-progress', [reportId, ...event.subscribers]);
    case 'DisputeSettled':
      return event.next === undefined ? [] : toAll('report-reassigned', [reportId, ...event.subscribers]);
    case 'ReportAnswered':
      return toAll('report-answered', [reportId, ...event.subscribers]);
    case 'ReportReopened':
      return toAll('report-reopened', [reportId, ...event.subscribers]);
    case 'ReporterWordsRecorded':
    case 'MergeUndone':
    case 'ReportWithdrawn':
    case 'ReportTransferred':
    case 'WorkAssigned':
    case 'WorkAccepted':
    case 'WorkHandedOver':
    case 'WorkAnswered':
    case 'WorkDeclined':
    case 'DisputeRaised':
    case 'UnitAdded':
    case 'ConsolidationBegun':
    case 'AnswerReviewBegun':
    case 'AnswerReturned':
    case 'ReportRated':
    case 'ReportNoted':
    case 'DossierLinked':
    case 'ReportPublished':
    case 'ReportNotPublished':
    case 'ReportReplyAnswered':
    case 'ReportTimerRang':
      return [];
    default:
      return event satisfies never;
  }
}

function toAll(template: ReportMessageTemplate, reports: readonly ReportId[]): readonly ReportMessage[] {
  return reports.map((reportId) => ({ template, reportId }));
}
