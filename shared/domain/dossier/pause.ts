import { isValidOn } from '../catalogue/lookup.ts';
import { accept, refuse, type Decision } from '../decision.ts';
import { localDateOf } from '../time.ts';
import { concerned } from './concerned.ts';
import { isBlank, isRefused, staffActor, unitOf, type DossierContext } from './context.ts';
import type { DossierEvent } from './events.ts';
import { startLimitClock } from './start-clock.ts';
import type { CommandOf, StateFor } from './transitions.ts';

/**
 * The time limit stands still (tạm dừng tính thời hạn), for a reason from the published list and no other. After the reason's review days the
 * deciding unit is asked whether it still holds: a pause that nobody ends would be a way to hide a late case.
 */
export function pause(
  command: CommandOf<'Pause'>,
  state: StateFor<'Pause'>,
  context: DossierContext,
): Decision<DossierEvent> {
  const actor = staffActor(context);
  if (isRefused(actor)) return actor;
  const { catalogue, now } = context;
  const reason = catalogue.pauseReasons.find((one) => one.id === command.reason && isValidOn(one, localDateOf(now)));
  if (reason === undefined) return refuse('unknown-pause-reason', { pointer: '/reason' });
  if (isBlank(command.note)) return refuse('reason-missing', { pointer: '/note' });
  const review = startLimitClock(
    { catalogue, unit: unitOf(context, state, state.deciding.unitId), startedAt: now },
    { unit: 'days', amount: reason.reviewDays },
  );
  if (isRefused(review)) return review;
  return accept({
    type: 'DossierPaused',
    reason: reason.id,
    note: command.note,
    by: actor.staffId,
    review,
    at: now,
    ...concerned(state),
  });
}
