/**
 * The supplement is complete: the clock starts from zero (61/2018/NĐ-CP art. 19.4, "tính lại từ đầu"), or goes on where the procedure's
 * description says that it pauses. Suspended work is taken up again at its stage.
 */
import type { RunningClock } from '../clock.ts';
import { accept, type Decision, type Refused } from '../decision.ts';
import { faultsRefusal, missingLineFaults, paperFaults, tooMany } from './check-documents.ts';
import { isRefused, procedureOf, unitOf, type DossierContext } from './context.ts';
import type { DossierEvent } from './events.ts';
import { receivedEvent } from './receive.ts';
import { shiftClock } from './shift-clock.ts';
import { startHoursClock, startLimitClock } from './start-clock.ts';
import type { Consultation, ReceivedDocument, Step, SupplementRequested, Work } from './state.ts';
import type { CommandOf, StateFor } from './transitions.ts';

export function acceptSupplement(
  command: CommandOf<'AcceptSupplement'>,
  state: StateFor<'AcceptSupplement'>,
  context: DossierContext,
): Decision<DossierEvent> {
  const documents = documentsNow(state.documents, command.documents);
  const attachments = [...state.attachments, ...command.attachments];
  const procedure = procedureOf(context, state);
  const { limits } = context.catalogue;
  const faults = [
    ...paperFaults(procedure, command, limits),
    ...tooMany(attachments.length, limits),
    ...missingLineFaults(procedure, { documents, attachments }),
  ];
  if (faults.length > 0) return faultsRefusal(faults);
  const accepted = {
    type: 'SupplementAccepted',
    at: context.now,
    documents,
    attachments: command.attachments,
  } as const;
  const clock = clockAfter(state, context);
  if (isRefused(clock)) return clock;
  if (state.suspended !== undefined) {
    const resumed = resume(state, state.suspended, context);
    return isRefused(resumed) ? resumed : accept({ ...accepted, resumed: { clock, ...resumed } });
  }
  const dossierCode = state.dossierCode ?? command.dossierCode;
  const received = receivedEvent(state, { dossierCode, at: context.now }, context);
  return isRefused(received) ? received : accept<DossierEvent>(accepted, { ...received, clock });
}

/** A line that was brought again stands as it was brought; the others stay. */
function documentsNow(
  before: readonly ReceivedDocument[],
  brought: readonly ReceivedDocument[],
): readonly ReceivedDocument[] {
  const lines = new Map([...before, ...brought].map((paper) => [paper.lineId, paper]));
  return [...lines.values()];
}

function clockAfter(state: SupplementRequested, context: DossierContext): RunningClock | Refused {
  const { catalogue, now } = context;
  const unit = unitOf(context, state, state.deciding.unitId);
  const mayBeExtended = state.reappointments < catalogue.limits.reappointments;
  const start = { catalogue, unit, startedAt: now, mayBeExtended };
  const procedure = procedureOf(context, state);
  const { clock } = state;
  if (clock === undefined || procedure.supplementClock === 'restart')
    return startLimitClock(start, procedure.timeLimit);
  return shiftClock(clock, { from: state.pausedFrom, unit, mayBeExtended }, context);
}

function resume(
  state: SupplementRequested,
  work: Work,
  context: DossierContext,
): { readonly steps: readonly Step[]; readonly consultations: readonly Consultation[] } | Refused {
  const steps: Step[] = [];
  for (const step of work.steps) {
    const again = step.status === 'done' ? step : restartStep(state, step, context);
    if (isRefused(again)) return again;
    steps.push(again);
  }
  const consultations: Consultation[] = [];
  for (const one of work.consultations) {
    const again = one.answer === undefined ? shiftConsultation(state, one, context) : one;
    if (isRefused(again)) return again;
    consultations.push(again);
  }
  return { steps, consultations };
}

/** With the officer who had it, and the step's full hours: there are new papers to read. */
function restartStep(state: SupplementRequested, step: Step, context: DossierContext): Step | Refused {
  const described = procedureOf(context, state)
    .stages.flat()
    .find(({ id }) => id === step.stepId);
  if (described === undefined) throw new Error(`procedure ${state.procedure.code} has lost step ${step.stepId}`);
  const start = { catalogue: context.catalogue, unit: unitOf(context, state, step.unitId), startedAt: context.now };
  const clock = startHoursClock(start, described.hours);
  return isRefused(clock) ? clock : { ...step, clock };
}

/** The consulted unit keeps the time that it had left. */
function shiftConsultation(
  state: SupplementRequested,
  consultation: Consultation,
  context: DossierContext,
): Consultation | Refused {
  const unit = unitOf(context, state, consultation.unitId);
  const clock = shiftClock(consultation.clock, { from: state.pausedFrom, unit, mayStall: true }, context);
  return isRefused(clock) ? clock : { ...consultation, clock };
}
