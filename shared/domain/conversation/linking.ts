/** Two channels are one person's only by proof: a code that was sent to the one is repeated on the other. */
import { minutesBetween } from '../time.ts';
import type { LinkTarget } from './conversation-commands.ts';
import type { LinkFailure } from './events.ts';
import { after, type Turn, type TurnContext } from './turn.ts';

/** Minutes that a code holds, and wrong ones that end it. */
const CODE_HOLDS = 10;
const MOST_TRIES = 5;

export function askForLink(turn: Turn, target: LinkTarget, context: TurnContext): Turn {
  if (target.kind !== 'to') return failed(turn, target.kind, context);
  const { channel, conversationId } = target;
  if (conversationId === turn.state.conversationId) return failed(turn, 'no-address', context);
  return after(turn, { type: 'LinkAsked', channel, conversationId, at: context.now });
}

export function tryCode(turn: Turn, isRight: boolean, context: TurnContext): Turn {
  const { linking } = turn.state;
  if (linking === undefined) return turn;
  const { askedAt, channel, conversationId, tries } = linking;
  if (minutesBetween(askedAt, context.now) > CODE_HOLDS) return failed(turn, 'expired', context);
  if (isRight) return after(turn, { type: 'LinkProven', channel, conversationId, here: true, at: context.now });
  return failed(turn, tries + 1 < MOST_TRIES ? 'wrong-code' : 'too-many-tries', context);
}

function failed(turn: Turn, why: LinkFailure, { now }: TurnContext): Turn {
  return after(turn, { type: 'LinkFailed', why, at: now });
}
