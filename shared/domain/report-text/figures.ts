/**
 * What units did with the reports they were given in a month (số liệu công khai), counted from the items of the list `figures#<YYYY-MM>`: one for
 * each part of a report that a unit got in that month and kept. Parts that were given away count where they went.
 */
import type { UnitId } from '../catalogue/catalogue.ts';
import { minutesBetween, type Instant } from '../time.ts';

/** The unit's part of one report. */
export interface FigureItem {
  readonly unitId: UnitId;
  readonly openedAt: Instant;
  readonly dueAt: Instant;
  readonly answeredAt?: Instant;
  readonly outcome?: string;
}

/**
 * Two of these always make a third: received = answered + open, answered = on time + late = fixed + not fixed, open = overdue + not yet due.
 * "Answered" does not mean "fixed".
 */
export interface Counts {
  readonly received: number;
  readonly answered: number;
  readonly open: number;
  readonly onTime: number;
  readonly late: number;
  readonly overdue: number;
  readonly notYetDue: number;
  readonly fixed: number;
  readonly notFixed: number;
}

export interface UnitFigures {
  readonly unitId: UnitId;
  readonly counts: Counts;
  /** From when the unit got it to its answer, in hours day and night, rounded to a tenth; absent without an answer. */
  readonly medianHours?: number;
}

export function figuresList(month: string): string {
  return `figures#${month}`;
}

/** Undefined for what is no such item. */
export function readFigure({
  key,
  attributes,
}: {
  readonly key: string;
  readonly attributes: Readonly<Record<string, string | number>>;
}): FigureItem | undefined {
  const [unitId = ''] = key.split('#');
  const { openedAt, dueAt, answeredAt, outcome } = attributes;
  if (unitId === '' || typeof openedAt !== 'string' || typeof dueAt !== 'string') return undefined;
  return {
    unitId,
    openedAt,
    dueAt,
    ...(typeof answeredAt === 'string' && { answeredAt }),
    ...(typeof outcome === 'string' && { outcome }),
  };
}

/** By unit, in the order of their ids. @param now what is open and due before it is overdue. */
export function figuresByUnit(items: readonly FigureItem[], now: Instant): readonly UnitFigures[] {
  const units = [...new Set(items.map(({ unitId }) => unitId))].sort();
  return units.map((unitId) => ({
    unitId,
    ...figuresOf(
      items.filter((item) => item.unitId === unitId),
      now,
    ),
  }));
}

/** Of all items together. An answer at the very moment when it is due is on time. */
export function figuresOf(items: readonly FigureItem[], now: Instant): Omit<UnitFigures, 'unitId'> {
  const count = (which: (item: FigureItem) => boolean) => items.filter(which).length;
  const isAnswered = ({ answeredAt }: FigureItem) => answeredAt !== undefined;
  const isOnTime = ({ answeredAt, dueAt }: FigureItem) => answeredAt !== undefined && answeredAt <= dueAt;
  const isOverdue = ({ answeredAt, dueAt }: FigureItem) => answeredAt === undefined && dueAt < now;
  const isFixed = ({ answeredAt, outcome }: FigureItem) => answeredAt !== undefined && outcome === 'fixed';
  const answered = count(isAnswered);
  const open = items.length - answered;
  const median = medianOf(
    items.flatMap(({ openedAt, answeredAt }) =>
      answeredAt === undefined ? [] : [minutesBetween(openedAt, answeredAt)],
    ),
  );
  return {
    counts: {
      received: items.length,
      answered,
      open,
      onTime: count(isOnTime),
      late: answered - count(isOnTime),
      overdue: count(isOverdue),
      notYetDue: open - count(isOverdue),
      fixed: count(isFixed),
      notFixed: answered - count(isFixed),
    },
    ...(median !== undefined && { medianHours: Math.round(median / 6) / 10 }),
  };
}

function medianOf(minutes: readonly number[]): number | undefined {
  const sorted = [...minutes].sort((left, right) => left - right);
  const middle = Math.floor(sorted.length / 2);
  const [low, high] = [sorted[sorted.length % 2 === 0 ? middle - 1 : middle], sorted[middle]];
  return low === undefined || high === undefined ? undefined : (low + high) / 2;
}

/** Calls of the hotline (list `calls#<YYYY-MM>`), one item each. `abandoned`: the caller gave up before anybody answered. */
export interface CallCounts {
  readonly answered: number;
  readonly calledBack: number;
  readonly abandoned: number;
}

export function callsList(month: string): string {
  return `calls#${month}`;
}

/** Undefined when no exchange tells of calls. */
export function callsOf(
  items: readonly { readonly attributes: Readonly<Record<string, string | number>> }[],
): CallCounts | undefined {
  if (items.length === 0) return undefined;
  const count = (outcome: string) => items.filter(({ attributes }) => attributes['outcome'] === outcome).length;
  return { answered: count('answered'), calledBack: count('called-back'), abandoned: count('abandoned') };
}
