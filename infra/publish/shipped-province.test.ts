import { describe, expect, it } from 'vitest';
import type { Catalogue, Procedure } from '../../shared/domain/catalogue/catalogue.ts';
import { addWorkingDays, compileCalendar, isWorkingDay } from '../../shared/domain/calendar/working-calendar.ts';
import { procedureOn, unitOn } from '../../shared/domain/catalogue/lookup.ts';
import { resolveStepUnit, route } from '../../shared/domain/routing/competence.ts';
import { postalListed } from '../../shared/domain/routing/reception.ts';
import type { DossierStatus } from '../../shared/domain/dossier/state.ts';
import { shippedCatalogue } from './checked-province.ts';

const catalogue: Catalogue = shippedCatalogue();
const calendar = compileCalendar(catalogue.calendar, catalogue.officeHours);

const commune = [
  '2.000815',
  '2.000635',
  '1.001193',
  '1.000656',
  '1.004873',
  '1.004884',
  '1.004859',
  '1.004837',
  '1.004845',
  '2.000908',
];
const district = [
  ...['1.001612', '2.000720', '1.001570', '1.001266', '2.000575', '2.000528', '1.001766'],
  ...['1.001669', '2.000748', '2.002189', '2.000554', '2.000547', '2.000522', '2.001008'],
];
const province = [
  '2.000488',
  '2.001610',
  '2.001583',
  '2.001199',
  '2.002043',
  '2.002029',
  '1.002809',
  '1.000703',
  '1.011441',
];
const pilotWards = ['phu-hoa', 'phu-loi', 'phu-my', 'phu-tho', 'dinh-hoa'];

function on(code: string, day: string): Procedure {
  const found = procedureOn(catalogue, code, day);
  if (found === undefined) throw new Error(`${code} is not in force on ${day}`);
  return found;
}

function decidedBy(code: string, area: string, day: string): string {
  const routing = route({ procedure: on(code, day), area, on: day, catalogue });
  return routing.kind === 'competent' ? routing.unit : routing.kind;
}

describe('the shipped province', () => {
  it('has the 10 commune, 14 district and 9 provincial procedures of the pilot in 2020, at their levels', () => {
    const levels = [...commune, ...district, ...province].map((code) => on(code, '2020-02-06').decidingLevel);
    expect(levels).toEqual([
      ...Array<string>(10).fill('commune'),
      ...Array<string>(14).fill('district'),
      ...Array<string>(9).fill('province'),
    ]);
  });

  it.each(pilotWards)('lets the postal clerk of %s take in each of the 33 in 2020', (ward) => {
    const counter = unitOn(catalogue, `${ward}-2018-mot-cua`, '2020-02-06');
    const missing = [...commune, ...district, ...province].filter(
      (code) => counter === undefined || !postalListed(counter, code, '2020-02-06'),
    );
    expect(missing).toEqual([]);
  });

  it.each(['1.000894', '2.000884', '2.001035', '2.000806', '2.000779'])(
    'keeps %s, which needs presence, from the post',
    (code) => {
      for (const day of ['2020-02-06', '2026-11-23']) {
        expect(on(code, day)).toMatchObject({
          channels: ['counter'],
          presenceRequired: expect.stringMatching(/\S/u) as string,
        });
      }
      const listed = catalogue.units.filter(({ counter }) =>
        counter?.postalList.some(({ procedure }) => procedure === code),
      );
      expect(listed).toEqual([]);
    },
  );

  it('moves each district procedure to the commune on 1 July 2025', () => {
    expect(district.map((code) => on(code, '2025-06-30').decidingLevel)).toEqual(district.map(() => 'district'));
    expect(district.map((code) => on(code, '2025-07-01').decidingLevel)).toEqual(district.map(() => 'commune'));
    expect(decidedBy('1.001612', '25744', '2025-06-30')).toBe('tdm-phong-tckh');
    expect(decidedBy('1.001612', '25750', '2025-07-01')).toBe('phu-loi-2025-phong-kinh-te');
  });

  it('moves the judicial record from justice to the police with its code', () => {
    expect(decidedBy('2.000488', '25762', '2025-06-30')).toBe('bd-so-tu-phap');
    expect(procedureOn(catalogue, '2.000488', '2025-07-01')).toBeUndefined();
    expect(decidedBy('3.000333', '25760', '2025-07-01')).toBe('hcm-cong-an');
  });

  it('gives the land registration of a ward to the branch of its city', () => {
    expect(decidedBy('1.011441', '25744', '2024-01-02')).toBe('bd-vpdkdd-thu-dau-mot');
    expect(decidedBy('1.011441', '25966', '2024-01-02')).toBe('bd-vpdkdd-thuan-an');
    expect(decidedBy('1.011441', '25966', '2026-01-05')).toBe('hcm-vpdkdd-thuan-an');
  });

  it('takes the joint birth filing through commune, district and province in 2020', () => {
    const procedure = on('2.000986', '2020-02-06');
    const decidingUnit = unitOn(catalogue, 'phu-loi-2018-ubnd', '2020-02-06')!;
    const units = procedure.stages
      .flat()
      .map((step) => resolveStepUnit(step, { decidingUnit, area: '25744', on: '2020-02-06', catalogue }))
      .map((found) => (found.kind === 'resolved' ? found.unit : found.why));
    expect(units).toEqual(['phu-loi-2018-ubnd', 'tdm-cong-an', 'bd-bhxh', 'phu-loi-2018-ubnd']);
  });

  it('asks the police and the justice department at the same time for a judicial record', () => {
    expect(on('2.000488', '2020-02-06').stages[0]?.map(({ unitKind }) => unitKind)).toEqual([
      'justice-department',
      'police',
    ]);
  });

  it('knows what became of the pilot wards, and which wards were split', () => {
    const successors = (code: string): readonly string[] =>
      catalogue.areas
        .find((area) => area.code === code && area.validTo !== undefined)
        ?.successors?.map((next) => next.code) ?? [];
    expect(['25750', '25744', '25762', '25753', '25759'].map(successors)).toEqual([
      ['25750'],
      ['25750'],
      ['25760'],
      ['25747'],
      ['25771'],
    ]);
    const split = ['25741', '25774', '25768', '25969', '25990'].filter((code) => successors(code).length > 1);
    expect(split).toHaveLength(5);
  });

  it.each([
    ['2026-01-08', 2, '2026-01-10'],
    ['2026-02-11', 3, '2026-02-23'],
    ['2026-04-24', 3, '2026-05-04'],
    ['2026-08-21', 3, '2026-08-25'],
    ['2026-11-23', 1, '2026-11-25'],
  ])('counts from %s %i working days to %s', (received, count, due) => {
    expect(addWorkingDays(calendar, received, count)).toBe(due);
  });

  it('has the make-up Saturdays, and the days off that they pay for', () => {
    const swaps = catalogue.calendar.days.filter(({ kind }) => kind === 'swap-work');
    expect(swaps.map(({ date, pair }) => `${pair ?? ''} for ${date}`)).toEqual([
      '2018-12-31 for 2019-01-05',
      '2019-04-29 for 2019-05-04',
      '2024-04-29 for 2024-05-04',
      '2025-05-02 for 2025-04-26',
      '2026-01-02 for 2026-01-10',
      '2026-08-31 for 2026-08-22',
    ]);
    for (const { date, pair } of swaps) {
      expect([isWorkingDay(calendar, date), isWorkingDay(calendar, pair ?? '')]).toEqual([true, false]);
    }
  });

  it.each([
    [2018, 10],
    [2019, 10],
    [2020, 10],
    [2021, 11],
    [2022, 11],
    [2023, 11],
    [2024, 11],
    [2025, 11],
    [2026, 12],
    [2027, 12],
    [2028, 12],
  ])(
    'has in %i the %i paid holidays of the law, less those that fell on a weekly rest day and moved elsewhere',
    (year, holidays) => {
      const days = catalogue.calendar.days.filter(
        ({ date, kind }) => date.startsWith(String(year)) && !kind.startsWith('swap'),
      );
      expect(days).toHaveLength(holidays);
    },
  );

  it('says of each estimated or invented entry that it is one', () => {
    const estimated = catalogue.calendar.days.filter(({ source }) =>
      /estimate|ước tính|not verified|chưa có quyết định/iu.test(source),
    );
    expect(estimated.length).toBeGreaterThan(0);
    expect(estimated.every(({ demo }) => demo === true)).toBe(true);
    expect([...catalogue.staff, ...catalogue.units].every(({ demo }) => demo === true)).toBe(true);
  });

  it('writes to nobody who exists', () => {
    const mailboxes = [...catalogue.staff, ...catalogue.units].map(({ mailbox }) => mailbox);
    expect(mailboxes.filter((mailbox) => !mailbox.endsWith('.example'))).toEqual([]);
  });

  it('maps every status of a dossier to a national portal code', () => {
    const statuses: Record<DossierStatus, number> = {
      submitted: 1,
      'with-clerk': 1,
      'sent-back-to-clerk': 1,
      received: 2,
      refused: 3,
      processing: 4,
      paused: 4,
      'supplement-requested': 5,
      withdrawn: 7,
      stopped: 8,
      decided: 9,
      'result-at-counter': 9,
      'result-with-post': 9,
      'result-undelivered': 9,
      returned: 10,
    };
    const mapped = catalogue.portalStatuses.flatMap(({ code, statuses: names }) =>
      names.map((name) => [name, code] as const),
    );
    expect(Object.fromEntries(mapped)).toEqual(statuses);
    expect(catalogue.portalStatuses.map(({ code }) => code)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
  });
});
