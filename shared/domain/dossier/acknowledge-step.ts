import { accept, ignore, type Decision } from '../decision.ts';
import { isRefused, staffActor, type DossierContext } from './context.ts';
import type { DossierEvent } from './events.ts';
import { stepToActOn } from './steps.ts';
import { isTouched } from './touch.ts';
import type { CommandOf, StateFor } from './transitions.ts';

/** The officer takes the work on; said twice it is one. */
export function acknowledgeStep(
  command: CommandOf<'AcknowledgeStep'>,
  state: StateFor<'AcknowledgeStep'>,
  context: DossierContext,
): Decision<DossierEvent> {
  const actor = staffActor(context);
  if (isRefused(actor)) return actor;
  const step = stepToActOn(state, command.stepId, context);
  if (isRefused(step)) return step;
  if (isTouched(state, `step:${step.stepId}`)) return ignore(`step ${step.stepId} was taken on before`);
  return accept({ type: 'StepAcknowledged', stepId: step.stepId, by: actor.staffId, at: context.now });
}
