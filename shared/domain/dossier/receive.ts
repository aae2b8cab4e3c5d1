import type { StaffId } from '../catalogue/catalogue.ts';
import { accept, refuse, type Decision, type Refused } from '../decision.ts';
import type { Instant } from '../time.ts';
import { faultsRefusal, missingLineFaults } from './check-documents.ts';
import { isBlank, isRefused, procedureOf, unitOf, type DossierContext } from './context.ts';
import type { DossierEvent } from './events.ts';
import { evolveDossier } from './evolve.ts';
import { forward } from './forward.ts';
import { startForwardClock, startLimitClock } from './start-clock.ts';
import { inStatus } from './state-parts.ts';
import type { Dossier, DossierCore } from './state.ts';
import type { CommandOf, StateFor } from './transitions.ts';

/**
 * Reception with receipt and appointment (M01): only complete (61/2018/NĐ-CP art. 17.1c), an incomplete one gets a supplement
 * request. A procedure with an immediate result is recorded all the same (art. 17.4).
 */
export function receive(
  command: CommandOf<'Receive'>,
  state: StateFor<'Receive'>,
  context: DossierContext,
): Decision<DossierEvent> {
  const faults = missingLineFaults(procedureOf(context, state), state);
  if (faults.length > 0) return faultsRefusal(faults);
  const received = receivedEvent(state, { dossierCode: command.dossierCode, at: context.now }, context);
  if (isRefused(received)) return received;
  return command.forward ? withForwarding(state, received, context) : accept(received);
}

/** The legal clock starts at `at` (45/2016/QĐ-TTg art. 7.4: by post, at the signature of the hand-over record). */
export function receivedEvent(
  dossier: DossierCore,
  reception: { readonly dossierCode: string | undefined; readonly at: Instant; readonly by?: StaffId },
  context: DossierContext,
): Extract<DossierEvent, { type: 'DossierReceived' }> | Refused {
  const { catalogue, actor } = context;
  const { at, dossierCode } = reception;
  if (dossierCode === undefined || isBlank(dossierCode)) return refuse('dossier-code-missing', { sort: 'invalid' });
  const deciding = unitOf(context, dossier, dossier.deciding.unitId);
  const counter = unitOf(context, dossier, dossier.counterId);
  const clock = startLimitClock(
    { catalogue, unit: deciding, startedAt: at, mayBeExtended: true },
    procedureOf(context, dossier).timeLimit,
  );
  if (isRefused(clock)) return clock;
  const forwardClock = startForwardClock({ catalogue, unit: counter, startedAt: at });
  if (isRefused(forwardClock)) return forwardClock;
  const by = reception.by ?? (actor.kind === 'staff' ? actor.staffId : undefined);
  return {
    type: 'DossierReceived',
    dossierCode,
    receivedAt: at,
    clock,
    forward: forwardClock,
    ...(by !== undefined && { receivedBy: by }),
  };
}

function withForwarding(
  state: Dossier,
  received: Extract<DossierEvent, { type: 'DossierReceived' }>,
  context: DossierContext,
): Decision<DossierEvent> {
  const next = inStatus(evolveDossier(state, received), 'Forward', 'received');
  const forwarded = forward({ type: 'Forward' }, next, context);
  return forwarded.kind === 'accepted' ? accept(received, ...forwarded.events) : forwarded;
}
