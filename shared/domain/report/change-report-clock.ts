import type { RunningClock } from '../clock.ts';
import type { Report, ReportWork } from './state.ts';

/** Changes one running clock, by its id. @throws when no such clock can run in this status. */
export function changeReportClock(
  state: Report,
  clockId: string,
  change: (clock: RunningClock) => RunningClock,
): Report {
  const [kind, id = ''] = clockId.split(':');
  switch (state.status) {
    case 'new':
      return { ...state, check: change(state.check) };
    case 'needs-info':
      return { ...state, wait: change(state.wait) };
    case 'assigned':
      return {
        ...state,
        work: state.work.map((work) => (work.workId === id ? changedWork(work, kind, change) : work)),
      };
    case 'consolidating':
      return { ...state, consolidation: change(state.consolidation) };
    case 'in-review':
      return { ...state, review: change(state.review) };
    case 'closed':
    case 'rejected':
    case 'redirected':
    case 'merged':
    case 'withdrawn':
      throw new Error(`clock ${clockId} of a report that is ${state.status}`);
    default:
      return state satisfies never;
  }
}

function changedWork(
  work: ReportWork,
  kind: string | undefined,
  change: (clock: RunningClock) => RunningClock,
): ReportWork {
  if (kind !== 'dispute') return { ...work, clock: change(work.clock) };
  const { dispute } = work;
  return dispute === undefined ? work : { ...work, dispute: { ...dispute, clock: change(dispute.clock) } };
}
