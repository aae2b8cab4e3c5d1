/** What staff are told by mail of a report. */
import type { NoticeRecipient } from '../dossier/recipient.ts';
import type { ReportEvent } from './events.ts';

export type ReportNoticeTemplate =
  /** Words of an emergency: the hotline is told at once; every other new report stands in its list, and its clock reminds. */
  | 'report-new'
  | 'report-words'
  | 'report-assigned'
  | 'report-unassignable'
  | 'report-handed-over'
  | 'report-disputed'
  | 'report-settled'
  | 'report-consolidate'
  | 'report-review'
  | 'report-returned'
  | 'report-reopened'
  | 'report-withdrawn'
  /** Nothing is left to do: it was sorted again, rejected, redirected or merged. */
  | 'report-taken-away'
  | 'report-reminder'
  /** To whoever wrote: what the reply came to. */
  | 'report-reply-receipt'
  /** To whoever wrote: what could not be done, or was not understood. */
  | 'report-reply-question';

export interface ReportNotice {
  readonly template: ReportNoticeTemplate;
  readonly recipient: NoticeRecipient;
}

export function noticesForReport(event: ReportEvent): readonly ReportNotice[] {
  switch (event.type) {
    case 'ReportFiled': {
      const { hotlineId: unitId, marks } = event.core;
      return marks.emergency === undefined ? [] : to([{ kind: 'unit-mailbox', unitId }], 'report-new');
    }
    case 'ReporterWordsRecorded':
      return to(event.tell, 'report-words');
    case 'WorkAssigned': {
      const { staffId, tell } = event;
      const officer = staffId === undefined ? [] : to([{ kind: 'staff', staffId }], 'report-assigned');
      return [...officer, ...to(tell, 'report-unassignable')];
    }
    case 'WorkHandedOver':
      return to([{ kind: 'staff', staffId: event.to }], 'report-handed-over');
    case 'WorkDeclined':
    case 'DisputeRaised':
      return to(event.tell, 'report-disputed');
    case 'DisputeSettled':
      return to(event.tell, 'report-settled');
    case 'ConsolidationBegun':
      return to(event.tell, 'report-consolidate');
    case 'AnswerReviewBegun':
      return to(event.tell, 'report-review');
    case 'AnswerReturned':
      return to(event.tell, 'report-returned');
    case 'ReportReopened':
      return to(event.tell, 'report-reopened');
    case 'ReportWithdrawn':
      return to(event.tell, 'report-withdrawn');
    case 'ReportTriaged':
    case 'ReportRejected':
    case 'ReportRedirected':
    case 'ReportMerged':
      return to(event.tell, 'report-taken-away');
    case 'ReportTimerRang':
      return to(event.tell, 'report-reminder');
    case 'ReportReplyAnswered': {
      const { answer, result, staffId } = event;
      const understood = result.kind === 'taken' || result.kind === 'noted';
      const template = understood ? 'report-reply-receipt' : 'report-reply-question';
      return answer ? to([{ kind: 'staff', staffId }], template) : [];
    }
    case 'ReporterAsked':
    case 'MergeUndone':
    case 'SubscriberAdded':
    case 'ReportTransferred':
    case 'WorkAccepted':
    case 'ProgressReported':
    case 'WorkAnswered':
    case 'UnitAdded':
    case 'ReportAnswered':
    case 'ReportRated':
    case 'ReportNoted':
    case 'DossierLinked':
    case 'ReportPublished':
    case 'ReportNotPublished':
      return [];
    default:
      return event satisfies never;
  }
}

function to(recipients: readonly NoticeRecipient[], template: ReportNoticeTemplate): readonly ReportNotice[] {
  return recipients.map((recipient) => ({ template, recipient }));
}
