import type { ConversationEvent, ConversationEventOf } from '../../../shared/domain/conversation/events.ts';
import type { Conversation } from '../../../shared/domain/conversation/state.ts';
import type { ReportTaskPorts } from './report-task-ports.ts';

/** Which event of a conversation a task is about. */
export interface EventPlace {
  readonly entityId: string;
  readonly version: number;
  readonly eventIndex: number;
}

/** @throws when there is no such event: nothing but a commit makes these tasks. */
export async function eventOf<Type extends ConversationEvent['type']>(
  { conversations }: Pick<ReportTaskPorts, 'conversations'>,
  { entityId, version, eventIndex }: EventPlace,
  type: Type,
): Promise<{ readonly event: ConversationEventOf<Type>; readonly conversation: Conversation }> {
  const [found, history] = await Promise.all([conversations.load(entityId), conversations.history(entityId)]);
  const event = history.find((commit) => commit.version === version)?.events[eventIndex];
  if (found === undefined || event?.type !== type) throw new Error(`no ${type} at ${String(version)} of ${entityId}`);
  return { event: event as ConversationEventOf<Type>, conversation: found.state };
}
