import { describe, expect, it } from 'vitest';
import {
  areaAndAround,
  areaOn,
  areaVersion,
  levelAbove,
  levelOn,
  procedureOn,
  procedureVersion,
  provinceOn,
  successorsOf,
  unitOn,
  unitsOfKind,
} from './lookup.ts';
import { AFTER, smallCatalogue, testArea, testLevel, testUnit } from './testing/small-catalogue.ts';

const catalogue = smallCatalogue();
const LAST_OLD_DAY = '2025-06-30';
const FIRST_NEW_DAY = '2025-07-01';

function area(code: string, on: string): NonNullable<ReturnType<typeof areaOn>> {
  const found = areaOn(catalogue, code, on);
  if (found === undefined) throw new Error(`no area ${code}`);
  return found;
}

describe('what is valid on a day', () => {
  it('counts the last and the first day of validity', () => {
    expect(provinceOn(catalogue, LAST_OLD_DAY)?.code).toBe('H09');
    expect(provinceOn(catalogue, FIRST_NEW_DAY)?.code).toBe('H29');
    expect(levelOn(catalogue, 'district', LAST_OLD_DAY)?.rank).toBe(2);
    expect(levelOn(catalogue, 'district', FIRST_NEW_DAY)).toBeUndefined();
    expect(unitOn(catalogue, 'ward-25744', LAST_OLD_DAY)?.id).toBe('ward-25744');
    expect(unitOn(catalogue, 'ward-25744', FIRST_NEW_DAY)).toBeUndefined();
  });

  it('prefers the version that began later when two are valid', () => {
    const overlapping = smallCatalogue({
      units: [
        testUnit({ id: 'u', level: 'commune', kind: 'authority', name: 'old', validFrom: '2018-01-01' }),
        testUnit({ id: 'u', level: 'commune', kind: 'authority', name: 'new', validFrom: '2020-01-01' }),
      ],
    });
    expect(unitOn(overlapping, 'u', '2019-12-31')?.name).toBe('old');
    expect(unitOn(overlapping, 'u', '2020-01-01')?.name).toBe('new');
  });

  it('answers for each catalogue object from its own data', () => {
    const empty = smallCatalogue({ units: [] });
    expect(unitOn(catalogue, 'province', '2026-01-01')).toBeDefined();
    expect(unitOn(empty, 'province', '2026-01-01')).toBeUndefined();
  });

  it('finds units of a kind, of one level or of all', () => {
    const ids = (level?: string): readonly string[] =>
      unitsOfKind(catalogue, { kind: 'one-stop', on: LAST_OLD_DAY, ...(level !== undefined && { level }) }).map(
        ({ id }) => id,
      );
    expect(ids('commune')).toEqual(['counter-25744']);
    expect([...ids()].sort()).toEqual(['counter-25744', 'counter-718', 'province-centre']);
  });
});

describe('procedures', () => {
  it('are described by the version in force on the day', () => {
    expect(procedureOn(catalogue, 'justice-matter', LAST_OLD_DAY)?.decidingLevel).toBe('district');
    expect(procedureOn(catalogue, 'justice-matter', FIRST_NEW_DAY)?.decidingLevel).toBe('commune');
    expect(procedureOn(catalogue, 'unknown', FIRST_NEW_DAY)).toBeUndefined();
  });

  it('are found for ever by the version that a case was filed under', () => {
    expect(procedureVersion(catalogue, 'justice-matter', '1')?.decidingLevel).toBe('district');
    expect(procedureVersion(catalogue, 'justice-matter', '3')).toBeUndefined();
  });
});

describe('levels', () => {
  it('are three until 30 June 2025 and two after', () => {
    expect(levelAbove(catalogue, 'commune', LAST_OLD_DAY)?.id).toBe('district');
    expect(levelAbove(catalogue, 'commune', FIRST_NEW_DAY)?.id).toBe('province');
    expect(levelAbove(catalogue, 'province', FIRST_NEW_DAY)).toBeUndefined();
  });

  it('still have a level above them after they have ended', () => {
    expect(levelAbove(catalogue, 'district', FIRST_NEW_DAY)?.id).toBe('province');
  });

  it('are data: a fourth level needs no code', () => {
    const four = smallCatalogue({ levels: [...catalogue.levels, testLevel('nation', 4, AFTER)] });
    expect(levelAbove(four, 'province', FIRST_NEW_DAY)?.id).toBe('nation');
    expect(levelAbove(four, 'province', LAST_OLD_DAY)).toBeUndefined();
  });
});

describe('areas', () => {
  it('mean something else under the same code after the reform', () => {
    expect(areaOn(catalogue, '25750', LAST_OLD_DAY)?.parent).toBe('718');
    expect(areaOn(catalogue, '25750', FIRST_NEW_DAY)?.parent).toBe('79');
  });

  it('lie in areas around them, nearest first', () => {
    const codes = (code: string, on: string): readonly string[] =>
      areaAndAround(catalogue, area(code, on), on).map((one) => one.code);
    expect(codes('25744', LAST_OLD_DAY)).toEqual(['25744', '718', '74']);
    expect(codes('25750', FIRST_NEW_DAY)).toEqual(['25750', '79']);
  });

  it('do not go round in circles when the data do', () => {
    const circular = smallCatalogue({
      areas: [
        testArea({ code: '1', level: 'commune', parent: '2', validFrom: '2018-01-01' }),
        testArea({ code: '2', level: 'district', parent: '1', validFrom: '2018-01-01' }),
      ],
    });
    const start = areaOn(circular, '1', FIRST_NEW_DAY);
    expect(start && areaAndAround(circular, start, FIRST_NEW_DAY).map((one) => one.code)).toEqual(['1', '2']);
  });

  it('are named by code and first day; without the day, as on the day asked or last before it', () => {
    expect(areaVersion(catalogue, { code: '25750', validFrom: '2018-01-01' }, FIRST_NEW_DAY)?.parent).toBe('718');
    expect(areaVersion(catalogue, { code: '25750' }, FIRST_NEW_DAY)?.parent).toBe('79');
    expect(areaVersion(catalogue, { code: '25744' }, FIRST_NEW_DAY)?.parent).toBe('718');
    expect(areaVersion(catalogue, { code: '25747' }, LAST_OLD_DAY)).toBeUndefined();
  });

  it('are followed into their successor, also under the same code', () => {
    const standing = (code: string, on: string): readonly string[] =>
      successorsOf(catalogue, area(code, LAST_OLD_DAY), on).map((one) => `${one.code} ${one.validFrom}`);
    expect(standing('25744', LAST_OLD_DAY)).toEqual(['25744 2018-01-01']);
    expect(standing('25744', FIRST_NEW_DAY)).toEqual(['25750 2025-07-01']);
    expect(standing('25750', FIRST_NEW_DAY)).toEqual(['25750 2025-07-01']);
  });

  it('are several when a ward was split, and none when nobody knows', () => {
    const standing = (code: string): readonly string[] =>
      successorsOf(catalogue, area(code, LAST_OLD_DAY), FIRST_NEW_DAY).map((one) => one.code);
    expect(standing('25741')).toEqual(['25747', '25750']);
    expect(standing('25963')).toEqual([]);
  });

  it('are followed through two reforms, once where both ways meet, and not for ever', () => {
    const first = { validFrom: '2018-01-01', validTo: '2020-12-31' };
    const second = { validFrom: '2021-01-01', validTo: '2022-12-31' };
    const reformed = smallCatalogue({
      areas: [
        testArea({
          code: '1',
          level: 'commune',
          ...first,
          successors: [
            { code: '2', validFrom: '2021-01-01' },
            { code: '3', validFrom: '2021-01-01' },
          ],
        }),
        testArea({
          code: '2',
          level: 'commune',
          ...second,
          successors: [
            { code: '4', validFrom: '2023-01-01' },
            { code: '1', validFrom: '2018-01-01' },
          ],
        }),
        testArea({ code: '3', level: 'commune', ...second, successors: [{ code: '4', validFrom: '2023-01-01' }] }),
        testArea({ code: '4', level: 'commune', validFrom: '2023-01-01' }),
      ],
    });
    const start = areaOn(reformed, '1', '2019-01-01');
    expect(start && successorsOf(reformed, start, '2026-01-01').map((one) => one.code)).toEqual(['4']);
  });
});
