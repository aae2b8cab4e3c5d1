/** What the exchange tells of a call, in whatever order and however often, and what became of a call-back. */
import type { Actor } from '../actor.ts';
import type { Catalogue } from '../catalogue/catalogue.ts';
import { accept, ignore, refuse, type Decision } from '../decision.ts';
import { authorise } from '../staff/permissions.ts';
import type { Instant } from '../time.ts';
import { openCallBack, type Call, type CallCommand, type CallEvent } from './state.ts';

export interface CallContext {
  readonly now: Instant;
  readonly actor: Actor;
  readonly catalogue: Catalogue;
}

type TakeCallEvent = Extract<CallCommand, { readonly type: 'TakeCallEvent' }>;

export function decideCall(command: CallCommand, state: Call | undefined, context: CallContext): Decision<CallEvent> {
  switch (command.type) {
    case 'TakeCallEvent':
      return take(command, state);
    case 'CallBackMade':
    case 'CallBackFailed':
      return callBack(command, state, context);
    default:
      return command satisfies never;
  }
}

function take(command: TakeCallEvent, state: Call | undefined): Decision<CallEvent> {
  const told = eventOf(command, state);
  const offered = offerOf(command, state);
  const [first, ...rest] = [...told, ...offered];
  return first === undefined ? ignore('known already') : accept(first, ...rest);
}

function eventOf({ callId, event, at }: TakeCallEvent, state: Call | undefined): readonly CallEvent[] {
  switch (event) {
    case 'waiting':
      return state?.waitingSince === undefined ? [{ type: 'CallWaited', callId, at }] : [];
    case 'answered':
      return state?.answeredAt === undefined ? [{ type: 'CallAnswered', callId, at }] : [];
    case 'abandoned':
      return state?.over === undefined ? [{ type: 'CallAbandoned', callId, at }] : [];
    case 'ended':
      return state?.over === undefined ? [{ type: 'CallEnded', callId, at }] : [];
    default:
      return event satisfies never;
  }
}

/** Once, and only to somebody who still waits: the first offer stands, for it has been said aloud. */
function offerOf({ callId, event, at, offer }: TakeCallEvent, state: Call | undefined): readonly CallEvent[] {
  const waits = event === 'waiting' && state?.answeredAt === undefined && state?.over === undefined;
  return offer !== undefined && waits && state?.offer === undefined ? [{ type: 'CallOffered', callId, offer, at }] : [];
}

function callBack(
  command: Exclude<CallCommand, TakeCallEvent>,
  state: Call | undefined,
  { actor, catalogue, now }: CallContext,
): Decision<CallEvent> {
  if (actor.kind !== 'staff') return refuse('staff-only', { sort: 'forbidden' });
  if (state?.offer?.slot === undefined) return refuse('no-call-back', { sort: 'conflict' });
  const operation = 'report-calls';
  const subject = { counterId: state.offer.hotlineId };
  const authorisation = authorise({ operation, actor, catalogue, now, subject });
  if (authorisation.kind === 'denied')
    return refuse('not-permitted', { sort: 'forbidden', details: { operation, why: authorisation.why } });
  const reached = command.type === 'CallBackMade';
  const { calledBack, callId } = state;
  if (calledBack?.by === actor.staffId && calledBack.reached === reached) return ignore('said by the same person');
  if (calledBack !== undefined)
    return refuse('called-back-already', { sort: 'conflict', details: { by: calledBack.by, at: calledBack.at } });
  if (openCallBack(state) === undefined) return refuse('no-call-back', { sort: 'conflict' });
  return accept({ type: reached ? 'CallerCalledBack' : 'CallBackMissed', callId, by: actor.staffId, at: now });
}
