/**
 * A small fictitious province for the domain's tests: three levels until 30 June 2025 and two after, one ward that went whole
 * into a new one under a re-used code, one ward that was split. Pass overrides for what a test is about.
 */
import type {
  Area,
  Catalogue,
  CompetenceRule,
  Level,
  OfficeHours,
  Procedure,
  StaffMember,
  Unit,
  Validity,
} from '../catalogue.ts';
import type { HotlinePolicy } from '../hotline.ts';
import { TEST_CALENDAR } from './calendar-2018-2028.ts';

export const BEFORE: Validity = { validFrom: '2018-01-01', validTo: '2025-06-30' };
export const AFTER: Validity = { validFrom: '2025-07-01' };
export const ALWAYS: Validity = { validFrom: '2018-01-01' };
const TEST = { source: 'test', demo: true } as const;

/** 8 hours of opening; lunch from 11:30 to 13:30. */
export const EIGHT_HOURS: OfficeHours = weekdaysOpen('eight-hours', ['07:00', '11:30'], ['13:30', '17:00']);
/** 7.5 hours of opening. */
export const SEVEN_AND_A_HALF: OfficeHours = weekdaysOpen('short', ['07:30', '11:30'], ['13:30', '17:00']);

function weekdaysOpen(id: string, ...periods: readonly (readonly [string, string])[]): OfficeHours {
  return {
    id,
    weekdays: Object.fromEntries(['1', '2', '3', '4', '5'].map((day) => [day, periods])),
    ...ALWAYS,
    ...TEST,
  };
}

export function testLevel(id: string, rank: number, validity: Validity): Level {
  return { id, rank, name: id, nameEn: id, ...validity, ...TEST };
}

export function testArea(area: Pick<Area, 'code' | 'level'> & Partial<Area> & Validity): Area {
  return { name: area.code, ...TEST, ...area };
}

export function testUnit(unit: Pick<Unit, 'id' | 'level' | 'kind'> & Partial<Unit> & Validity): Unit {
  return {
    name: unit.id,
    nameEn: unit.id,
    areas: [],
    agencyCode: 'H09',
    mailbox: `${unit.id}@province.example`,
    phone: '0274 000 0000',
    address: 'fictitious',
    place: 'fictitious',
    hours: 'eight-hours',
    ...TEST,
    ...unit,
  };
}

export function testProcedure(procedure: Pick<Procedure, 'code'> & Partial<Procedure>): Procedure {
  return {
    version: '1',
    name: procedure.code,
    nameEn: procedure.code,
    sector: 'test',
    decidingLevel: 'commune',
    decidingUnitKind: 'authority',
    timeLimit: { unit: 'working-days', amount: 3 },
    immediateResult: false,
    channels: ['counter', 'online', 'post'],
    documents: [],
    stages: [],
    supplementClock: 'restart',
    supplementWaitDays: 30,
    fees: [],
    ...ALWAYS,
    ...TEST,
    ...procedure,
  };
}

export function testRule(
  rule: Pick<CompetenceRule, 'id' | 'level' | 'unitKind'> & Partial<CompetenceRule>,
): CompetenceRule {
  return { ...ALWAYS, ...TEST, ...rule };
}

export function testStaff(person: Pick<StaffMember, 'id' | 'unit' | 'roles'> & Partial<StaffMember>): StaffMember {
  return { name: person.id, mailbox: `${person.id}@province.example`, ...ALWAYS, ...TEST, ...person };
}

/** Wards 25750 (Phú Hòa, then a new ward under the same code), 25744 (went into it), 25741 (split in two). */
const AREAS: readonly Area[] = [
  testArea({ code: '74', level: 'province', ...BEFORE, successors: [{ code: '79', validFrom: '2025-07-01' }] }),
  testArea({ code: '79', level: 'province', ...AFTER }),
  testArea({ code: '718', level: 'district', parent: '74', ...BEFORE }),
  testArea({ code: '725', level: 'district', parent: '74', ...BEFORE }),
  testArea({
    code: '25750',
    level: 'commune',
    parent: '718',
    ...BEFORE,
    successors: [{ code: '25750', validFrom: '2025-07-01' }],
  }),
  testArea({
    code: '25744',
    level: 'commune',
    parent: '718',
    ...BEFORE,
    successors: [{ code: '25750', validFrom: '2025-07-01' }],
  }),
  testArea({
    code: '25741',
    level: 'commune',
    parent: '718',
    ...BEFORE,
    successors: [
      { code: '25750', validFrom: '2025-07-01' },
      { code: '25747', validFrom: '2025-07-01' },
    ],
  }),
  testArea({ code: '25963', level: 'commune', parent: '725', ...BEFORE }),
  testArea({ code: '25750', level: 'commune', parent: '79', ...AFTER }),
  testArea({ code: '25747', level: 'commune', parent: '79', ...AFTER }),
];

const UNITS: readonly Unit[] = [
  testUnit({ id: 'province', level: 'province', kind: 'authority', ...ALWAYS }),
  testUnit({ id: 'province-centre', level: 'province', kind: 'one-stop', parent: 'province', ...ALWAYS }),
  testUnit({ id: 'justice-department', level: 'province', kind: 'justice-office', parent: 'province', ...ALWAYS }),
  testUnit({ id: 'district-718', level: 'district', kind: 'authority', parent: 'province', areas: ['718'], ...BEFORE }),
  testUnit({
    id: 'justice-718',
    level: 'district',
    kind: 'justice-office',
    parent: 'district-718',
    areas: ['718'],
    ...BEFORE,
  }),
  testUnit({
    id: 'counter-718',
    level: 'district',
    kind: 'one-stop',
    parent: 'district-718',
    areas: ['718'],
    ...BEFORE,
  }),
  testUnit({ id: 'district-725', level: 'district', kind: 'authority', parent: 'province', areas: ['725'], ...BEFORE }),
  testUnit({
    id: 'ward-25744',
    level: 'commune',
    kind: 'authority',
    parent: 'district-718',
    areas: ['25744'],
    ...BEFORE,
  }),
  testUnit({
    id: 'counter-25744',
    level: 'commune',
    kind: 'one-stop',
    parent: 'ward-25744',
    areas: ['25744'],
    ...BEFORE,
  }),
  testUnit({
    id: 'old-ward-25750',
    level: 'commune',
    kind: 'authority',
    parent: 'district-718',
    areas: ['25750'],
    ...BEFORE,
  }),
  testUnit({ id: 'ward-25750', level: 'commune', kind: 'authority', parent: 'province', areas: ['25750'], ...AFTER }),
  testUnit({
    id: 'counter-25750',
    level: 'commune',
    kind: 'one-stop',
    parent: 'ward-25750',
    areas: ['25750'],
    ...AFTER,
  }),
  testUnit({
    id: 'ward-25747',
    level: 'commune',
    kind: 'authority',
    parent: 'district-718',
    areas: ['25747'],
    ...AFTER,
  }),
];

const GENERAL_RULES: readonly CompetenceRule[] = [
  testRule({ id: 'general-commune', level: 'commune', unitKind: 'authority' }),
  testRule({ id: 'general-district', level: 'district', unitKind: 'authority', ...BEFORE }),
  testRule({ id: 'general-justice', level: 'district', unitKind: 'justice-office', ...BEFORE }),
  testRule({ id: 'general-province', level: 'province', unitKind: 'justice-office' }),
];

const TEST_HOTLINE: HotlinePolicy = {
  emergencies: [],
  abusiveWords: [],
  quietHours: { from: '22:00', to: '07:00' },
  costCap: 8000,
  draftHours: 24,
  reopen: { days: 15, times: 2 },
  ratingDays: 15,
  nearby: { metres: 250, days: 14 },
  flood: { messages: 20, minutes: 10, reportsPerDay: 10 },
  declinesBeforeSuperior: 2,
  smallestFigure: 5,
  overflow: { waitingCalls: 10, callBackMinutes: 30, slotCalls: 12 },
  ...TEST,
};

export function smallCatalogue(overrides: Partial<Catalogue> = {}): Catalogue {
  return {
    version: 'test',
    provinces: [
      { name: 'Tỉnh cũ', nameEn: 'Old province', code: 'H09', hotline: '1022', ...BEFORE, ...TEST },
      { name: 'Thành phố mới', nameEn: 'New city', code: 'H29', hotline: '1022', ...AFTER, ...TEST },
    ],
    levels: [testLevel('commune', 1, ALWAYS), testLevel('district', 2, BEFORE), testLevel('province', 3, ALWAYS)],
    areas: AREAS,
    units: UNITS,
    officeHours: [EIGHT_HOURS, SEVEN_AND_A_HALF],
    calendar: TEST_CALENDAR,
    procedures: [
      testProcedure({ code: 'ward-matter' }),
      testProcedure({
        code: 'justice-matter',
        decidingLevel: 'district',
        decidingUnitKind: 'justice-office',
        ...BEFORE,
      }),
      testProcedure({ code: 'justice-matter', version: '2', ...AFTER }),
    ],
    reception: [
      { counterLevel: 'commune', decidingLevels: ['commune', 'district'], anyArea: false, ...BEFORE, ...TEST },
      { counterLevel: 'district', decidingLevels: ['district', 'province'], anyArea: false, ...BEFORE, ...TEST },
      { counterLevel: 'commune', decidingLevels: ['commune', 'province'], anyArea: true, ...AFTER, ...TEST },
      { counterLevel: 'province', decidingLevels: ['commune', 'province'], anyArea: true, ...AFTER, ...TEST },
    ],
    competence: GENERAL_RULES,
    staff: [],
    reminders: { escalations: [], ...TEST },
    forms: [],
    portalStatuses: [],
    pauseReasons: [],
    limits: {
      attachmentBytes: 10_485_760,
      attachmentsPerDossier: 20,
      forwardCutOff: '15:00',
      deliveryAttempts: 2,
      deliveryAttemptGapWorkingDays: 2,
      reappointments: 1,
      supplementReturnWorkingDays: 3,
      supplementRequests: 2,
      checkHours: 8,
      transitWorkingDays: { near: 1, far: 2 },
      ...TEST,
    },
    reportCategories: [],
    serviceLevels: [],
    channels: [],
    hotline: TEST_HOTLINE,
    ...overrides,
  };
}
