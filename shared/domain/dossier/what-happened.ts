import type { Dossier } from './state.ts';

/** For the one who comes too late: how the dossier stands, and who brought it there when. */
export function whatHappened(state: Dossier): Readonly<Record<string, string>> {
  const last = lastAct(state);
  return {
    status: state.status,
    ...(last.at !== undefined && { at: last.at }),
    ...(last.by !== undefined && { by: last.by }),
  };
}

function lastAct(state: Dossier): { readonly at?: string | undefined; readonly by?: string | undefined } {
  switch (state.status) {
    case 'with-clerk':
    case 'sent-back-to-clerk':
    case 'submitted':
      return { at: state.filedAt, by: state.intakeBy };
    case 'supplement-requested':
      return { at: state.requestedAt };
    case 'received':
    case 'processing':
      return { at: state.receivedAt, by: state.receivedBy };
    case 'paused':
      return { at: state.pausedAt, by: state.pausedBy };
    case 'decided':
    case 'result-at-counter':
    case 'result-with-post':
    case 'result-undelivered':
      return { at: state.result.decidedAt, by: state.result.decidedBy };
    case 'returned':
      return { at: state.returnedAt };
    case 'refused':
      return { at: state.refusedAt };
    case 'withdrawn':
      return { at: state.withdrawnAt };
    case 'stopped':
      return { at: state.stoppedAt };
    default:
      return state satisfies never;
  }
}
