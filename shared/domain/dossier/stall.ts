/**
 * A stall (hồ sơ chưa được xử lý): work that lay untouched for the set share of its time. It stands while that very work stays where it is; once
 * it is done, interrupted, or given to somebody else, nobody is told that it lies there any more. Steps side by side stall each for itself.
 */
import type { UnitId } from '../catalogue/catalogue.ts';
import type { Instant } from '../time.ts';
import { runningClocks, type OpenClock } from './running-clocks.ts';
import type { Dossier, Stall } from './state.ts';
import { without } from './without.ts';

export interface StalledUnit {
  readonly unitId: UnitId;
  readonly since: Instant;
}

/** Which units have let work lie, each once and since the first of it, longest first. */
export function stallsOf(state: Dossier): readonly StalledUnit[] {
  const since = new Map<UnitId, Instant>();
  for (const stall of state.stalled ?? []) {
    const unitId = openClock(state, stall.clockId)?.unitId;
    const before = unitId === undefined ? undefined : since.get(unitId);
    if (unitId !== undefined && (before === undefined || stall.since < before)) since.set(unitId, stall.since);
  }
  return [...since]
    .map(([unitId, from]) => ({ unitId, since: from }))
    .toSorted((one, other) => (one.since === other.since ? 0 : one.since < other.since ? -1 : 1));
}

/** Stalled since the work came to whoever has it, not since the alarm rang. */
export function withStall(state: Dossier, clockId: string): Dossier {
  const open = openClock(state, clockId);
  if (open === undefined) return state;
  const others = (state.stalled ?? []).filter((stall) => stall.clockId !== clockId);
  return withStalls(state, [...others, { clockId, since: open.heldSince ?? open.clock.startedAt }]);
}

export function withoutStall(state: Dossier, clockId: string): Dossier {
  return keepStalls(state, (stall) => stall.clockId !== clockId);
}

/** What an event leaves of the stalls that stood before it. That an officer is found at last is not yet work on it. */
export function liftedStalls(before: Dossier | undefined, after: Dossier): Dossier {
  if (before === undefined) return after;
  const stood = new Set(before.stalled?.map(({ clockId }) => clockId));
  return keepStalls(after, ({ clockId }) => !stood.has(clockId) || staysWith(clockId, before, after));
}

function staysWith(clockId: string, before: Dossier, after: Dossier): boolean {
  const had = openClock(before, clockId);
  const has = openClock(after, clockId);
  const sameOfficer = had?.officerId === undefined || had.officerId === has?.officerId;
  return has !== undefined && had?.unitId === has.unitId && sameOfficer;
}

function keepStalls(state: Dossier, keep: (stall: Stall) => boolean): Dossier {
  const { stalled = [] } = state;
  const kept = stalled.filter(keep);
  return kept.length === stalled.length ? state : withStalls(state, kept);
}

function withStalls(state: Dossier, stalled: readonly Stall[]): Dossier {
  return stalled.length === 0 ? (without(state, 'stalled') as Dossier) : { ...state, stalled };
}

function openClock(state: Dossier, clockId: string): OpenClock | undefined {
  return runningClocks(state).find((one) => one.clockId === clockId);
}
