import { accept, ignore, refuse, type Decision, type Refused } from '../decision.ts';
import { staffOn } from '../catalogue/people.ts';
import { refuseAssignee } from './assignee.ts';
import { localDateOf } from '../time.ts';
import { clockOfNewHolder } from './clock-of-new-holder.ts';
import { actsForStep, isBlank, isRefused, staffActor, unitOf, type DossierContext } from './context.ts';
import type { DossierEvent } from './events.ts';
import { openStage } from './open-stage.ts';
import type { Processing, Step } from './state.ts';
import type { CommandOf, StateFor } from './transitions.ts';

/** A first assignment stands: a repeated or late one changes nothing. To change it, the step is handed over. */
export function assignStep(
  command: CommandOf<'AssignStep'>,
  state: StateFor<'AssignStep'>,
  context: DossierContext,
): Decision<DossierEvent> {
  const step = findStep(state, command.stepId);
  if (step === undefined) return unknownStep(command.stepId);
  if (step.status !== 'awaiting-assignment') return ignore(`step ${step.stepId} is ${step.status}`);
  const { staffId, why } = command;
  const unsuitable = refuseAssignee(staffId, step.unitId, context);
  if (unsuitable !== undefined) return unsuitable;
  return accept({ type: 'StepAssigned', stepId: step.stepId, unitId: step.unitId, staffId, why, at: context.now });
}

/** Told once for a step that nobody in the unit can take; its clock goes on. */
export function reportNoAssignee(
  command: CommandOf<'ReportNoAssignee'>,
  state: StateFor<'ReportNoAssignee'>,
  context: DossierContext,
): Decision<DossierEvent> {
  const step = findStep(state, command.stepId);
  if (step?.status !== 'awaiting-assignment') return ignore(`step ${command.stepId} does not wait for anybody`);
  if (step.unassignableSince !== undefined) return ignore(`step ${step.stepId} was reported before`);
  const { stepId, unitId } = step;
  return accept({ type: 'StepUnassignable', stepId, unitId, why: command.why, at: context.now });
}

/** To a colleague of the same unit; the step is due when it was. */
export function handStepOver(
  command: CommandOf<'HandStepOver'>,
  state: StateFor<'HandStepOver'>,
  context: DossierContext,
): Decision<DossierEvent> {
  const step = stepToActOn(state, command.stepId, context);
  if (isRefused(step)) return step;
  const { to, reason } = command;
  if (isBlank(reason)) return refuse('reason-missing', { pointer: '/reason' });
  const { officerId: from, stepId, unitId } = step;
  if (from === undefined) return refuse('step-not-assigned', { pointer: '/stepId' });
  if (from === to) return ignore(`step ${stepId} is already with ${to}`);
  const colleague = staffOn(context.catalogue, to, localDateOf(context.now));
  if (colleague?.unit !== unitId) return refuse('not-of-this-unit', { pointer: '/to', details: { unitId } });
  const clock = clockOfNewHolder(step.clock, unitOf(context, state, unitId), context);
  return accept({ type: 'StepHandedOver', stepId, from, to, unitId, reason, clock, at: context.now });
}

/** The last step of a stage opens the next one; the last stage ends with a decision and nothing else. */
export function completeStep(
  command: CommandOf<'CompleteStep'>,
  state: StateFor<'CompleteStep'>,
  context: DossierContext,
): Decision<DossierEvent> {
  const actor = staffActor(context);
  if (isRefused(actor)) return actor;
  const step = stepToActOn(state, command.stepId, context);
  if (isRefused(step)) return step;
  const { work } = state;
  if (work.stage === work.stages - 1) return refuse('last-stage-decides', { article: '61/2018/NĐ-CP Điều 19' });
  const open = openConsultationOf(state, step, context);
  if (open !== undefined) return open;
  const { stepId, unitId } = step;
  const completed = {
    type: 'StepCompleted' as const,
    stepId,
    unitId,
    by: actor.staffId,
    at: context.now,
    ...(!isBlank(command.note) && { note: command.note }),
  };
  if (work.steps.some((other) => other.stepId !== stepId && other.status !== 'done')) return accept(completed);
  const stage = work.stage + 1;
  const steps = openStage(state, stage, context);
  if (isRefused(steps)) return steps;
  return accept<DossierEvent>(completed, { type: 'StageOpened', stage, steps, at: context.now });
}

/** The step, if it is open and this person's to act on. Whoever comes second is told who was first, and when. */
export function stepToActOn(state: Processing, stepId: string, context: DossierContext): Step | Refused {
  const step = findStep(state, stepId);
  if (step === undefined) return unknownStep(stepId);
  if (step.status === 'done') {
    const details = { stepId, ...(step.doneBy && { by: step.doneBy }), ...(step.doneAt && { at: step.doneAt }) };
    return refuse('step-already-done', { sort: 'conflict', pointer: '/stepId', details });
  }
  if (!actsForStep(context, step)) {
    const details = { stepId, ...(step.officerId && { officer: step.officerId }) };
    return refuse('step-of-another', { sort: 'forbidden', pointer: '/stepId', details });
  }
  return step;
}

/** The lead waits for the consulted unit as long as its clock runs; after that it may go on without it (61/2018/NĐ-CP art. 19.5). */
export function openConsultationOf(state: Processing, step: Step, context: DossierContext): Refused | undefined {
  const open = state.work.consultations.find(
    (one) => one.stepId === step.stepId && one.answer === undefined && one.clock.dueAt >= context.now,
  );
  if (open === undefined) return undefined;
  const { consultationId, unitId, clock } = open;
  return refuse('consultation-open', {
    article: '61/2018/NĐ-CP Điều 19.5',
    details: { consultationId, unitId, dueAt: clock.dueAt },
  });
}

function findStep(state: Processing, stepId: string): Step | undefined {
  return state.work.steps.find((step) => step.stepId === stepId);
}

function unknownStep(stepId: string): Refused {
  return refuse('unknown-step', { pointer: '/stepId', details: { stepId } });
}
