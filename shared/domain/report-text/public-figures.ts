/** The figures that everybody may see: units and their total, without the small numbers and what would give them away. */
import type { UnitId } from '../catalogue/catalogue.ts';
import type { Instant } from '../time.ts';
import { figuresByUnit, figuresOf, type Counts, type FigureItem, type UnitFigures } from './figures.ts';
import { suppressed, type Sum } from './suppress.ts';

type Count = keyof Counts;
/** Null: not shown. */
export type PublicCounts = Readonly<Record<Count, number | null>> & { readonly medianHours: number | null };

export interface PublicFigures {
  readonly units: readonly ({ readonly unitId: UnitId } & PublicCounts)[];
  readonly total: PublicCounts;
}

/** From the least missed to the most. */
const BY_WORTH: readonly Count[] = [
  ...(['notFixed', 'notYetDue', 'overdue', 'fixed', 'open', 'late', 'onTime', 'received', 'answered'] as const),
];
const SUMS: readonly { readonly whole: Count; readonly parts: readonly Count[] }[] = [
  { whole: 'received', parts: ['answered', 'open'] },
  { whole: 'answered', parts: ['onTime', 'late'] },
  { whole: 'answered', parts: ['fixed', 'notFixed'] },
  { whole: 'open', parts: ['overdue', 'notYetDue'] },
];
const TOTAL = '';

export function publicFigures(
  items: readonly FigureItem[],
  { now, smallest }: { readonly now: Instant; readonly smallest: number },
): PublicFigures {
  const units = figuresByUnit(items, now);
  const total: UnitFigures = { unitId: TOTAL, ...figuresOf(items, now) };
  const rows = [...units, total];
  const hidden = suppressed(
    {
      cells: new Map(
        rows.flatMap(({ unitId, counts }) => BY_WORTH.map((count) => [cell(unitId, count), counts[count]])),
      ),
      sums: [...rows.flatMap(rowSums), ...BY_WORTH.map((count) => columnSum(units, count))],
      cost: (id) => BY_WORTH.findIndex((count) => id.endsWith(`/${count}`)) + (id.startsWith('/') ? OF_TOTAL : 0),
    },
    smallest,
  );
  const shown = ({ unitId, counts, medianHours }: UnitFigures): PublicCounts => ({
    ...(Object.fromEntries(
      BY_WORTH.map((count) => [count, hidden.has(cell(unitId, count)) ? null : counts[count]]),
    ) as Record<Count, number | null>),
    medianHours: hidden.has(cell(unitId, 'answered')) || counts.answered < smallest ? null : (medianHours ?? null),
  });
  return { units: units.map((unit) => ({ unitId: unit.unitId, ...shown(unit) })), total: shown(total) };
}

/** What a unit does is what the figures are for: the total gives way first. */
const OF_TOTAL = -100;

function rowSums({ unitId }: UnitFigures): readonly Sum[] {
  return SUMS.map(({ whole, parts }) => ({
    whole: cell(unitId, whole),
    parts: parts.map((part) => cell(unitId, part)),
  }));
}

function columnSum(units: readonly UnitFigures[], count: Count): Sum {
  return { whole: cell(TOTAL, count), parts: units.map(({ unitId }) => cell(unitId, count)) };
}

function cell(unitId: UnitId, count: Count): string {
  return `${unitId}/${count}`;
}
