import { refuse, type Decision } from '../decision.ts';
import type { DossierContext } from './context.ts';
import type { DossierEvent } from './events.ts';
import type { CommandOf, StateFor } from './transitions.ts';

export function prepareApology(
  command: CommandOf<'PrepareApology'>,
  state: StateFor<'PrepareApology'>,
  context: DossierContext,
): Decision<DossierEvent> {
  return refuse('being-written', { details: { command: command.type, status: state.status, at: context.now } });
}
