import { accept, ignore, refuse, type Decision } from '../decision.ts';
import { acceptHandover } from './accept-handover.ts';
import { acceptSupplement } from './accept-supplement.ts';
import { correctIntake, countersign, putInBag, sendBackToClerk } from './clerk-intake.ts';
import type { DossierCommand } from './commands.ts';
import { answerConsultation, assignConsultation, consult, reportNoConsultant } from './consultation.ts';
import type { DossierContext } from './context.ts';
import { decideOutcome } from './decide-outcome.ts';
import { confirmDelivery, handResultToPost, recordDeliveryAttempt } from './deliver-result.ts';
import { stop, withdraw } from './end-early.ts';
import type { DossierEvent } from './events.ts';
import { evolveDossier } from './evolve.ts';
import { extend } from './extend.ts';
import { fileDossier } from './file-dossier.ts';
import { forward } from './forward.ts';
import { refusePermission } from './permission-of-command.ts';
import { receive } from './receive.ts';
import { refuseDossier } from './refuse-dossier.ts';
import { requestSupplement } from './request-supplement.ts';
import { recordResultArrival, returnResult } from './return-result.ts';
import { ringTimer } from './ring-timer.ts';
import type { Dossier } from './state.ts';
import { assignStep, completeStep, handStepOver, reportNoAssignee } from './steps.ts';
import { submitSupplement } from './submit-supplement.ts';
import { acknowledgeStep } from './acknowledge-step.ts';
import { forwardStep } from './forward-step.ts';
import { prepareApology } from './prepare-apology.ts';
import { pause } from './pause.ts';
import { resume } from './resume.ts';
import { addNote } from './add-note.ts';
import { recordLetter } from './record-letter.ts';
import { recordReply } from './record-reply.ts';
import { undoAct } from './undo-act.ts';
import { reportApplicantUnreachable } from './report-applicant-unreachable.ts';
import { reportUnreachable } from './report-unreachable.ts';
import { reportMailboxUnreachable } from './report-mailbox-unreachable.ts';
import { recomputeClocks } from './recompute-clocks.ts';
import { transferOf } from './transfer-competence.ts';
import { isLegalIn, type CommandOf, type CommandType, type StateFor } from './transitions.ts';
import { whatHappened } from './what-happened.ts';

/** The rule of one command, asked only in the statuses that the transition table allows. */
type Rule<Type extends CommandType> = (
  command: CommandOf<Type>,
  state: StateFor<Type>,
  context: DossierContext,
) => Decision<DossierEvent>;

const RULES: { readonly [Type in Exclude<CommandType, 'FileDossier'>]: Rule<Type> } = {
  Receive: receive,
  Refuse: refuseDossier,
  RequestSupplement: requestSupplement,
  SubmitSupplement: submitSupplement,
  AcceptSupplement: acceptSupplement,
  Forward: forward,
  AssignStep: assignStep,
  ReportNoAssignee: reportNoAssignee,
  HandStepOver: handStepOver,
  CompleteStep: completeStep,
  Consult: consult,
  AssignConsultation: assignConsultation,
  ReportNoConsultant: reportNoConsultant,
  AnswerConsultation: answerConsultation,
  Extend: extend,
  Decide: decideOutcome,
  Stop: stop,
  Withdraw: withdraw,
  RecordResultArrival: recordResultArrival,
  ReturnResult: returnResult,
  HandResultToPost: handResultToPost,
  RecordDeliveryAttempt: recordDeliveryAttempt,
  ConfirmDelivery: confirmDelivery,
  Countersign: countersign,
  SendBackToClerk: sendBackToClerk,
  CorrectIntake: correctIntake,
  PutInBag: putInBag,
  AcceptHandover: acceptHandover,
  RingTimer: ringTimer,
  AcknowledgeStep: acknowledgeStep,
  ForwardStep: forwardStep,
  PrepareApology: prepareApology,
  Pause: pause,
  Resume: resume,
  AddNote: addNote,
  RecordLetter: recordLetter,
  RecordReply: recordReply,
  UndoAct: undoAct,
  ReportUnreachable: reportUnreachable,
  ReportApplicantUnreachable: reportApplicantUnreachable,
  ReportMailboxUnreachable: reportMailboxUnreachable,
  RecomputeClocks: recomputeClocks,
};

/**
 * What a command comes to. In this order: does the dossier exist, may this actor do this here, is it the moment for it, and then the
 * rule of law. A worker's or timer's message that comes late is ignored; a person is told what has happened meanwhile.
 */
export function decideDossier(
  command: DossierCommand,
  state: Dossier | undefined,
  context: DossierContext,
): Decision<DossierEvent> {
  if (command.type === 'FileDossier') {
    if (state !== undefined) return refuse('already-filed', { sort: 'conflict', details: whatHappened(state) });
    return refusePermission(command, state, context) ?? fileDossier(command, context);
  }
  if (state === undefined) return refuse('no-such-dossier', { sort: 'conflict' });
  const transferred = transferOf(state, context);
  if (transferred === undefined) {
    return refusePermission(command, state, context) ?? applyRule(command, state, context);
  }
  const decision = decideDossier(command, evolveDossier(state, transferred), context);
  return decision.kind === 'accepted' ? accept<DossierEvent>(transferred, ...decision.events) : decision;
}

/**
 * Several commands as one commit, such as an intake at a counter that is received at once (M01): each is decided on the state that the
 * ones before it leave, and the first refusal refuses all.
 */
export function decideAll(
  commands: readonly DossierCommand[],
  state: Dossier | undefined,
  context: DossierContext,
): Decision<DossierEvent> {
  const events: DossierEvent[] = [];
  const ignored: string[] = [];
  let current = state;
  for (const command of commands) {
    const decision = decideDossier(command, current, context);
    if (decision.kind === 'refused') return decision;
    if (decision.kind === 'ignored') ignored.push(decision.reason);
    else {
      events.push(...decision.events);
      current = decision.events.reduce<Dossier | undefined>(evolveDossier, current);
    }
  }
  const [first, ...rest] = events;
  return first === undefined ? ignore(ignored.join('; ')) : accept(first, ...rest);
}

/** The table and the map of rules have one key: what is legal in this status is what the rule was written for. */
type AnyRule = (command: DossierCommand, state: Dossier, context: DossierContext) => Decision<DossierEvent>;

function applyRule(
  command: Exclude<DossierCommand, { readonly type: 'FileDossier' }>,
  state: Dossier,
  context: DossierContext,
): Decision<DossierEvent> {
  const legal: boolean = isLegalIn(command.type, state);
  if (legal) return (RULES[command.type] as unknown as AnyRule)(command, state, context);
  if (context.actor.kind === 'system') return ignore(`${command.type}: the dossier is ${state.status}`);
  return refuse('not-now', { sort: 'conflict', details: { command: command.type, ...whatHappened(state) } });
}
