/** The events of a dossier under examination: steps, consultations and the one re-appointment. */
import type { DossierEvent } from './events.ts';
import { addHand } from './state-parts.ts';
import type { Consultation, Dossier, Hand, Processing, Step, Work } from './state.ts';
import { without } from './without.ts';

export type ProcessingEvent = Extract<
  DossierEvent,
  {
    type:
      | 'StepAssigned'
      | 'StepUnassignable'
      | 'StepHandedOver'
      | 'StepCompleted'
      | 'StageOpened'
      | 'ConsultationRequested'
      | 'ConsultationAssigned'
      | 'ConsultationUnassignable'
      | 'ConsultationAnswered'
      | 'DeadlineExtended'
      | 'StepAcknowledged'
      | 'StepForwarded';
  }
>;

export function evolveProcessing(state: Processing, event: ProcessingEvent): Dossier {
  if (event.type === 'DeadlineExtended') {
    const rest = without(state, 'preparedApology');
    return { ...rest, clock: event.clock, reappointments: state.reappointments + 1 };
  }
  const hands = handsOf(event).reduce(addHand, state.hands);
  return { ...state, hands, work: evolveWork(state.work, event) };
}

function handsOf(event: Exclude<ProcessingEvent, { type: 'DeadlineExtended' }>): readonly Hand[] {
  switch (event.type) {
    case 'StepAssigned':
    case 'ConsultationAssigned':
      return [{ unitId: event.unitId, officerId: event.staffId }];
    case 'StepHandedOver':
      return [{ unitId: event.unitId, officerId: event.to }];
    case 'StageOpened':
      return event.steps.map(({ unitId }) => ({ unitId }));
    case 'ConsultationRequested':
      return [{ unitId: event.consultation.unitId }];
    case 'StepForwarded':
      return [{ unitId: event.step.unitId }];
    case 'StepAcknowledged':
    case 'StepUnassignable':
    case 'StepCompleted':
    case 'ConsultationUnassignable':
    case 'ConsultationAnswered':
      return [];
    default:
      return event satisfies never;
  }
}

function evolveWork(work: Work, event: Exclude<ProcessingEvent, { type: 'DeadlineExtended' }>): Work {
  switch (event.type) {
    case 'StepAssigned':
      return withStep(work, event.stepId, (step) => ({ ...step, status: 'assigned', officerId: event.staffId }));
    case 'StepUnassignable':
      return withStep(work, event.stepId, (step) => ({ ...step, unassignableSince: event.at }));
    case 'StepHandedOver':
      return withStep(work, event.stepId, (step) => handedOver(step, event));
    case 'StepCompleted':
      return withStep(work, event.stepId, (step) => ({
        ...step,
        status: 'done',
        doneBy: event.by,
        doneAt: event.at,
      }));
    case 'StepAcknowledged':
      return work;
    case 'StepForwarded':
      return withStep(work, event.step.stepId, () => event.step);
    case 'StageOpened':
      return { ...work, stage: event.stage, steps: [...work.steps, ...event.steps] };
    case 'ConsultationRequested':
      return { ...work, consultations: [...work.consultations, event.consultation] };
    case 'ConsultationAssigned':
      return withConsultation(work, event.consultationId, (one) => ({
        ...without(one, 'unreachableSince'),
        officerId: event.staffId,
      }));
    case 'ConsultationUnassignable':
      return withConsultation(work, event.consultationId, (one) => ({ ...one, unassignableSince: event.at }));
    case 'ConsultationAnswered':
      return withConsultation(work, event.consultationId, (one) => ({
        ...one,
        answer: { text: event.answer, at: event.at },
      }));
    default:
      return event satisfies never;
  }
}

/** What the officer before did about it says nothing of the one who has it now. */
function handedOver(
  step: Step,
  { to, clock = step.clock, at }: Extract<DossierEvent, { type: 'StepHandedOver' }>,
): Step {
  return { ...without(step, 'touchedAt', 'unreachableSince'), officerId: to, clock, handedOverAt: at };
}

export function withStep(work: Work, stepId: string, change: (step: Step) => Step): Work {
  return { ...work, steps: work.steps.map((step) => (step.stepId === stepId ? change(step) : step)) };
}

export function withConsultation(
  work: Work,
  consultationId: string,
  change: (consultation: Consultation) => Consultation,
): Work {
  const consultations = work.consultations.map((one) => (one.consultationId === consultationId ? change(one) : one));
  return { ...work, consultations };
}
