/** From a form's fields to the command of the act that the link allows. One row for each form of the contract: a missing one does not compile. */
import type * as z from 'zod/mini';
import { actionForms, type ActionName } from '../../shared/contracts/http/staff.ts';
import type { Procedure } from '../../shared/domain/catalogue/catalogue.ts';
import type { DossierCommand } from '../../shared/domain/dossier/commands.ts';
import type { Dossier, SupplementItem } from '../../shared/domain/dossier/state.ts';
import { isUnassigned, type Act } from '../../shared/domain/reply/available-acts.ts';

export type FormFields = Readonly<Record<string, string | readonly string[]>>;

export type FormResult =
  | { readonly kind: 'command'; readonly command: DossierCommand }
  /** Names of the fields that are missing or wrong. */
  | { readonly kind: 'wrong'; readonly fields: readonly string[] };

export interface FormMaterial {
  readonly state: Dossier;
  readonly procedure: Procedure | undefined;
  /** The reply that the link is about. */
  readonly mailId?: string;
  /** Given when the act receives the dossier. */
  readonly dossierCode: string;
}

type Filled<Name extends ActionName> = z.infer<(typeof actionForms)[Name]>;
type ToCommand<Name extends ActionName> = (form: Filled<Name>, act: Act, material: FormMaterial) => DossierCommand;

const commands: { readonly [Name in ActionName]: ToCommand<Name> } = {
  acknowledge: (_, act) => ({ type: 'AcknowledgeStep', stepId: stepOf(act) }),
  'complete-step': (form, act) => ({ type: 'CompleteStep', stepId: stepOf(act), ...form }),
  grant: (form, act) => ({ type: 'Decide', stepId: stepOf(act), outcome: 'granted', ...form }),
  refuse: (form, act) => ({ type: 'Decide', stepId: stepOf(act), outcome: 'refused', ...form }),
  'request-supplement': (form, { stepId }, { procedure }) => ({
    type: 'RequestSupplement',
    items: supplementItems(form, procedure),
    reason: form.reason,
    // At the reception no step is open yet.
    ...(stepId !== undefined && { stepId }),
    ...(form.justification !== undefined && { justification: form.justification }),
    ...(form.guidanceNotFollowed !== undefined && { guidanceNotFollowed: true }),
  }),
  consult: (form, act) => ({ type: 'Consult', stepId: stepOf(act), ...form }),
  'answer-consultation': (form, act) => ({
    type: 'AnswerConsultation',
    consultationId: act.consultationId ?? '',
    ...form,
  }),
  extend: (form) => ({ type: 'Extend', ...form }),
  'hand-over': ({ to, reason }, act, { state }) =>
    isUnassigned(state, stepOf(act))
      ? { type: 'AssignStep', stepId: stepOf(act), staffId: to, why: reason }
      : { type: 'HandStepOver', stepId: stepOf(act), to, reason },
  forward: (form, act) => ({ type: 'ForwardStep', stepId: stepOf(act), ...form }),
  'prepare-apology': (form) => ({ type: 'PrepareApology', ...form }),
  stop: (form) => ({ type: 'Stop', ...form }),
  pause: (form) => ({ type: 'Pause', ...form }),
  resume: (form) => ({ type: 'Resume', ...form }),
  receive: (_, __, { dossierCode }) => ({ type: 'Receive', dossierCode, forward: true }),
  'refuse-intake': (form) => ({ type: 'Refuse', ...form }),
  undo: (_, __, { mailId = '' }) => ({ type: 'UndoAct', mailId }),
};

export function commandOfForm(
  act: Act & { readonly action: ActionName },
  fields: FormFields,
  material: FormMaterial,
): FormResult {
  const filled = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== ''));
  const form = actionForms[act.action].safeParse(filled);
  if (!form.success) return { kind: 'wrong', fields: wrongFields(form.error.issues) };
  // The form and its row have one key.
  const toCommand = commands[act.action] as (form: unknown, act: Act, material: FormMaterial) => DossierCommand;
  return { kind: 'command', command: toCommand(form.data, act, material) };
}

function stepOf({ stepId = '' }: Act): string {
  return stepId;
}

function supplementItems(
  form: { readonly lineId: readonly string[]; readonly line?: readonly string[]; readonly what?: readonly string[] },
  procedure: Procedure | undefined,
): readonly SupplementItem[] {
  return form.lineId.map((lineId) => {
    const remark = form.what?.[form.line?.indexOf(lineId) ?? -1];
    const name = procedure?.documents.find(({ id }) => id === lineId)?.name;
    return {
      lineId,
      what:
        remark === undefined || remark === ''
          ? `thiếu hoặc chưa hợp lệ${name === undefined ? '' : ` (${name})`}`
          : remark,
    };
  });
}

function wrongFields(issues: readonly z.core.$ZodIssue[]): readonly string[] {
  const fields = issues.flatMap((issue) =>
    issue.code === 'unrecognized_keys' ? issue.keys : [String(issue.path[0] ?? '')],
  );
  return [...new Set(fields)];
}
