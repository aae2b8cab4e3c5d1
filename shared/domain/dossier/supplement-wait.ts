import { refuse, type Refused } from '../decision.ts';
import type { DossierContext } from './context.ts';
import type { SupplementRequested } from './state.ts';

/** The applicant has the whole time that the request gave; only then, or after an answer, may the case be closed for it. */
export function waitStillRuns(state: SupplementRequested, context: DossierContext): Refused | undefined {
  if (state.answer !== undefined || context.now > state.wait.dueAt) return undefined;
  return refuse('applicant-may-still-answer', { details: { until: state.wait.dueAt } });
}
