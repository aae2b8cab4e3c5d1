/**
 * The report of a completed draft. Its code was drawn when the draft was completed, so that a repeat makes the same report: whoever comes second
 * finds it there. The words are read again from the messages; files that cannot be had hold nothing up.
 */
import type { Citizen } from '../../../shared/domain/actor.ts';
import type { ChannelAddress } from '../../../shared/domain/conversation/channel-message.ts';
import {
  answersOf,
  messagesOfDraft,
  type DraftAnswers,
  type DraftMessages,
} from '../../../shared/domain/conversation/draft-answers.ts';

import type { Conversation } from '../../../shared/domain/conversation/state.ts';
import type { ReportPeople } from '../../../shared/domain/report/people.ts';
import { phoneHash } from '../../../shared/shell/phone-hash.ts';
import { createReport } from '../../petitions/intake/create-report.ts';
import { suggestedCore } from '../../petitions/intake/suggested.ts';
import { bringFiles, missingNote, type BroughtFiles } from './bring-files.ts';
import { eventOf, type EventPlace } from './event-of.ts';
import { keptMessages } from './kept-messages.ts';
import { phoneIn } from './phone-in.ts';
import type { ReportTaskPorts, TaskDone } from './report-task-ports.ts';

const CITIZEN: Citizen = { kind: 'citizen' };

/** @throws when the message must come again, or a person must look. */
export async function fileReport(ports: ReportTaskPorts, place: EventPlace): Promise<TaskDone> {
  const { event, conversation } = await eventOf(ports, place, 'DraftCompleted');
  const { reportId } = event;
  if ((await ports.reports.load(`report#${reportId}`)) !== undefined)
    return filedAlready(ports, { reportId, conversation });
  const messages = await keptMessages(ports, messagesOfDraft(event.draft));
  const [catalogue, keys] = await Promise.all([ports.catalogue.load(), ports.secrets.signingKeys()]);
  const answers = answersOf(event.draft, messages);
  const files = await bringFiles(ports, messages, { catalogue, room: catalogue.limits.attachmentsPerDossier });
  const people = await peopleOf(ports, { answers, messages, conversation, files });
  const now = ports.clock.now();
  const words = { ...answers, ...event.draft.location, language: conversation.language };
  const suggested = await suggestedCore(ports, words, { catalogue, now });
  const { channel, conversationId } = conversation;
  const outcome = await createReport(ports, {
    core: {
      reportId,
      channel,
      conversationId,
      attachments: files.attachments,
      ...suggested,
      marks: { ...suggested.marks, ...event.draft.marks },
    },
    people,
    phoneHash: phoneHash(keys, people.phone),
    actor: CITIZEN,
    now,
    catalogue,
    idempotency: undefined,
  });
  if (outcome.kind === 'done') return { kind: 'done' };
  if (outcome.kind === 'exists') return filedAlready(ports, { reportId, conversation });
  throw new Error(`a complete report came to ${outcome.kind}`);
}

/** @throws when the code is another report's: one in 35,000,000,000,000, and never to be lost in silence. */
async function filedAlready(
  { reports }: ReportTaskPorts,
  { reportId, conversation }: { readonly reportId: string; readonly conversation: Conversation },
): Promise<TaskDone> {
  const there = await reports.load(`report#${reportId}`);
  if (there?.state.core.conversationId !== conversation.conversationId) throw new Error('the code is taken');
  return { kind: 'ignored', reason: 'filed already' };
}

interface Reporter {
  readonly answers: DraftAnswers;
  readonly messages: DraftMessages;
  readonly conversation: Conversation;
  readonly files: BroughtFiles;
}

/** What was written from somewhere is proven; what was only given is not. */
async function peopleOf(
  ports: ReportTaskPorts,
  { answers: { phone: given, email: named, ...answers }, messages, conversation, files }: Reporter,
): Promise<ReportPeople> {
  const [sms, mail] = await Promise.all([
    accountOn(ports, 'sms', { conversation, messages }),
    accountOn(ports, 'email', { conversation, messages }),
  ]);
  const phone = (given === undefined ? undefined : (phoneIn(given) ?? given)) ?? sms ?? '';
  const email =
    mail ?? named ?? (conversation.channel === 'email' ? [...messages.values()][0]?.sender.account : undefined);
  return {
    ...answers,
    phone,
    ...(email !== undefined && { email }),
    later: files.missing === 0 ? [] : [{ at: ports.clock.now(), text: missingNote(files.missing) }],
    fileNames: files.fileNames,
    proven: [...(phone === sms ? ['phone' as const] : []), ...(mail === undefined ? [] : ['email' as const])],
  };
}

/** Number or address of this conversation, or of one that was proven to be the same person's. */
async function accountOn(
  { people }: ReportTaskPorts,
  channel: 'sms' | 'email',
  { conversation, messages }: Pick<Reporter, 'conversation' | 'messages'>,
): Promise<string | undefined> {
  if (conversation.channel === channel)
    return [...messages.values()].find(({ unproven }) => unproven !== true)?.sender.account;
  const linked = conversation.links.findLast((link) => link.channel === channel);
  if (linked === undefined) return undefined;
  const kept = (await people.kept(`conversation#${linked.conversationId}`, 'ADDRESS')) as
    { readonly address: ChannelAddress } | undefined;
  return kept?.address.account;
}
