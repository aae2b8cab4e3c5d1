/** The notification matrix: which event is told to whom, with which text. Whatever is not in it is told to nobody. */
import type { DossierEvent } from './events.ts';
import type { NoticeRecipient } from './recipient.ts';

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
  | 'supplement-reminder';

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
  TimerRang: ({ tell, told }) => tell.map((recipient) => ({ template: reminderFor(recipient, told), recipient })),
};

export function noticesFor(event: DossierEvent): readonly Notice[] {
  return (NOTICES[event.type] as Row<EventType>)(event);
}

function reminderFor(recipient: NoticeRecipient, told: EventOf<'TimerRang'>['told']): NoticeTemplate {
  switch (recipient.kind) {
    case 'applicant':
      return 'supplement-reminder';
    case 'staff':
      return 'reminder';
    case 'unit-mailbox':
      return 'reminder-to-counter';
    case 'unit-head':
      if (told === 'may-extend') return 'reminder-to-extend';
      return told === 'level-above' ? 'reminder-to-level-above' : 'reminder-to-head';
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
