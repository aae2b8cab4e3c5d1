/** The small fictitious province with a hotline, three categories of reports and the units that deal with them. */
import type { Catalogue } from '../../catalogue/catalogue.ts';
import type { ReportCategory, ServiceLevel } from '../../catalogue/hotline.ts';
import {
  AFTER,
  ALWAYS,
  BEFORE,
  smallCatalogue,
  testRule,
  testStaff,
  testUnit,
} from '../../catalogue/testing/small-catalogue.ts';

const TEST = { source: 'test', demo: true } as const;

function category(one: Pick<ReportCategory, 'id' | 'decidingLevel' | 'decidingUnitKind'> & Partial<ReportCategory>) {
  return {
    name: one.id,
    nameEn: one.id,
    keywords: [],
    urgency: 'normal',
    review: false,
    sensitive: false,
    ...ALWAYS,
    ...TEST,
    ...one,
  } as const;
}

function serviceLevel(
  id: ServiceLevel['id'],
  limit: readonly [number, ServiceLevel['limit']['unit']],
  warnings: readonly (readonly [number, ServiceLevel['warnings'][number]['tell']])[] = [],
): ServiceLevel {
  return {
    id,
    limit: { amount: limit[0], unit: limit[1] },
    warnings: warnings.map(([share, tell], index) => ({ level: index + 1, share, tell })),
    ...ALWAYS,
    ...TEST,
  };
}

const OF_A_UNIT = [
  [0.8, 'assignee'],
  [1, 'unit-head'],
  [1.4, 'level-above'],
  [2, 'hotline'],
] as const;

const SERVICE_LEVELS: readonly ServiceLevel[] = [
  serviceLevel('acknowledge', [5, 'minutes']),
  serviceLevel(
    'classify',
    [5, 'minutes'],
    [
      [1, 'hotline'],
      [6, 'hotline'],
    ],
  ),
  serviceLevel(
    'dispute',
    [1, 'hours'],
    [
      [0.5, 'hotline'],
      [1, 'level-above'],
    ],
  ),
  serviceLevel(
    'urgent',
    [4, 'hours'],
    [
      [0.5, 'assignee'],
      [0.75, 'unit-head'],
      [1, 'unit-head'],
      [1.5, 'level-above'],
      [2, 'hotline'],
    ],
  ),
  serviceLevel('normal', [5, 'working-days'], OF_A_UNIT),
  serviceLevel('complex', [10, 'days'], OF_A_UNIT),
  serviceLevel('several-units', [15, 'days'], OF_A_UNIT),
  serviceLevel(
    'consolidate',
    [8, 'working-hours'],
    [
      [1, 'unit-head'],
      [2, 'hotline'],
    ],
  ),
  serviceLevel(
    'review',
    [4, 'working-hours'],
    [
      [0.5, 'hotline'],
      [1, 'hotline'],
    ],
  ),
  serviceLevel(
    'info',
    [7, 'days'],
    [
      [0.6, 'hotline'],
      [1, 'hotline'],
    ],
  ),
  serviceLevel('regulation', [5, 'working-days']),
];

/** Until the reform the district's urban office mended roads; after it the new ward's economic office does. */
const CATEGORIES: readonly ReportCategory[] = [
  category({ id: 'roads', decidingLevel: 'district', decidingUnitKind: 'urban-office', ...BEFORE }),
  category({ id: 'roads', decidingLevel: 'commune', decidingUnitKind: 'economic-office', ...AFTER }),
  category({ id: 'flood', decidingLevel: 'commune', decidingUnitKind: 'economic-office', urgency: 'urgent' }),
  category({
    id: 'conduct',
    decidingLevel: 'province',
    decidingUnitKind: 'justice-office',
    review: true,
    sensitive: true,
  }),
];

export function hotlineCatalogue(overrides: Partial<Catalogue> = {}): Catalogue {
  const small = smallCatalogue();
  return {
    ...small,
    units: [
      ...small.units,
      testUnit({ id: 'old-hotline', level: 'province', kind: 'hotline', parent: 'province', ...BEFORE }),
      testUnit({ id: 'hotline', level: 'province', kind: 'hotline', parent: 'province', ...AFTER }),
      testUnit({
        id: 'urban-718',
        level: 'district',
        kind: 'urban-office',
        parent: 'district-718',
        areas: ['718'],
        ...BEFORE,
      }),
      testUnit({
        id: 'roads',
        level: 'commune',
        kind: 'economic-office',
        parent: 'ward-25750',
        areas: ['25750'],
        ...AFTER,
      }),
      testUnit({
        id: 'culture',
        level: 'commune',
        kind: 'culture-office',
        parent: 'ward-25750',
        areas: ['25750'],
        ...AFTER,
      }),
      testUnit({ id: 'water', level: 'province', kind: 'water-company', ...ALWAYS }),
    ],
    competence: [
      ...small.competence,
      testRule({ id: 'urban', level: 'district', unitKind: 'urban-office', ...BEFORE }),
      testRule({ id: 'economic', level: 'commune', unitKind: 'economic-office', ...AFTER }),
    ],
    staff: [
      testStaff({ id: 'operator', unit: 'hotline', roles: ['hotline-operator', 'officer'] }),
      testStaff({ id: 'shift-head', unit: 'hotline', roles: ['hotline-supervisor', 'unit-head'] }),
      testStaff({ id: 'old-operator', unit: 'old-hotline', roles: ['hotline-operator', 'officer'] }),
      testStaff({ id: 'an', unit: 'roads', roles: ['officer'] }),
      testStaff({ id: 'binh', unit: 'roads', roles: ['officer'] }),
      testStaff({ id: 'head-roads', unit: 'roads', roles: ['unit-head'] }),
      testStaff({ id: 'chau', unit: 'culture', roles: ['officer'] }),
      testStaff({ id: 'head-culture', unit: 'culture', roles: ['unit-head'] }),
      testStaff({ id: 'dung', unit: 'water', roles: ['officer'] }),
      testStaff({ id: 'giang', unit: 'justice-department', roles: ['officer'] }),
      testStaff({ id: 'head-ward', unit: 'ward-25750', roles: ['unit-head'] }),
      testStaff({ id: 'head-province', unit: 'province', roles: ['unit-head'] }),
    ],
    reportCategories: CATEGORIES,
    serviceLevels: SERVICE_LEVELS,
    ...overrides,
  };
}
