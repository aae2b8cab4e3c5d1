/**
 * After a calendar with a late holiday was published: every case with a running clock is asked to compute it anew, through the queue of case
 * tasks. Asked twice, nothing moves twice: the case compares with the calendar it was computed with.
 */
import type { CaseTask } from '../../shared/contracts/messages.ts';
import { TIMER_BUCKETS, type CaseQueries } from '../../shared/ports/case-queries.ts';
import type { MessageQueue } from '../../shared/ports/outside.ts';

export interface RecomputingPorts {
  readonly queries: Pick<CaseQueries, 'runningTimers'>;
  readonly tasks: MessageQueue<CaseTask>;
}

const PAGE = 500;

/** @throws when the queue does not take them all: called again, it begins again. */
export async function askAllCases({ queries, tasks }: RecomputingPorts): Promise<{ readonly cases: number }> {
  let cases = 0;
  for (let bucket = 0; bucket < TIMER_BUCKETS; bucket++) {
    const asked = new Set<string>();
    for (let next: string | undefined = ''; next !== undefined;) {
      const page = await queries.runningTimers(bucket, { limit: PAGE, ...(next !== '' && { next }) });
      const found = page.items.map(({ entityId }) => entityId);
      const waiting = [...new Set(found)].filter((entityId) => entityId.startsWith('case#') && !asked.has(entityId));
      for (const entityId of waiting) asked.add(entityId);
      const { failed } = await tasks.send(waiting.map((entityId) => ({ kind: 'recompute-clocks', entityId })));
      if (failed.length > 0) throw new Error(`${String(failed.length)} cases could not be asked`);
      cases += waiting.length;
      next = page.next;
    }
  }
  return { cases };
}
