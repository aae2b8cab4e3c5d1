/** The figures of a week, from rows of two indexes: no case is opened for them. Work is counted, not cases: one case may be work of several. */
import type { StaffId } from '../../../shared/domain/catalogue/catalogue.ts';
import { standsStill, waitsForApplicant } from '../../../shared/domain/dossier/running-clocks.ts';
import type { Instant } from '../../../shared/domain/time.ts';
import type { DecidedCase, OpenWork } from '../../../shared/ports/case-queries.ts';

export interface WeekTotals {
  /** Decided in the week. */
  readonly early: number;
  readonly onTime: number;
  readonly decidedLate: number;
  /** As it stands now; `open` without what stands still, `late` among it. */
  readonly open: number;
  readonly late: number;
  readonly waiting: number;
  readonly paused: number;
}

export interface OfficerLoad {
  /** Absent: nobody has it yet. */
  readonly officerId?: StaffId;
  readonly open: number;
  readonly late: number;
}

export interface WeekRows {
  readonly open: readonly OpenWork[];
  readonly decided: readonly DecidedCase[];
  readonly now: Instant;
}

export function weekTotals({ open, decided, now }: WeekRows): WeekTotals {
  const work = workIn(open);
  const waiting = open.filter(({ clockId }) => waitsForApplicant(clockId)).length;
  const decidedAs = (how: DecidedCase['punctuality']) =>
    decided.filter(({ punctuality }) => punctuality === how).length;
  return {
    early: decidedAs('early'),
    onTime: decidedAs('on-time'),
    decidedLate: decidedAs('late'),
    open: work.length,
    late: work.filter(({ dueAt }) => dueAt < now).length,
    waiting,
    paused: open.length - work.length - waiting,
  };
}

export function sumOf(totals: readonly WeekTotals[]): WeekTotals {
  return totals.reduce((sum, one) => ({
    early: sum.early + one.early,
    onTime: sum.onTime + one.onTime,
    decidedLate: sum.decidedLate + one.decidedLate,
    open: sum.open + one.open,
    late: sum.late + one.late,
    waiting: sum.waiting + one.waiting,
    paused: sum.paused + one.paused,
  }));
}

export function decidedIn({ early, onTime, decidedLate }: WeekTotals): number {
  return early + onTime + decidedLate;
}

/** Of what was decided, early ones among them; undefined when nothing was. 0..1. */
export function shareOnTime(totals: WeekTotals): number | undefined {
  const all = decidedIn(totals);
  return all === 0 ? undefined : (totals.early + totals.onTime) / all;
}

/** Whoever has the most late work first, then the most work. */
export function loadsOf({ open, now }: Pick<WeekRows, 'open' | 'now'>): readonly OfficerLoad[] {
  const loads = [...Map.groupBy(workIn(open), ({ officerId }) => officerId)].map(([officerId, work]): OfficerLoad => ({
    open: work.length,
    late: work.filter(({ dueAt }) => dueAt < now).length,
    ...(officerId !== undefined && { officerId }),
  }));
  return loads.sort(
    (left, right) =>
      right.late - left.late || right.open - left.open || ((left.officerId ?? '') < (right.officerId ?? '') ? -1 : 1),
  );
}

/** Longest overdue first. */
export function overdueIn({ open, now }: Pick<WeekRows, 'open' | 'now'>): readonly OpenWork[] {
  return workIn(open)
    .filter(({ dueAt }) => dueAt < now)
    .toSorted((left, right) => (left.dueAt < right.dueAt ? -1 : 1));
}

/** What somebody has to do. The review of a pause is due at its time, and is the unit's while it lasts: counted as paused. */
function workIn(open: readonly OpenWork[]): readonly OpenWork[] {
  return open.filter(({ clockId }) => !standsStill(clockId));
}
