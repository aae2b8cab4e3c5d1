import { accept, refuse, type Decision } from '../decision.ts';
import { faultsRefusal, paperFaults, tooMany } from './check-documents.ts';
import { isRefused, procedureOf, unitOf, type DossierContext } from './context.ts';
import type { DossierEvent } from './events.ts';
import { startHoursClock } from './start-clock.ts';
import type { CommandOf, StateFor } from './transitions.ts';

/** The applicant sends what was asked for. The wait is over; the counter's time to check it runs from the first thing that came. */
export function submitSupplement(
  command: CommandOf<'SubmitSupplement'>,
  state: StateFor<'SubmitSupplement'>,
  context: DossierContext,
): Decision<DossierEvent> {
  const { catalogue, now } = context;
  const { attachments } = command;
  if (attachments.length === 0) return refuse('attachments-missing', { pointer: '/attachments' });
  const faults = [
    ...paperFaults(procedureOf(context, state), { documents: [], attachments }, catalogue.limits),
    ...tooMany(state.attachments.length + attachments.length, catalogue.limits),
  ];
  if (faults.length > 0) return faultsRefusal(faults);
  const { counterId } = state;
  const start = { catalogue, unit: unitOf(context, state, counterId), startedAt: now };
  const check = state.answer?.check ?? startHoursClock(start, catalogue.limits.checkHours);
  if (isRefused(check)) return check;
  return accept({ type: 'SupplementSubmitted', at: now, attachments, check, counterId });
}
