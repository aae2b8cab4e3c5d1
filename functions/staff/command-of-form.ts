/** From a form's fields to the command of the act that the link allows. */
import type * as z from 'zod/mini';
import { actionForms } from '../../shared/contracts/http/staff.ts';
import type { Procedure } from '../../shared/domain/catalogue/catalogue.ts';
import type { DossierCommand } from '../../shared/domain/dossier/commands.ts';
import type { Dossier, SupplementItem } from '../../shared/domain/dossier/state.ts';
import { isUnassigned, type Act } from '../../shared/domain/reply/available-acts.ts';

export type FormFields = Readonly<Record<string, string | readonly string[]>>;

export type FormResult =
  | { readonly kind: 'command'; readonly command: DossierCommand }
  /** Names of the fields that are missing or wrong. */
  | { readonly kind: 'wrong'; readonly fields: readonly string[] };

export function commandOfForm(
  act: Act,
  fields: FormFields,
  about: { readonly state: Dossier; readonly procedure: Procedure | undefined },
): FormResult {
  const filled = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== ''));
  const stepId = act.stepId ?? '';
  switch (act.action) {
    case 'complete-step': {
      const form = actionForms['complete-step'].safeParse(filled);
      return form.success ? command({ type: 'CompleteStep', stepId, ...form.data }) : wrong(form.error.issues);
    }
    case 'grant': {
      const form = actionForms.grant.safeParse(filled);
      return form.success
        ? command({ type: 'Decide', stepId, outcome: 'granted', ...form.data })
        : wrong(form.error.issues);
    }
    case 'refuse': {
      const form = actionForms.refuse.safeParse(filled);
      return form.success
        ? command({ type: 'Decide', stepId, outcome: 'refused', ...form.data })
        : wrong(form.error.issues);
    }
    case 'request-supplement': {
      const form = actionForms['request-supplement'].safeParse(filled);
      if (!form.success) return wrong(form.error.issues);
      const { reason, justification, guidanceNotFollowed } = form.data;
      return command({
        type: 'RequestSupplement',
        stepId,
        items: supplementItems(form.data, about.procedure),
        reason,
        ...(justification !== undefined && { justification }),
        ...(guidanceNotFollowed !== undefined && { guidanceNotFollowed: true }),
      });
    }
    case 'consult': {
      const form = actionForms.consult.safeParse(filled);
      return form.success ? command({ type: 'Consult', stepId, ...form.data }) : wrong(form.error.issues);
    }
    case 'answer-consultation': {
      const form = actionForms['answer-consultation'].safeParse(filled);
      return form.success
        ? command({ type: 'AnswerConsultation', consultationId: act.consultationId ?? '', ...form.data })
        : wrong(form.error.issues);
    }
    case 'extend': {
      const form = actionForms.extend.safeParse(filled);
      return form.success ? command({ type: 'Extend', ...form.data }) : wrong(form.error.issues);
    }
    case 'hand-over': {
      const form = actionForms['hand-over'].safeParse(filled);
      if (!form.success) return wrong(form.error.issues);
      const { to, reason } = form.data;
      return isUnassigned(about.state, stepId)
        ? command({ type: 'AssignStep', stepId, staffId: to, why: reason })
        : command({ type: 'HandStepOver', stepId, to, reason });
    }
    default:
      return act.action satisfies never;
  }
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

function command(value: DossierCommand): FormResult {
  return { kind: 'command', command: value };
}

function wrong(issues: readonly z.core.$ZodIssue[]): FormResult {
  const fields = issues.flatMap((issue) =>
    issue.code === 'unrecognized_keys' ? issue.keys : [String(issue.path[0] ?? '')],
  );
  return { kind: 'wrong', fields: [...new Set(fields)] };
}
