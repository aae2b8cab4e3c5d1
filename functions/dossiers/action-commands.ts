/** From an action's body to the domain's command. The rows are those of the contract: a missing one does not compile. */
import type { DossierAction, DossierActionBody } from '../../shared/contracts/http/dossier-actions.ts';
import type { DossierCommand } from '../../shared/domain/dossier/commands.ts';
import type { FiledAttachment } from '../../shared/domain/dossier/state.ts';

export interface CommandMaterial {
  /** The files that the body refers to, as they were checked. */
  readonly attachments: readonly FiledAttachment[];
  /** Given when the act may make the dossier received. */
  readonly dossierCode: string;
}

type ToCommand<Body> = (body: Body, material: CommandMaterial) => DossierCommand;

export const actionCommands: { readonly [Action in DossierAction]: ToCommand<DossierActionBody<Action>> } = {
  receive: ({ forward }, { dossierCode }) => ({ type: 'Receive', dossierCode, forward }),
  refuse: ({ reason }) => ({ type: 'Refuse', reason }),
  'request-supplement': (body) => ({ type: 'RequestSupplement', ...body }),
  'submit-supplement': (_, { attachments }) => ({ type: 'SubmitSupplement', attachments }),
  'accept-supplement': ({ documents }, { attachments, dossierCode }) => ({
    type: 'AcceptSupplement',
    documents,
    attachments,
    dossierCode,
  }),
  forward: () => ({ type: 'Forward' }),
  assign: (body) => ({ type: 'AssignStep', ...body }),
  'hand-step-over': (body) => ({ type: 'HandStepOver', ...body }),
  'complete-step': (body) => ({ type: 'CompleteStep', ...body }),
  consult: (body) => ({ type: 'Consult', ...body }),
  'answer-consultation': (body) => ({ type: 'AnswerConsultation', ...body }),
  extend: (body) => ({ type: 'Extend', ...body }),
  decide: (body) => ({ type: 'Decide', ...body }),
  stop: ({ reason }) => ({ type: 'Stop', reason }),
  withdraw: (body) => ({ type: 'Withdraw', ...body }),
  'record-result-arrival': () => ({ type: 'RecordResultArrival' }),
  'return-result': ({ to }) => ({ type: 'ReturnResult', to }),
  'hand-result-to-post': (body) => ({ type: 'HandResultToPost', ...body }),
  'record-delivery-attempt': ({ reason }) => ({ type: 'RecordDeliveryAttempt', reason }),
  'confirm-delivery': ({ to, proof }) => ({ type: 'ConfirmDelivery', to, proof }),
  countersign: () => ({ type: 'Countersign' }),
  'send-back': ({ reason }) => ({ type: 'SendBackToClerk', reason }),
  'correct-intake': ({ documents }, { attachments }) => ({ type: 'CorrectIntake', documents, attachments }),
};

/** @param body as the action's schema gave it. */
export function commandFor<Action extends DossierAction>(
  action: Action,
  body: DossierActionBody<Action>,
  material: CommandMaterial,
): DossierCommand {
  return actionCommands[action](body, material);
}
