/** Something arrived on a channel: a message, a receipt of one of ours, or somebody who came or left. */
import type { ChannelMessage, ChannelPresence } from '../../../shared/domain/conversation/channel-message.ts';
import type { Conversation } from '../../../shared/domain/conversation/state.ts';
import type { KeptRecord } from '../../../shared/ports/entity-store.ts';
import { conversationIdOf } from '../../../shared/shell/conversation-id.ts';
import { takeReceipt } from '../outgoing/take-receipt.ts';
import { commitToConversation } from './commit-to-conversation.ts';
import { keptItem } from './kept-messages.ts';
import { linkTarget } from './link-target.ts';
import { intentOf, readMessage } from './read-message.ts';
import type { ReportTaskPorts, TaskDone } from './report-task-ports.ts';

/** @param entityId `message#<id>`. @throws on a fault: the message comes again. */
export async function takeItem(ports: ReportTaskPorts, entityId: string): Promise<TaskDone> {
  const messageId = entityId.slice('message#'.length);
  const item = await keptItem(ports, messageId);
  switch (item?.kind) {
    case 'message':
      return takeMessage(ports, messageId, item);
    case 'presence':
      return takePresence(ports, item);
    case 'receipt': {
      const { kind } = await takeReceipt(ports, item);
      if (kind === 'unknown') return { kind: 'busy' };
      return kind === 'taken' ? { kind: 'done' } : { kind: 'ignored', reason: 'not ours, or nothing new' };
    }
    case undefined:
      return { kind: 'ignored', reason: 'kept no longer' };
    default:
      return item satisfies never;
  }
}

async function takeMessage(ports: ReportTaskPorts, messageId: string, message: ChannelMessage): Promise<TaskDone> {
  const conversationId = await conversationOf(ports, message);
  const intent = intentOf(message);
  const known = await ports.conversations.load(`conversation#${conversationId}`);
  const asksForLink =
    intent.kind === 'link' && message.unproven !== true && known?.state.taken.includes(messageId) !== true;
  const link = asksForLink ? await linkTarget(ports, { target: intent.target, from: conversationId }) : undefined;
  const arrived = { conversationId, messageId, message, intent, ...(link && { link }) };
  const done = await commitToConversation(ports, {
    conversationId,
    key: `take/${messageId}`,
    mayOpen: true,
    prepare: (state) => readMessage(ports, arrived, state),
    keep: (state) => addressOf(message, state),
  });
  // Also when it was taken before: then the link may have been cut off by a fault.
  if (intent.kind === 'digits') await linkBothWays(ports, conversationId);
  return done;
}

/** Where to answer is where the newest message came from. */
function addressOf({ sender, senderName, at }: ChannelMessage, state: Conversation | undefined): readonly KeptRecord[] {
  if (state?.lastHeardAt !== undefined && at < state.lastHeardAt) return [];
  return [{ record: 'ADDRESS', value: { address: sender, ...(senderName !== undefined && { senderName }) } }];
}

/** Whoever repeated the code has both channels, so each knows of the other. */
async function linkBothWays(ports: ReportTaskPorts, conversationId: string): Promise<void> {
  const state = (await ports.conversations.load(`conversation#${conversationId}`))?.state;
  for (const link of state?.links ?? []) {
    const { channel } = state ?? {};
    if (channel === undefined) return;
    await commitToConversation(ports, {
      conversationId: link.conversationId,
      prepare: () => ({ type: 'AcceptLink', channel, other: conversationId }),
    });
  }
}

async function takePresence(ports: ReportTaskPorts, item: ChannelPresence): Promise<TaskDone> {
  const conversationId = await conversationOf(ports, item);
  const { channel, present, at: sentAt, sender } = item;
  return commitToConversation(ports, {
    conversationId,
    mayOpen: true,
    prepare: () => ({ type: 'TakePresence', conversationId, channel, present, sentAt }),
    keep: (state) => (state === undefined ? [{ record: 'ADDRESS', value: { address: sender } }] : []),
  });
}

async function conversationOf(
  { secrets }: ReportTaskPorts,
  { channel, sender }: Pick<ChannelMessage, 'channel' | 'sender'>,
): Promise<string> {
  return conversationIdOf(await secrets.signingKeys(), channel, sender.account);
}
