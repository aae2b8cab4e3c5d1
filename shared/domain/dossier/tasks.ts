/** The work that an event makes for the system's own workers. A task is a wake-up: the worker reads the case again. */
import type { LevelId } from '../catalogue/catalogue.ts';
import type { DossierEvent } from './events.ts';
import type { FiledAttachment, Step } from './state.ts';

export type DossierTask =
  /** To the queue of that level of government: somebody of the competent unit is to be found. */
  | { readonly kind: 'assign-step'; readonly level: LevelId; readonly stepId: string }
  | { readonly kind: 'assign-consultation'; readonly level: LevelId; readonly consultationId: string }
  /** To the case workers: the files go from the place of arrival to the case's folder. */
  | { readonly kind: 'file-attachments' };

export function tasksFor(event: DossierEvent): readonly DossierTask[] {
  switch (event.type) {
    case 'DossierForwarded':
    case 'StageOpened':
    case 'CompetenceTransferred':
      return event.steps.flatMap(assigning);
    case 'SupplementAccepted':
      return [
        ...(event.resumed?.steps.flatMap(assigning) ?? []),
        ...(event.resumed?.consultations ?? [])
          .filter(({ officerId, answer }) => officerId === undefined && answer === undefined)
          .map(({ consultationId, level }) => ({ kind: 'assign-consultation', level, consultationId }) as const),
        ...filing(event.attachments),
      ];
    case 'ConsultationRequested': {
      const { consultationId, level } = event.consultation;
      return [{ kind: 'assign-consultation', level, consultationId }];
    }
    case 'DossierFiled':
      return filing(event.core.attachments);
    case 'SupplementSubmitted':
    case 'IntakeCorrected':
      return filing(event.attachments);
    case 'LetterReceived':
      return filing(event.attachments);
    case 'NoteAdded':
      return filing(event.attachments ?? []);
    case 'StepForwarded':
      return assigning(event.step);
    case 'DossierResumed':
      return event.steps.flatMap(assigning);
    // A step that nobody had when it was done or sent on waits again.
    case 'ActUndone':
      return event.act.kind === 'consult' ? [] : assigning(event.act.before);
    case 'DossierReceived':
    case 'DossierRefused':
    case 'SupplementRequested':
    case 'StepAssigned':
    case 'StepUnassignable':
    case 'StepHandedOver':
    case 'StepCompleted':
    case 'ConsultationAssigned':
    case 'ConsultationUnassignable':
    case 'ConsultationAnswered':
    case 'DeadlineExtended':
    case 'DossierDecided':
    case 'DossierStopped':
    case 'DossierWithdrawn':
    case 'ResultArrived':
    case 'ResultReturned':
    case 'ResultHandedToPost':
    case 'DeliveryFailed':
    case 'IntakeCountersigned':
    case 'IntakeSentBack':
    case 'PutInBag':
    case 'HandoverMissed':
    case 'TimerRang':
    case 'StepAcknowledged':
    case 'ApologyPrepared':
    case 'DossierPaused':
    case 'ReplyAnswered':
    case 'OfficerUnreachable':
    case 'ApplicantUnreachable':
    case 'MailboxUnreachable':
    case 'ClocksRecomputed':
      return [];
    default:
      return event satisfies never;
  }
}

function assigning(step: Step): readonly DossierTask[] {
  if (step.status !== 'awaiting-assignment') return [];
  return [{ kind: 'assign-step', level: step.level, stepId: step.stepId }];
}

function filing(attachments: readonly FiledAttachment[]): readonly DossierTask[] {
  return attachments.length === 0 ? [] : [{ kind: 'file-attachments' }];
}
