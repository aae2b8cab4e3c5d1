import { accept, refuse, type Decision } from '../decision.ts';
import { concerned } from './concerned.ts';
import { isBlank, isHeadOf, type DossierContext } from './context.ts';
import type { DossierEvent } from './events.ts';
import { waitStillRuns } from './supplement-wait.ts';
import type { CommandOf, StateFor } from './transitions.ts';

/**
 * Stopping (dừng giải quyết hồ sơ), with its reason: by the head of the deciding unit, or by the counter when the applicant has let
 * the time for a supplement go by.
 */
export function stop(
  command: CommandOf<'Stop'>,
  state: StateFor<'Stop'>,
  context: DossierContext,
): Decision<DossierEvent> {
  if (isBlank(command.reason)) return refuse('reason-missing', { pointer: '/reason' });
  const unanswered = state.status === 'supplement-requested';
  if (!unanswered && !isHeadOf(context, state.deciding.unitId)) {
    return refuse('head-of-deciding-unit-only', { sort: 'forbidden' });
  }
  if (unanswered) {
    if (state.phase === 'reception') return refuse('refuse-instead', { article: '61/2018/NĐ-CP Điều 17.1' });
    const early = waitStillRuns(state, context);
    if (early !== undefined) return early;
  }
  return accept({ type: 'DossierStopped', reason: command.reason, at: context.now, ...concerned(state) });
}

/** By the applicant, until it is decided (công dân yêu cầu rút hồ sơ). */
export function withdraw(
  command: CommandOf<'Withdraw'>,
  state: StateFor<'Withdraw'>,
  context: DossierContext,
): Decision<DossierEvent> {
  const { reason } = command;
  return accept({
    type: 'DossierWithdrawn',
    at: context.now,
    ...concerned(state),
    ...(reason !== undefined && !isBlank(reason) && { reason }),
  });
}
