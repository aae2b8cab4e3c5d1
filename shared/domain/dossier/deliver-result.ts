/** The result to the door by the post: two attempts two working days apart, then back to the counter (Circular 17/2017/TT-BTTTT art. 5). */
import { nextDeliveryAttemptAt } from '../calendar/deadline.ts';
import { officeCalendarOf } from '../calendar/office-calendar-of.ts';
import { isOutside } from '../calendar/working-calendar.ts';
import { accept, refuse, type Decision } from '../decision.ts';
import { localDateOf } from '../time.ts';
import { isBlank, isRefused, unitOf, type DossierContext } from './context.ts';
import type { DossierEvent } from './events.ts';
import { outsideCalendar, startTransitClock } from './start-clock.ts';
import type { CommandOf, StateFor } from './transitions.ts';

export function handResultToPost(
  command: CommandOf<'HandResultToPost'>,
  state: StateFor<'HandResultToPost'>,
  context: DossierContext,
): Decision<DossierEvent> {
  const { parcelNumber } = command;
  if (state.returnTo !== 'home') {
    return refuse('not-registered-for-home', {
      article: '45/2016/QĐ-TTg Điều 5',
      details: { returnTo: state.returnTo },
    });
  }
  if (isBlank(parcelNumber)) return refuse('parcel-number-missing', { pointer: '/parcelNumber' });
  const { actor, catalogue, now } = context;
  const unit = unitOf(context, state, actor.kind === 'staff' ? actor.unitId : state.counterId);
  const transit = startTransitClock({ catalogue, unit, startedAt: now }, [state.area]);
  if (isRefused(transit)) return transit;
  const carrier = command.carrier ?? (state.channel === 'post' ? state.intakeBy : undefined);
  return accept({
    type: 'ResultHandedToPost',
    parcelNumber,
    transit,
    at: now,
    ...(carrier !== undefined && { carrier }),
  });
}

export function recordDeliveryAttempt(
  command: CommandOf<'RecordDeliveryAttempt'>,
  state: StateFor<'RecordDeliveryAttempt'>,
  context: DossierContext,
): Decision<DossierEvent> {
  const { catalogue, now } = context;
  const { reason } = command;
  if (isBlank(reason)) return refuse('reason-missing', { pointer: '/reason' });
  const from = state.nextAttemptFrom;
  if (from !== undefined && localDateOf(now) < from) {
    return refuse('attempt-too-early', { article: '17/2017/TT-BTTTT Điều 5', details: { from } });
  }
  const attempt = state.attempts.length + 1;
  const failed = { type: 'DeliveryFailed', at: now, reason, attempt, counterId: state.counterId } as const;
  if (attempt >= catalogue.limits.deliveryAttempts) return accept(failed);
  const unit = unitOf(context, state, state.counterId);
  const gap = catalogue.limits.deliveryAttemptGapWorkingDays;
  const next = nextDeliveryAttemptAt(officeCalendarOf(catalogue, unit), now, gap);
  if (isOutside(next)) return outsideCalendar(next);
  const transit = startTransitClock({ catalogue, unit, startedAt: now }, [state.area], next);
  if (isRefused(transit)) return transit;
  return accept({ ...failed, nextAttemptFrom: localDateOf(next), transit });
}

/** With proof of delivery: the recipient's signature on the slip (45/2016/QĐ-TTg art. 9). */
export function confirmDelivery(
  command: CommandOf<'ConfirmDelivery'>,
  _state: StateFor<'ConfirmDelivery'>,
  context: DossierContext,
): Decision<DossierEvent> {
  const { to, proof } = command;
  if (isBlank(proof)) return refuse('proof-missing', { pointer: '/proof', article: '45/2016/QĐ-TTg Điều 9' });
  return accept({ type: 'ResultReturned', at: context.now, to, by: 'post', proof });
}
