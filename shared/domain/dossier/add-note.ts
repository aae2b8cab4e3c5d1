import { accept, refuse, type Decision } from '../decision.ts';
import { isBlank, isRefused, staffActor, type DossierContext } from './context.ts';
import type { DossierEvent } from './events.ts';
import type { CommandOf, StateFor } from './transitions.ts';

/** Internal note (ghi chú nội bộ): it stands in the history for staff, and the work counts as touched. */
export function addNote(
  command: CommandOf<'AddNote'>,
  _: StateFor<'AddNote'>,
  context: DossierContext,
): Decision<DossierEvent> {
  const actor = staffActor(context);
  if (isRefused(actor)) return actor;
  const { text, stepId } = command;
  if (isBlank(text)) return refuse('note-missing', { pointer: '/text' });
  return accept({
    type: 'NoteAdded',
    text,
    by: actor.staffId,
    at: context.now,
    ...(stepId !== undefined && { stepId }),
  });
}
