/**
 * Others at work on the same cores spoil every figure. Before each piece of measuring this waits until the machine is calm, as long as the
 * run's patience lasts; what could not be waited for is measured all the same, and the result file says how long was waited.
 */
import { cpus } from 'node:os';
import { setTimeout as pause } from 'node:timers/promises';

/** Share of all cores. Ours are idle while we wait. */
const CALM = 0.25;
const LOOK_MS = 250;

let patienceMs = 0;
let waitedMs = 0;
let unsettled = 0;

/** @param seconds for the whole run. */
export function setPatience(seconds: number): void {
  patienceMs = seconds * 1000;
}

export function waitedForCalm(): { readonly seconds: number; readonly measuredUnsettled: number } {
  return { seconds: waitedMs / 1000, measuredUnsettled: unsettled };
}

export async function calm(): Promise<void> {
  for (;;) {
    const before = times();
    await pause(LOOK_MS);
    const after = times();
    const busy = (after.busy - before.busy) / Math.max(1, after.all - before.all);
    if (busy < CALM) return;
    if (waitedMs >= patienceMs) {
      unsettled += 1;
      return;
    }
    waitedMs += LOOK_MS;
  }
}

function times(): { readonly busy: number; readonly all: number } {
  const cores = cpus().map(({ times: { user, nice, sys, irq, idle } }) => ({ busy: user + nice + sys + irq, idle }));
  const busy = cores.reduce((sum, core) => sum + core.busy, 0);
  return { busy, all: busy + cores.reduce((sum, core) => sum + core.idle, 0) };
}
