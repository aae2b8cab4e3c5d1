import { accept, type Decision, type Refused } from '../decision.ts';
import type { RunningClock } from '../clock.ts';
import { isBlank, isRefused, staffActor, unitOf, type DossierContext } from './context.ts';
import type { DossierEvent } from './events.ts';
import { shiftClock } from './shift-clock.ts';
import type { Paused } from './state.ts';
import type { CommandOf, StateFor } from './transitions.ts';

/** The pause is over: every clock goes on where it stood, its due time later by the office time of the pause. */
export function resume(
  command: CommandOf<'Resume'>,
  state: StateFor<'Resume'>,
  context: DossierContext,
): Decision<DossierEvent> {
  const actor = staffActor(context);
  if (isRefused(actor)) return actor;
  if (state.clock === undefined) throw new Error(`dossier ${state.caseId} was paused without a clock`);
  const mayBeExtended = state.reappointments < context.catalogue.limits.reappointments;
  const clock = shifted(state, { clock: state.clock, unitId: state.deciding.unitId, mayBeExtended }, context);
  if (isRefused(clock)) return clock;
  const steps = shiftedAll(state.suspended.steps, (step) => {
    if (step.status === 'done') return step;
    const { unitId } = step;
    const again = shifted(state, { clock: step.clock, unitId, mayStall: step.touchedAt === undefined }, context);
    return isRefused(again) ? again : { ...step, clock: again };
  });
  if (isRefused(steps)) return steps;
  const consultations = shiftedAll(state.suspended.consultations, (one) => {
    if (one.answer !== undefined) return one;
    const again = shifted(state, { clock: one.clock, unitId: one.unitId, mayStall: true }, context);
    return isRefused(again) ? again : { ...one, clock: again };
  });
  if (isRefused(consultations)) return consultations;
  const { note } = command;
  return accept({
    type: 'DossierResumed',
    by: actor.staffId,
    ...(note !== undefined && !isBlank(note) && { note }),
    clock,
    steps,
    consultations,
    at: context.now,
  });
}

interface Stood {
  readonly clock: RunningClock;
  readonly unitId: string;
  readonly mayBeExtended?: boolean;
  readonly mayStall?: boolean;
}

function shifted(state: Paused, { clock, unitId, ...may }: Stood, context: DossierContext): RunningClock | Refused {
  return shiftClock(clock, { from: state.pausedAt, unit: unitOf(context, state, unitId), ...may }, context);
}

function shiftedAll<Work>(all: readonly Work[], shift: (one: Work) => Work | Refused): readonly Work[] | Refused {
  const done: Work[] = [];
  for (const one of all) {
    const again = shift(one);
    if (isRefused(again)) return again;
    done.push(again);
  }
  return done;
}
