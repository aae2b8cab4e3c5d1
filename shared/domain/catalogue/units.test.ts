import { describe, expect, it } from 'vitest';
import type { Unit } from './catalogue.ts';
import { areaOn, unitOn } from './lookup.ts';
import { ALWAYS, BEFORE, smallCatalogue, testUnit } from './testing/small-catalogue.ts';
import { oneStopOf, servesArea, unitAbove, unitServing } from './units.ts';

const catalogue = smallCatalogue();
const OLD = '2025-06-30';
const NEW = '2025-07-01';

function unit(id: string, on: string): Unit {
  const found = unitOn(catalogue, id, on);
  if (found === undefined) throw new Error(`no unit ${id}`);
  return found;
}

function serving(
  kind: string,
  level: string,
  place: { readonly area: string; readonly on: string },
): string | undefined {
  const area = areaOn(catalogue, place.area, place.on);
  return unitServing(catalogue, { kind, level, on: place.on, ...(area && { area }) })?.id;
}

describe('the unit that serves an area', () => {
  it('is the one named for it, or for the area around it at a higher level', () => {
    expect(serving('authority', 'commune', { area: '25744', on: OLD })).toBe('ward-25744');
    expect(serving('authority', 'district', { area: '25744', on: OLD })).toBe('district-718');
    expect(serving('authority', 'district', { area: '25963', on: OLD })).toBe('district-725');
    expect(serving('authority', 'province', { area: '25744', on: OLD })).toBe('province');
  });

  it('is another one under the same area code after the reform', () => {
    expect(serving('authority', 'commune', { area: '25750', on: OLD })).toBe('old-ward-25750');
    expect(serving('authority', 'commune', { area: '25750', on: NEW })).toBe('ward-25750');
  });

  it('is none where no unit of that kind and level serves it', () => {
    expect(serving('authority', 'commune', { area: '25963', on: OLD })).toBeUndefined();
    expect(serving('authority', 'district', { area: '25750', on: NEW })).toBeUndefined();
  });

  it('prefers a branch for the area to a unit of the whole province', () => {
    const branch = testUnit({ id: 'branch', level: 'province', kind: 'justice-office', areas: ['718'], ...BEFORE });
    const withBranch = smallCatalogue({ units: [...catalogue.units, branch] });
    const find = (code: string): string | undefined => {
      const area = areaOn(withBranch, code, OLD);
      return unitServing(withBranch, { kind: 'justice-office', level: 'province', on: OLD, ...(area && { area }) })?.id;
    };
    expect(find('25744')).toBe('branch');
    expect(find('25963')).toBe('justice-department');
  });

  it('serves an area that it names, one inside it, and everything when it names none', () => {
    expect(servesArea(catalogue, unit('counter-718', OLD), { area: '25744', on: OLD })).toBe(true);
    expect(servesArea(catalogue, unit('counter-718', OLD), { area: '25963', on: OLD })).toBe(false);
    expect(servesArea(catalogue, unit('province-centre', OLD), { area: '25963', on: OLD })).toBe(true);
  });
});

describe('the authority above a unit', () => {
  it('is its parent', () => {
    expect(unitAbove(catalogue, unit('counter-25744', OLD), OLD)?.id).toBe('ward-25744');
    expect(unitAbove(catalogue, unit('ward-25744', OLD), OLD)?.id).toBe('district-718');
    expect(unitAbove(catalogue, unit('district-718', OLD), OLD)?.id).toBe('province');
    expect(unitAbove(catalogue, unit('province', OLD), OLD)).toBeUndefined();
  });

  it('is the province for a ward whose district has ended', () => {
    expect(unit('ward-25747', NEW).parent).toBe('district-718');
    expect(unitAbove(catalogue, unit('ward-25747', NEW), NEW)?.id).toBe('province');
  });
});

describe('the one-stop section of a unit', () => {
  it('has the same parent, or the unit as its parent', () => {
    expect(oneStopOf(catalogue, unit('ward-25744', OLD), OLD)?.id).toBe('counter-25744');
    expect(oneStopOf(catalogue, unit('justice-718', OLD), OLD)?.id).toBe('counter-718');
    expect(oneStopOf(catalogue, unit('justice-department', OLD), OLD)?.id).toBe('province-centre');
    expect(oneStopOf(catalogue, unit('counter-718', OLD), OLD)?.id).toBe('counter-718');
  });

  it('is its own authority’s even where another section serves the same area', () => {
    const another = testUnit({ id: 'a-tax-counter', level: 'district', kind: 'one-stop', areas: ['718'], ...BEFORE });
    const two = smallCatalogue({ units: [another, ...catalogue.units] });
    expect(oneStopOf(two, unit('justice-718', OLD), OLD)?.id).toBe('counter-718');
  });

  it('is the one that serves the same area, for a unit of another hierarchy', () => {
    const police = testUnit({ id: 'police-718', level: 'district', kind: 'police', areas: ['718'], ...BEFORE });
    const agency = testUnit({ id: 'insurance', level: 'province', kind: 'social-insurance', ...ALWAYS });
    const more = smallCatalogue({ units: [...catalogue.units, police, agency] });
    expect(oneStopOf(more, police, OLD)?.id).toBe('counter-718');
    expect(oneStopOf(more, agency, OLD)?.id).toBe('province-centre');
  });

  it('is none for a ward that has none: never that of another level', () => {
    expect(oneStopOf(catalogue, unit('old-ward-25750', OLD), OLD)).toBeUndefined();
  });
});
