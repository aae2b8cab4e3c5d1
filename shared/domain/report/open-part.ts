import { refuse, type Refused } from '../decision.ts';
import { workOf } from './report-work.ts';
import type { ReportBase, ReportWork } from './state.ts';

/** The part that somebody wants to do something about; whoever comes late is told who was first. */
export function openPart(workId: string, state: Pick<ReportBase, 'work'>): ReportWork | Refused {
  const work = workOf(state, workId);
  if (work === undefined) return refuse('no-such-part', { sort: 'conflict', details: { workId } });
  switch (work.status) {
    case 'open':
      return work;
    case 'answered':
      return refuse('part-answered', { sort: 'conflict', details: { ...whoWasFirst(work.answer) } });
    case 'disputed':
      return refuse('part-disputed', { sort: 'conflict', details: { ...whoWasFirst(work.dispute) } });
    case 'given-away':
      return refuse('part-given-away', { sort: 'conflict', details: { ...whoWasFirst(work.decided) } });
    default:
      return work.status satisfies never;
  }
}

export function whoWasFirst(
  act: { readonly by: string; readonly at: string } | undefined,
): Partial<Record<'by' | 'at', string>> {
  return act === undefined ? {} : { by: act.by, at: act.at };
}
