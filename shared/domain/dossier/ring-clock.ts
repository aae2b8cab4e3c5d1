import type { RunningClock } from '../clock.ts';
import { afterRing } from './clock-timers.ts';
import type { DossierEvent } from './events.ts';
import { withConsultation, withStep } from './evolve-processing.ts';
import { withStall } from './stall.ts';
import type { Dossier } from './state.ts';

type TimerRang = Extract<DossierEvent, { type: 'TimerRang' }>;

/** A rung timer makes way for the next and touches nothing else: above all not the due time. The stall alarm leaves its mark. */
export function ringClock(state: Dossier, event: TimerRang): Dossier {
  const rung = changeClock(state, event.clockId, afterRing);
  return event.told === 'if-untouched' && event.tell.length > 0 ? withStall(rung, event.clockId) : rung;
}

/** Changes one running clock, by its id. @throws when no such clock can run in this status. */
export function changeClock(state: Dossier, clockId: string, ring: (clock: RunningClock) => RunningClock): Dossier {
  const [kind, id = ''] = clockId.split(':');
  if (kind === 'case' && state.clock !== undefined) return { ...state, clock: ring(state.clock) };
  switch (state.status) {
    case 'with-clerk':
    case 'sent-back-to-clerk':
    case 'result-with-post':
      return { ...state, transit: ring(state.transit) };
    case 'submitted':
      return { ...state, check: ring(state.check) };
    case 'received':
      return { ...state, forward: ring(state.forward) };
    case 'supplement-requested':
      return state.answer === undefined
        ? { ...state, wait: ring(state.wait) }
        : { ...state, answer: { ...state.answer, check: ring(state.answer.check) } };
    case 'processing': {
      const { work } = state;
      return kind === 'step'
        ? { ...state, work: withStep(work, id, (step) => ({ ...step, clock: ring(step.clock) })) }
        : { ...state, work: withConsultation(work, id, (one) => ({ ...one, clock: ring(one.clock) })) };
    }
    case 'paused':
      return { ...state, review: ring(state.review) };
    case 'decided':
      return state.transit === undefined ? state : { ...state, transit: ring(state.transit) };
    case 'result-at-counter':
    case 'result-undelivered':
    case 'returned':
    case 'refused':
    case 'withdrawn':
    case 'stopped':
      throw new Error(`clock ${clockId} in status ${state.status}`);
    default:
      return state satisfies never;
  }
}
