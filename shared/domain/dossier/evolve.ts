/** Folds one event into the state of a dossier. Total on every history that `decideDossier` can write; anything else is a corrupted store. */
import type { RunningClock } from '../clock.ts';
import type { DossierEvent } from './events.ts';
import { evolveProcessing, type ProcessingEvent } from './evolve-processing.ts';
import { evolveTransfer } from './evolve-transfer.ts';
import { evolveUndo } from './evolve-undo.ts';
import { markUnreachable } from './evolve-unreachable.ts';
import { changeClock, ringClock } from './ring-clock.ts';
import { liftedStalls } from './stall.ts';
import { withTouch } from './touch.ts';
import { addHand, coreOf, inStatus, type StateIn } from './state-parts.ts';
import type { Dossier, DossierCore, SupplementRequested } from './state.ts';

export function evolveDossier(state: Dossier | undefined, event: DossierEvent): Dossier {
  return liftedStalls(state, withTouch(fold(state, event), event));
}

function fold(state: Dossier | undefined, event: DossierEvent): Dossier {
  if (event.type === 'DossierFiled') return { ...event.core, ...event.as };
  if (state === undefined) throw new Error(`${event.type} before the dossier was filed`);
  if (isProcessingEvent(event)) return evolveProcessing(inStatus(state, event.type, 'processing'), event);
  const core = coreOf(state);
  switch (event.type) {
    case 'DossierReceived':
      return {
        ...core,
        status: 'received',
        dossierCode: event.dossierCode,
        receivedAt: event.receivedAt,
        completeAt: event.receivedAt,
        clock: event.clock,
        forward: event.forward,
        ...(event.receivedBy !== undefined && { receivedBy: event.receivedBy }),
      };
    case 'DossierRefused':
      return { ...core, status: 'refused', reason: event.reason, refusedAt: event.at };
    case 'SupplementRequested':
      return supplementRequested(
        inStatus(state, event.type, 'submitted', 'received', 'processing', 'supplement-requested'),
        event,
      );
    case 'SupplementSubmitted': {
      const waiting = inStatus(state, event.type, 'supplement-requested');
      return {
        ...waiting,
        attachments: [...core.attachments, ...event.attachments],
        answer: { at: event.at, check: event.check },
      };
    }
    case 'SupplementAccepted':
      return supplementAccepted(inStatus(state, event.type, 'supplement-requested'), event);
    case 'DossierForwarded':
      return {
        ...core,
        hands: event.steps.reduce((hands, { unitId }) => addHand(hands, { unitId }), core.hands),
        status: 'processing',
        work: { stage: 0, stages: event.stages, steps: event.steps, consultations: [] },
      };
    case 'DossierDecided':
      return { ...core, status: 'decided', result: event.result };
    case 'DossierStopped':
      return { ...core, status: 'stopped', reason: event.reason, stoppedAt: event.at };
    case 'DossierWithdrawn':
      return { ...core, status: 'withdrawn', withdrawnAt: event.at };
    case 'ResultArrived':
      return {
        ...core,
        status: 'result-at-counter',
        result: inStatus(state, event.type, 'decided').result,
        arrivedAt: event.at,
      };
    case 'ResultReturned': {
      const { result } = inStatus(
        state,
        event.type,
        'decided',
        'result-at-counter',
        'result-with-post',
        'result-undelivered',
      );
      return { ...core, status: 'returned', result, returnedAt: event.at, to: event.to, by: event.by };
    }
    case 'ResultHandedToPost': {
      const { result } = inStatus(state, event.type, 'decided', 'result-at-counter');
      const { parcelNumber, transit, carrier } = event;
      return {
        ...core,
        status: 'result-with-post',
        result,
        parcelNumber,
        transit,
        attempts: [],
        ...(carrier !== undefined && { carrier }),
      };
    }
    case 'DeliveryFailed':
      return deliveryFailed(inStatus(state, event.type, 'result-with-post'), event);
    case 'IntakeCountersigned':
      return { ...inStatus(state, event.type, 'with-clerk'), countersign: 'done' };
    case 'IntakeSentBack': {
      const { transit } = inStatus(state, event.type, 'with-clerk');
      return { ...core, status: 'sent-back-to-clerk', reason: event.reason, transit };
    }
    case 'IntakeCorrected': {
      const { transit } = inStatus(state, event.type, 'sent-back-to-clerk');
      const attachments = [...core.attachments, ...event.attachments];
      return {
        ...core,
        documents: event.documents,
        attachments,
        status: 'with-clerk',
        countersign: event.countersign,
        transit,
      };
    }
    case 'PutInBag':
      return putInBag(withoutBag(inStatus(state, event.type, 'with-clerk', 'decided')), event);
    case 'HandoverMissed': {
      const left = withoutBag(inStatus(state, event.type, 'with-clerk', 'decided'));
      return left.status === 'decided' ? left : { ...left, discrepancy: { handoverId: event.handoverId } };
    }
    case 'CompetenceTransferred':
      return evolveTransfer(state, event);
    case 'TimerRang':
      return ringClock(state, event);
    case 'ApologyPrepared':
      return { ...state, preparedApology: event.prepared };
    case 'DossierPaused': {
      const { work } = inStatus(state, event.type, 'processing');
      const { reason, note, at, by, review } = event;
      return { ...core, status: 'paused', reason, note, pausedAt: at, pausedBy: by, review, suspended: work };
    }
    case 'DossierResumed': {
      const { suspended } = inStatus(state, event.type, 'paused');
      const { clock, steps, consultations } = event;
      return { ...core, clock, status: 'processing', work: { ...suspended, steps, consultations } };
    }
    case 'NoteAdded':
      return event.attachments === undefined
        ? state
        : { ...state, attachments: [...core.attachments, ...event.attachments] };
    case 'LetterReceived':
      return { ...state, attachments: [...core.attachments, ...event.attachments] };
    case 'ReplyAnswered':
      return event.undoable === undefined ? state : { ...state, undoable: event.undoable };
    case 'ActUndone':
      return evolveUndo(inStatus(state, event.type, 'processing'), event);
    case 'OfficerUnreachable':
      return markUnreachable(state, event);
    case 'ApplicantUnreachable':
      return { ...state, applicantUnreachableSince: event.at };
    case 'MailboxUnreachable':
      return { ...state, mailboxesOutOfReach: [...(state.mailboxesOutOfReach ?? []), event.unitId] };
    case 'ClocksRecomputed':
      return event.clocks.reduce<Dossier>((all, { clockId, clock }) => changeClock(all, clockId, () => clock), state);
    default:
      return event satisfies never;
  }
}

function isProcessingEvent(event: DossierEvent): event is ProcessingEvent {
  return PROCESSING_EVENTS[event.type] === true;
}

const PROCESSING_EVENTS: Readonly<Partial<Record<DossierEvent['type'], true>>> = {
  StepAssigned: true,
  StepUnassignable: true,
  StepHandedOver: true,
  StepCompleted: true,
  StageOpened: true,
  ConsultationRequested: true,
  ConsultationAssigned: true,
  ConsultationUnassignable: true,
  ConsultationAnswered: true,
  DeadlineExtended: true,
  StepAcknowledged: true,
  StepForwarded: true,
} satisfies Record<ProcessingEvent['type'], true>;

function supplementRequested(
  state: StateIn<'submitted' | 'received' | 'processing' | 'supplement-requested'>,
  event: Extract<DossierEvent, { type: 'SupplementRequested' }>,
): SupplementRequested {
  const { phase, items, reason, requestedAt, requestNumber, wait } = event;
  const suspended = suspendedWork(state);
  return {
    ...coreOf(state),
    supplements: requestNumber,
    status: 'supplement-requested',
    phase,
    items,
    reason,
    requestedAt,
    requestNumber,
    pausedFrom: state.status === 'supplement-requested' ? state.pausedFrom : requestedAt,
    wait,
    ...(suspended && { suspended }),
  };
}

function suspendedWork(state: Dossier): SupplementRequested['suspended'] {
  if (state.status === 'processing') return state.work;
  return state.status === 'supplement-requested' ? state.suspended : undefined;
}

/** At reception the official's receipt follows in the same commit; in the examination the suspended work runs again. */
function supplementAccepted(
  state: SupplementRequested,
  event: Extract<DossierEvent, { type: 'SupplementAccepted' }>,
): Dossier {
  const core: DossierCore = {
    ...coreOf(state),
    documents: event.documents,
    attachments: [...state.attachments, ...event.attachments],
    completeAt: event.at,
  };
  if (event.resumed === undefined || state.suspended === undefined) {
    const check: RunningClock = state.answer?.check ?? state.wait;
    return { ...core, status: 'submitted', check };
  }
  const { clock, steps, consultations } = event.resumed;
  return { ...core, clock, status: 'processing', work: { ...state.suspended, steps, consultations } };
}

function deliveryFailed(
  state: StateIn<'result-with-post'>,
  event: Extract<DossierEvent, { type: 'DeliveryFailed' }>,
): Dossier {
  const core = coreOf(state);
  const { result, parcelNumber, carrier } = state;
  const attempts = [...state.attempts, { at: event.at, reason: event.reason }];
  if (event.nextAttemptFrom === undefined)
    return { ...core, status: 'result-undelivered', result, parcelNumber, attempts };
  return {
    ...core,
    status: 'result-with-post',
    result,
    parcelNumber,
    attempts,
    nextAttemptFrom: event.nextAttemptFrom,
    transit: event.transit ?? state.transit,
    ...(carrier !== undefined && { carrier }),
  };
}

function putInBag(
  state: StateIn<'with-clerk' | 'decided'>,
  { handoverId, transit }: Extract<DossierEvent, { type: 'PutInBag' }>,
): Dossier {
  if (state.status === 'with-clerk' || transit === undefined) return { ...state, handoverId };
  return { ...state, handoverId, transit };
}

function withoutBag(state: StateIn<'with-clerk' | 'decided'>): StateIn<'with-clerk' | 'decided'> {
  const core = coreOf(state);
  if (state.status === 'decided') return { ...core, status: 'decided', result: state.result };
  return { ...core, status: 'with-clerk', countersign: state.countersign, transit: state.transit };
}
