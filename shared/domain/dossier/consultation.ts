/** Consultation (lấy ý kiến) of another unit, with a clock of its own (61/2018/NĐ-CP art. 19.5). */
import { unitOn } from '../catalogue/lookup.ts';
import { accept, ignore, refuse, type Decision } from '../decision.ts';
import { localDateOf } from '../time.ts';
import { refuseAssignee } from './assignee.ts';
import { actsForStep, isBlank, isRefused, type DossierContext } from './context.ts';
import type { DossierEvent } from './events.ts';
import type { NoticeRecipient } from './recipient.ts';
import { startHoursClock } from './start-clock.ts';
import type { Consultation, Processing } from './state.ts';
import { stepToActOn } from './steps.ts';
import type { CommandOf, StateFor } from './transitions.ts';

const LONGEST_HOURS = 400;

export function consult(
  command: CommandOf<'Consult'>,
  state: StateFor<'Consult'>,
  context: DossierContext,
): Decision<DossierEvent> {
  const step = stepToActOn(state, command.stepId, context);
  if (isRefused(step)) return step;
  const { unitId, question, workingHours } = command;
  if (isBlank(question))
    return refuse('question-missing', { pointer: '/question', article: '61/2018/NĐ-CP Điều 19.5' });
  if (!(workingHours > 0 && workingHours <= LONGEST_HOURS)) {
    return refuse('hours-out-of-range', { pointer: '/workingHours', details: { most: LONGEST_HOURS } });
  }
  const unit = unitOn(context.catalogue, unitId, localDateOf(context.now));
  if (unit === undefined) return refuse('unit-not-in-force', { pointer: '/unitId', details: { unitId } });
  if (unitId === step.unitId) return refuse('consults-itself', { pointer: '/unitId' });
  const clock = startHoursClock({ catalogue: context.catalogue, unit, startedAt: context.now }, workingHours);
  if (isRefused(clock)) return clock;
  const consultation: Consultation = {
    consultationId: `c${state.work.consultations.length + (state.work.undoneConsultations ?? 0) + 1}`,
    stepId: step.stepId,
    unitId,
    level: unit.level,
    question,
    clock,
    askedAt: context.now,
  };
  return accept({ type: 'ConsultationRequested', consultation, at: context.now });
}

export function assignConsultation(
  command: CommandOf<'AssignConsultation'>,
  state: StateFor<'AssignConsultation'>,
  context: DossierContext,
): Decision<DossierEvent> {
  const { consultationId, staffId } = command;
  const asked = find(state, consultationId);
  if (asked === undefined) return refuse('unknown-consultation', { pointer: '/consultationId' });
  if (asked.answer !== undefined || asked.officerId !== undefined) {
    return ignore(`consultation ${consultationId} needs nobody`);
  }
  const unsuitable = refuseAssignee(staffId, asked.unitId, context);
  if (unsuitable !== undefined) return unsuitable;
  return accept({ type: 'ConsultationAssigned', consultationId, unitId: asked.unitId, staffId, at: context.now });
}

export function reportNoConsultant(
  command: CommandOf<'ReportNoConsultant'>,
  state: StateFor<'ReportNoConsultant'>,
  context: DossierContext,
): Decision<DossierEvent> {
  const { consultationId, why } = command;
  const asked = find(state, consultationId);
  if (asked === undefined || asked.answer !== undefined || asked.officerId !== undefined) {
    return ignore(`consultation ${consultationId} needs nobody`);
  }
  if (asked.unassignableSince !== undefined) return ignore(`consultation ${consultationId} was reported before`);
  return accept({ type: 'ConsultationUnassignable', consultationId, unitId: asked.unitId, why, at: context.now });
}

/** A late answer is still an answer, as long as the dossier is under examination. */
export function answerConsultation(
  command: CommandOf<'AnswerConsultation'>,
  state: StateFor<'AnswerConsultation'>,
  context: DossierContext,
): Decision<DossierEvent> {
  const { consultationId, answer } = command;
  const asked = find(state, consultationId);
  if (asked === undefined) return refuse('unknown-consultation', { pointer: '/consultationId' });
  if (!actsForStep(context, asked)) return refuse('consultation-of-another', { sort: 'forbidden' });
  if (asked.answer !== undefined) {
    return refuse('consultation-already-answered', { sort: 'conflict', details: { at: asked.answer.at } });
  }
  if (isBlank(answer)) return refuse('answer-missing', { pointer: '/answer' });
  const lead = leadOf(state, asked);
  return accept({ type: 'ConsultationAnswered', consultationId, answer, lead, at: context.now });
}

/** The officer of the step that asked; the head of its unit while nobody has it. */
export function leadOf(state: Processing, consultation: Consultation): NoticeRecipient {
  const step = state.work.steps.find(({ stepId }) => stepId === consultation.stepId);
  if (step?.officerId !== undefined) return { kind: 'staff', staffId: step.officerId };
  return { kind: 'unit-head', unitId: step?.unitId ?? state.deciding.unitId };
}

function find(state: Processing, consultationId: string): Consultation | undefined {
  return state.work.consultations.find((one) => one.consultationId === consultationId);
}
