import { dueAt, latestApologyAt } from '../calendar/deadline.ts';
import { officeCalendarOf } from '../calendar/office-calendar-of.ts';
import { isOutside } from '../calendar/working-calendar.ts';
import type { RunningClock } from '../clock.ts';
import { refuse, type Refused } from '../decision.ts';
import { isRefused, unitOf, type DossierContext } from './context.ts';
import { clockUntil, outsideCalendar } from './start-clock.ts';
import type { Processing } from './state.ts';

export const APOLOGY_ARTICLE = '61/2018/NĐ-CP Điều 19.9';

/**
 * The whole case's clock with another day of appointment (hẹn lại ngày trả kết quả): at most once, and at the latest one working day before
 * expiry, so that the applicant hears of it before coming in vain. The same for an apology that is prepared and one that is sent.
 */
export function appointAnew(
  state: Processing,
  workingDays: number,
  context: Pick<DossierContext, 'catalogue' | 'now'>,
): RunningClock | Refused {
  const { catalogue, now } = context;
  if (!(Number.isInteger(workingDays) && workingDays >= 1))
    return refuse('days-out-of-range', { pointer: '/workingDays' });
  if (state.reappointments >= catalogue.limits.reappointments) {
    return refuse('already-extended', {
      article: APOLOGY_ARTICLE,
      details: { most: catalogue.limits.reappointments },
    });
  }
  const { clock } = state;
  if (clock === undefined) throw new Error(`dossier ${state.caseId} is under examination without a clock`);
  const unit = unitOf(context, state, state.deciding.unitId);
  const calendar = officeCalendarOf(catalogue, unit);
  const latest = latestApologyAt(calendar, clock.dueAt);
  if (isOutside(latest)) return outsideCalendar(latest);
  if (now > latest) {
    return refuse('apology-too-late', { article: APOLOGY_ARTICLE, details: { latest, dueAt: clock.dueAt } });
  }
  const limit = { unit: 'working-days', amount: workingDays } as const;
  const due = dueAt({ limit, startedAt: clock.dueAt, calendar, cutOff: catalogue.limits.forwardCutOff });
  const moved = clockUntil({ catalogue, unit, startedAt: now }, isOutside(due) ? due : due.dueAt);
  return isRefused(moved) ? moved : { ...moved, startedAt: clock.startedAt };
}
