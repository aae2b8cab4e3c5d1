/**
 * What may happen next: for each command the statuses it is legal in, and the operation of the permission table that it needs. The
 * decider refuses by this table, and a page lists from it what can be done.
 */
import type { Operation } from '../staff/permissions.ts';
import type { DossierCommand } from './commands.ts';
import type { StateIn } from './state-parts.ts';
import type { Dossier, DossierStatus } from './state.ts';

export type CommandType = DossierCommand['type'];
export type CommandOf<Type extends CommandType> = Extract<DossierCommand, { readonly type: Type }>;

interface Transition {
  readonly from: readonly DossierStatus[];
  readonly operation: Operation;
}

const BEFORE_DECISION = [
  'with-clerk',
  'sent-back-to-clerk',
  'submitted',
  'supplement-requested',
  'received',
  'processing',
  'paused',
] as const satisfies readonly DossierStatus[];

const ALWAYS = [
  ...BEFORE_DECISION,
  'decided',
  'result-at-counter',
  'result-with-post',
  'result-undelivered',
  'returned',
  'refused',
  'withdrawn',
  'stopped',
] as const satisfies readonly DossierStatus[];

export const TRANSITIONS = {
  /** Only from nothing. Online it needs the operation `file-online`. */
  FileDossier: { from: [], operation: 'file-at-counter' },
  Receive: { from: ['submitted'], operation: 'receive-dossier' },
  Refuse: { from: ['submitted', 'received', 'supplement-requested'], operation: 'refuse-dossier' },
  RequestSupplement: {
    from: ['submitted', 'received', 'processing', 'supplement-requested'],
    operation: 'request-supplement',
  },
  SubmitSupplement: { from: ['supplement-requested'], operation: 'submit-supplement' },
  AcceptSupplement: { from: ['supplement-requested'], operation: 'accept-supplement' },
  Forward: { from: ['received'], operation: 'forward-dossier' },
  AssignStep: { from: ['processing'], operation: 'assign-step' },
  ReportNoAssignee: { from: ['processing'], operation: 'report-no-assignee' },
  HandStepOver: { from: ['processing'], operation: 'hand-step-over' },
  CompleteStep: { from: ['processing'], operation: 'complete-step' },
  Consult: { from: ['processing'], operation: 'consult' },
  AssignConsultation: { from: ['processing'], operation: 'assign-consultation' },
  ReportNoConsultant: { from: ['processing'], operation: 'report-no-consultant' },
  AnswerConsultation: { from: ['processing'], operation: 'answer-consultation' },
  Extend: { from: ['processing'], operation: 'extend-deadline' },
  Decide: { from: ['processing'], operation: 'decide' },
  Stop: { from: ['received', 'processing', 'supplement-requested', 'paused'], operation: 'stop-dossier' },
  Withdraw: { from: BEFORE_DECISION, operation: 'withdraw-dossier' },
  RecordResultArrival: { from: ['decided'], operation: 'record-result-arrival' },
  ReturnResult: { from: ['decided', 'result-at-counter', 'result-undelivered'], operation: 'return-result' },
  HandResultToPost: { from: ['decided', 'result-at-counter'], operation: 'hand-result-to-post' },
  RecordDeliveryAttempt: { from: ['result-with-post'], operation: 'record-delivery-attempt' },
  ConfirmDelivery: { from: ['result-with-post'], operation: 'confirm-delivery' },
  Countersign: { from: ['with-clerk'], operation: 'countersign-intake' },
  SendBackToClerk: { from: ['with-clerk'], operation: 'send-back-intake' },
  CorrectIntake: { from: ['sent-back-to-clerk'], operation: 'correct-intake' },
  PutInBag: { from: ['with-clerk', 'decided'], operation: 'put-in-bag' },
  /** Sent back only after the bag was sealed, it lies in the bag all the same: then the signature counts. */
  AcceptHandover: { from: ['with-clerk', 'sent-back-to-clerk', 'decided'], operation: 'accept-handover' },
  RingTimer: { from: [...BEFORE_DECISION, 'decided', 'result-with-post'], operation: 'ring-timer' },
  AcknowledgeStep: { from: ['processing'], operation: 'acknowledge-step' },
  ForwardStep: { from: ['processing'], operation: 'forward-step' },
  PrepareApology: { from: ['processing'], operation: 'prepare-apology' },
  Pause: { from: ['processing'], operation: 'pause-dossier' },
  Resume: { from: ['paused'], operation: 'resume-dossier' },
  AddNote: { from: ALWAYS, operation: 'add-note' },
  RecordLetter: { from: ALWAYS, operation: 'record-letter' },
  RecordReply: { from: ALWAYS, operation: 'record-reply' },
  UndoAct: { from: ['processing'], operation: 'undo-act' },
  ReportUnreachable: { from: ['supplement-requested', 'processing', 'paused'], operation: 'report-unreachable' },
  ReportApplicantUnreachable: {
    from: [...BEFORE_DECISION, 'decided', 'result-at-counter', 'result-with-post', 'result-undelivered'],
    operation: 'report-unreachable',
  },
  ReportMailboxUnreachable: { from: [...BEFORE_DECISION, 'decided'], operation: 'report-unreachable' },
  RecomputeClocks: { from: BEFORE_DECISION, operation: 'recompute-clocks' },
} as const satisfies Readonly<Record<CommandType, Transition>>;

/** The states in which a command is legal: what its rule is written for. */
export type StateFor<Type extends CommandType> = StateIn<(typeof TRANSITIONS)[Type]['from'][number]>;

export function isLegalIn<Type extends CommandType>(type: Type, state: Dossier): state is StateFor<Type> {
  const from: readonly DossierStatus[] = TRANSITIONS[type].from;
  return from.includes(state.status);
}

/** What may be asked of a dossier now, by anybody: role and jurisdiction are the permission table's question. */
export function possibleCommands(state: Dossier): readonly CommandType[] {
  const types = Object.keys(TRANSITIONS) as CommandType[];
  return types.filter((type) => isLegalIn(type, state) && (FINER[type]?.(state) ?? true));
}

/** Where the status alone says too much. A command that these rule out is refused by its own rule, with the reason. */
const FINER: Readonly<Partial<Record<CommandType, (state: Dossier) => boolean>>> = {
  Refuse: (state) => state.status !== 'supplement-requested' || state.phase === 'reception',
  Stop: (state) => state.status !== 'supplement-requested' || state.phase === 'examination',
  RequestSupplement: (state) => state.status !== 'supplement-requested' || state.answer !== undefined,
  CompleteStep: (state) => state.status === 'processing' && state.work.stage < state.work.stages - 1,
  Decide: (state) => state.status === 'processing' && state.work.stage === state.work.stages - 1,
  ForwardStep: (state) => state.status === 'processing' && state.work.stage < state.work.stages - 1,
  UndoAct: (state) => state.undoable !== undefined,
  AnswerConsultation: (state) =>
    state.status === 'processing' && state.work.consultations.some(({ answer }) => answer === undefined),
  Countersign: (state) => state.status === 'with-clerk' && state.countersign === 'required',
  HandResultToPost: (state) => state.returnTo === 'home',
};
