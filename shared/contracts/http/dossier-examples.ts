/** Examples of the API's description; the tests send them as they stand, against the province's own data. People are fictitious. */
import type { CounterIntake } from './dossier-intake.ts';

export const uploadExample = {
  uploadId: 'example-upload-0000000001',
  fileName: 'Tờ khai.pdf',
  contentType: 'application/pdf',
} as const;

/** The papers that the example's procedure asks for. */
export const documentsExample = [
  { lineId: 'to-khai', originals: 1, certifiedCopies: 0, photocopies: 0 },
  { lineId: 'giay-to-tuy-than', originals: 0, certifiedCopies: 1, photocopies: 0 },
];

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
  returnTo: 'counter' as const,
  documents: documentsExample,
  attachments: [],
  sets: 1,
} satisfies Omit<CounterIntake, 'decision'>;

/** With a file that was uploaded and checked before. */
export const intakeWithFileExample = {
  ...intakeExample,
  attachments: [{ uploadId: uploadExample.uploadId, lineId: 'to-khai' }],
} satisfies Omit<CounterIntake, 'decision'>;
