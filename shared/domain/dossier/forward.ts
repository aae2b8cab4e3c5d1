import { accept, type Decision } from '../decision.ts';
import { isRefused, procedureOf, type DossierContext } from './context.ts';
import type { DossierEvent } from './events.ts';
import { openStage } from './open-stage.ts';
import type { CommandOf, StateFor } from './transitions.ts';

/** To the unit that decides, and every unit of the first stage (61/2018/NĐ-CP art. 18). Late is late, not forbidden. */
export function forward(
  _command: CommandOf<'Forward'>,
  state: StateFor<'Forward'>,
  context: DossierContext,
): Decision<DossierEvent> {
  const steps = openStage(state, 0, context);
  if (isRefused(steps)) return steps;
  const stages = procedureOf(context, state).stages.length;
  return accept({ type: 'DossierForwarded', at: context.now, stages, steps });
}
