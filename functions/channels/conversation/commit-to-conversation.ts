/** One commit of a conversation, on the state that the command was prepared for: two messages at once are decided one after the other. */
import type { ConversationCommand } from '../../../shared/domain/conversation/conversation-commands.ts';
import { conversationDecider } from '../../../shared/domain/conversation/conversation-decider.ts';
import { decideConversation } from '../../../shared/domain/conversation/decide-conversation.ts';
import type { Conversation } from '../../../shared/domain/conversation/state.ts';
import { addMinutes } from '../../../shared/domain/time.ts';
import type { KeptRecord } from '../../../shared/ports/entity-store.ts';
import { executeCommand } from '../../../shared/shell/execute-command.ts';
import { HOTLINE, type ReportTaskPorts, type TaskDone } from './report-task-ports.ts';

export interface ConversationCommit {
  readonly conversationId: string;
  /** Once, however often it is tried: names the message or the event that it comes of. */
  readonly key?: string;
  readonly prepare: (state: Conversation | undefined) => Promise<ConversationCommand> | ConversationCommand;
  readonly keep?: (state: Conversation | undefined) => readonly KeptRecord[];
  /** Only what somebody says opens a conversation. */
  readonly mayOpen?: true;
}

const ATTEMPTS = 6;
/** Longer than any queue keeps a message, and any rebuild of the queues goes back. Minutes. */
const KEY_LIFE = 60 * 24 * 60;

export async function commitToConversation(
  ports: Pick<ReportTaskPorts, 'conversations' | 'catalogue' | 'clock'>,
  { conversationId, key, prepare, keep, mayOpen }: ConversationCommit,
): Promise<TaskDone> {
  const entityId = `conversation#${conversationId}`;
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const found = await ports.conversations.load(entityId);
    if (found === undefined && mayOpen !== true) return { kind: 'ignored', reason: 'nobody has written here' };
    const command = await prepare(found?.state);
    const now = ports.clock.now();
    const catalogue = await ports.catalogue.load();
    const outcome = await executeCommand({
      store: ports.conversations,
      decider: conversationDecider,
      entityId,
      actor: HOTLINE,
      at: now,
      ...(found === undefined ? { create: true } : { expectedVersion: found.version }),
      decide: (state) => decideConversation(command, state, { now, catalogue }),
      ...(key !== undefined && {
        idempotency: {
          key: `hotline:${key}`,
          fingerprint: conversationId,
          expiresAt: addMinutes(now, KEY_LIFE),
          response: () => ({ status: 200, body: null }),
        },
      }),
      ...(keep && { alongside: { keep: keep(found?.state) } }),
    });
    switch (outcome.kind) {
      case 'done':
        return { kind: 'done' };
      case 'ignored':
        return { kind: 'ignored', reason: outcome.reason };
      case 'replayed':
        return { kind: 'ignored', reason: 'taken already' };
      // Somebody was faster: prepare it again for what is there now.
      case 'stale-version':
      case 'exists':
      case 'busy':
      case 'not-found':
        break;
      case 'refused':
      case 'key-reused':
      case 'upload-unavailable':
      case 'already-consumed':
        throw new Error(`a conversation came to ${outcome.kind}`);
      default:
        return outcome satisfies never;
    }
  }
  return { kind: 'busy' };
}
