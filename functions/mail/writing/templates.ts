/** The text of every notice in the domain's matrix; a template without a text does not compile. */
import type { NoticeTemplate } from '../../../shared/domain/dossier/notices.ts';
import type { Template } from './template.ts';
import { apologyPrepared } from './templates/apology-prepared.ts';
import { consultationAnswered, consultationAssigned, consultationUnassignable } from './templates/consultation.ts';
import { decided } from './templates/decided.ts';
import { deliveryFailed } from './templates/delivery-failed.ts';
import { extended } from './templates/extended.ts';
import { filed } from './templates/filed.ts';
import { letterReceived } from './templates/letter-received.ts';
import { applicantUnreachable } from './templates/applicant-unreachable.ts';
import { mailboxUnreachable, officerUnreachable } from './templates/officer-unreachable.ts';
import { paused, resumed } from './templates/paused.ts';
import { received } from './templates/received.ts';
import { refused } from './templates/refused.ts';
import {
  reminder,
  reminderToCounter,
  reminderToHead,
  reminderToExtend,
  reminderToLevelAbove,
} from './templates/reminder.ts';
import { replyConfirm, replyQuestion, replyReceipt } from './templates/reply.ts';
import { resultAtCounter } from './templates/result-at-counter.ts';
import { resultWithPost } from './templates/result-with-post.ts';
import { returned } from './templates/returned.ts';
import { stepAssigned, stepHandedOver, stepUnassignable } from './templates/step-assigned.ts';
import { stepResumed } from './templates/step-resumed.ts';
import { stopped } from './templates/stopped.ts';
import { supplementAccepted } from './templates/supplement-accepted.ts';
import { supplementReminder } from './templates/supplement-reminder.ts';
import { supplementRequested } from './templates/supplement-requested.ts';
import { transferred, transferredAtCounter } from './templates/transferred.ts';
import { withdrawn } from './templates/withdrawn.ts';
import { workPaused, workResumed } from './templates/work-paused.ts';
import { workStalled } from './templates/work-stalled.ts';
import {
  decidedAtCounter,
  decidedForClerk,
  filedOnline,
  handoverMissed,
  intakeSentBack,
  resultUndelivered,
  supplementRequestedAtCounter,
  supplementSubmitted,
  workEnded,
} from './templates/work-at-counter.ts';

export const templates: Readonly<Record<NoticeTemplate, Template>> = {
  filed,
  'filed-online': filedOnline,
  received,
  paused,
  resumed,
  'work-paused': workPaused,
  'work-resumed': workResumed,
  refused,
  'supplement-requested': supplementRequested,
  'supplement-requested-at-counter': supplementRequestedAtCounter,
  'supplement-submitted': supplementSubmitted,
  'supplement-accepted': supplementAccepted,
  'supplement-reminder': supplementReminder,
  'step-assigned': stepAssigned,
  'step-handed-over': stepHandedOver,
  'step-resumed': stepResumed,
  'step-unassignable': stepUnassignable,
  'consultation-assigned': consultationAssigned,
  'consultation-unassignable': consultationUnassignable,
  'consultation-answered': consultationAnswered,
  extended,
  decided,
  'decided-at-counter': decidedAtCounter,
  'decided-for-clerk': decidedForClerk,
  stopped,
  withdrawn,
  'work-ended': workEnded,
  'result-at-counter': resultAtCounter,
  'result-with-post': resultWithPost,
  returned,
  'delivery-failed': deliveryFailed,
  'result-undelivered': resultUndelivered,
  'intake-sent-back': intakeSentBack,
  'handover-missed': handoverMissed,
  transferred,
  'transferred-at-counter': transferredAtCounter,
  reminder,
  'reminder-to-head': reminderToHead,
  'reminder-to-level-above': reminderToLevelAbove,
  'reminder-to-extend': reminderToExtend,
  'reminder-to-counter': reminderToCounter,
  'work-stalled': workStalled,
  'apology-prepared': apologyPrepared,
  'letter-received': letterReceived,
  'reply-receipt': replyReceipt,
  'reply-question': replyQuestion,
  'reply-confirm': replyConfirm,
  'officer-unreachable': officerUnreachable,
  'applicant-unreachable': applicantUnreachable,
  'mailbox-unreachable': mailboxUnreachable,
};

/** @throws on a name that no template has: the sender of the message is newer than this function. */
export function templateNamed(name: string): Template {
  const found = Object.entries(templates).find(([known]) => known === name)?.[1];
  if (found === undefined) throw new Error(`no template ${name}`);
  return found;
}
