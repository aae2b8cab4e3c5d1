/** What becomes of whatever reaches a conversation: messages, coming and leaving, what reports make of words, clocks. */
import { accept, ignore, type Decision } from '../decision.ts';
import type { ConversationCommand } from './conversation-commands.ts';
import type { ConversationEvent } from './events.ts';
import { ringConversation } from './ring-conversation.ts';
import { startOf } from './start-of.ts';
import type { Conversation } from './state.ts';
import { takeMessage } from './take-message.ts';
import { after, answered, type ConversationContext } from './turn.ts';

type CommandOf<Type extends ConversationCommand['type']> = Extract<ConversationCommand, { readonly type: Type }>;

export function decideConversation(
  command: ConversationCommand,
  state: Conversation | undefined,
  context: ConversationContext,
): Decision<ConversationEvent> {
  if (command.type === 'TakeMessage') return takeMessage(command, state, context);
  if (command.type === 'TakePresence') return takePresence(command, state, context);
  if (command.type === 'Open') {
    const { conversationId, channel } = command;
    if (state !== undefined) return ignore('open already');
    return accept({ type: 'ConversationStarted', conversationId, channel, at: context.now });
  }
  if (state === undefined) return ignore('nobody has written here');
  const { now: at } = context;
  switch (command.type) {
    case 'AcceptLink': {
      const { channel, other: conversationId } = command;
      if (state.links.some((link) => link.conversationId === conversationId)) return ignore('linked already');
      return accept({ type: 'LinkProven', channel, conversationId, here: false, at });
    }
    case 'AwaitWords':
      return awaitWords(command, state, context);
    case 'Answer':
      return accept({ type: 'Answered', with: command.with, at });
    case 'RingTimer':
      return ringConversation(command, state, context);
    default:
      return command satisfies never;
  }
}

/** Welcomed once: a provider may tell of one arrival under two names. */
function takePresence(
  command: CommandOf<'TakePresence'>,
  state: Conversation | undefined,
  context: ConversationContext,
): Decision<ConversationEvent> {
  const { present, sentAt } = command;
  if (state?.presenceAt !== undefined && sentAt <= state.presenceAt) return ignore('overtaken');
  const begun = startOf(state, command, context);
  const changed = after(begun, { type: 'PresenceChanged', present, sentAt, at: context.now });
  const welcomed = changed.state.told.welcome !== undefined || !present;
  const { events } = welcomed ? changed : answered(changed, 'welcome', context);
  const [first, ...rest] = events;
  return first === undefined ? ignore('nothing changed') : accept(first, ...rest);
}

/** Of two that come out of order the one of the report's later commit stands. */
function awaitWords(
  command: CommandOf<'AwaitWords'>,
  { reports, awaiting }: Conversation,
  { now: at }: ConversationContext,
): Decision<ConversationEvent> {
  const { reportId, version } = command;
  const toldBy = reports.find((one) => one.reportId === reportId)?.toldBy ?? 0;
  if (version <= toldBy) return ignore('overtaken');
  if (command.for === 'nothing' && awaiting?.reportId !== reportId && toldBy === 0) {
    return reports.some((one) => one.reportId === reportId)
      ? accept({ type: 'AwaitingSet', reportId, version, for: 'nothing', at })
      : ignore('nothing was waited for');
  }
  return accept({ type: 'AwaitingSet', reportId, version, for: command.for, at });
}
