import type { Report } from './state.ts';

/** For the one who comes too late: how the report stands, and who brought it there when. */
export function whatHappenedToReport(state: Report): Readonly<Record<string, string>> {
  const { status } = state;
  const { at, by } = lastAct(state);
  return { status, ...(at !== undefined && { at }), ...(by !== undefined && { by }) };
}

function lastAct(state: Report): { readonly at?: string | undefined; readonly by?: string | undefined } {
  switch (state.status) {
    case 'new':
      return { at: state.core.filedAt };
    case 'needs-info':
      return state.question;
    case 'assigned':
      return { at: state.triage?.at, by: state.triage?.by };
    case 'consolidating':
      return { at: state.consolidation.startedAt };
    case 'in-review':
      return state.draft;
    case 'closed':
      return { at: state.answer.at, by: state.answer.approvedBy ?? state.answer.by };
    case 'rejected':
    case 'redirected':
    case 'merged':
    case 'withdrawn':
      return state;
    default:
      return state satisfies never;
  }
}
