import { withoutStallTimer } from './clock-timers.ts';
import type { DossierEvent } from './events.ts';
import { withStep } from './evolve-processing.ts';
import type { Dossier, Processing, Work } from './state.ts';
import { isStepTouched } from './touch.ts';
import { without } from './without.ts';

type Undone = Extract<DossierEvent, { type: 'ActUndone' }>['act'];

/**
 * As it was before the act. The clock stays the step's present one: its due time is the same, and a timer that rang meanwhile does not ring
 * again, while one that fell due while the step was done rings at once. Whoever had touched it has done so still.
 */
export function evolveUndo(state: Processing, event: Extract<DossierEvent, { type: 'ActUndone' }>): Dossier {
  return { ...without(state, 'undoable'), work: workBefore(state.work, event.act) };
}

function workBefore(work: Work, act: Undone): Work {
  if (act.kind === 'consult') {
    const consultations = work.consultations.filter((one) => one.consultationId !== act.consultationId);
    return { ...work, consultations, undoneConsultations: (work.undoneConsultations ?? 0) + 1 };
  }
  const { before } = act;
  const restored = withStep(work, before.stepId, ({ clock }) => ({
    ...before,
    clock: isStepTouched(before) ? withoutStallTimer(clock) : clock,
  }));
  if (act.kind !== 'complete-step') return restored;
  // The stage that it opened is closed again.
  return { ...restored, stage: before.stage, steps: restored.steps.filter(({ stage }) => stage <= before.stage) };
}
