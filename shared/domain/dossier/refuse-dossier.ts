import { accept, refuse, type Decision } from '../decision.ts';
import { isBlank, type DossierContext } from './context.ts';
import type { DossierEvent } from './events.ts';
import { waitStillRuns } from './supplement-wait.ts';
import type { CommandOf, StateFor } from './transitions.ts';

/** Refusal at reception (M03) with the reason that the law asks for (61/2018/NĐ-CP art. 17.1b); also when a supplement never came. */
export function refuseDossier(
  command: CommandOf<'Refuse'>,
  state: StateFor<'Refuse'>,
  context: DossierContext,
): Decision<DossierEvent> {
  if (isBlank(command.reason)) {
    return refuse('reason-missing', { pointer: '/reason', article: '61/2018/NĐ-CP Điều 17.1' });
  }
  if (state.status === 'supplement-requested') {
    if (state.phase === 'examination') return refuse('stop-instead', { article: '61/2018/NĐ-CP Điều 19.8' });
    const early = waitStillRuns(state, context);
    if (early !== undefined) return early;
  }
  return accept({ type: 'DossierRefused', reason: command.reason, at: context.now });
}
