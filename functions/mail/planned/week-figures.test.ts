import { describe, expect, it } from 'vitest';
import type { DecidedCase, OpenWork } from '../../../shared/ports/case-queries.ts';
import { weekBefore, weekFrom } from './week.ts';
import { loadsOf, overdueIn, shareOnTime, sumOf, weekTotals } from './week-figures.ts';

const now = '2026-11-22T23:00:00.000Z';
const work = (clockId: string, day: number, officerId?: string): OpenWork => ({
  entityId: `case#${clockId}-${String(day)}`,
  clockId,
  dueAt: `2026-11-${String(day)}T02:00:00.000Z`,
  ...(officerId !== undefined && { officerId }),
});
const decided = (punctuality: DecidedCase['punctuality']): DecidedCase => ({
  entityId: `case#${punctuality}`,
  decidedAt: '2026-11-18T02:00:00.000Z',
  punctuality,
});

const open = [
  work('step:a', 12, 'an'),
  work('step:b', 20, 'an'),
  work('step:c', 25, 'an'),
  work('consultation:c1', 19, 'binh'),
  work('check', 24),
  work('supplement', 10, 'an'),
  work('supplement', 28, 'binh'),
  work('pause', 15, 'an'),
];
const rows = { open, now, decided: [decided('early'), decided('on-time'), decided('on-time'), decided('late')] };

describe('the figures of a week', () => {
  it('are counted by hand here: three of four on time, five to do, three of them late, the rest stands still', () => {
    const totals = weekTotals(rows);
    expect(totals).toEqual({ early: 1, onTime: 2, decidedLate: 1, open: 5, late: 3, waiting: 2, paused: 1 });
    expect(shareOnTime(totals)).toBe(0.75);
    expect(shareOnTime(weekTotals({ open, now, decided: [] }))).toBeUndefined();
  });

  it('name whoever has the most late work first, and what nobody has', () => {
    expect(loadsOf(rows)).toEqual([
      { officerId: 'an', open: 3, late: 2 },
      { officerId: 'binh', open: 1, late: 1 },
      { open: 1, late: 0 },
    ]);
  });

  it('begin with what is overdue longest, whatever order the rows are in', () => {
    expect(overdueIn({ open: open.toReversed(), now }).map(({ clockId }) => clockId)).toEqual([
      'step:a',
      'consultation:c1',
      'step:b',
    ]);
  });

  it('add up', () => {
    const one = weekTotals(rows);
    const sum = sumOf([one, one, weekTotals({ open: [], decided: [decided('late')], now })]);
    expect(sum).toEqual({ early: 2, onTime: 4, decidedLate: 3, open: 10, late: 6, waiting: 4, paused: 2 });
  });
});

describe('the week before a day', () => {
  it.each(['2026-11-23', '2026-11-26', '2026-11-29'])('ended on the Sunday before the week of %s', (day) => {
    expect(weekBefore(day)).toEqual(weekFrom('2026-11-16'));
  });

  it('is from midnight to midnight in Viet Nam', () => {
    expect(weekFrom('2026-11-16')).toEqual({
      monday: '2026-11-16',
      from: '2026-11-15T17:00:00.000Z',
      to: '2026-11-22T16:59:59.999Z',
    });
  });
});
