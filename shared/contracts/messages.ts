/** Queue messages: a wake-up that names a case, never its content and never a person. The state is read again by the worker. */
import * as z from 'zod/mini';

const entityId = z.string().check(z.regex(/^(case|handover|sign-in)#[A-Za-z0-9-]{1,64}$/));
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
]);
export type CaseTask = z.infer<typeof CaseTask>;

/** To whom a notice goes; the address is looked up when it is sent. */
export const NoticeRecipient = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('applicant') }),
  z.object({ kind: z.literal('staff'), staffId: z.string() }),
  z.object({ kind: z.literal('unit-head'), unitId: z.string() }),
  z.object({ kind: z.literal('unit-mailbox'), unitId: z.string() }),
]);
export type NoticeRecipient = z.infer<typeof NoticeRecipient>;

/** One notice for one event and one recipient; `noticeId` is the same however often it is delivered. */
export const OutgoingNotice = z.object({
  noticeId: z.string(),
  entityId,
  version,
  /** Which of the commit's events. */
  eventIndex: z.int().check(z.minimum(0)),
  template: z.string(),
  recipient: NoticeRecipient,
});
export type OutgoingNotice = z.infer<typeof OutgoingNotice>;
