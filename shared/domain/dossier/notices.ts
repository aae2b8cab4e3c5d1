/** The notification matrix: which event is told to whom, with which text. Whatever is not in it is told to nobody. */
import { holdersOf } from './concerned.ts';
import type { DossierEvent } from './events.ts';
import type { NoticeRecipient } from './recipient.ts';
import type { ReplyResult } from './reply-result.ts';

export type NoticeTemplate =
  | 'filed'
  | 'filed-online'
  | 'received'
  | 'refused'
  | 'supplement-requested'
  | 'supplement-requested-at-counter'
  | 'supplement-submitted'
  | 'supplement-accepted'
  | 'step-assigned'
  | 'step-handed-over'
  | 'step-resumed'
  | 'step-unassignable'
  | 'consultation-assigned'
  | 'consultation-unassignable'
  | 'consultation-answered'
  | 'extended'
  | 'decided'
  | 'decided-at-counter'
  | 'decided-for-clerk'
  | 'stopped'
  | 'withdrawn'
  | 'work-ended'
  | 'result-at-counter'
  | 'result-with-post'
  | 'returned'
  | 'delivery-failed'
  | 'result-undelivered'
  | 'intake-sent-back'
  | 'handover-missed'
  | 'transferred'
  | 'transferred-at-counter'
  | 'reminder'
  | 'reminder-to-head'
  | 'reminder-to-level-above'
  | 'reminder-to-extend'
  | 'reminder-to-counter'
  | 'supplement-reminder'
  | 'work-stalled'
  | 'apology-prepared'
  | 'paused'
  | 'resumed'
  | 'work-paused'
  | 'work-resumed'
  | 'letter-received'
  | 'reply-receipt'
  | 'reply-question'
  | 'reply-confirm'
  | 'officer-unreachable'
  | 'applicant-unreachable'
  | 'mailbox-unreachable';

export interface Notice {
  readonly template: NoticeTemplate;
  readonly recipient: NoticeRecipient;
}

type EventType = DossierEvent['type'];
type EventOf<Type extends EventType> = Extract<DossierEvent, { readonly type: Type }>;
type Row<Type extends EventType> = (event: EventOf<Type>) => readonly Notice[];

const NOTICES: { readonly [Type in EventType]: Row<Type> } = {
  // At a counter the applicant stands there; the receipt follows by itself.
  DossierFiled: ({ core }) => [
    ...(core.channel === 'counter' ? [] : [toApplicant('filed')]),
    ...(core.channel === 'online' ? [toMailbox('filed-online', core.counterId)] : []),
  ],
  DossierReceived: () => [toApplicant('received')],
  DossierRefused: () => [toApplicant('refused')],
  // From the examination it goes through the one-stop section (61/2018/NĐ-CP art. 19.4).
  SupplementRequested: ({ phase, counterId }) => [
    toApplicant('supplement-requested'),
    ...(phase === 'examination' ? [toMailbox('supplement-requested-at-counter', counterId)] : []),
  ],
  SupplementSubmitted: ({ counterId }) => [toMailbox('supplement-submitted', counterId)],
  // At reception the receipt says it; here the applicant hears of the new date and the officers that it is theirs again.
  SupplementAccepted: ({ resumed }) =>
    resumed === undefined
      ? []
      : [
          toApplicant('supplement-accepted'),
          ...unique(resumed.steps.flatMap((step) => (step.status === 'assigned' ? (step.officerId ?? []) : []))).map(
            (id) => toStaff('step-resumed', id),
          ),
        ],
  DossierForwarded: none,
  StepAssigned: ({ staffId }) => [toStaff('step-assigned', staffId)],
  StepUnassignable: ({ unitId }) => [toMailbox('step-unassignable', unitId), toHead('step-unassignable', unitId)],
  StepHandedOver: ({ to }) => [toStaff('step-handed-over', to)],
  StepCompleted: none,
  StageOpened: none,
  ConsultationRequested: none,
  ConsultationAssigned: ({ staffId }) => [toStaff('consultation-assigned', staffId)],
  ConsultationUnassignable: ({ unitId }) => [
    toMailbox('consultation-unassignable', unitId),
    toHead('consultation-unassignable', unitId),
  ],
  ConsultationAnswered: ({ lead }) => [{ template: 'consultation-answered', recipient: lead }],
  DeadlineExtended: (event) => [toApplicant('extended'), ...changedCourse(event)],
  DossierDecided: ({ counterId, clerk }) => [
    toApplicant('decided'),
    toMailbox('decided-at-counter', counterId),
    ...(clerk === undefined ? [] : [toStaff('decided-for-clerk', clerk)]),
  ],
  DossierStopped: (event) => [toApplicant('stopped'), ...changedCourse(event)],
  DossierWithdrawn: (event) => [toApplicant('withdrawn'), ...changedCourse(event)],
  // A result for the door only changes hands here.
  ResultArrived: ({ returnTo }) => (returnTo === 'home' ? [] : [toApplicant('result-at-counter')]),
  ResultReturned: () => [toApplicant('returned')],
  ResultHandedToPost: () => [toApplicant('result-with-post')],
  DeliveryFailed: ({ nextAttemptFrom, counterId }) => [
    toApplicant('delivery-failed'),
    ...(nextAttemptFrom === undefined ? [toMailbox('result-undelivered', counterId)] : []),
  ],
  IntakeCountersigned: none,
  IntakeSentBack: ({ clerk, counterId }) => [
    clerk === undefined ? toMailbox('intake-sent-back', counterId) : toStaff('intake-sent-back', clerk),
  ],
  IntakeCorrected: none,
  PutInBag: none,
  HandoverMissed: ({ counterId }) => [toMailbox('handover-missed', counterId)],
  CompetenceTransferred: ({ counterId }) => [
    toApplicant('transferred'),
    toMailbox('transferred-at-counter', counterId),
  ],
  // The officer did it, and the other unit's own assignment tells the rest.
  StepAcknowledged: none,
  StepForwarded: none,
  // The head's confirmation sends it; what the reminder prepared is told by the reminder.
  ApologyPrepared: ({ prepared, unitId }) => (prepared.by === undefined ? [] : [toHead('apology-prepared', unitId)]),
  // Who did it knows; whoever else has open work hears that it stands still, and that it goes on.
  DossierPaused: ({ officers, by }) => [toApplicant('paused'), ...toOthers('work-paused', officers, by)],
  DossierResumed: ({ by, ...work }) => [toApplicant('resumed'), ...toOthers('work-resumed', holdersOf(work), by)],
  NoteAdded: none,
  LetterReceived: ({ tell }) => tell.map((recipient) => ({ template: 'letter-received', recipient })),
  ReplyAnswered: ({ staffId, result, answer }) => (answer ? [toStaff(answerTo(result), staffId)] : []),
  ActUndone: (event) => event.officers.map((id) => toStaff('work-ended', id)),
  OfficerUnreachable: ({ tell }) => tell.map((recipient) => ({ template: 'officer-unreachable', recipient })),
  ApplicantUnreachable: ({ counterId }) => [toMailbox('applicant-unreachable', counterId)],
  MailboxUnreachable: ({ tell }) => tell.map((recipient) => ({ template: 'mailbox-unreachable', recipient })),
  ClocksRecomputed: none,
  TimerRang: ({ tell, told }) => tell.map((recipient) => ({ template: reminderFor(recipient, told), recipient })),
};

export function noticesFor(event: DossierEvent): readonly Notice[] {
  return (NOTICES[event.type] as Row<EventType>)(event);
}

function answerTo(result: ReplyResult): NoticeTemplate {
  switch (result.kind) {
    case 'taken':
    case 'noted':
      return 'reply-receipt';
    case 'to-confirm':
      return 'reply-confirm';
    case 'doubtful':
    case 'refused':
      return 'reply-question';
    default:
      return result satisfies never;
  }
}

function reminderFor(recipient: NoticeRecipient, told: EventOf<'TimerRang'>['told']): NoticeTemplate {
  switch (recipient.kind) {
    case 'applicant':
      return 'supplement-reminder';
    case 'staff':
      return 'reminder';
    case 'unit-mailbox':
      return told === 'if-untouched' ? 'work-stalled' : 'reminder-to-counter';
    case 'unit-head':
      if (told === 'may-extend') return 'reminder-to-extend';
      return told === 'level-above' ? 'reminder-to-level-above' : 'reminder-to-head';
    case 'mail-sender':
    case 'reporter':
      throw new Error('a timer of a dossier knows no sender of a mail');
    default:
      return recipient satisfies never;
  }
}

function changedCourse(event: { readonly counterId: string; readonly officers: readonly string[] }): readonly Notice[] {
  return [...event.officers.map((id) => toStaff('work-ended', id)), toMailbox('work-ended', event.counterId)];
}

function none(): readonly Notice[] {
  return [];
}

function toOthers(template: NoticeTemplate, officers: readonly string[], by: string): readonly Notice[] {
  return officers.filter((id) => id !== by).map((id) => toStaff(template, id));
}

function unique(ids: readonly string[]): readonly string[] {
  return [...new Set(ids)];
}

function toApplicant(template: NoticeTemplate): Notice {
  return { template, recipient: { kind: 'applicant' } };
}

function toStaff(template: NoticeTemplate, staffId: string): Notice {
  return { template, recipient: { kind: 'staff', staffId } };
}

function toHead(template: NoticeTemplate, unitId: string): Notice {
  return { template, recipient: { kind: 'unit-head', unitId } };
}

function toMailbox(template: NoticeTemplate, unitId: string): Notice {
  return { template, recipient: { kind: 'unit-mailbox', unitId } };
}
