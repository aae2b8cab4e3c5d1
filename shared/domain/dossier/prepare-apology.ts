import { accept, refuse, type Decision } from '../decision.ts';
import { APOLOGY_ARTICLE, appointAnew } from './appoint-anew.ts';
import { actsForStep, isBlank, isHeadOf, isRefused, staffActor, type DossierContext } from './context.ts';
import type { DossierEvent } from './events.ts';
import type { CommandOf, StateFor } from './transitions.ts';

/**
 * An officer who will not be done in time asks the head for the apology and another day (form M04): under the rules of the apology itself, so
 * that the head is never offered one that cannot be sent. Asked again, the later one stands.
 */
export function prepareApology(
  command: CommandOf<'PrepareApology'>,
  state: StateFor<'PrepareApology'>,
  context: DossierContext,
): Decision<DossierEvent> {
  const actor = staffActor(context);
  if (isRefused(actor)) return actor;
  const { unitId } = state.deciding;
  const open = state.work.steps.filter(({ status }) => status !== 'done');
  if (!isHeadOf(context, unitId) && !open.some((step) => actsForStep(context, step))) {
    return refuse('step-of-another', { sort: 'forbidden', article: APOLOGY_ARTICLE });
  }
  const { workingDays, reason } = command;
  if (isBlank(reason)) return refuse('reason-missing', { pointer: '/reason', article: APOLOGY_ARTICLE });
  const apology = isBlank(command.apology) ? context.catalogue.reminders.apology?.text : command.apology;
  if (apology === undefined || isBlank(apology)) {
    return refuse('apology-missing', { pointer: '/apology', article: APOLOGY_ARTICLE });
  }
  const clock = appointAnew(state, workingDays, context);
  if (isRefused(clock)) return clock;
  return accept({
    type: 'ApologyPrepared',
    prepared: { workingDays, reason, apology, preparedAt: context.now, by: actor.staffId },
    unitId,
    at: context.now,
  });
}
