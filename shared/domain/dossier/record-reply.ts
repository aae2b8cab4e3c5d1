import { accept, type Decision } from '../decision.ts';
import { UNDO_MINUTES } from '../reply/reply-acts.ts';
import { addMinutes } from '../time.ts';
import type { DossierContext } from './context.ts';
import type { DossierEvent } from './events.ts';
import type { CommandOf, StateFor } from './transitions.ts';
import { undoableActOf } from './undoable-act.ts';

/** What a reply of staff came to, last in the commit of what it did: the receipt, the question or the request to confirm is sent from here. */
export function recordReply(
  command: CommandOf<'RecordReply'>,
  state: StateFor<'RecordReply'>,
  { now }: DossierContext,
): Decision<DossierEvent> {
  const { mailId, staffId, result, answer } = command;
  const act = undoableActOf(command, state);
  const undoable = act && { mailId, staffId, at: now, until: addMinutes(now, UNDO_MINUTES), act };
  return accept({ type: 'ReplyAnswered', mailId, staffId, result, answer, at: now, ...(undoable && { undoable }) });
}
