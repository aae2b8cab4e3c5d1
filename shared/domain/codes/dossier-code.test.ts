import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../time.ts';
import { formatDossierCode, isSameDossierCode, parseDossierCode } from './dossier-code.ts';

describe('writing a dossier code', () => {
  it('puts the province first, then the day of reception and the running number', () => {
    expect(formatDossierCode({ agencyCode: 'H29.18.01', date: '2026-11-23', sequence: 1 })).toBe(
      'H29.18.01-261123-0001',
    );
  });

  it('widens to five digits for the 10,000th dossier of a day', () => {
    const day = { agencyCode: 'H29', date: '2026-11-23' };
    expect(formatDossierCode({ ...day, sequence: 9999 })).toBe('H29-261123-9999');
    expect(formatDossierCode({ ...day, sequence: 10_000 })).toBe('H29-261123-10000');
  });

  it.each([
    { agencyCode: '000.01.18.H09', date: '2026-11-23', sequence: 1 },
    { agencyCode: 'H29.', date: '2026-11-23', sequence: 1 },
    { agencyCode: 'h29', date: '2026-11-23', sequence: 1 },
    { agencyCode: 'Z01.01', date: '2026-11-23', sequence: 1 },
    { agencyCode: `H29.${'1'.repeat(32)}`, date: '2026-11-23', sequence: 1 },
    { agencyCode: 'H29', date: '2026-02-30', sequence: 1 },
    { agencyCode: 'H29', date: '1999-12-31', sequence: 1 },
    { agencyCode: 'H29', date: '2026-11-23', sequence: 0 },
    { agencyCode: 'H29', date: '2026-11-23', sequence: 1.5 },
  ])('refuses %o', (parts) => {
    expect(() => formatDossierCode(parts)).toThrow(RangeError);
  });

  it('is read back as it was written', () => {
    const group = fc.stringMatching(/^[A-Z0-9]{1,4}$/u).filter((text) => !/^0+$/u.test(text));
    const agency = fc
      .tuple(fc.stringMatching(/^[A-Y]\d\d$/u), fc.array(group, { maxLength: 4 }))
      .map(([province, groups]) => [province, ...groups].join('.'));
    const days = fc.integer({ min: 0, max: 36_000 }).map((count) => addDays('2001-01-01', count));
    fc.assert(
      fc.property(agency, days, fc.integer({ min: 1, max: 999_999 }), (agencyCode, date, sequence) => {
        const code = formatDossierCode({ agencyCode, date, sequence });
        const read = {
          kind: 'dossier-code',
          order: 'left-to-right',
          agency: agencyCode,
          date,
          sequence,
          canonical: code,
        };
        expect(parseDossierCode(code)).toEqual(read);
      }),
    );
  });
});

describe('reading a dossier code', () => {
  it('reads the old order from right to left', () => {
    expect(parseDossierCode('000.01.18.H09-200206-0001')).toEqual({
      kind: 'dossier-code',
      order: 'right-to-left',
      agency: 'H09.18.01',
      date: '2020-02-06',
      sequence: 1,
      canonical: 'H09.18.01-200206-0001',
    });
  });

  it.each([
    ['G09.20-20260609-0092637', 'G09.20', '2026-06-09', 92_637],
    ['000.00.00.G09-200206-0001', 'G09', '2020-02-06', 1],
    ['000.01.00.H09-200206-0001', 'H09.00.01', '2020-02-06', 1],
    ['  h29.18.01 – 261123 – 0001 ', 'H29.18.01', '2026-11-23', 1],
    ['H29.18.01-261123-10000', 'H29.18.01', '2026-11-23', 10_000],
  ])('reads %s', (text, agency, date, sequence) => {
    expect(parseDossierCode(text)).toMatchObject({ kind: 'dossier-code', agency, date, sequence });
  });

  it('knows the code of a result paper as such', () => {
    expect(parseDossierCode('000.00.00.G09-KQ002269')).toEqual({
      kind: 'result-code',
      agency: 'G09',
      number: '002269',
      canonical: 'G09-KQ002269',
    });
  });

  it.each([
    '',
    'H29',
    'H29-261123',
    'H29-261323-0001',
    'H29-20261301-0001',
    'H29-19991231-0001',
    'H29-261123-001',
    'H29-261123-0000',
    'H29-261123-0001-1',
    '29H-261123-0001',
    '1.2.3-261123-0001',
    'H29.Đ1-261123-0001',
    `H29.${'1'.repeat(40)}-261123-0001`,
    '0'.repeat(100_000),
    "H29'; DROP TABLE cases;--",
  ])('does not take %j for a code', (text) => {
    expect(parseDossierCode(text)).toEqual({ kind: 'not-a-code' });
  });

  it('never fails, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 90 }), (text) => {
        expect(['dossier-code', 'result-code', 'not-a-code']).toContain(parseDossierCode(text).kind);
      }),
    );
  });
});

describe('the same dossier', () => {
  it.each([
    ['000.01.18.H09-200206-0001', 'H09.18.01-200206-0001', true],
    ['000.01.18.H09-200206-0001', 'H09.18.01.000-20200206-0000001', true],
    ['000.00.00.G09-KQ002269', 'G09-KQ002269', true],
    ['H09.18.01-200206-0001', 'H29.18.01-200206-0001', false],
    ['H09.18.01-200206-0001', 'H09.18.01-200206-0002', false],
    ['H09.18.01-200206-0001', 'H09.01.18-200206-0001', false],
    ['nothing', 'nothing', false],
  ])('%s and %s: %s', (one, other, same) => {
    expect(isSameDossierCode(one, other)).toBe(same);
  });
});
