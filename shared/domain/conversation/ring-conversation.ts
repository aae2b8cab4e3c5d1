/** A draft that nobody completed, or parts of a long text that never came. */
import { accept, ignore, type Decision } from '../decision.ts';
import type { ConversationEvent } from './events.ts';
import { partialText } from './long-text.ts';
import type { Conversation } from './state.ts';
import { takeWords } from './take-words.ts';
import { after, type ConversationContext, type Turn } from './turn.ts';
import { DRAFT_CLOCK, PARTS_CLOCK } from './conversation-decider.ts';

export function ringConversation(
  { clockId }: { readonly clockId: string },
  state: Conversation,
  context: ConversationContext,
): Decision<ConversationEvent> {
  if (clockId === DRAFT_CLOCK) return expire(state, context);
  return clockId === PARTS_CLOCK ? giveUp(state, context) : ignore('no such clock');
}

function expire({ draft }: Conversation, { now }: ConversationContext): Decision<ConversationEvent> {
  const at = draft?.expires.nextTimer?.at;
  if (draft === undefined || at === undefined || at > now) return ignore('not due');
  return accept({ type: 'DraftExpired', draftId: draft.draftId, at: now });
}

function giveUp(state: Conversation, context: ConversationContext): Decision<ConversationEvent> {
  const over = state.waiting.filter(({ until }) => until <= context.now);
  const left = state.waiting.filter(({ until }) => until > context.now);
  if (over.length === 0) return ignore('not due');
  const givenUp = over.map(({ ref }) => ref);
  const waited = { type: 'PartsWaited', waiting: left, givenUp, at: context.now } as const;
  const taken = over.reduce(
    (turn: Turn, text) => takeWords(turn, partialText(text), { ...context, reportId: text.reportId }),
    after({ state, events: [] }, waited),
  );
  const [first = waited, ...rest] = taken.events;
  return accept(first, ...rest);
}
