import type { ClockItem } from '../clock.ts';
import { evolveConversation } from './evolve-conversation.ts';
import type { Conversation } from './state.ts';

/** Rings when a draft has waited in vain for its missing answers. */
export const DRAFT_CLOCK = 'draft';
/** Rings when the missing parts of a long text are given up. */
export const PARTS_CLOCK = 'parts';

function clocksOfConversation({ draft, waiting }: Conversation): readonly ClockItem[] {
  const timer = draft?.expires.nextTimer;
  const until = waiting.map((text) => text.until).toSorted()[0];
  return [
    ...(timer === undefined ? [] : [{ clockId: DRAFT_CLOCK, timer }]),
    ...(until === undefined ? [] : [{ clockId: PARTS_CLOCK, timer: { level: 1, at: until } }]),
  ];
}

/** A conversation as the shell executes it. It answers none of the snapshot's index questions: those are about dossiers. */
export const conversationDecider = {
  evolve: evolveConversation,
  clocksOf: clocksOfConversation,
  indexOf: (): object => ({}),
};
