/** Which acts a signed link may offer one person in one case now: the transition table, the permission table and what is still open. */
import type { DossierCommand } from '../dossier/commands.ts';
import type { DossierContext } from '../dossier/context.ts';
import { refusePermission } from '../dossier/permission-of-command.ts';
import type { Consultation, Dossier, Step } from '../dossier/state.ts';
import { possibleCommands } from '../dossier/transitions.ts';
import type { ReplyAct } from './reply-acts.ts';

/** One act in one place of the case. `extend` is about the whole case. */
export interface Act {
  readonly action: ReplyAct;
  readonly stepId?: string;
  readonly consultationId?: string;
}

export function availableActs(state: Dossier, context: DossierContext): readonly Act[] {
  if (state.status !== 'processing') return [];
  const possible = new Set(possibleCommands(state));
  const { work } = state;
  const acts = [
    ...work.steps.filter(isOpen).flatMap(actsOfStep),
    ...work.consultations
      .filter(isUnanswered)
      .map(({ consultationId }) => ({ action: 'answer-consultation', consultationId }) as const),
    ...(state.reappointments === 0 ? [{ action: 'extend' } as const] : []),
  ];
  return acts.filter((act) => {
    const command = probeOf(act, state);
    return possible.has(command.type) && refusePermission(command, state, context) === undefined;
  });
}

export function isSameAct(left: Act, right: Act): boolean {
  return left.action === right.action && left.stepId === right.stepId && left.consultationId === right.consultationId;
}

function isOpen(step: Step): boolean {
  return step.status !== 'done';
}

function isUnanswered(consultation: Consultation): boolean {
  return consultation.answer === undefined;
}

const stepActs = ['complete-step', 'grant', 'refuse', 'request-supplement', 'consult', 'hand-over'] as const;

function actsOfStep({ stepId, status }: Step): readonly Act[] {
  const actions = status === 'awaiting-assignment' ? (['hand-over'] as const) : stepActs;
  return actions.map((action) => ({ action, stepId }));
}

/** A command that asks the tables the same question as the one that the form will make; its texts are never decided upon. */
function probeOf(act: Act, state: Dossier): DossierCommand {
  const stepId = act.stepId ?? '';
  switch (act.action) {
    case 'complete-step':
      return { type: 'CompleteStep', stepId };
    case 'grant':
    case 'refuse':
      return { type: 'Decide', stepId, outcome: 'granted', resultNumber: '' };
    case 'request-supplement':
      return { type: 'RequestSupplement', stepId, items: [], reason: '' };
    case 'consult':
      return { type: 'Consult', stepId, unitId: '', question: '', workingHours: 0 };
    case 'answer-consultation':
      return { type: 'AnswerConsultation', consultationId: act.consultationId ?? '', answer: '' };
    case 'extend':
      return { type: 'Extend', workingDays: 0, reason: '', apology: '' };
    case 'hand-over':
      return isUnassigned(state, stepId)
        ? { type: 'AssignStep', stepId, staffId: '', why: '' }
        : { type: 'HandStepOver', stepId, to: '', reason: '' };
    default:
      throw new Error(`${act.action} is not offered yet`);
  }
}

/** A step that nobody has yet is given to somebody; one that somebody has is handed over. */
export function isUnassigned(state: Dossier, stepId: string): boolean {
  return (
    state.status === 'processing' &&
    state.work.steps.some((step) => step.stepId === stepId && step.status === 'awaiting-assignment')
  );
}
