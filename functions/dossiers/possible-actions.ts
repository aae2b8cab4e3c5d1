/** What a caller may ask of a dossier now: what its state allows and the permission table grants this person. */
import type { DossierAction } from '../../shared/contracts/http/dossier-actions.ts';
import type { Actor } from '../../shared/domain/actor.ts';
import type { Catalogue } from '../../shared/domain/catalogue/catalogue.ts';
import { permissionSubject } from '../../shared/domain/dossier/permission-of-command.ts';
import { possibleCommands, TRANSITIONS, type CommandType } from '../../shared/domain/dossier/transitions.ts';
import type { Dossier } from '../../shared/domain/dossier/state.ts';
import { authorise } from '../../shared/domain/staff/permissions.ts';
import type { Instant } from '../../shared/domain/time.ts';

/** Commands that have no action are given by workers. */
const actionOfCommand: Readonly<Partial<Record<CommandType, DossierAction>>> = {
  Receive: 'receive',
  Refuse: 'refuse',
  RequestSupplement: 'request-supplement',
  SubmitSupplement: 'submit-supplement',
  AcceptSupplement: 'accept-supplement',
  Forward: 'forward',
  AssignStep: 'assign',
  HandStepOver: 'hand-step-over',
  CompleteStep: 'complete-step',
  Consult: 'consult',
  AnswerConsultation: 'answer-consultation',
  Extend: 'extend',
  Decide: 'decide',
  Stop: 'stop',
  Withdraw: 'withdraw',
  RecordResultArrival: 'record-result-arrival',
  ReturnResult: 'return-result',
  HandResultToPost: 'hand-result-to-post',
  RecordDeliveryAttempt: 'record-delivery-attempt',
  ConfirmDelivery: 'confirm-delivery',
  Countersign: 'countersign',
  SendBackToClerk: 'send-back',
  CorrectIntake: 'correct-intake',
};

export function possibleActions(
  state: Dossier,
  caller: { readonly actor: Actor; readonly catalogue: Catalogue; readonly now: Instant },
): DossierAction[] {
  const subject = permissionSubject(state, caller);
  return possibleCommands(state).flatMap((command) => {
    const action = actionOfCommand[command];
    if (action === undefined) return [];
    const { operation } = TRANSITIONS[command];
    return authorise({ operation, subject, ...caller }).kind === 'allowed' ? [action] : [];
  });
}
