/**
 * What a commit sends out: the notification matrix and the task table of its entity, addressed. Pure and repeatable: the same commit
 * gives the same messages with the same notice ids, from the stream, from a second delivery or from a rebuild.
 */
import type {
  CaseTask,
  LevelTask,
  OutgoingMessage,
  OutgoingNotice,
  ReportTask,
} from '../../shared/contracts/messages.ts';
import { attachmentsIn } from '../../shared/domain/report/attachments-in.ts';
import type { DossierEvent } from '../../shared/domain/dossier/events.ts';
import { linkedReport } from '../../shared/domain/dossier/linked-report.ts';
import { noticesFor, type NoticeTemplate } from '../../shared/domain/dossier/notices.ts';
import type { NoticeRecipient } from '../../shared/domain/dossier/recipient.ts';
import { tasksFor } from '../../shared/domain/dossier/tasks.ts';
import type { MailEvent, MailNoticeTemplate } from '../../shared/domain/mail/incoming-mail.ts';
import { letterTaken, noticesForMail } from '../../shared/domain/mail/mail-notices.ts';
import { messagesForCall } from '../../shared/domain/call/call-messages.ts';
import type { LineEvent } from '../../shared/domain/call/line.ts';
import type { CallEvent } from '../../shared/domain/call/state.ts';
import type { ConversationEvent } from '../../shared/domain/conversation/events.ts';
import { messagesForConversation } from '../../shared/domain/conversation/conversation-messages.ts';
import { tasksForConversation } from '../../shared/domain/conversation/conversation-tasks.ts';
import { handsToMail, wakesForDelivery } from '../../shared/domain/delivery/delivery-messages.ts';
import type { DeliveryEvent } from '../../shared/domain/delivery/state.ts';
import type { HandoverEvent } from '../../shared/domain/post/handover-events.ts';
import { tasksForHandover } from '../../shared/domain/post/handover-tasks.ts';
import type { ReportEvent } from '../../shared/domain/report/events.ts';
import { messagesForReport } from '../../shared/domain/report/report-messages.ts';
import { noticesForReport, type ReportNoticeTemplate } from '../../shared/domain/report/report-notices.ts';
import { tasksForReport } from '../../shared/domain/report/report-tasks.ts';
import type { SignInEvent } from '../../shared/domain/staff/sign-in.ts';
import type { CommittedRecord } from '../../shared/ports/event-scan.ts';

export interface CommitMessages {
  readonly levels: readonly { readonly level: string; readonly task: LevelTask }[];
  readonly mail: readonly OutgoingNotice[];
  readonly tasks: readonly CaseTask[];
  readonly reports: readonly ReportTask[];
  readonly messages: readonly OutgoingMessage[];
}

/** The link to sign in with is a mail too, of an entity that is no dossier; so is what an incoming mail makes us write. */
export type MailTemplate = NoticeTemplate | MailNoticeTemplate | ReportNoticeTemplate | 'delivery' | 'sign-in';

const NOTHING: CommitMessages = { levels: [], mail: [], tasks: [], reports: [], messages: [] };

/** @throws for an entity of a kind that nobody knows: the writer is newer than the relay. */
export function messagesOf(commit: CommittedRecord): CommitMessages {
  const kind = commit.entityId.slice(0, commit.entityId.indexOf('#'));
  switch (kind) {
    case 'case':
      return joined(commit.events.map((event, index) => ofDossier(commit, index, event as DossierEvent)));
    case 'handover':
      return joined(commit.events.map((event) => ofHandover(commit, event as HandoverEvent)));
    case 'mail':
      return joined(commit.events.map((event, index) => ofMail(commit, index, event as MailEvent)));
    case 'report':
      return joined(commit.events.map((event, index) => ofReport(commit, index, event as ReportEvent)));
    case 'conversation':
      return joined(commit.events.map((event, index) => ofConversation(commit, index, event as ConversationEvent)));
    case 'call':
      return joined(commit.events.map((event, index) => ofCall(commit, index, event as CallEvent | LineEvent)));
    case 'message':
      return { ...NOTHING, reports: [{ kind: 'take-message', entityId: commit.entityId }] };
    case 'delivery':
      return joined(commit.events.map((event, index) => ofDelivery(commit, index, event as DeliveryEvent)));
    case 'sign-in':
      return joined(commit.events.map((event, index) => ofSignIn(commit, index, event as SignInEvent)));
    default:
      throw new Error(`an entity of an unknown kind: ${kind}`);
  }
}

function ofDossier(commit: CommittedRecord, eventIndex: number, event: DossierEvent): CommitMessages {
  const { entityId, version } = commit;
  const tasks = tasksFor(event);
  const linked = linkedReport(event);
  const caseId = entityId.slice('case#'.length);
  return {
    ...NOTHING,
    levels: tasks.flatMap((task): CommitMessages['levels'] => {
      switch (task.kind) {
        case 'assign-step':
          return [{ level: task.level, task: { kind: task.kind, entityId, version, stepId: task.stepId } }];
        case 'assign-consultation': {
          const { kind, level, consultationId } = task;
          return [{ level, task: { kind, entityId, version, consultationId } }];
        }
        case 'file-attachments':
          return [];
        default:
          return task satisfies never;
      }
    }),
    mail: noticesFor(event).map(({ template, recipient }) => noticeOf(commit, eventIndex, { template, recipient })),
    tasks: tasks.some(({ kind }) => kind === 'file-attachments')
      ? [{ kind: 'file-attachments', entityId, version }]
      : [],
    reports: linked === undefined ? [] : [{ kind: 'link-dossier', entityId: `report#${linked}`, caseId }],
  };
}

/** Each dossier of a bag hears of it by a command of its own; the bag itself writes to nobody. */
function ofHandover({ entityId: bag }: CommittedRecord, event: HandoverEvent): CommitMessages {
  const handoverId = bag.slice('handover#'.length);
  return { ...NOTHING, tasks: tasksForHandover(event).map((task) => ({ ...task, handoverId })) };
}

function ofMail(commit: CommittedRecord, eventIndex: number, event: MailEvent): CommitMessages {
  const mailId = commit.entityId.slice('mail#'.length);
  const taken = letterTaken(event);
  return {
    ...NOTHING,
    mail: noticesForMail(event).map((notice) => noticeOf(commit, eventIndex, notice)),
    tasks: taken === undefined ? [] : [{ kind: 'take-letter', entityId: `case#${taken.caseId}`, mailId }],
  };
}

function ofSignIn(commit: CommittedRecord, eventIndex: number, event: SignInEvent): CommitMessages {
  if (event.type !== 'SignInRequested') return NOTHING;
  const notices = event.staffIds.map((staffId) =>
    noticeOf(commit, eventIndex, { template: 'sign-in', recipient: { kind: 'staff', staffId } }),
  );
  return { ...NOTHING, mail: notices };
}

function ofReport(commit: CommittedRecord, eventIndex: number, event: ReportEvent): CommitMessages {
  const { entityId, version } = commit;
  const reportId = entityId.slice('report#'.length);
  const { levels, tasks } = tasksForReport(event, reportId);
  return {
    ...NOTHING,
    levels: levels.map(({ level, workId }) => ({ level, task: { kind: 'assign-report', entityId, version, workId } })),
    mail: noticesForReport(event).map((notice) => noticeOf(commit, eventIndex, notice)),
    tasks: attachmentsIn(event).length > 0 ? [{ kind: 'file-attachments', entityId, version }] : [],
    reports: tasks.map((task) => reportTask(task, version)),
    messages: messagesForReport(event, reportId).map(({ template, reportId: teller }) =>
      messageOf(commit, eventIndex, { template, to: { kind: 'reporter', reportId: teller } }),
    ),
  };
}

function reportTask(task: ReturnType<typeof tasksForReport>['tasks'][number], version: number): ReportTask {
  switch (task.kind) {
    case 'subscribe':
      return { kind: task.kind, entityId: `report#${task.into}`, reportId: task.reportId };
    case 'await-words': {
      const { kind, conversationId, reportId } = task;
      return { kind, entityId: `conversation#${conversationId}`, reportId, for: task.for, version };
    }
    default:
      return task satisfies never;
  }
}

function ofConversation(commit: CommittedRecord, eventIndex: number, event: ConversationEvent): CommitMessages {
  const { entityId, version } = commit;
  const conversationId = entityId.slice('conversation#'.length);
  return {
    ...NOTHING,
    reports: tasksForConversation(event).map(({ kind }) => ({ kind, entityId, version, eventIndex })),
    messages: messagesForConversation(event, conversationId).map(({ template, conversationId: told }) =>
      messageOf(commit, eventIndex, { template, to: { kind: 'conversation', conversationId: told } }),
    ),
  };
}

function ofDelivery(commit: CommittedRecord, eventIndex: number, event: DeliveryEvent): CommitMessages {
  const { entityId } = commit;
  const notice = { template: 'delivery', recipient: { kind: 'reporter' } } as const;
  return {
    ...NOTHING,
    mail: handsToMail(event) ? [noticeOf(commit, eventIndex, notice)] : [],
    messages: wakesForDelivery(event) ? [{ kind: 'deliver', entityId }] : [],
  };
}

function ofCall(commit: CommittedRecord, eventIndex: number, event: CallEvent | LineEvent): CommitMessages {
  // That the line is saturated is told to nobody.
  if (event.type === 'OverflowBegan' || event.type === 'OverflowEnded') return NOTHING;
  const messages = messagesForCall(event).map(({ template, callId }) =>
    messageOf(commit, eventIndex, { template, to: { kind: 'caller', callId } }),
  );
  return { ...NOTHING, messages };
}

function messageOf(
  { entityId, version }: CommittedRecord,
  eventIndex: number,
  { template, to }: { readonly template: string; readonly to: Extract<OutgoingMessage, { kind: 'tell' }>['to'] },
): OutgoingMessage {
  const noticeId = [entityId, version, eventIndex, template, whomOf(to)].join('/');
  return { kind: 'tell', noticeId, entityId, version, eventIndex, template, to };
}

function whomOf(to: Extract<OutgoingMessage, { kind: 'tell' }>['to']): string {
  switch (to.kind) {
    case 'reporter':
      return `reporter:${to.reportId}`;
    case 'conversation':
      return `conversation:${to.conversationId}`;
    case 'caller':
      return `caller:${to.callId}`;
    default:
      return to satisfies never;
  }
}

function noticeOf(
  { entityId, version }: CommittedRecord,
  eventIndex: number,
  { template, recipient }: { readonly template: MailTemplate; readonly recipient: NoticeRecipient },
): OutgoingNotice {
  const noticeId = [entityId, version, eventIndex, template, recipientKey(recipient)].join('/');
  return { noticeId, entityId, version, eventIndex, template, recipient };
}

export function recipientKey(recipient: NoticeRecipient): string {
  switch (recipient.kind) {
    case 'applicant':
    case 'mail-sender':
    case 'reporter':
      return recipient.kind;
    case 'staff':
      return `staff:${recipient.staffId}`;
    case 'unit-head':
    case 'unit-mailbox':
      return `${recipient.kind}:${recipient.unitId}`;
    default:
      return recipient satisfies never;
  }
}

function joined(parts: readonly CommitMessages[]): CommitMessages {
  return {
    levels: parts.flatMap(({ levels }) => levels),
    mail: parts.flatMap(({ mail }) => mail),
    tasks: parts.flatMap(({ tasks }) => tasks),
    reports: parts.flatMap(({ reports }) => reports),
    messages: parts.flatMap(({ messages }) => messages),
  };
}
