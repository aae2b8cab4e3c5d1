import { accept, refuse, type Decision } from '../decision.ts';
import { faultsRefusal, paperFaults, tooMany } from './check-documents.ts';
import { isBlank, isRefused, procedureOf, staffActor, type DossierContext } from './context.ts';
import type { DossierEvent } from './events.ts';
import type { CommandOf, StateFor } from './transitions.ts';

/** Internal note (ghi chú nội bộ), with files or without: it stands in the history for staff, and the work counts as touched. */
export function addNote(
  command: CommandOf<'AddNote'>,
  state: StateFor<'AddNote'>,
  context: DossierContext,
): Decision<DossierEvent> {
  const actor = staffActor(context);
  if (isRefused(actor)) return actor;
  const { text, stepId, attachments = [] } = command;
  if (isBlank(text) && attachments.length === 0) return refuse('note-missing', { pointer: '/text' });
  const { limits } = context.catalogue;
  const faults = [
    ...paperFaults(procedureOf(context, state), { documents: [], attachments }, limits),
    ...tooMany(state.attachments.length + attachments.length, limits),
  ];
  if (attachments.length > 0 && faults.length > 0) return faultsRefusal(faults);
  return accept({
    type: 'NoteAdded',
    text,
    ...(attachments.length > 0 && { attachments }),
    by: actor.staffId,
    at: context.now,
    ...(stepId !== undefined && { stepId }),
  });
}
