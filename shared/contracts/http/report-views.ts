/** What the API answers about a report. Three views, from the least to the most that a caller may know. */
import * as z from 'zod/mini';
import { CHANNELS } from '../../domain/channel.ts';
import { URGENCIES } from '../../domain/catalogue/hotline.ts';
import { instant, link } from './fields.ts';
import { OUTCOMES } from './report-actions.ts';

const code = z.string();
const named = z.strictObject({ id: z.string(), name: z.string(), nameEn: z.string() });
const percent = z.int().check(z.minimum(0), z.maximum(100));
const person = z.strictObject({ id: z.string(), name: z.string() });

/** What anybody who has the code may see: how far it is, and nothing of what it says. */
export const ReportProgress = z.strictObject({
  view: z.literal('progress'),
  code,
  progress: percent,
  statusText: z.string(),
  statusTextEn: z.string(),
});
export type ReportProgress = z.infer<typeof ReportProgress>;

const ReportTimelineEntry = z.strictObject({
  at: instant,
  text: z.string(),
  textEn: z.string(),
  /** Down to the unit, never to a person. */
  unit: z.exactOptional(named),
});

const OutcomeView = z.enum(OUTCOMES);
const AnswerView = z.strictObject({ outcome: OutcomeView, text: z.string(), units: z.array(named), at: instant });
const RatingView = z.strictObject({ stars: z.int(), at: instant });
const FileView = z.strictObject({
  uploadId: z.string(),
  fileName: z.string(),
  contentType: z.string(),
  bytes: z.int(),
  /** The route that leads to the file; absent for a caller who may see only that there is one. */
  download: z.exactOptional(link),
});

const shared = {
  code,
  version: z.int(),
  status: z.string(),
  progress: percent,
  statusText: z.string(),
  statusTextEn: z.string(),
  channel: z.enum(CHANNELS),
  filedAt: instant,
  category: z.exactOptional(named),
  area: z.exactOptional(z.string()),
  /** As the hotline understood it. */
  understoodAs: z.exactOptional(z.string()),
  answer: z.exactOptional(AnswerView),
  reopenUntil: z.exactOptional(instant),
  rating: z.exactOptional(RatingView),
  /** Why it ended without an answer: rejected, pointed elsewhere. */
  ended: z.exactOptional(z.strictObject({ why: z.string(), text: z.string(), at: instant })),
  mergedInto: z.exactOptional(z.string()),
  attachments: z.array(FileView),
  /** Tracking codes of the dossiers that came of it. */
  dossiers: z.array(z.string()),
  timeline: z.array(ReportTimelineEntry),
  /** What the caller may ask for now. */
  possible: z.array(z.string()),
};

const Words = z.strictObject({ at: instant, text: z.string() });

/** For whoever reported: what happened, down to the unit, and their own words. */
export const ReportForOwner = z.strictObject({
  view: z.literal('owner'),
  ...shared,
  question: z.exactOptional(z.strictObject({ text: z.string(), at: instant })),
  units: z.array(z.strictObject({ ...named.shape, dueAt: z.exactOptional(instant) })),
  words: z.exactOptional(
    z.strictObject({
      summary: z.string(),
      content: z.string(),
      place: z.exactOptional(z.string()),
      later: z.array(Words),
    }),
  ),
});
export type ReportForOwner = z.infer<typeof ReportForOwner>;

const ReportPeopleView = z.strictObject({
  name: z.string(),
  address: z.string(),
  phone: z.string(),
  email: z.exactOptional(z.string()),
  summary: z.string(),
  content: z.string(),
  place: z.exactOptional(z.string()),
  later: z.array(Words),
  proven: z.array(z.enum(['phone', 'email'])),
});

const WorkView = z.strictObject({
  workId: z.string(),
  unit: named,
  lead: z.boolean(),
  status: z.enum(['open', 'disputed', 'answered', 'given-away']),
  openedAt: instant,
  dueAt: instant,
  officer: z.exactOptional(person),
  acceptedAt: z.exactOptional(instant),
  answer: z.exactOptional(z.strictObject({ outcome: OutcomeView, text: z.string(), by: person, at: instant })),
  dispute: z.exactOptional(
    z.strictObject({
      reason: z.string(),
      suggested: z.exactOptional(named),
      by: person,
      dueAt: instant,
      decidedBy: z.enum(['hotline', 'superior']),
      superior: z.exactOptional(named),
    }),
  ),
  settled: z.boolean(),
  /** The rule that gave it to the unit, or who said so and why. */
  why: z.string(),
});

const MessageView = z.strictObject({
  template: z.string(),
  at: instant,
  /** As the receipts say it (`waiting` … `seen`, `failed`); `not-taken-up` until the sender has it. */
  status: z.string(),
  channel: z.exactOptional(z.enum(CHANNELS)),
  why: z.exactOptional(z.string()),
  /** Đồng. */
  cost: z.exactOptional(z.int()),
});

const Marks = z.strictObject({
  emergency: z.exactOptional(z.string()),
  abusive: z.exactOptional(z.boolean()),
  outside: z.exactOptional(z.enum(['complaint', 'denunciation'])),
  otherLanguage: z.exactOptional(z.boolean()),
});

export const ReportForStaff = z.strictObject({
  view: z.literal('staff'),
  ...shared,
  language: z.enum(['vi', 'en']),
  hotline: named,
  callId: z.exactOptional(z.string()),
  location: z.exactOptional(z.strictObject({ latitude: z.number(), longitude: z.number() })),
  marks: Marks,
  suggestion: z.strictObject({
    categories: z.array(z.strictObject({ ...named.shape, score: z.number() })),
    areas: z.array(person),
    urgency: z.enum(URGENCIES),
    similar: z.array(
      z.strictObject({ code: z.string(), score: z.number(), status: z.string(), summary: z.exactOptional(z.string()) }),
    ),
  }),
  urgency: z.exactOptional(z.enum(URGENCIES)),
  dueAt: z.exactOptional(instant),
  question: z.exactOptional(z.strictObject({ text: z.string(), by: person, at: instant })),
  work: z.array(WorkView),
  draft: z.exactOptional(z.strictObject({ outcome: OutcomeView, text: z.string(), by: person })),
  declined: z.array(z.strictObject({ unit: named, reason: z.string(), at: instant })),
  subscribers: z.array(z.string()),
  notes: z.array(z.strictObject({ by: person, at: instant, text: z.string() })),
  publication: z.exactOptional(z.strictObject({ summary: z.string(), answer: z.string(), at: instant })),
  notPublished: z.exactOptional(z.strictObject({ reason: z.string(), at: instant })),
  /** Absent for whoever may not see them, and once they are erased. */
  people: z.exactOptional(ReportPeopleView),
  /** What the reporter was told, newest first, and whether it arrived. */
  messages: z.array(MessageView),
});
export type ReportForStaff = z.infer<typeof ReportForStaff>;

export const ReportView = z.discriminatedUnion('view', [ReportProgress, ReportForOwner]);

export const ReportReceipt = z.strictObject({
  code,
  /** The secret link: whoever has it may follow the report, complete it, rate the answer and withdraw it. */
  link,
  version: z.int(),
  status: z.string(),
  filedAt: instant,
  /** When the hotline will have sorted it. */
  checkBy: z.exactOptional(instant),
  /** Its words speak of an emergency: call this number at once; the hotline is no emergency service. */
  emergency: z.exactOptional(z.strictObject({ number: z.string(), name: z.string(), nameEn: z.string() })),
});
export type ReportReceipt = z.infer<typeof ReportReceipt>;

export const ReportActionDone = z.strictObject({
  code,
  status: z.string(),
  version: z.int(),
  possible: z.array(z.string()),
});
export type ReportActionDone = z.infer<typeof ReportActionDone>;

export const ReportLine = z.strictObject({
  code,
  status: z.string(),
  statusText: z.string(),
  /** Which clock: `check`, `dispute:w1`, `review` … */
  clockId: z.string(),
  dueAt: instant,
  overdue: z.boolean(),
  channel: z.enum(CHANNELS),
  filedAt: instant,
  marks: Marks,
  category: z.exactOptional(z.string()),
  summary: z.exactOptional(z.string()),
  officerId: z.exactOptional(z.string()),
});
export type ReportLine = z.infer<typeof ReportLine>;

export const ReportWorkList = z.strictObject({
  unitId: z.string(),
  items: z.array(ReportLine),
  next: z.exactOptional(z.string()),
});

export const FoundReports = z.strictObject({
  items: z.array(z.strictObject({ code, status: z.string(), statusText: z.string(), filedAt: instant })),
});
