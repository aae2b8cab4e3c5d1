/** How often the category that an operator would choose is suggested first, and among three. */
import { describe, expect, it } from 'vitest';
import { shippedCatalogue } from '../../../infra/publish/checked-province.ts';
import { suggestTriage } from '../../../shared/domain/report-text/suggest.ts';
import { FRESH, LATER, TUNED, UNSEEN, type LabelledReport } from './labelled-reports.ts';

const catalogue = shippedCatalogue();
const on = '2026-11-23';

function precision(reports: readonly LabelledReport[]) {
  const places = reports.map(({ text, category }) =>
    suggestTriage(text, { catalogue, on }).categories.findIndex(({ id }) => id === category),
  );
  const share = (among: number) => places.filter((place) => place >= 0 && place < among).length / reports.length;
  return { first: share(1), amongThree: share(3) };
}

describe('the suggested category', () => {
  it('is the right one for seven in ten reports that nothing was tuned to (0.72, among three 0.79)', () => {
    const { first, amongThree } = precision(FRESH);
    expect(first).toBeGreaterThanOrEqual(0.7);
    expect(amongThree).toBeGreaterThanOrEqual(0.77);
  });

  it('is the right one for nearly all reports whose words showed what was missing (0.98, among three 0.99)', () => {
    const { first, amongThree } = precision([...TUNED, ...UNSEEN, ...LATER]);
    expect(first).toBeGreaterThanOrEqual(0.95);
    expect(amongThree).toBeGreaterThanOrEqual(0.97);
  });

  it('is never one that is not valid on the day, and there are never more than three', () => {
    const before = suggestTriage('Ổ gà trước trường học, ngập nước, mất điện, rác', { catalogue, on: '2017-01-01' });
    expect(before.categories).toEqual([]);
    for (const { text } of FRESH) {
      const { categories } = suggestTriage(text, { catalogue, on });
      expect(categories.length).toBeLessThanOrEqual(3);
      expect(categories.every(({ score }) => score >= 0 && score <= 100)).toBe(true);
    }
  });

  it('has reports of every category to be measured by, at least 80 in all', () => {
    const all = [...TUNED, ...UNSEEN, ...LATER, ...FRESH];
    expect(new Set(all.map(({ category }) => category))).toEqual(
      new Set(catalogue.reportCategories.map(({ id }) => id)),
    );
    expect(new Set(all.map(({ text }) => text)).size).toBeGreaterThanOrEqual(200);
  });
});
