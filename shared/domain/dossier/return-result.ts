import { oneStopOf } from '../catalogue/units.ts';
import { accept, refuse, type Decision } from '../decision.ts';
import { procedureOf, routedOn, unitOf, type DossierContext } from './context.ts';
import type { DossierEvent } from './events.ts';
import type { Dossier } from './state.ts';
import type { CommandOf, StateFor } from './transitions.ts';

/** The result has come to where it is to be collected: the one-stop section that received the dossier (61/2018/NĐ-CP art. 19.7). */
export function recordResultArrival(
  _command: CommandOf<'RecordResultArrival'>,
  state: StateFor<'RecordResultArrival'>,
  context: DossierContext,
): Decision<DossierEvent> {
  return accept({ type: 'ResultArrived', at: context.now, returnTo: state.returnTo });
}

/** Into the hands of the applicant, or of a proxy with a written authorisation (giấy ủy quyền, art. 6 and 20). */
export function returnResult(
  command: CommandOf<'ReturnResult'>,
  state: StateFor<'ReturnResult'>,
  context: DossierContext,
): Decision<DossierEvent> {
  if (state.status === 'decided' && !isAlreadyThere(state, context)) {
    return refuse('result-not-arrived', {
      article: '61/2018/NĐ-CP Điều 19.7',
      details: { counterId: state.counterId, decidedBy: state.deciding.unitId },
    });
  }
  return accept({ type: 'ResultReturned', at: context.now, to: command.to, by: 'counter' });
}

/** No journey between deciding and returning: an immediate result, one decided behind the same counter, or one collected there. */
function isAlreadyThere(state: Dossier, context: DossierContext): boolean {
  if (state.returnTo === 'deciding-agency' || procedureOf(context, state).immediateResult) return true;
  const deciding = unitOf(context, state, state.deciding.unitId);
  return oneStopOf(context.catalogue, deciding, routedOn(state))?.id === state.counterId;
}
