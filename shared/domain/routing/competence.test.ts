import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Catalogue, CompetenceRule, ProcessStep, Unit } from '../catalogue/catalogue.ts';
import { procedureOn } from '../catalogue/lookup.ts';
import { BEFORE, smallCatalogue, testProcedure, testRule, testUnit } from '../catalogue/testing/small-catalogue.ts';
import { resolveStepUnit, route } from './competence.ts';
import type { Routing } from './competence.ts';

const OLD = '2025-06-30';
const NEW = '2025-07-01';

function withRules(...rules: readonly CompetenceRule[]): Catalogue {
  const base = smallCatalogue();
  return smallCatalogue({ competence: [...base.competence, ...rules] });
}

function routed(
  code: string,
  place: { readonly area: string; readonly areaVersion?: string; readonly on: string },
  catalogue: Catalogue = smallCatalogue(),
): Routing {
  const procedure = procedureOn(catalogue, code, place.on);
  if (procedure === undefined) throw new Error(`no procedure ${code}`);
  return route({ procedure, catalogue, ...place });
}

function why(routing: Routing, ruleId: string): string | undefined {
  return routing.kind === 'ambiguous-area' ? undefined : routing.considered.find((one) => one.ruleId === ruleId)?.why;
}

describe('competence', () => {
  it('lies with the ward for a ward’s matter, and says by which rule, unit and version of the area', () => {
    expect(routed('ward-matter', { area: '25744', on: OLD })).toEqual({
      kind: 'competent',
      unit: 'ward-25744',
      level: 'commune',
      ruleId: 'general-commune',
      area: '25744',
      areaVersion: '2018-01-01',
      considered: [
        { ruleId: 'general-commune', why: 'matched' },
        { ruleId: 'general-district', why: 'other-level' },
      ],
    });
  });

  it('moves from the district’s office to the ward on 1 July 2025', () => {
    expect(routed('justice-matter', { area: '25744', on: OLD })).toMatchObject({
      unit: 'justice-718',
      level: 'district',
    });
    expect(routed('justice-matter', { area: '25750', on: NEW })).toMatchObject({
      unit: 'ward-25750',
      level: 'commune',
      areaVersion: '2025-07-01',
    });
  });

  it('follows a ward that went whole into another', () => {
    expect(routed('ward-matter', { area: '25744', on: NEW })).toMatchObject({ unit: 'ward-25750', area: '25750' });
  });

  it('takes a re-used code by its version when the dossier names it', () => {
    const place = { area: '25750', areaVersion: '2018-01-01' };
    expect(routed('ward-matter', { ...place, on: OLD })).toMatchObject({ unit: 'old-ward-25750' });
    expect(routed('ward-matter', { ...place, on: NEW })).toMatchObject({
      unit: 'ward-25750',
      areaVersion: '2025-07-01',
    });
  });

  it('asks a person where a ward was split', () => {
    expect(routed('ward-matter', { area: '25741', on: NEW })).toMatchObject({
      kind: 'ambiguous-area',
      successors: [{ code: '25747' }, { code: '25750' }],
    });
  });

  it('lies with nobody for an area that nobody knows, or that has no successor', () => {
    expect(routed('ward-matter', { area: '99999', on: NEW })).toEqual({
      kind: 'no-competence',
      reason: 'unknown-area',
      considered: [],
    });
    expect(routed('ward-matter', { area: '25963', on: NEW })).toMatchObject({
      kind: 'no-competence',
      reason: 'unknown-area',
    });
    expect(routed('ward-matter', { area: '25747', on: OLD })).toMatchObject({
      kind: 'no-competence',
      reason: 'unknown-area',
    });
  });

  it('lies with nobody where no rule matches, or the unit that should be there is not', () => {
    const noRules = smallCatalogue({ competence: [] });
    expect(routed('ward-matter', { area: '25744', on: OLD }, noRules)).toMatchObject({
      kind: 'no-competence',
      reason: 'no-rule',
    });
    const noWard = routed('ward-matter', { area: '25963', on: OLD });
    expect(noWard).toMatchObject({ kind: 'no-competence', reason: 'no-unit' });
    expect(why(noWard, 'general-commune')).toBe('no-unit');
  });
});

describe('the most specific rule', () => {
  const both = testRule({
    id: 'both',
    procedure: 'ward-matter',
    area: '25744',
    level: 'province',
    unitKind: 'authority',
    unit: 'province',
  });
  const procedure = testRule({
    id: 'procedure',
    procedure: 'ward-matter',
    level: 'district',
    unitKind: 'justice-office',
  });
  const ward = testRule({ id: 'ward', area: '25744', level: 'commune', unitKind: 'authority', unit: 'counter-25744' });
  const district = testRule({
    id: 'district',
    area: '718',
    level: 'commune',
    unitKind: 'authority',
    unit: 'counter-718',
  });

  it.each([
    ['both', [both, procedure, ward, district]],
    ['procedure', [procedure, ward, district]],
    ['ward', [ward, district]],
    ['district', [district]],
    ['general-commune', []],
  ])('%s wins over the more general ones', (winner, rules) => {
    const routing = routed('ward-matter', { area: '25744', on: OLD }, withRules(...rules));
    expect(routing).toMatchObject({ kind: 'competent', ruleId: winner });
    for (const rule of rules.filter(({ id }) => id !== winner)) expect(why(routing, rule.id)).toBe('less-specific');
  });

  it('wins whatever the order of the file', () => {
    const all = [...smallCatalogue().competence, both, procedure, ward, district];
    fc.assert(
      fc.property(fc.shuffledSubarray(all, { minLength: all.length }), (competence) => {
        expect(routed('ward-matter', { area: '25744', on: OLD }, smallCatalogue({ competence }))).toMatchObject({
          ruleId: 'both',
        });
      }),
    );
  });

  it('moves a procedure to another level by itself', () => {
    const routing = routed('ward-matter', { area: '25744', on: OLD }, withRules(procedure));
    expect(routing).toMatchObject({ unit: 'justice-718', level: 'district' });
  });

  it('is the one that began later among equals', () => {
    const later = testRule({
      ...procedure,
      id: 'later',
      level: 'province',
      unitKind: 'justice-office',
      validFrom: '2024-01-01',
    });
    const catalogue = withRules(procedure, later);
    expect(routed('ward-matter', { area: '25744', on: OLD }, catalogue)).toMatchObject({
      ruleId: 'later',
      unit: 'justice-department',
    });
    const before = routed('ward-matter', { area: '25744', on: '2023-12-31' }, catalogue);
    expect(before).toMatchObject({ ruleId: 'procedure' });
    expect(why(before, 'later')).toBe('not-valid-on-day');
  });

  it('explains each rule that does not match', () => {
    const elsewhere = testRule({ ...both, id: 'elsewhere', area: '725' });
    const closed = testRule({ ...procedure, id: 'closed', unit: 'no-such-unit' });
    const ended = testRule({ ...procedure, id: 'ended', level: 'district' });
    const catalogue = withRules(elsewhere, closed, ended);
    const old = routed('ward-matter', { area: '25744', on: OLD }, catalogue);
    expect(why(old, 'elsewhere')).toBe('other-area');
    expect(why(old, 'closed')).toBe('no-unit');
    const current = routed('ward-matter', { area: '25750', on: NEW }, catalogue);
    expect(why(current, 'ended')).toBe('level-ended');
    expect(why(current, 'general-district')).toBe('not-valid-on-day');
    expect(why(routed('justice-matter', { area: '25744', on: OLD }), 'general-province')).toBe('other-level');
  });

  it('does not list rules about other procedures or other kinds of unit', () => {
    const other = testRule({ id: 'other', procedure: 'justice-matter', level: 'district', unitKind: 'justice-office' });
    expect(why(routed('ward-matter', { area: '25744', on: OLD }, withRules(other)), 'other')).toBeUndefined();
    expect(why(routed('ward-matter', { area: '25744', on: OLD }), 'general-justice')).toBeUndefined();
  });
});

describe('the unit of a step', () => {
  const catalogue = smallCatalogue();
  const step = (level: string, unitKind: string): Pick<ProcessStep, 'level' | 'unitKind'> => ({ level, unitKind });
  const unit = (id: string): Unit => {
    const found = catalogue.units.find((one) => one.id === id);
    if (found === undefined) throw new Error(`no unit ${id}`);
    return found;
  };
  const resolve = (
    wanted: Pick<ProcessStep, 'level' | 'unitKind'>,
    deciding: string,
    place: { area: string; on: string },
  ): unknown => resolveStepUnit(wanted, { decidingUnit: unit(deciding), ...place, catalogue });

  it('is the deciding unit itself, or its own authority', () => {
    const place = { area: '25744', on: OLD };
    expect(resolve(step('district', 'justice-office'), 'justice-718', place)).toEqual({
      kind: 'resolved',
      unit: 'justice-718',
      level: 'district',
      why: 'deciding-unit',
    });
    expect(resolve(step('district', 'authority'), 'justice-718', place)).toMatchObject({
      unit: 'district-718',
      why: 'same-authority',
    });
  });

  it('is at any level the one that serves the area: below, above, or the whole province', () => {
    const place = { area: '25744', on: OLD };
    expect(resolve(step('commune', 'authority'), 'justice-718', place)).toMatchObject({
      unit: 'ward-25744',
      why: 'serves-area',
    });
    expect(resolve(step('district', 'justice-office'), 'ward-25744', place)).toMatchObject({ unit: 'justice-718' });
    expect(resolve(step('province', 'justice-office'), 'ward-25744', place)).toMatchObject({
      unit: 'justice-department',
    });
  });

  it('is the deciding unit even when it does not serve the area', () => {
    expect(resolve(step('district', 'authority'), 'district-725', { area: '25744', on: OLD })).toMatchObject({
      unit: 'district-725',
    });
  });

  it('follows an area that went whole into another', () => {
    expect(resolve(step('commune', 'authority'), 'justice-department', { area: '25744', on: NEW })).toMatchObject({
      unit: 'ward-25750',
    });
  });

  it('is none at a level that has ended, in a split area, or where no such unit is', () => {
    expect(resolve(step('district', 'authority'), 'district-718', { area: '25744', on: NEW })).toEqual({
      kind: 'no-unit',
      why: 'level-ended',
    });
    expect(resolve(step('commune', 'authority'), 'province', { area: '25741', on: NEW })).toEqual({
      kind: 'no-unit',
      why: 'unknown-area',
    });
    expect(resolve(step('commune', 'police'), 'province', { area: '25744', on: OLD })).toEqual({
      kind: 'no-unit',
      why: 'no-unit',
    });
  });
});

describe('a province of many wards', () => {
  it('routes each ward to its own unit', () => {
    const codes = Array.from({ length: 168 }, (_, index) => String(30_000 + index));
    const base = smallCatalogue();
    const catalogue = smallCatalogue({
      areas: [
        ...base.areas,
        ...codes.map((code) => ({ ...BEFORE, code, level: 'commune', parent: '718', name: code, source: 'test' })),
      ],
      units: [
        ...base.units,
        ...codes.map((code) =>
          testUnit({ id: `ward-${code}`, level: 'commune', kind: 'authority', areas: [code], ...BEFORE }),
        ),
      ],
    });
    const procedure = testProcedure({ code: 'ward-matter' });
    for (const area of codes) {
      expect(route({ procedure, area, on: OLD, catalogue })).toMatchObject({ kind: 'competent', unit: `ward-${area}` });
    }
  });
});
