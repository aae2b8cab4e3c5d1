import { dueAt, latestApologyAt } from '../calendar/deadline.ts';
import { officeCalendarOf } from '../calendar/office-calendar-of.ts';
import { isOutside } from '../calendar/working-calendar.ts';
import { accept, refuse, type Decision } from '../decision.ts';
import { isBlank, isHeadOf, isRefused, unitOf, type DossierContext } from './context.ts';
import type { DossierEvent } from './events.ts';
import { concerned } from './concerned.ts';
import { clockUntil, outsideCalendar } from './start-clock.ts';
import type { CommandOf, StateFor } from './transitions.ts';

const ARTICLE = '61/2018/NĐ-CP Điều 19.9';

/**
 * Apology and re-appointment (Phiếu xin lỗi và hẹn lại ngày trả kết quả): at most once, and at the latest one working day before
 * expiry, so that the applicant hears of it before coming in vain. The steps' own clocks are not moved.
 */
export function extend(
  command: CommandOf<'Extend'>,
  state: StateFor<'Extend'>,
  context: DossierContext,
): Decision<DossierEvent> {
  const { catalogue, now } = context;
  const { workingDays, reason, apology } = command;
  if (!isHeadOf(context, state.deciding.unitId))
    return refuse('head-of-deciding-unit-only', { sort: 'forbidden', article: ARTICLE });
  if (isBlank(reason)) return refuse('reason-missing', { pointer: '/reason', article: ARTICLE });
  if (isBlank(apology)) return refuse('apology-missing', { pointer: '/apology', article: ARTICLE });
  if (!(Number.isInteger(workingDays) && workingDays >= 1))
    return refuse('days-out-of-range', { pointer: '/workingDays' });
  if (state.reappointments >= catalogue.limits.reappointments) {
    return refuse('already-extended', { article: ARTICLE, details: { most: catalogue.limits.reappointments } });
  }
  const { clock } = state;
  if (clock === undefined) throw new Error(`dossier ${state.caseId} is under examination without a clock`);
  const unit = unitOf(context, state, state.deciding.unitId);
  const calendar = officeCalendarOf(catalogue, unit);
  const latest = latestApologyAt(calendar, clock.dueAt);
  if (isOutside(latest)) return outsideCalendar(latest);
  if (now > latest) return refuse('apology-too-late', { article: ARTICLE, details: { latest, dueAt: clock.dueAt } });
  const limit = { unit: 'working-days', amount: workingDays } as const;
  const due = dueAt({ limit, startedAt: clock.dueAt, calendar, cutOff: catalogue.limits.forwardCutOff });
  const moved = clockUntil({ catalogue, unit, startedAt: now }, isOutside(due) ? due : due.dueAt);
  if (isRefused(moved)) return moved;
  const extended = { ...moved, startedAt: clock.startedAt };
  return accept({
    type: 'DeadlineExtended',
    from: clock.dueAt,
    clock: extended,
    reason,
    apology,
    at: now,
    ...concerned(state),
  });
}
