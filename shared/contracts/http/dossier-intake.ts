/** Intake of a dossier: the same body for a citizen online, an official at a counter and a postal clerk, who adds his own. */
import * as z from 'zod/mini';
import { catalogueId, count, email, idNumber, name, phone, text, uploadId } from './fields.ts';

const Applicant = z.strictObject({
  name,
  idNumber: z.exactOptional(idNumber),
  phone,
  email: z.exactOptional(email),
  address: name,
});

/** Chủ hồ sơ. Left out: the applicant files for himself. */
const Owner = z.strictObject({
  kind: z.enum(['citizen', 'enterprise', 'household-business']),
  name,
  idNumber: z.exactOptional(idNumber),
  address: name,
});

const ReturnAddress = z.strictObject({ recipient: name, phone, address: name });

export const DocumentCount = z.strictObject({
  /** A line of the procedure's checklist. */
  lineId: catalogueId,
  originals: count,
  certifiedCopies: count,
  photocopies: count,
});

/** As handed in: a kind of copy that is not named was not handed in. */
const handedIn = z._default(count, 0);
const HandedInDocument = z.strictObject({
  lineId: catalogueId,
  originals: handedIn,
  certifiedCopies: handedIn,
  photocopies: handedIn,
});

export const AttachmentReference = z.strictObject({ uploadId, lineId: z.exactOptional(catalogueId) });

/** More than any limit in the data: a body beyond it is refused before it is looked at. */
const LINES = 50;
export const documentCounts = z.array(HandedInDocument).check(z.maxLength(LINES));
export const attachmentReferences = z.array(AttachmentReference).check(z.maxLength(LINES));

const intake = {
  procedure: catalogueId,
  /** Area (địa bàn) that the matter belongs to; competence follows from it. */
  area: catalogueId,
  applicant: Applicant,
  owner: z.exactOptional(Owner),
  /** Nội dung yêu cầu giải quyết. */
  request: text,
  returnTo: z.enum(['counter', 'home', 'deciding-agency']),
  returnAddress: z.exactOptional(ReturnAddress),
  documents: documentCounts,
  attachments: z._default(attachmentReferences, []),
  /** Số lượng hồ sơ (bộ). */
  sets: z._default(z.int().check(z.minimum(1), z.maximum(20)), 1),
  /** From `POST /hotline/reports/{code}/dossier`: proof that the hotline wants this dossier of that report. */
  fromReport: z.exactOptional(z.string().check(z.maxLength(400), z.regex(/^[\w.-]+$/))),
};

export const OnlineIntake = z.strictObject({ ...intake, counterId: z.exactOptional(catalogueId) });
export type OnlineIntake = z.infer<typeof OnlineIntake>;

export const CounterIntake = z.strictObject({
  ...intake,
  /** `receive`: complete, received and forwarded now; `keep`: taken in, to be checked. A postal clerk always keeps. */
  decision: z._default(z.enum(['receive', 'keep']), 'keep'),
});
export type CounterIntake = z.infer<typeof CounterIntake>;
