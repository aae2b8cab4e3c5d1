import { accept, ignore, type Decision } from '../decision.ts';
import { isRefused, type DossierContext } from './context.ts';
import type { DossierEvent } from './events.ts';
import { receivedEvent } from './receive.ts';
import type { CommandOf, StateFor } from './transitions.ts';

/**
 * What the signed hand-over record (biên bản giao nhận hồ sơ) says of this dossier. On the way in it is received, and its legal clock
 * starts, at the signature and not on the day the clerk met the citizen (45/2016/QĐ-TTg art. 7.4); the signature confirms that it is
 * complete, so it countersigns too, and what was sent back to the clerk while it lay in the bag is received as well: nothing that the record names
 * as handed over is without a clock. On the way back the result has arrived. One that was not in the bag is looked for.
 */
export function acceptHandover(
  command: CommandOf<'AcceptHandover'>,
  state: StateFor<'AcceptHandover'>,
  context: DossierContext,
): Decision<DossierEvent> {
  const { handoverId, signedAt, signedBy, present, dossierCode } = command;
  if (!present) {
    const bag = 'handoverId' in state ? state.handoverId : undefined;
    if (bag !== handoverId) return ignore(`it was not put in ${handoverId}`);
    return accept({ type: 'HandoverMissed', handoverId, counterId: state.counterId, at: signedAt });
  }
  if (state.status === 'decided') return accept({ type: 'ResultArrived', at: signedAt, returnTo: state.returnTo });
  const received = receivedEvent(state, { dossierCode, at: signedAt, by: signedBy }, context);
  if (isRefused(received)) return received;
  if (state.status === 'sent-back-to-clerk' || state.countersign !== 'required') return accept(received);
  return accept<DossierEvent>({ type: 'IntakeCountersigned', by: signedBy, at: signedAt }, received);
}
