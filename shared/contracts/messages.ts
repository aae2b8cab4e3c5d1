/** Queue messages: a wake-up that names a case, never its content and never a person. The state is read again by the worker. */
import * as z from 'zod/mini';

const entityId = z.string().check(z.regex(/^(case|handover|sign-in|mail)#[A-Za-z0-9-]{1,64}$/));
const version = z.int().check(z.minimum(1));

/** To the queue of a level of government: a step or a consultation that waits for somebody. */
export const LevelTask = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('assign-step'), entityId, version, stepId: z.string() }),
  z.object({ kind: z.literal('assign-consultation'), entityId, version, consultationId: z.string() }),
]);
export type LevelTask = z.infer<typeof LevelTask>;

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
