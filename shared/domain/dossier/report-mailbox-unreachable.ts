import { refuse, type Decision } from '../decision.ts';
import type { DossierContext } from './context.ts';
import type { DossierEvent } from './events.ts';
import type { CommandOf, StateFor } from './transitions.ts';

export function reportMailboxUnreachable(
  command: CommandOf<'ReportMailboxUnreachable'>,
  state: StateFor<'ReportMailboxUnreachable'>,
  context: DossierContext,
): Decision<DossierEvent> {
  return refuse('being-written', { details: { command: command.type, status: state.status, at: context.now } });
}
