/** What the API answers about a dossier. Three views, from the least to the most that a caller may know. */
import * as z from 'zod/mini';
import { AttachmentReference, DocumentCount } from './dossier-intake.ts';
import { CheckedAttachment } from './attachments.ts';
import { instant, link, localDate } from './fields.ts';

const code = z.string();
const named = z.strictObject({ id: z.string(), name: z.string(), nameEn: z.string() });

/** Status on the National Public Service Portal (trạng thái hồ sơ trên Cổng Dịch vụ công quốc gia). */
const PortalStatusView = z.strictObject({ code: z.int(), name: z.string(), nameEn: z.string() });

/**
 * What anybody who has the code may see: the code and how far it is, nothing else (Circular 01/2018/TT-VPCP art. 16). Not the status: that it
 * was refused or lacks a paper is the owner's affair.
 */
export const Progress = z.strictObject({
  view: z.literal('progress'),
  /** The one that was asked for: the tracking code does not tell the dossier code, nor the other way round. */
  code,
  /** Percent. */
  progress: z.int().check(z.minimum(0), z.maximum(100)),
});
export type Progress = z.infer<typeof Progress>;

const TimelineEntry = z.strictObject({
  at: instant,
  /** What happened: the name of the event. */
  what: z.string(),
  text: z.string(),
  textEn: z.string(),
  /** Down to the unit, never to a person. */
  unit: z.exactOptional(named),
});

const AttachmentView = z.strictObject({
  ...CheckedAttachment.shape,
  contentType: z.string(),
  lineId: z.exactOptional(z.string()),
  /** The route that leads to the file; absent for a caller who may see only that there is one. */
  download: z.exactOptional(link),
});

const SupplementView = z.strictObject({
  items: z.array(z.strictObject({ lineId: z.string(), name: z.string(), what: z.string() })),
  reason: z.string(),
  requestNumber: z.int(),
  answerBy: instant,
  answeredAt: z.exactOptional(instant),
});

const ResultView = z.strictObject({
  outcome: z.enum(['granted', 'refused']),
  resultNumber: z.string(),
  decidedAt: instant,
  punctuality: z.enum(['early', 'on-time', 'late']),
  reason: z.exactOptional(z.string()),
});

const PartiesView = z.strictObject({
  applicant: z.strictObject({
    name: z.string(),
    idNumber: z.exactOptional(z.string()),
    phone: z.string(),
    email: z.exactOptional(z.string()),
    address: z.string(),
  }),
  owner: z.strictObject({
    kind: z.enum(['citizen', 'enterprise', 'household-business']),
    name: z.string(),
    idNumber: z.exactOptional(z.string()),
    address: z.string(),
  }),
  request: z.string(),
  returnAddress: z.exactOptional(z.strictObject({ recipient: z.string(), phone: z.string(), address: z.string() })),
  collectedBy: z.exactOptional(z.strictObject({ name: z.string(), idNumber: z.string(), authorisation: z.string() })),
});

const StepView = z.strictObject({
  stepId: z.string(),
  name: z.string(),
  unit: named,
  status: z.enum(['awaiting-assignment', 'assigned', 'done']),
  dueAt: instant,
  officerId: z.exactOptional(z.string()),
});

const ConsultationView = z.strictObject({
  consultationId: z.string(),
  stepId: z.string(),
  unit: named,
  question: z.string(),
  dueAt: instant,
  answeredAt: z.exactOptional(instant),
  answer: z.exactOptional(z.string()),
});

/** The whole case, for its owner and for staff who have to do with it. */
export const DossierDetails = z.strictObject({
  view: z.literal('details'),
  code,
  dossierCode: z.exactOptional(z.string()),
  progress: z.int().check(z.minimum(0), z.maximum(100)),
  portalStatus: PortalStatusView,
  status: z.string(),
  version: z.int(),
  procedure: z.strictObject({ code: z.string(), version: z.string(), name: z.string(), nameEn: z.string() }),
  area: z.string(),
  channel: z.enum(['counter', 'online', 'post']),
  counter: named,
  deciding: named,
  returnTo: z.enum(['counter', 'home', 'deciding-agency']),
  filedAt: instant,
  receivedAt: z.exactOptional(instant),
  /** When the result is due; absent until the dossier is received. */
  dueAt: z.exactOptional(instant),
  /** Work that nobody has touched for the set share of its time: which units have it, and since when. They were told. */
  stalled: z.exactOptional(z.array(z.strictObject({ unit: named, since: instant })).check(z.minLength(1))),
  documents: z.array(z.strictObject({ ...DocumentCount.shape, name: z.string() })),
  attachments: z.array(AttachmentView),
  sets: z.int(),
  sendSlip: z.exactOptional(z.string()),
  supplement: z.exactOptional(SupplementView),
  /** The time limit stands still: for which published reason, and whose turn it is. */
  paused: z.exactOptional(
    z.strictObject({ reason: z.string(), reasonEn: z.string(), waitsFor: z.enum(['applicant', 'agency']) }),
  ),
  result: z.exactOptional(ResultView),
  /** Tracking code of the report to the hotline that it came of. */
  fromReport: z.exactOptional(z.string()),
  nextDeliveryFrom: z.exactOptional(localDate),
  timeline: z.array(TimelineEntry),
  /** What the caller may ask for now. */
  possible: z.array(z.string()),
  /** For staff only. */
  work: z.exactOptional(z.strictObject({ steps: z.array(StepView), consultations: z.array(ConsultationView) })),
  people: z.exactOptional(PartiesView),
  /** Since when an apology with another day waits for the head's word. */
  apologyPreparedAt: z.exactOptional(instant),
  /** Since when mail does not reach the applicant: the counter telephones. */
  applicantUnreachableSince: z.exactOptional(instant),
  routing: z.exactOptional(
    z.strictObject({
      ruleId: z.string(),
      areaValidFrom: z.string(),
      considered: z.array(z.strictObject({ ruleId: z.string(), why: z.string() })),
    }),
  ),
});
export type DossierDetails = z.infer<typeof DossierDetails>;

export const DossierView = z.discriminatedUnion('view', [Progress, DossierDetails]);

/** The receipt of an intake: what was handed in, with the hash of each file. */
export const Receipt = z.strictObject({
  code,
  /** The secret link (đường dẫn riêng): whoever has it may follow the case, complete it and withdraw it. */
  link,
  status: z.string(),
  version: z.int(),
  dossierCode: z.exactOptional(z.string()),
  dueAt: z.exactOptional(instant),
  filedAt: instant,
  procedure: z.strictObject({ code: z.string(), version: z.string(), name: z.string() }),
  counterId: z.string(),
  documents: z.array(DocumentCount),
  attachments: z.array(
    z.strictObject({ ...AttachmentReference.shape, sha256: z.string(), bytes: z.int(), contentType: z.string() }),
  ),
  /** Số phiếu gửi hồ sơ, when a postal clerk took it in. */
  sendSlip: z.exactOptional(z.string()),
  countersign: z.exactOptional(z.enum(['not-required', 'required', 'done'])),
});
export type Receipt = z.infer<typeof Receipt>;

/** What every action answers. */
export const ActionDone = z.strictObject({
  code,
  dossierCode: z.exactOptional(z.string()),
  status: z.string(),
  version: z.int(),
  dueAt: z.exactOptional(instant),
  /** What the caller may ask for next. */
  possible: z.array(z.string()),
});
export type ActionDone = z.infer<typeof ActionDone>;

export const CaseLine = z.strictObject({
  code,
  dossierCode: z.exactOptional(z.string()),
  status: z.string(),
  procedure: z.string(),
  channel: z.enum(['counter', 'online', 'post']),
  filedAt: instant,
  dueAt: z.exactOptional(instant),
  intakeBy: z.exactOptional(z.string()),
  countersign: z.exactOptional(z.enum(['not-required', 'required', 'done'])),
  sendSlip: z.exactOptional(z.string()),
});
export type CaseLine = z.infer<typeof CaseLine>;

export const CasePage = z.strictObject({ items: z.array(CaseLine), next: z.exactOptional(z.string()) });
export const CaseList = z.strictObject({ items: z.array(CaseLine) });

/** A supervision sample: the same day, size and seed give the same dossiers, so that it can be checked afterwards. */
export const Sample = z.strictObject({
  date: localDate,
  seed: z.string(),
  /** How many intakes of postal clerks there were that day. */
  population: z.int(),
  items: z.array(CaseLine),
});
