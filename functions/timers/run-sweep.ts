import type { Log } from '../../shared/shell/structured-log.ts';
import { sweepTimers, type Sweep } from './sweep-timers.ts';

/**
 * One run of the schedule: the counts go to the log, and trouble with the store to whoever watches failed runs.
 *
 * @param prepare loads what every ring needs: if that cannot be had, no timer is postponed for it.
 * @throws when a timer could be neither rung nor postponed.
 */
export async function runSweep(
  sweep: Sweep,
  { prepare, log }: { readonly prepare: () => Promise<unknown>; readonly log: Log },
): Promise<void> {
  await prepare();
  const counts = await sweepTimers(sweep);
  log(counts.postponed + counts.faults === 0 ? 'info' : 'warn', 'sweep', { ...counts });
  if (counts.faults > 0) throw new Error('timers that could be neither rung nor postponed');
}
