/** A small world for the dossier's tests: two wards' worth of units, four procedures, a few people, in March 2024 (three levels). */
import type { Actor, StaffActor } from '../../actor.ts';
import type { Catalogue, DocumentLine, ProcessStep, Role } from '../../catalogue/catalogue.ts';
import { ALWAYS, BEFORE, smallCatalogue, testProcedure, testStaff } from '../../catalogue/testing/small-catalogue.ts';
import { instantAt, type Instant } from '../../time.ts';

/** `at('04 09:30')`: 09:30 in Viet Nam on 4 March 2024, a Monday. No holiday in that month. */
export function at(dayAndTime: string): Instant {
  const [day = '', time = ''] = dayAndTime.split(' ');
  return instantAt(`2024-03-${day}`, time);
}

function line(id: string, line: Partial<DocumentLine>): DocumentLine {
  return { id, name: id, nameEn: id, originals: 0, certifiedCopies: 0, photocopies: 0, required: true, ...line };
}

function step(
  id: string,
  where: Pick<ProcessStep, 'level' | 'unitKind' | 'hours'>,
  actor: ProcessStep['actor'],
): ProcessStep {
  return { id, name: id, nameEn: id, actor, ...where };
}

const WARD = { level: 'commune', unitKind: 'authority' } as const;
const JUSTICE = { level: 'district', unitKind: 'justice-office' } as const;
const DEPARTMENT = { level: 'province', unitKind: 'justice-office' } as const;

const DOCUMENTS = [
  line('form', { originals: 1 }),
  line('id-copy', { certifiedCopies: 1 }),
  line('extra', { photocopies: 1, required: false }),
];

const PROCEDURES = [
  testProcedure({
    code: 'ward-matter',
    documents: DOCUMENTS,
    stages: [[step('examine', { ...WARD, hours: 8 }, 'officer')], [step('sign', { ...WARD, hours: 4 }, 'head')]],
  }),
  /** Decided by the district; two units at two levels work on it at the same time; its supplement clock pauses. */
  testProcedure({
    code: 'district-matter',
    decidingLevel: 'district',
    decidingUnitKind: 'justice-office',
    documents: DOCUMENTS,
    timeLimit: { unit: 'working-days', amount: 5 },
    supplementClock: 'pause',
    stages: [
      [step('examine', { ...JUSTICE, hours: 16 }, 'officer'), step('verify', { ...DEPARTMENT, hours: 8 }, 'officer')],
      [step('sign', { ...JUSTICE, hours: 8 }, 'head')],
    ],
    ...BEFORE,
  }),
  testProcedure({
    code: 'presence-matter',
    channels: ['counter'],
    presenceRequired: 'Hai bên phải có mặt',
    stages: [[step('sign', { ...WARD, hours: 4 }, 'head')]],
  }),
  testProcedure({
    code: 'instant-matter',
    immediateResult: true,
    timeLimit: { unit: 'same-day' },
    stages: [[step('sign', { ...WARD, hours: 1 }, 'head')]],
  }),
  testProcedure({ code: 'old-matter', validFrom: '2018-01-01', validTo: '2023-12-31' }),
];

const POSTAL_LIST = ['ward-matter', 'district-matter', 'presence-matter'].map((procedure) => ({
  procedure,
  ...BEFORE,
}));

function person(id: string, unit: string, ...roles: readonly Role[]) {
  return testStaff({ id, unit, roles, ...ALWAYS });
}

const BASE = smallCatalogue();

export const CATALOGUE: Catalogue = {
  ...BASE,
  units: BASE.units.map((unit) =>
    unit.id === 'counter-25744' ? { ...unit, counter: { postalList: POSTAL_LIST, countersignShare: 0.5 } } : unit,
  ),
  procedures: PROCEDURES,
  staff: [
    person('clerk', 'counter-25744', 'postal-clerk'),
    person('other-clerk', 'counter-25744', 'postal-clerk'),
    person('official', 'counter-25744', 'one-stop-official'),
    person('official-718', 'counter-718', 'one-stop-official'),
    person('officer', 'ward-25744', 'officer'),
    person('colleague', 'ward-25744', 'officer'),
    person('head', 'ward-25744', 'unit-head'),
    person('justice-officer', 'justice-718', 'officer'),
    person('justice-head', 'justice-718', 'unit-head'),
    person('department-officer', 'justice-department', 'officer'),
    person('department-head', 'justice-department', 'unit-head'),
    person('supervisor', 'province', 'province-supervisor'),
    person('administrator', 'province', 'administrator'),
  ],
  pauseReasons: [
    {
      id: 'inspection',
      name: 'Chờ kiểm tra thực tế',
      nameEn: 'An inspection on site is awaited',
      waitsFor: 'agency',
      reviewDays: 5,
      portalStatus: 8,
      source: 'test',
      ...ALWAYS,
    },
  ],
  reminders: {
    source: 'test',
    escalations: [
      { level: 0, offsetHours: -8, tell: 'assignee' },
      { level: 1, offsetHours: 0, tell: 'unit-head' },
      { level: 2, offsetHours: 8, tell: 'level-above' },
    ],
  },
};

/** A catalogue with one procedure described otherwise. */
export function withProcedure(code: string, change: Partial<Catalogue['procedures'][number]>): Catalogue {
  const procedures = CATALOGUE.procedures.map((one) => (one.code === code ? { ...one, ...change } : one));
  return { ...CATALOGUE, procedures };
}

export const CITIZEN: Actor = { kind: 'citizen' };
export const ROUTING: Actor = { kind: 'system', name: 'routing' };
export const TIMERS: Actor = { kind: 'system', name: 'timers' };
export const POST: Actor = { kind: 'system', name: 'post' };
export const MAIL: Actor = { kind: 'system', name: 'mail' };

/** A member of staff of the world, signed in. */
export function staff(id: string): StaffActor {
  const found = CATALOGUE.staff.find((one) => one.id === id);
  if (found === undefined) throw new Error(`no ${id} in this world`);
  return { kind: 'staff', staffId: id, unitId: found.unit, roles: found.roles, via: 'session' };
}
