/** Examples of the API's description; the tests send them as they stand, against the province's own data. People are fictitious. */
import type { CounterIntake } from './dossier-intake.ts';

export const intakeExample = {
  procedure: '1.004873',
  area: '25747',
  applicant: {
    name: 'Nguyễn Thị Minh',
    idNumber: '074190001234',
    phone: '0912 345 678',
    email: 'minh@example.com',
    address: '12 Yersin (địa chỉ hư cấu)',
  },
  request: 'Xin cấp Giấy xác nhận tình trạng hôn nhân để mua nhà.',
  returnTo: 'counter',
  documents: [
    { lineId: 'to-khai', originals: 1, certifiedCopies: 0, photocopies: 0 },
    { lineId: 'giay-to-tuy-than', originals: 0, certifiedCopies: 1, photocopies: 0 },
  ],
  attachments: [],
  sets: 1,
} as const satisfies Omit<CounterIntake, 'decision'>;
