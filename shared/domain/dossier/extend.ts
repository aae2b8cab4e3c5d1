import { accept, refuse, type Decision } from '../decision.ts';
import { APOLOGY_ARTICLE, appointAnew } from './appoint-anew.ts';
import { concerned } from './concerned.ts';
import { isBlank, isHeadOf, isRefused, type DossierContext } from './context.ts';
import type { DossierEvent } from './events.ts';
import type { CommandOf, StateFor } from './transitions.ts';

/** Apology and re-appointment (Phiếu xin lỗi và hẹn lại ngày trả kết quả). The steps' own clocks are not moved. */
export function extend(
  command: CommandOf<'Extend'>,
  state: StateFor<'Extend'>,
  context: DossierContext,
): Decision<DossierEvent> {
  const { workingDays, reason, apology } = command;
  if (!isHeadOf(context, state.deciding.unitId))
    return refuse('head-of-deciding-unit-only', { sort: 'forbidden', article: APOLOGY_ARTICLE });
  if (isBlank(reason)) return refuse('reason-missing', { pointer: '/reason', article: APOLOGY_ARTICLE });
  if (isBlank(apology)) return refuse('apology-missing', { pointer: '/apology', article: APOLOGY_ARTICLE });
  const clock = appointAnew(state, workingDays, context);
  if (isRefused(clock)) return clock;
  if (state.clock === undefined) throw new Error(`dossier ${state.caseId} is under examination without a clock`);
  return accept({
    type: 'DeadlineExtended',
    from: state.clock.dueAt,
    clock,
    reason,
    apology,
    at: context.now,
    ...concerned(state),
  });
}
