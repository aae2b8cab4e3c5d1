import { accept, refuse, type Decision } from '../decision.ts';
import { isRefused, staffActor, type DossierContext } from './context.ts';
import type { DossierEvent } from './events.ts';
import type { CommandOf, StateFor } from './transitions.ts';
import { givenBy } from './undoable-act.ts';

/** Taken back by whoever did it, a few minutes long, and only while nobody has built on it. */
export function undoAct(
  command: CommandOf<'UndoAct'>,
  state: StateFor<'UndoAct'>,
  context: DossierContext,
): Decision<DossierEvent> {
  const actor = staffActor(context);
  if (isRefused(actor)) return actor;
  const { mailId } = command;
  const { undoable } = state;
  if (undoable?.mailId !== mailId) return refuse('undo-overtaken', { sort: 'conflict' });
  const { staffId, until, act } = undoable;
  if (staffId !== actor.staffId) return refuse('not-your-act', { sort: 'forbidden' });
  if (context.now > until) return refuse('undo-too-late', { sort: 'conflict', details: { until } });
  const given = givenBy(undoable, state);
  if (given === undefined) return refuse('undo-overtaken', { sort: 'conflict' });
  const officers = [...new Set(given.flatMap(({ officerId }) => officerId ?? []))].filter((id) => id !== staffId);
  return accept({
    type: 'ActUndone',
    mailId,
    by: staffId,
    act,
    officers,
    counterId: state.counterId,
    at: context.now,
  });
}
