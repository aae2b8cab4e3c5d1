import type { Instant } from '../time.ts';
import { withStep } from './evolve-processing.ts';
import { coreOf } from './state-parts.ts';
import type { Dossier } from './state.ts';

/** Somebody did something about the work: it is not stalled any more. Without a step all open ones count as touched. */
export function touched(state: Dossier, stepId: string | undefined, at: Instant): Dossier {
  if (state.status !== 'processing') return state;
  const open = state.work.steps.filter((step) => step.status === 'assigned' && (stepId ?? step.stepId) === step.stepId);
  const work = open.reduce((all, one) => withStep(all, one.stepId, (step) => ({ ...step, touchedAt: at })), state.work);
  const { stalled, ...core } = coreOf(state);
  const still = stalled !== undefined && !open.some((step) => stalled.clockId === `step:${step.stepId}`);
  return { ...core, ...(still && { stalled }), status: 'processing', work };
}
