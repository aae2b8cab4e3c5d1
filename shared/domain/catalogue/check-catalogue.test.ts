import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shippedCatalogue } from '../../../infra/publish/checked-province.ts';
import type { Catalogue } from './catalogue.ts';
import { checkCatalogue } from './check-catalogue.ts';
import type { CatalogueRule } from './checks/problem.ts';

type Draft<T> = T extends string | number | boolean | undefined
  ? T
  : T extends readonly [infer A, infer B]
    ? [Draft<A>, Draft<B>]
    : T extends readonly (infer U)[]
      ? Draft<U>[]
      : { -readonly [K in keyof T]: Draft<T[K]> };

const shipped = shippedCatalogue();

function problemsAfter(change: (draft: Draft<Catalogue>) => void): readonly string[] {
  const draft = structuredClone(shipped) as Draft<Catalogue>;
  change(draft);
  return checkCatalogue(draft as Catalogue).map(({ rule, path }) => `${rule} ${path}`);
}

function the<Entry>(entries: readonly Entry[], matches: (entry: Entry) => boolean): Entry {
  const found = entries.find(matches);
  if (found === undefined) throw new Error('the test names an entry that is not in the data');
  return found;
}

const unit = (draft: Draft<Catalogue>, id: string): Draft<Catalogue>['units'][number] =>
  the(draft.units, (entry) => entry.id === id);
const person = (draft: Draft<Catalogue>, id: string): Draft<Catalogue>['staff'][number] =>
  the(draft.staff, (entry) => entry.id === id);
const procedure = (draft: Draft<Catalogue>, code: string, version: string): Draft<Catalogue>['procedures'][number] =>
  the(draft.procedures, (entry) => entry.code === code && entry.version === version);
const day = (draft: Draft<Catalogue>, date: string): Draft<Catalogue>['calendar']['days'][number] =>
  the(draft.calendar.days, (entry) => entry.date === date);

describe('a catalogue', () => {
  it('as shipped breaks no rule', () => {
    expect(checkCatalogue(shipped)).toEqual([]);
  });

  const refused: readonly (readonly [
    what: string,
    expected: `${CatalogueRule} ${string}`,
    change: (draft: Draft<Catalogue>) => void,
  ])[] = [
    [
      'a period that ends before it begins',
      'validity-order /units/hcm-cong-an',
      (d) => (unit(d, 'hcm-cong-an').validTo = '2025-06-30'),
    ],
    [
      'two units of one name at the same time',
      'validity-overlap /units/hcm-cong-an',
      (d) => d.units.push({ ...unit(d, 'hcm-cong-an'), validFrom: '2026-01-01' }),
    ],
    [
      'a part of a report without a time limit',
      'hotline /serviceLevels/dispute',
      (d) => (d.serviceLevels = d.serviceLevels.filter(({ id }) => id !== 'dispute')),
    ],
    [
      'a warning level of the hotline that is there twice',
      'hotline /serviceLevels/urgent/warnings/1',
      (d) => the(d.serviceLevels, ({ id }) => id === 'urgent').warnings.push({ level: 1, share: 3, tell: 'hotline' }),
    ],
    [
      'a channel without a policy',
      'hotline /channels/zalo',
      (d) => (d.channels = d.channels.filter(({ channel }) => channel !== 'zalo')),
    ],
    [
      'a hotline that nobody supervises',
      'hotline /units/hcm-1022/hotline-supervisor',
      (d) => (person(d, 'nv-hcm-1022-truong-ca').roles = ['unit-head']),
    ],
    ['two hotline centres at a time', 'hotline /units/hotline', (d) => (unit(d, 'hcm-so-khcn').kind = 'hotline')],
    [
      'an emergency number that no words suggest',
      'hotline /hotline/emergencies/114',
      (d) => (the(d.hotline.emergencies, ({ number }) => number === '114').phrases = []),
    ],
    [
      'two versions of a category on one day',
      'validity-overlap /reportCategories/cay-xanh',
      (d) =>
        (the(d.reportCategories, ({ id, validTo }) => id === 'cay-xanh' && validTo !== undefined).validTo =
          '2025-07-01'),
    ],
    [
      'a category of reports that no unit deals with',
      'competence /reportCategories/cay-xanh/areas/25747',
      (d) =>
        (the(d.reportCategories, ({ id, validTo }) => id === 'cay-xanh' && validTo === undefined).decidingUnitKind =
          'urban-office'),
    ],
    [
      'an area whose two meanings overlap by a day',
      'validity-overlap /areas/25750',
      (d) => (the(d.areas, (area) => area.code === '25750').validTo = '2025-07-01'),
    ],
    [
      'two versions of a procedure in force together',
      'validity-overlap /procedures/1.001193',
      (d) => delete procedure(d, '1.001193', '2018-06-21').validTo,
    ],
    [
      'one version number for two descriptions of a procedure',
      'validity-overlap /procedures/1.001193',
      (d) => (procedure(d, '1.001193', '2025-07-01').version = '2018-06-21'),
    ],
    [
      'two amounts of one fee at the same time',
      'validity-overlap /procedures/2.000635/fees/Phí cấp bản sao trích lục hộ tịch',
      (d) => {
        const { fees } = procedure(d, '2.000635', '2018-06-21');
        fees.push({ ...the(fees, () => true), amount: 9000 });
      },
    ],
    ['a unit of an unknown level', 'reference /units/hcm-bhxh/level', (d) => (unit(d, 'hcm-bhxh').level = 'county')],
    [
      'a unit of a level that has ended',
      'reference /units/hcm-bhxh/level',
      (d) => (unit(d, 'hcm-bhxh').level = 'district'),
    ],
    [
      'a district unit that outlives the districts',
      'reference /units/tdm-ubnd/level',
      (d) => (unit(d, 'tdm-ubnd').validTo = '2025-07-01'),
    ],
    [
      'a unit that serves an area on days when its code means nothing',
      'reference /units/phu-my-2018-ubnd/areas/25762',
      (d) => (unit(d, 'phu-my-2018-ubnd').validTo = '2025-07-31'),
    ],
    ['a unit with unknown hours', 'reference /units/hcm-bhxh/hours', (d) => (unit(d, 'hcm-bhxh').hours = 'gio-dem')],
    [
      'a unit under an unknown parent',
      'reference /units/hcm-bhxh/parent',
      (d) => (unit(d, 'hcm-bhxh').parent = 'nobody'),
    ],
    [
      'a postal list with an unknown procedure',
      'reference /units/phu-loi-2025-mot-cua/counter/postalList/6.999999',
      (d) =>
        unit(d, 'phu-loi-2025-mot-cua').counter?.postalList.push({ procedure: '6.999999', validFrom: '2025-07-01' }),
    ],
    [
      'a postal list that goes on after the procedure has ended',
      'reference /units/phu-loi-2018-mot-cua/counter/postalList/2.000488',
      (d) => {
        const list = unit(d, 'phu-loi-2018-mot-cua').counter?.postalList ?? [];
        delete the(list, (entry) => entry.procedure === '2.000488').validTo;
      },
    ],
    [
      'a step at a level that has ended',
      'reference /procedures/1.001612@2025-07-01/stages/tham-dinh/level',
      (d) => (procedure(d, '1.001612', '2025-07-01').stages[0]![0]!.level = 'district'),
    ],
    [
      'a member of staff of an unknown unit',
      'reference /staff/nv-hcm-can-bo-1/unit',
      (d) => (person(d, 'nv-hcm-can-bo-1').unit = 'nobody'),
    ],
    [
      'a stand-in who has left',
      'reference /staff/nv-hcm-so-tu-phap-can-bo-2/away',
      (d) => (person(d, 'nv-hcm-so-tu-phap-can-bo-1').validTo = '2026-11-20'),
    ],
    [
      'a reception rule for a level that has ended',
      'reference /reception/commune/district',
      (d) => the(d.reception, (rule) => rule.validFrom === '2025-07-01').decidingLevels.push('district'),
    ],
    [
      'a competence rule for an unknown unit',
      'reference /competence/tu-2025-province-police/unit',
      (d) => (the(d.competence, ({ id }) => id === 'tu-2025-province-police').unit = 'nobody'),
    ],
    [
      'two levels of one rank',
      'level-rank /levels/province/rank',
      (d) => (the(d.levels, ({ id }) => id === 'province').rank = 1),
    ],
    [
      'an area inside one of its own level',
      'area-parent /areas/25744/parent',
      (d) => (the(d.areas, ({ code }) => code === '25744').parent = '25741'),
    ],
    [
      'a ward outside everything',
      'area-parent /areas/25744/parent',
      (d) => delete the(d.areas, ({ code }) => code === '25744').parent,
    ],
    [
      'a successor that does not exist',
      'area-successor /areas/25744/successors',
      (d) => (the(d.areas, ({ code }) => code === '25744').successors = [{ code: '25744', validFrom: '2025-07-01' }]),
    ],
    [
      'opening periods that overlap',
      'office-hours /officeHours/gio-hanh-chinh/weekdays/1',
      (d) => (d.officeHours[0]!.weekdays['1']![1]![0] = '11:00'),
    ],
    [
      'a one-stop section without a counter',
      'counter /units/hcm-ttpvhcc/counter',
      (d) => delete unit(d, 'hcm-ttpvhcc').counter,
    ],
    [
      'a department with a counter',
      'counter /units/hcm-bhxh/counter',
      (d) => (unit(d, 'hcm-bhxh').counter = { postalList: [], countersignShare: 1 }),
    ],
    [
      'two counters that would give the same dossier codes',
      'agency-code /units/phu-loi-2025-mot-cua/agencyCode',
      (d) => (unit(d, 'phu-loi-2025-mot-cua').agencyCode = unit(d, 'thu-dau-mot-2025-mot-cua').agencyCode),
    ],
    [
      "an agency code with another province's identifier",
      'agency-code /units/hcm-bhxh/agencyCode',
      (d) => (unit(d, 'hcm-bhxh').agencyCode = 'H09.07'),
    ],
    [
      'a unit without a usable mailbox',
      'mailbox /units/hcm-bhxh/mailbox',
      (d) => (unit(d, 'hcm-bhxh').mailbox = 'bhxh@hcm'),
    ],
    [
      'a person without a usable mailbox',
      'mailbox /staff/nv-hcm-can-bo-1/mailbox',
      (d) => (person(d, 'nv-hcm-can-bo-1').mailbox = 'a b@x.vn'),
    ],
    [
      'two people with one mailbox',
      'mailbox /staff/nv-hcm-can-bo-2/mailbox',
      (d) => (person(d, 'nv-hcm-can-bo-2').mailbox = person(d, 'nv-hcm-can-bo-1').mailbox.toUpperCase()),
    ],
    [
      'officers without a head',
      'unit-head /units/hcm-cong-an',
      (d) => (d.staff = d.staff.filter(({ id }) => id !== 'nv-hcm-cong-an-lanh-dao')),
    ],
    [
      'a head who leaves before the officers',
      'unit-head /units/hcm-cong-an',
      (d) => (person(d, 'nv-hcm-cong-an-lanh-dao').validTo = '2026-12-31'),
    ],
    [
      'a postal clerk in a department',
      'role-unit /staff/nv-phu-loi-2025-buu-dien-1/roles',
      (d) => (person(d, 'nv-phu-loi-2025-buu-dien-1').unit = 'hcm-bhxh'),
    ],
    [
      'a person without a role',
      'role-unit /staff/nv-hcm-can-bo-1/roles',
      (d) => (person(d, 'nv-hcm-can-bo-1').roles = []),
    ],
    [
      'an absence that ends before it begins',
      'validity-order /staff/nv-hcm-so-tu-phap-can-bo-2/away',
      (d) =>
        (person(d, 'nv-hcm-so-tu-phap-can-bo-2').away = [
          { from: '2026-12-04', to: '2026-11-16', standIn: 'nv-hcm-so-tu-phap-can-bo-1' },
        ]),
    ],
    [
      'a stand-in of another unit',
      'stand-in /staff/nv-hcm-so-tu-phap-can-bo-2/away',
      (d) => (person(d, 'nv-hcm-so-tu-phap-can-bo-2').away![0]!.standIn = 'nv-hcm-cong-an-can-bo-1'),
    ],
    [
      'a stand-in who is away as well',
      'stand-in /staff/nv-hcm-so-tu-phap-can-bo-2/away',
      (d) =>
        (person(d, 'nv-hcm-so-tu-phap-can-bo-1').away = [
          { from: '2026-12-01', to: '2026-12-01', standIn: 'nv-hcm-so-tu-phap-can-bo-2' },
        ]),
    ],
    [
      'a procedure without documents',
      'procedure-list /procedures/1.001193@2025-07-01/documents',
      (d) => (procedure(d, '1.001193', '2025-07-01').documents = []),
    ],
    [
      'a checklist line that is there twice',
      'procedure-list /procedures/1.001193@2025-07-01/documents',
      (d) => {
        const { documents } = procedure(d, '1.001193', '2025-07-01');
        documents.push({ ...documents[0]! });
      },
    ],
    [
      'a step that is there twice',
      'procedure-list /procedures/1.001193@2025-07-01/stages',
      (d) => (procedure(d, '1.001193', '2025-07-01').stages[0]![0]!.id = 'ky'),
    ],
    [
      'presence in person together with the post',
      'presence /procedures/1.000894@2025-07-01/channels',
      (d) => procedure(d, '1.000894', '2025-07-01').channels.push('post'),
    ],
    [
      'a last stage of two steps',
      'stages /procedures/1.001193@2025-07-01/stages',
      (d) => {
        const { stages } = procedure(d, '1.001193', '2025-07-01');
        stages.splice(0, 2, [...stages[0]!, ...stages[1]!]);
      },
    ],
    [
      'a decision by another unit than the deciding one',
      'stages /procedures/3.000333@2025-07-01/stages',
      (d) => (procedure(d, '3.000333', '2025-07-01').stages[1]![0]!.unitKind = 'justice-department'),
    ],
    [
      'an empty stage',
      'stages /procedures/1.001193@2025-07-01/stages',
      (d) => procedure(d, '1.001193', '2025-07-01').stages.unshift([]),
    ],
    [
      'steps that take longer than the law allows',
      'stage-hours /procedures/1.004873@2025-07-01/stages',
      (d) => (procedure(d, '1.004873', '2025-07-01').stages[0]![0]!.hours = 17),
    ],
    [
      'a same-day process that does not fit between 15:00 and closing',
      'stage-hours /procedures/1.001193@2025-07-01/stages',
      (d) => (procedure(d, '1.001193', '2025-07-01').stages[0]![0]!.hours = 2),
    ],
    [
      'working days written where the law counts days',
      'stage-hours /procedures/2.002189@2018-06-21/stages',
      (d) => (procedure(d, '2.002189', '2018-06-21').stages[0]![0]!.hours = 12 * 8 - 12),
    ],
    [
      'a fee of 100 đồng',
      'fee /procedures/1.004873@2025-07-01/fees/Lệ phí cấp Giấy xác nhận tình trạng hôn nhân/amount',
      (d) => (procedure(d, '1.004873', '2025-07-01').fees[0]!.amount = 100),
    ],
    [
      'a fee of 45 đồng',
      'fee /procedures/1.004873@2025-07-01/fees/Lệ phí cấp Giấy xác nhận tình trạng hôn nhân/amount',
      (d) => (procedure(d, '1.004873', '2025-07-01').fees[0]!.amount = 45),
    ],
    [
      'a fee with a fraction of a đồng',
      'fee /procedures/1.004873@2025-07-01/fees/Lệ phí cấp Giấy xác nhận tình trạng hôn nhân/amount',
      (d) => (procedure(d, '1.004873', '2025-07-01').fees[0]!.amount = 15000.5),
    ],
    [
      'a negative fee',
      'fee /procedures/1.004873@2025-07-01/fees/Lệ phí cấp Giấy xác nhận tình trạng hôn nhân/amount',
      (d) => (procedure(d, '1.004873', '2025-07-01').fees[0]!.amount = -15000),
    ],
    [
      'a fee that is never in force with its procedure',
      'fee /procedures/1.004873@2025-07-01/fees/Lệ phí cấp Giấy xác nhận tình trạng hôn nhân',
      (d) =>
        Object.assign(procedure(d, '1.004873', '2025-07-01').fees[0]!, {
          validFrom: '2018-01-01',
          validTo: '2018-12-31',
        }),
    ],
    [
      'a procedure that no counter receives',
      'reception /procedures/1.001193@2025-07-01',
      (d) => (d.reception = d.reception.filter(({ validTo }) => validTo !== undefined)),
    ],
    [
      'an area without a competent unit',
      'competence /procedures/3.000333@2025-07-01/areas/25750',
      (d) => (d.competence = d.competence.filter(({ id }) => id !== 'tu-2025-province-police')),
    ],
    [
      'a competent unit that ends too soon',
      'competence /procedures/1.001612@2018-06-21/areas/25744',
      (d) => (unit(d, 'tdm-phong-tckh').validTo = '2024-12-31'),
    ],
    [
      'a step that no unit of the area can do',
      'competence /procedures/1.001193@2025-07-01/stages/tham-dinh/areas/25750',
      (d) => (d.units = d.units.filter(({ id }) => id !== 'phu-loi-2025-van-phong')),
    ],
    [
      'a procedure that nobody decides anywhere',
      'competence /procedures/1.001193@2025-07-01',
      (d) => {
        for (const entry of d.units)
          if (entry.validFrom === '2025-07-01' && entry.level === 'commune') entry.level = 'province';
      },
    ],
    [
      'a step for an officer in a unit without officers',
      'staffing /units/phu-loi-2025-phong-kinh-te/officer',
      (d) =>
        (d.staff = d.staff.filter(
          ({ unit: id, roles }) => id !== 'phu-loi-2025-phong-kinh-te' || !roles.includes('officer'),
        )),
    ],
    [
      'a postal list with a procedure that is closed to the post',
      'postal-list /units/phu-loi-2025-mot-cua/counter/postalList/1.000894',
      (d) =>
        unit(d, 'phu-loi-2025-mot-cua').counter?.postalList.push({ procedure: '1.000894', validFrom: '2025-07-01' }),
    ],
    [
      'a postal list with a procedure that closes to the post later',
      'postal-list /units/phu-loi-2025-mot-cua/counter/postalList/1.001193',
      (d) => (procedure(d, '1.001193', '2025-07-01').channels = ['counter', 'online']),
    ],
    ['a day outside the calendar', 'calendar-range /calendar/days/2028-11-24', (d) => (d.calendar.to = '2028-11-23')],
    [
      'a day that was announced after it',
      'calendar-range /calendar/days/2026-01-02',
      (d) => (day(d, '2026-01-02').announcedOn = '2026-01-03'),
    ],
    [
      'a day that is there twice',
      'calendar-duplicate /calendar/days/2026-09-02',
      (d) => d.calendar.days.push({ ...day(d, '2026-09-02') }),
    ],
    ['a calendar that runs backwards', 'validity-order /calendar', (d) => (d.calendar.to = '2017-12-31')],
    [
      'a holiday on a Sunday',
      'calendar-weekday /calendar/days/2026-04-26',
      (d) => (day(d, '2026-04-27').date = '2026-04-26'),
    ],
    [
      'a make-up day on a weekday',
      'calendar-weekday /calendar/days/2026-08-21',
      (d) => {
        day(d, '2026-08-22').date = '2026-08-21';
        day(d, '2026-08-31').pair = '2026-08-21';
      },
    ],
    [
      'a swap without its make-up day',
      'calendar-pair /calendar/days/2026-08-31',
      (d) => (d.calendar.days = d.calendar.days.filter(({ date }) => date !== '2026-08-22')),
    ],
    [
      'a holiday with a pair',
      'calendar-pair /calendar/days/2026-09-02',
      (d) => (day(d, '2026-09-02').pair = '2026-08-22'),
    ],
    [
      'a version of the calendar that is no day',
      'calendar-announced /calendar/version',
      (d) => (d.calendar.version = 'new'),
    ],
    [
      'a holiday announced after the calendar was published',
      'calendar-announced /calendar/days/2026-09-02',
      (d) => (d.calendar.version = '2019-01-01'),
    ],
    [
      'one status with two national codes',
      'portal-status /portalStatuses/received',
      (d) => d.portalStatuses[0]!.statuses.push('received'),
    ],
    ['a national code twice', 'portal-status /portalStatuses/2', (d) => (d.portalStatuses[0]!.code = 2)],
    [
      'a level of reminders twice',
      'reminders /reminders/escalations/0',
      (d) => (d.reminders.escalations[1]!.level = 0),
    ],
    [
      'a share of the time at a reminder before the due time',
      'reminders /reminders/escalations/1',
      (d) => (d.reminders.escalations[1]!.stageShare = 0.5),
    ],
    [
      'a stall alarm that says no share of the time',
      'reminders /reminders/escalations/4',
      (d) => delete d.reminders.escalations[4]!.stageShare,
    ],
    ['an apology that no level tells of', 'reminders /reminders/apology', (d) => d.reminders.escalations.splice(0, 1)],
  ];

  it.each(refused)('is refused with %s', (_what, expected, change) => {
    expect(problemsAfter(change)).toContain(expected);
  });

  it('has a refusal tested for each rule of the checks', () => {
    const elsewhere: readonly CatalogueRule[] = ['schema', 'removed', 'published-version', 'calendar-version'];
    const tested = new Set(refused.map(([, expected]) => expected.split(' ')[0]));
    const rules: Record<CatalogueRule, true> = {
      schema: true,
      'validity-order': true,
      'validity-overlap': true,
      reference: true,
      'level-rank': true,
      'area-parent': true,
      'area-successor': true,
      'office-hours': true,
      hotline: true,
      counter: true,
      'agency-code': true,
      mailbox: true,
      'unit-head': true,
      'role-unit': true,
      'stand-in': true,
      'procedure-list': true,
      presence: true,
      stages: true,
      'stage-hours': true,
      fee: true,
      reception: true,
      competence: true,
      staffing: true,
      'postal-list': true,
      'calendar-range': true,
      'calendar-duplicate': true,
      'calendar-weekday': true,
      'calendar-pair': true,
      'calendar-announced': true,
      'portal-status': true,
      reminders: true,
      removed: true,
      'published-version': true,
      'calendar-version': true,
    };
    expect(
      Object.keys(rules)
        .filter((rule) => !tested.has(rule))
        .sort(),
    ).toEqual([...elsewhere].sort());
  });

  it('allows a free procedure, and one person in two posts', () => {
    const problems = problemsAfter((d) => {
      procedure(d, '1.004873', '2025-07-01').fees[0]!.amount = 0;
      const head = person(d, 'nv-hcm-lanh-dao');
      d.staff.push({ ...head, id: 'nv-hcm-lanh-dao-kiem-nhiem', unit: 'hcm-so-tu-phap' });
    });
    expect(problems).toEqual([]);
  });

  it('is refused whichever unit with a place in the process is taken away', () => {
    fc.assert(
      fc.property(fc.constantFrom(...shipped.units), (removed) => {
        const problems = problemsAfter((d) => (d.units = d.units.filter(({ id }) => id !== removed.id)));
        expect(problems.some((line) => line.includes(removed.id) || line.startsWith('reference '))).toBe(true);
      }),
      { numRuns: 25 },
    );
  });

  it('is refused whenever any day off is moved to a weekend', () => {
    fc.assert(
      fc.property(fc.constantFrom(...shipped.calendar.days.filter(({ kind }) => kind !== 'swap-work')), (moved) => {
        const problems = problemsAfter((d) => {
          const entry = day(d, moved.date);
          const date = new Date(`${moved.date}T00:00:00Z`);
          date.setUTCDate(date.getUTCDate() + ((6 - date.getUTCDay() + 7) % 7));
          entry.date = date.toISOString().slice(0, 10);
        });
        expect(problems.some((line) => line.startsWith('calendar-weekday '))).toBe(true);
      }),
      { numRuns: 15 },
    );
  });
});
