/** A postal clerk's intake before it is handed over, under the supervision of the ward's one-stop official. */
import { accept, ignore, refuse, type Decision } from '../decision.ts';
import { faultsRefusal, missingLineFaults, paperFaults, tooMany } from './check-documents.ts';
import { isBlank, isRefused, procedureOf, staffActor, unitOf, type DossierContext } from './context.ts';
import type { DossierEvent } from './events.ts';
import { startTransitClock } from './start-clock.ts';
import type { CommandOf, StateFor } from './transitions.ts';

export function countersign(
  _command: CommandOf<'Countersign'>,
  state: StateFor<'Countersign'>,
  context: DossierContext,
): Decision<DossierEvent> {
  const actor = staffActor(context);
  if (isRefused(actor)) return actor;
  if (state.countersign !== 'required') return ignore(`countersigning is ${state.countersign}`);
  return accept({ type: 'IntakeCountersigned', by: actor.staffId, at: context.now });
}

export function sendBackToClerk(
  command: CommandOf<'SendBackToClerk'>,
  state: StateFor<'SendBackToClerk'>,
  context: DossierContext,
): Decision<DossierEvent> {
  const actor = staffActor(context);
  if (isRefused(actor)) return actor;
  if (isBlank(command.reason)) return refuse('reason-missing', { pointer: '/reason' });
  if (state.handoverId !== undefined) {
    return refuse('already-in-bag', { sort: 'conflict', details: { handoverId: state.handoverId } });
  }
  const { counterId, intakeBy } = state;
  return accept({
    type: 'IntakeSentBack',
    reason: command.reason,
    by: actor.staffId,
    counterId,
    at: context.now,
    ...(intakeBy !== undefined && { clerk: intakeBy }),
  });
}

/** What was sent back once is countersigned always. */
export function correctIntake(
  command: CommandOf<'CorrectIntake'>,
  state: StateFor<'CorrectIntake'>,
  context: DossierContext,
): Decision<DossierEvent> {
  const { documents, attachments } = command;
  const all = [...state.attachments, ...attachments];
  const procedure = procedureOf(context, state);
  const { limits } = context.catalogue;
  const faults = [
    ...paperFaults(procedure, command, limits),
    ...tooMany(all.length, limits),
    ...missingLineFaults(procedure, { documents, attachments: all }),
  ];
  if (faults.length > 0) return faultsRefusal(faults);
  return accept({ type: 'IntakeCorrected', documents, attachments, countersign: 'required', at: context.now });
}

/** Into the sealed bag: a dossier on its way in once nothing is left to countersign, or a result on its way back. */
export function putInBag(
  command: CommandOf<'PutInBag'>,
  state: StateFor<'PutInBag'>,
  context: DossierContext,
): Decision<DossierEvent> {
  const { handoverId } = command;
  if (state.handoverId !== undefined) return ignore(`it travels in ${state.handoverId}`);
  if (state.status === 'with-clerk' && state.countersign === 'required') return refuse('countersign-outstanding');
  const put = { type: 'PutInBag', handoverId, at: context.now } as const;
  if (state.status === 'with-clerk') return accept(put);
  const start = {
    catalogue: context.catalogue,
    unit: unitOf(context, state, state.deciding.unitId),
    startedAt: put.at,
  };
  const transit = startTransitClock(start, unitOf(context, state, state.counterId).areas);
  return isRefused(transit) ? transit : accept({ ...put, transit });
}
