import { describe, expect, it } from 'vitest';
import { testRule } from '../catalogue/testing/small-catalogue.ts';
import { categoryOn } from './report-context.ts';
import { routeReport } from './route-report.ts';
import { hotlineCatalogue } from './testing/hotline-catalogue.ts';

const general = hotlineCatalogue();

function routed(catalogue = general, on = '2026-11-23', id = 'roads') {
  const category = categoryOn(catalogue, id, on);
  if (category === undefined) throw new Error('no such category');
  return routeReport({ category, area: '25750', on, catalogue });
}

describe('the unit of a category', () => {
  it('is the one of its level and kind there, on that day', () => {
    expect(routed()).toMatchObject({ kind: 'competent', unit: 'roads', level: 'commune', ruleId: 'economic' });
    expect(routed(general, '2025-06-23')).toMatchObject({ unit: 'urban-718', level: 'district', ruleId: 'urban' });
  });

  it('is another where a rule names the category, and the general rule says why it did not match', () => {
    const rule = testRule({
      id: 'roads-of-the-ward',
      procedure: '1022-roads',
      area: '25750',
      level: 'commune',
      unitKind: 'authority',
    });
    const catalogue = hotlineCatalogue({ competence: [...general.competence, rule] });
    expect(routed(catalogue)).toMatchObject({
      unit: 'ward-25750',
      ruleId: 'roads-of-the-ward',
      considered: [
        { ruleId: 'roads-of-the-ward', why: 'matched' },
        { ruleId: 'economic', why: 'less-specific' },
      ],
    });
    expect(routed(catalogue, '2026-11-23', 'flood')).toMatchObject({ unit: 'roads', ruleId: 'economic' });
  });
});
