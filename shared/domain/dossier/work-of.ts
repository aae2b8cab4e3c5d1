import type { Dossier, Work } from './state.ts';

/** The work of an examination: running, or set aside while the applicant supplements or the time limit stands still. */
export function workOf(state: Dossier): Work | undefined {
  if (state.status === 'processing') return state.work;
  return state.status === 'supplement-requested' || state.status === 'paused' ? state.suspended : undefined;
}

/** The same dossier with its work changed; one that has none stays as it is. */
export function withWork(state: Dossier, work: Work): Dossier {
  if (state.status === 'processing') return { ...state, work };
  if (state.status === 'paused') return { ...state, suspended: work };
  return state.status === 'supplement-requested' && state.suspended !== undefined
    ? { ...state, suspended: work }
    : state;
}
