import { describe, expect, it } from 'vitest';
import { callsOf, figuresByUnit, figuresOf, readFigure, type FigureItem } from './figures.ts';

const NOW = '2026-11-20T00:00:00.000Z';
const item = (changes: Partial<FigureItem> = {}): FigureItem => ({
  unitId: 'roads',
  openedAt: '2026-11-02T00:00:00.000Z',
  dueAt: '2026-11-09T00:00:00.000Z',
  ...changes,
});

describe('figures of a unit', () => {
  it('count what was received, answered on time and late, what is open, overdue or not yet due, and what is fixed', () => {
    const items = [
      item({ answeredAt: '2026-11-09T00:00:00.000Z', outcome: 'fixed' }),
      item({ answeredAt: '2026-11-09T00:00:00.001Z', outcome: 'not-competent' }),
      item(),
      item({ dueAt: '2026-11-25T00:00:00.000Z' }),
    ];
    expect(figuresOf(items, NOW).counts).toEqual({
      received: 4,
      answered: 2,
      open: 2,
      onTime: 1,
      late: 1,
      overdue: 1,
      notYetDue: 1,
      fixed: 1,
      notFixed: 1,
    });
  });

  it('take the middle of the times to an answer: of an even number the mean of the two in the middle', () => {
    const after = (hours: number) =>
      item({ answeredAt: new Date(Date.parse('2026-11-02T00:00:00.000Z') + hours * 3_600_000).toISOString() });
    expect(figuresOf([after(1), after(100), after(2)], NOW).medianHours).toBe(2);
    expect(figuresOf([after(1), after(4), after(2), after(100)], NOW).medianHours).toBe(3);
    expect(figuresOf([after(1.26)], NOW).medianHours).toBe(1.3);
    expect(figuresOf([item()], NOW)).not.toHaveProperty('medianHours');
  });

  it('are by unit, in the order of the ids', () => {
    const figures = figuresByUnit([item(), item({ unitId: 'culture' }), item()], NOW);
    expect(figures.map(({ unitId, counts }) => [unitId, counts.received])).toEqual([
      ['culture', 1],
      ['roads', 2],
    ]);
  });

  it('are read from the items of the list, and from nothing else', () => {
    const attributes = { openedAt: NOW, dueAt: NOW, answeredAt: NOW, outcome: 'fixed' };
    expect(readFigure({ key: 'roads#ABC#w1', attributes })).toEqual({ unitId: 'roads', ...attributes });
    expect(readFigure({ key: 'roads#ABC#w1', attributes: { openedAt: NOW } })).toBeUndefined();
    expect(readFigure({ key: '', attributes })).toBeUndefined();
  });
});

describe('calls', () => {
  it('are counted by what became of them, and absent when nobody tells of calls', () => {
    const calls = ['answered', 'answered', 'abandoned', 'called-back'].map((outcome) => ({ attributes: { outcome } }));
    expect(callsOf(calls)).toEqual({ answered: 2, calledBack: 1, abandoned: 1 });
    expect(callsOf([])).toBeUndefined();
  });
});
