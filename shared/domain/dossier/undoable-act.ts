import type { Instant } from '../time.ts';
import type { Consultation, Dossier, Processing, Step, UndoableAct, Work } from './state.ts';
import type { CommandOf } from './transitions.ts';

type Act = UndoableAct['act'];

/**
 * What a reply did that can be taken back, read from the dossier before and after it. What went to the applicant (a supplement request, an
 * extension, a decision) is not among it, nor what a reform moved in the same commit.
 */
export function undoableActOf({ result, before }: CommandOf<'RecordReply'>, after: Dossier): Act | undefined {
  if (result.kind !== 'taken' || before?.status !== 'processing' || after.status !== 'processing') return undefined;
  if (before.transferredAt !== after.transferredAt) return undefined;
  const { action, stepId } = result.choice;
  if (action === 'consult') return consultationAsked(before.work, after.work, stepId);
  const step = before.work.steps.find((one) => one.stepId === stepId);
  const now = after.work.steps.find((one) => one.stepId === stepId);
  if (step === undefined || now === undefined || step.status === 'done') return undefined;
  if (action === 'complete-step' && now.status === 'done') return { kind: 'complete-step', before: step };
  if (action === 'forward' && now.unitId !== step.unitId) return { kind: 'forward', before: step };
  if (action === 'hand-over' && now.officerId !== undefined && now.officerId !== step.officerId) {
    return { kind: 'hand-over', before: step, to: now.officerId };
  }
  return undefined;
}

function consultationAsked(before: Work, after: Work, stepId: string | undefined): Act | undefined {
  const known = new Set(before.consultations.map(({ consultationId }) => consultationId));
  const asked = after.consultations.findLast((one) => one.stepId === stepId && !known.has(one.consultationId));
  return asked && { kind: 'consult', consultationId: asked.consultationId };
}

/** What the act gave to others, while nothing has been built on it; undefined as soon as something has. */
export function givenBy({ act, at }: UndoableAct, state: Processing): readonly (Step | Consultation)[] | undefined {
  if (state.transferredAt !== undefined && state.transferredAt >= at) return undefined;
  const { steps, consultations } = state.work;
  if (act.kind === 'consult') {
    const asked = consultations.find((one) => one.consultationId === act.consultationId);
    return asked === undefined || asked.answer !== undefined ? undefined : [asked];
  }
  const step = steps.find(({ stepId }) => stepId === act.before.stepId);
  if (step === undefined) return undefined;
  switch (act.kind) {
    case 'complete-step': {
      const opened = steps.filter(({ stage }) => stage > step.stage);
      const asOpened = opened.every(
        (one) => one.openedAt === at && one.forwardedBy === undefined && isAsOpened(one, state, at),
      );
      return step.doneAt === at && asOpened ? opened : undefined;
    }
    case 'hand-over': {
      const stillThere = step.unitId === act.before.unitId && step.officerId === act.to && step.handedOverAt === at;
      return stillThere && isUntouched(step, state, at) ? [step] : undefined;
    }
    case 'forward': {
      const sent = (act.before.forwardedBy ?? []).length + 1;
      return step.forwardedBy?.length === sent && isAsOpened(step, state, at) ? [step] : undefined;
    }
    default:
      return act satisfies never;
  }
}

/** Assigned at most. */
function isAsOpened(step: Step, state: Processing, since: Instant): boolean {
  return step.handedOverAt === undefined && isUntouched(step, state, since);
}

/** A note in the same mail as the act is not somebody else's doing. */
function isUntouched(step: Step, { work }: Processing, since: Instant): boolean {
  const asked = work.consultations.some((one) => one.stepId === step.stepId && one.askedAt > since);
  return step.status !== 'done' && !asked && (step.touchedAt === undefined || step.touchedAt <= since);
}
