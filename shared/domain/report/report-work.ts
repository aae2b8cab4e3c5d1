/** The parts of a report, one for each unit: which are open, and which belong to the present round. */
import type { StaffId, UnitId } from '../catalogue/catalogue.ts';
import { without } from '../dossier/without.ts';
import type { Instant } from '../time.ts';
import type { Report, ReportBase, ReportWork } from './state.ts';

/** Not answered and not given away; a part whose competence is disputed is open too. */
export function openWorkOf({ work }: Pick<Report, 'work'>): readonly ReportWork[] {
  return work.filter(isOpen);
}

/** Of this round, answered or not. Exactly one of them leads. */
export function currentWork({ work, reopened }: Pick<ReportBase, 'work' | 'reopened'>): readonly ReportWork[] {
  return work.filter(({ round, status }) => round === reopened && status !== 'given-away');
}

/** @throws when nobody leads: no decision leaves a report with units and without a lead. */
export function leadOf(state: Pick<ReportBase, 'work' | 'reopened'>): ReportWork {
  const lead = currentWork(state).find((work) => work.lead);
  if (lead === undefined) throw new Error('a report at work without a lead');
  return lead;
}

export function unitsAtWork(state: Pick<ReportBase, 'work' | 'reopened'>): readonly UnitId[] {
  return [...new Set(currentWork(state).map(({ unitId }) => unitId))];
}

export function workOf(state: Pick<ReportBase, 'work'>, workId: string): ReportWork | undefined {
  return state.work.find((work) => work.workId === workId);
}

/** `w1`, `w2`…: no id is given twice. */
export function nextWorkId(works: readonly ReportWork[]): string {
  const last = Math.max(0, ...works.map(({ workId }) => Number(workId.slice(1))));
  return `w${last + 1}`;
}

/** Those that are named take the place of what they were; new ones come last. */
export function withWork(works: readonly ReportWork[], changed: readonly ReportWork[]): readonly ReportWork[] {
  const known = new Set(works.map(({ workId }) => workId));
  return [
    ...works.map((work) => changed.find(({ workId }) => workId === work.workId) ?? work),
    ...changed.filter(({ workId }) => !known.has(workId)),
  ];
}

/** Whatever is open goes, except `kept`. `by` is absent when the reporter withdrew. */
export function withoutOpenWork(
  works: readonly ReportWork[],
  { by, at, kept = [] }: { readonly by?: StaffId; readonly at: Instant; readonly kept?: readonly ReportWork[] },
): readonly ReportWork[] {
  const stays = new Set(kept.map(({ workId }) => workId));
  return works.map((work) => {
    if (!isOpen(work) || stays.has(work.workId)) return work;
    return givenAway(work, by === undefined ? undefined : { by, at });
  });
}

export function givenAway(work: ReportWork, decided: ReportWork['decided']): ReportWork {
  return { ...undisputed(work), status: 'given-away', ...(decided && { decided }) };
}

export function undisputed(work: ReportWork): ReportWork {
  return without(work, 'dispute');
}

function isOpen({ status }: ReportWork): boolean {
  return status === 'open' || status === 'disputed';
}

export function isGivenAway({ status }: ReportWork): boolean {
  return status === 'given-away';
}
