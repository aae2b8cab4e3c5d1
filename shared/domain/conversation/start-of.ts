import type { MessageChannel } from '../channel.ts';
import { after, type ConversationContext, type Turn } from './turn.ts';
import { evolveConversation } from './evolve-conversation.ts';
import type { Conversation } from './state.ts';

/** The turn that goes on from the state, or opens the conversation. */
export function startOf(
  state: Conversation | undefined,
  { conversationId, channel }: { readonly conversationId: string; readonly channel: MessageChannel },
  { now }: ConversationContext,
): Turn {
  if (state !== undefined) return after({ state, events: [] });
  const started = { type: 'ConversationStarted', conversationId, channel, at: now } as const;
  return { state: evolveConversation(undefined, started), events: [started] };
}
