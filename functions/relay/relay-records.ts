/**
 * From the stream to the queues. Everything is sent before the batch is acknowledged; what one queue did not take makes the first
 * record concerned fail, and the stream gives that record and the ones after it again. Consumers are idempotent, so the messages
 * that had been sent already do no harm.
 */
import type {
  CaseTask,
  LevelTask,
  OutgoingMessage,
  OutgoingNotice,
  ReportTask,
} from '../../shared/contracts/messages.ts';
import type { MessageQueue } from '../../shared/ports/outside.ts';
import type { CommittedRecord } from '../../shared/ports/event-scan.ts';
import { messagesOf } from './messages-of.ts';

export interface RelayQueues {
  /** By level id. */
  readonly levels: ReadonlyMap<string, MessageQueue<LevelTask>>;
  readonly mail: MessageQueue<OutgoingNotice>;
  readonly tasks: MessageQueue<CaseTask>;
  readonly reports: MessageQueue<ReportTask>;
  readonly messages: MessageQueue<OutgoingMessage>;
}

export interface RelayCounts {
  readonly levels: number;
  readonly mail: number;
  readonly tasks: number;
  readonly reports: number;
  readonly messages: number;
}

export interface Relayed {
  readonly counts: RelayCounts;
  /** Index of the first commit of which a message was not taken. */
  readonly firstFailed?: number;
}

/** @throws when a commit names a level that has no queue: the deployment and the catalogue disagree. */
export async function relayCommits(commits: readonly CommittedRecord[], queues: RelayQueues): Promise<Relayed> {
  const all = commits.map((commit) => messagesOf(commit));
  const levels = all.flatMap(({ levels: tasks }, index) => tasks.map((task) => ({ ...task, index })));
  const mail = all.flatMap((each, index) => each.mail.map((message) => ({ message, index })));
  const tasks = all.flatMap((each, index) => each.tasks.map((message) => ({ message, index })));
  const reports = all.flatMap((each, index) => each.reports.map((message) => ({ message, index })));
  const messages = all.flatMap((each, index) => each.messages.map((message) => ({ message, index })));

  const failed = await Promise.all([
    ...[...Map.groupBy(levels, ({ level }) => level)].map(([level, toLevel]) => {
      const queue = queues.levels.get(level);
      if (queue === undefined) throw new Error(`no queue for level ${level}`);
      return sendAll(
        queue,
        toLevel.map(({ task, index }) => ({ message: task, index })),
      );
    }),
    sendAll(queues.mail, mail),
    sendAll(queues.tasks, tasks),
    sendAll(queues.reports, reports),
    sendAll(queues.messages, messages),
  ]);
  const first = failed.flat().reduce((least, index) => Math.min(least, index), Infinity);
  return {
    counts: {
      levels: levels.length,
      mail: mail.length,
      tasks: tasks.length,
      reports: reports.length,
      messages: messages.length,
    },
    ...(first !== Infinity && { firstFailed: first }),
  };
}

/** @returns the indexes of the commits whose messages were not taken. */
async function sendAll<Message>(
  queue: MessageQueue<Message>,
  messages: readonly { readonly message: Message; readonly index: number }[],
): Promise<readonly number[]> {
  if (messages.length === 0) return [];
  const { failed } = await queue.send(messages.map(({ message }) => message));
  return failed.flatMap((position) => messages[position]?.index ?? []);
}
