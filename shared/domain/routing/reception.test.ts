import { describe, expect, it } from 'vitest';
import type { Procedure, Unit } from '../catalogue/catalogue.ts';
import { ALWAYS, smallCatalogue, testProcedure, testUnit } from '../catalogue/testing/small-catalogue.ts';
import { postalListed, receptionAllowed } from './reception.ts';

const catalogue = smallCatalogue();
const OLD = '2025-06-30';
const NEW = '2025-07-01';
const wardMatter = testProcedure({ code: 'ward-matter' });
const districtMatter = testProcedure({ code: 'd', decidingLevel: 'district' });
const provinceMatter = testProcedure({ code: 'p', decidingLevel: 'province' });

function reception(
  counterId: string,
  procedure: Procedure,
  place: { readonly area: string; readonly on: string },
): string {
  const counter = catalogue.units.find((unit) => unit.id === counterId);
  if (counter === undefined) throw new Error(`no unit ${counterId}`);
  const answer = receptionAllowed(catalogue, { counter, procedure, ...place });
  return answer.kind === 'allowed' ? 'allowed' : answer.reason;
}

describe('reception before July 2025', () => {
  it('is at the counter of one’s own area, for the levels that the rules name', () => {
    expect(reception('counter-25744', wardMatter, { area: '25744', on: OLD })).toBe('allowed');
    expect(reception('counter-25744', districtMatter, { area: '25744', on: OLD })).toBe('allowed');
    expect(reception('counter-25744', provinceMatter, { area: '25744', on: OLD })).toBe('level');
    expect(reception('counter-718', districtMatter, { area: '25744', on: OLD })).toBe('allowed');
    expect(reception('counter-718', wardMatter, { area: '25744', on: OLD })).toBe('level');
  });

  it('is refused for another area', () => {
    expect(reception('counter-25744', wardMatter, { area: '25963', on: OLD })).toBe('other-area');
    expect(reception('counter-718', districtMatter, { area: '25963', on: OLD })).toBe('other-area');
  });
});

describe('reception since July 2025', () => {
  it('is at any counter of the province', () => {
    expect(reception('counter-25750', wardMatter, { area: '25747', on: NEW })).toBe('allowed');
    expect(reception('province-centre', wardMatter, { area: '25747', on: NEW })).toBe('allowed');
  });

  it('names the rule that allows it', () => {
    const counter = catalogue.units.find((unit) => unit.id === 'counter-25750');
    const answer = counter && receptionAllowed(catalogue, { counter, procedure: wardMatter, area: '25747', on: NEW });
    expect(answer).toMatchObject({ kind: 'allowed', rule: { anyArea: true, counterLevel: 'commune' } });
  });

  it('is not at a counter that has closed, nor at a unit that is no counter', () => {
    expect(reception('counter-25744', wardMatter, { area: '25750', on: NEW })).toBe('unit-closed');
    expect(reception('ward-25750', wardMatter, { area: '25750', on: NEW })).toBe('not-a-counter');
  });
});

describe('the list of procedures for postal clerks', () => {
  const counter: Unit = testUnit({
    id: 'counter',
    level: 'commune',
    kind: 'one-stop',
    ...ALWAYS,
    counter: {
      postalList: [{ procedure: '2.000815', validFrom: '2020-01-01', validTo: '2020-12-31' }],
      countersignShare: 0.2,
    },
  });

  it('holds at this counter, for the procedures on it, while they are on it', () => {
    expect(postalListed(counter, '2.000815', '2020-01-01')).toBe(true);
    expect(postalListed(counter, '2.000815', '2020-12-31')).toBe(true);
    expect(postalListed(counter, '2.000815', '2021-01-01')).toBe(false);
    expect(postalListed(counter, '2.000635', '2020-06-01')).toBe(false);
  });

  it('is empty for a unit that is no counter', () => {
    expect(
      postalListed(testUnit({ id: 'u', level: 'commune', kind: 'one-stop', ...ALWAYS }), '2.000815', '2020-06-01'),
    ).toBe(false);
  });
});
