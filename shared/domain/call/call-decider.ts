import type { ClockItem } from '../clock.ts';
import { localDateOf, minutesBetween } from '../time.ts';
import type { Call, CallEvent } from './state.ts';
import { openCallBack } from './state.ts';

/** @throws when the history is not one that `decideCall` can have written. */
export function evolveCall(state: Call | undefined, event: CallEvent): Call {
  const { callId, at } = event;
  const call: Call = state ?? { callId, at };
  switch (event.type) {
    case 'CallWaited':
      return { ...call, waitingSince: at, at: at < call.at ? at : call.at };
    case 'CallAnswered':
      return { ...call, answeredAt: at };
    case 'CallAbandoned':
      return { ...call, over: { how: 'abandoned', at } };
    case 'CallEnded':
      return { ...call, over: { how: 'ended', at } };
    case 'CallOffered':
      return { ...call, offer: event.offer };
    case 'CallerCalledBack':
    case 'CallBackMissed':
      if (call.offer?.slot === undefined) throw new Error(`${event.type} of a call that nobody promised to call back`);
      return { ...call, calledBack: { reached: event.type === 'CallerCalledBack', by: event.by, at } };
    default:
      return event satisfies never;
  }
}

export type CallOutcome = 'answered' | 'abandoned' | 'called-back';

/** Undefined while nobody knows. An exchange that says a call has ended after an answer may have lost the answer. */
function outcomeOf({ answeredAt, over, calledBack }: Call): CallOutcome | undefined {
  if (answeredAt !== undefined || over?.how === 'ended') return 'answered';
  if (calledBack?.reached === true) return 'called-back';
  return over?.how;
}

/** Public figures are counted from this list: `calls#<YYYY-MM>` of the month in which somebody called, in Viet Nam. */
function listingsOfCall(call: Call) {
  const outcome = outcomeOf(call);
  if (outcome === undefined) return [];
  const { at, callId, waitingSince, answeredAt, over } = call;
  const until = answeredAt ?? (over?.how === 'abandoned' ? over.at : undefined);
  const waitedSeconds =
    waitingSince !== undefined && until !== undefined
      ? { waitedSeconds: Math.max(0, Math.round(minutesBetween(waitingSince, until) * 60)) }
      : {};
  return [
    { list: `calls#${localDateOf(at).slice(0, 7)}`, key: `${at}#${callId}`, attributes: { outcome, ...waitedSeconds } },
  ];
}

/** The promise to call back is open work of the hotline, due at the end of its half hour. */
function clocksOfCall(call: Call): readonly ClockItem[] {
  const slot = openCallBack(call);
  if (slot === undefined || call.offer === undefined) return [];
  return [{ clockId: 'call-back', work: { unitId: call.offer.hotlineId, dueAt: slot.to } }];
}

/** A call as the shell executes it. It answers none of the snapshot's index questions: those are about dossiers. */
export const callDecider = {
  evolve: evolveCall,
  clocksOf: clocksOfCall,
  indexOf: (): object => ({}),
  listingsOf: listingsOfCall,
};
