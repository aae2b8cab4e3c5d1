/**
 * Request to supplement (M02, Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ). Once, completely; a second needs a justification, and one more
 * than two only if the guidance was not followed (63/2010/NĐ-CP art. 20.4). From the examination only within three working days
 * and through the one-stop section (61/2018/NĐ-CP art. 19.4, 5).
 */
import { officeCalendarOf } from '../calendar/office-calendar-of.ts';
import { isOutside, workingDaysBetween } from '../calendar/working-calendar.ts';
import { accept, refuse, type Decision, type Fault, type Refused } from '../decision.ts';
import { localDateOf } from '../time.ts';
import { isBlank, isRefused, procedureOf, unitOf, type DossierContext } from './context.ts';
import type { DossierEvent } from './events.ts';
import { outsideCalendar, startLimitClock } from './start-clock.ts';
import type { Processing } from './state.ts';
import { stepToActOn } from './steps.ts';
import type { CommandOf, StateFor } from './transitions.ts';

const TWO_TRIPS = '63/2010/NĐ-CP Điều 20.4';

export function requestSupplement(
  command: CommandOf<'RequestSupplement'>,
  state: StateFor<'RequestSupplement'>,
  context: DossierContext,
): Decision<DossierEvent> {
  const procedure = procedureOf(context, state);
  const faults = itemFaults(command, new Set(procedure.documents.map(({ id }) => id)));
  if (faults.length > 0)
    return refuse('supplement-faulty', { faults, pointer: '/items', article: '61/2018/NĐ-CP Điều 15.2' });
  if (isBlank(command.reason))
    return refuse('reason-missing', { pointer: '/reason', article: '61/2018/NĐ-CP Điều 17.1' });
  const limit = tooManyRequests(command, state.supplements + 1, context);
  if (limit !== undefined) return limit;
  if (state.status === 'supplement-requested' && state.answer === undefined) {
    return refuse('supplement-awaited', { sort: 'conflict', details: { requestedAt: state.requestedAt } });
  }
  const tooLate = state.status === 'processing' ? examinationRefusal(command, state, context) : undefined;
  if (tooLate !== undefined) return tooLate;
  const unit = unitOf(context, state, state.counterId);
  const wait = startLimitClock(
    { catalogue: context.catalogue, unit, startedAt: context.now },
    { unit: 'days', amount: procedure.supplementWaitDays },
  );
  if (isRefused(wait)) return wait;
  const { items, reason, justification, guidanceNotFollowed = false, stepId } = command;
  return accept({
    type: 'SupplementRequested',
    phase: phaseOf(state),
    items,
    reason,
    guidanceNotFollowed,
    requestNumber: state.supplements + 1,
    requestedAt: context.now,
    wait,
    counterId: state.counterId,
    ...(justification !== undefined && !isBlank(justification) && { justification }),
    ...(stepId !== undefined && { stepId }),
  });
}

function phaseOf(state: StateFor<'RequestSupplement'>): 'reception' | 'examination' {
  if (state.status === 'supplement-requested') return state.phase;
  return state.status === 'processing' ? 'examination' : 'reception';
}

function itemFaults(command: CommandOf<'RequestSupplement'>, lines: ReadonlySet<string>): readonly Fault[] {
  if (command.items.length === 0) return [{ rule: 'items-missing', pointer: '/items' }];
  return command.items.flatMap((item, index) => [
    ...(lines.has(item.lineId) ? [] : [{ rule: 'unknown-line', pointer: `/items/${index}/lineId` }]),
    ...(isBlank(item.what) ? [{ rule: 'content-missing', pointer: `/items/${index}/what` }] : []),
  ]);
}

function tooManyRequests(
  command: CommandOf<'RequestSupplement'>,
  requestNumber: number,
  context: DossierContext,
): Refused | undefined {
  const most = context.catalogue.limits.supplementRequests;
  if (requestNumber > 1 && isBlank(command.justification)) {
    return refuse('justification-missing', {
      pointer: '/justification',
      article: TWO_TRIPS,
      details: { requestNumber },
    });
  }
  if (requestNumber > most && command.guidanceNotFollowed !== true) {
    return refuse('supplement-limit', { pointer: '/guidanceNotFollowed', article: TWO_TRIPS, details: { most } });
  }
  return undefined;
}

function examinationRefusal(
  command: CommandOf<'RequestSupplement'>,
  state: Processing,
  context: DossierContext,
): Refused | undefined {
  if (command.stepId === undefined) return refuse('step-missing', { sort: 'invalid', pointer: '/stepId' });
  const step = stepToActOn(state, command.stepId, context);
  if (isRefused(step)) return step;
  const { catalogue, now } = context;
  const most = catalogue.limits.supplementReturnWorkingDays;
  const calendar = officeCalendarOf(catalogue, unitOf(context, state, state.deciding.unitId));
  const days = workingDaysBetween(calendar, localDateOf(state.completeAt ?? state.filedAt), localDateOf(now));
  if (isOutside(days)) return outsideCalendar(days);
  if (days <= most) return undefined;
  return refuse('supplement-too-late', { article: '61/2018/NĐ-CP Điều 19.4', details: { most, days } });
}
