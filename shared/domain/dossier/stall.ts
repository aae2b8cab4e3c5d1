/**
 * A stall (hồ sơ chưa được xử lý): work that lay untouched for the set share of its time. It stands while that very work stays where it is; once
 * it is done, interrupted, or given to somebody else, nobody is told that it lies there any more.
 */
import type { UnitId } from '../catalogue/catalogue.ts';
import type { Instant } from '../time.ts';
import { runningClocks, type OpenClock } from './running-clocks.ts';
import type { Dossier } from './state.ts';

/** Which unit has let the work lie, and since when; undefined while nothing is stalled. */
export function stallOf(state: Dossier): { readonly unitId: UnitId; readonly since: Instant } | undefined {
  const { stalled } = state;
  const open = stalled && openClock(state, stalled.clockId);
  return stalled && open && { unitId: open.unitId, since: stalled.since };
}

/** Stalled since the work came to the unit, not since the alarm rang. */
export function withStall(state: Dossier, clockId: string): Dossier {
  const open = openClock(state, clockId);
  return open === undefined ? state : { ...state, stalled: { clockId, since: open.clock.startedAt } };
}

export function withoutStall(state: Dossier, clockId: string): Dossier {
  const { stalled, ...rest } = state;
  return stalled?.clockId === clockId ? rest : state;
}

/** What an event leaves of a stall that stood before it. That an officer is found at last is not yet work on it. */
export function liftedStall(before: Dossier | undefined, after: Dossier): Dossier {
  const { stalled } = after;
  if (stalled === undefined || before?.stalled?.clockId !== stalled.clockId) return after;
  const had = openClock(before, stalled.clockId);
  const has = openClock(after, stalled.clockId);
  const sameOfficer = had?.officerId === undefined || had.officerId === has?.officerId;
  const stays = has !== undefined && had?.unitId === has.unitId && sameOfficer;
  return stays ? after : withoutStall(after, stalled.clockId);
}

function openClock(state: Dossier, clockId: string): OpenClock | undefined {
  return runningClocks(state).find((one) => one.clockId === clockId);
}
