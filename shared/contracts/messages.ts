/** Queue messages: a wake-up that names a case, never its content and never a person. The state is read again by the worker. */
import * as z from 'zod/mini';

const entityId = z
  .string()
  .check(z.regex(/^(case|handover|sign-in|mail|report|conversation|message|delivery|call)#[A-Za-z0-9-]{1,64}$/));
const version = z.int().check(z.minimum(1));

/** To the queue of a level of government: a step or a consultation that waits for somebody. */
export const LevelTask = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('assign-step'), entityId, version, stepId: z.string() }),
  z.object({ kind: z.literal('assign-consultation'), entityId, version, consultationId: z.string() }),
  /** A unit's part of a report to the hotline. */
  z.object({ kind: z.literal('assign-report'), entityId, version, workId: z.string() }),
]);
export type LevelTask = z.infer<typeof LevelTask>;
export type DossierTask = Exclude<LevelTask, { readonly kind: 'assign-report' }>;
export type ReportAssignment = Extract<LevelTask, { readonly kind: 'assign-report' }>;

/** Work that follows from an event in another entity or in the bucket. */
export const CaseTask = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('put-in-bag'), entityId, handoverId: z.string() }),
  z.object({ kind: z.literal('accept-handover'), entityId, handoverId: z.string(), present: z.boolean() }),
  z.object({ kind: z.literal('file-attachments'), entityId, version }),
  /** A held mail that an official put to this case. */
  z.object({ kind: z.literal('take-letter'), entityId, mailId: z.string() }),
  z.object({ kind: z.literal('recompute-clocks'), entityId }),
]);
export type CaseTask = z.infer<typeof CaseTask>;

/** To whom a notice goes; the address is looked up when it is sent. */
export const NoticeRecipient = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('applicant') }),
  z.object({ kind: z.literal('staff'), staffId: z.string() }),
  z.object({ kind: z.literal('unit-head'), unitId: z.string() }),
  z.object({ kind: z.literal('unit-mailbox'), unitId: z.string() }),
  z.object({ kind: z.literal('mail-sender') }),
  /** Who reported; of a delivery that goes by e-mail. */
  z.object({ kind: z.literal('reporter') }),
]);
export type NoticeRecipient = z.infer<typeof NoticeRecipient>;

/** One notice for one event and one recipient; `noticeId` is the same however often it is delivered. */
export const EventNotice = z.object({
  noticeId: z.string(),
  entityId,
  version,
  /** Which of the commit's events. */
  eventIndex: z.int().check(z.minimum(0)),
  template: z.string(),
  recipient: NoticeRecipient,
});
export type EventNotice = z.infer<typeof EventNotice>;

/** A notice that a schedule makes: what it says is read when it is sent. One for each day or week and recipient. */
export const PlannedNotice = z.object({
  kind: z.literal('planned'),
  noticeId: z.string(),
  template: z.enum(['digest', 'weekly-unit', 'weekly-province']),
  recipient: NoticeRecipient,
  /** The day that it speaks of, `YYYY-MM-DD` in Viet Nam; for a week its Monday. */
  day: z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/)),
});
export type PlannedNotice = z.infer<typeof PlannedNotice>;

export const OutgoingNotice = z.union([PlannedNotice, EventNotice]);
export type OutgoingNotice = z.infer<typeof OutgoingNotice>;

/** A mail lies in the bucket. The key names it; nothing of it travels in a queue. */
export const ArrivedMail = z.object({ key: z.string().check(z.minLength(1), z.maxLength(1024)) });
export type ArrivedMail = z.infer<typeof ArrivedMail>;

/** What SES reports of a mail that we sent: no address, only the notice that it carried (a message tag). */
export const MailFeedback = z.object({
  kind: z.enum(['bounce', 'complaint']),
  /** base64url of the notice id; the tag `notice`. */
  notice: z.string(),
  /** SES's message id. */
  messageId: z.string(),
  /** `Permanent`, `Transient` or `Undetermined`; of a bounce. */
  bounceType: z.optional(z.string()),
});
export type MailFeedback = z.infer<typeof MailFeedback>;

/** Work that follows from something on a channel, or from one report in another. */
export const ReportTask = z.discriminatedUnion('kind', [
  /** Something arrived: `message#…`. */
  z.object({ kind: z.literal('take-message'), entityId }),
  /** A conversation has all that a report needs: `conversation#…`, and which commit of it. */
  z.object({ kind: z.literal('file-report'), entityId, version, eventIndex: z.int().check(z.minimum(0)) }),
  /** The reporter spoke of a report: `conversation#…`, and which commit of it. */
  z.object({ kind: z.literal('take-words'), entityId, version, eventIndex: z.int().check(z.minimum(0)) }),
  /** `reportId` was merged into the report `entityId`. */
  z.object({ kind: z.literal('subscribe'), entityId, reportId: z.string() }),
  /** A dossier was filed from the report `entityId`. */
  z.object({ kind: z.literal('link-dossier'), entityId, caseId: z.string() }),
  /** The hotline waits for words about a report in the conversation `entityId`, or does not any more. */
  z.object({
    kind: z.literal('await-words'),
    entityId,
    reportId: z.string(),
    for: z.enum(['info', 'rating', 'nothing']),
    /** The report's commit that says so: of two that come out of order the later one stands. */
    version,
  }),
]);
export type ReportTask = z.infer<typeof ReportTask>;

/** To the queue of what citizens are told on their channels. */
export const OutgoingMessage = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('tell'),
    /** The same however often it is delivered; names the delivery. */
    noticeId: z.string(),
    entityId,
    version,
    eventIndex: z.int().check(z.minimum(0)),
    template: z.string(),
    to: z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('reporter'), reportId: z.string() }),
      z.object({ kind: z.literal('conversation'), conversationId: z.string() }),
      /** At the number that called the hotline: `call#…`. */
      z.object({ kind: z.literal('caller'), callId: z.string() }),
    ]),
  }),
  /** A delivery is to go on: `delivery#…`. */
  z.object({ kind: z.literal('deliver'), entityId }),
]);
export type OutgoingMessage = z.infer<typeof OutgoingMessage>;
