/** The ward of {@link RunningOffice}: one procedure of two stages, two officers and a head, a counter, a department above. */
import type { Catalogue, Procedure } from '../../../shared/domain/catalogue/catalogue.ts';
import {
  ALWAYS,
  smallCatalogue,
  testProcedure,
  testStaff,
} from '../../../shared/domain/catalogue/testing/small-catalogue.ts';
import type { Parties } from '../../../shared/domain/dossier/parties.ts';

export const APPLICANT: Parties = {
  applicant: {
    name: 'Nguyễn Thị Hồng Nhung',
    phone: '+84912345678',
    email: 'hong.nhung@example.com',
    address: '12 Đường Bạch Đằng, Phú Cường',
  },
  owner: { kind: 'citizen', name: 'Nguyễn Thị Hồng Nhung', address: '12 Đường Bạch Đằng, Phú Cường' },
  request: 'Cấp bản sao',
  fileNames: {},
};

const STEP = { level: 'commune', unitKind: 'authority' } as const;

export const TWO_STAGES: Procedure = testProcedure({
  code: 'ward-matter',
  name: 'Cấp bản sao trích lục',
  nameEn: 'Copy of a civil status extract',
  documents: [
    {
      id: 'to-khai',
      name: 'Tờ khai',
      nameEn: 'Declaration',
      originals: 1,
      certifiedCopies: 0,
      photocopies: 0,
      required: true,
    },
    {
      id: 'giay-to',
      name: 'Giấy tờ tùy thân',
      nameEn: 'Identity paper',
      originals: 0,
      certifiedCopies: 0,
      photocopies: 1,
      required: false,
    },
  ],
  stages: [
    [{ id: 'tham-tra', name: 'Thẩm tra hồ sơ', nameEn: 'Examine', ...STEP, actor: 'officer', hours: 8 }],
    [{ id: 'ky-duyet', name: 'Ký duyệt', nameEn: 'Approve', ...STEP, actor: 'head', hours: 4 }],
  ],
});

export function officeCatalogue(overrides: Partial<Catalogue> = {}): Catalogue {
  const ward = { unit: 'ward-25750' } as const;
  return smallCatalogue({
    procedures: [TWO_STAGES],
    staff: [
      testStaff({ id: 'an', name: 'Lê Văn An', ...ward, roles: ['officer'] }),
      testStaff({ id: 'binh', name: 'Trần Thị Bình', ...ward, roles: ['officer'] }),
      testStaff({ id: 'hoa', name: 'Phạm Thị Hoa', ...ward, roles: ['unit-head'] }),
      testStaff({ id: 'lan', name: 'Võ Thị Lan', unit: 'counter-25750', roles: ['one-stop-official'] }),
      testStaff({ id: 'minh', name: 'Đỗ Văn Minh', unit: 'province', roles: ['unit-head'] }),
      testStaff({ id: 'quang', name: 'Ngô Quang', unit: 'justice-department', roles: ['officer'] }),
    ],
    reminders: {
      escalations: [
        { level: 0, offsetHours: -2, tell: 'assignee' },
        { level: 1, offsetHours: 0, tell: 'assignee' },
        { level: 2, offsetHours: 4, tell: 'unit-head' },
        { level: 3, offsetHours: 8, tell: 'level-above' },
      ],
      source: 'test',
    },
    provinces: [{ name: 'Thành phố', nameEn: 'City', code: 'H29', hotline: '1022', source: 'test', ...ALWAYS }],
    ...overrides,
  });
}
