import type { DossierEvent } from './events.ts';
import { addHand } from './state-parts.ts';
import type { Dossier, Work } from './state.ts';
import { withWork, workOf } from './work-of.ts';

/** Other units, the same clocks: a reform moves no deadline. */
export function evolveTransfer(
  state: Dossier,
  event: Extract<DossierEvent, { type: 'CompetenceTransferred' }>,
): Dossier {
  const { counterId, deciding, at, steps } = event;
  const moved = new Map(steps.map((step) => [step.stepId, step]));
  const rehomed = (work: Work): Work => ({ ...work, steps: work.steps.map((step) => moved.get(step.stepId) ?? step) });
  const hands = steps.reduce((known, { unitId }) => addHand(known, { unitId }), state.hands);
  const core = { counterId, deciding, transferredAt: at, hands };
  const work = workOf(state);
  return { ...(work === undefined ? state : withWork(state, rehomed(work))), ...core };
}
