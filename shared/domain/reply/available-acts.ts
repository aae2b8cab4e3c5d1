/**
 * Which acts one person has in one case now, whether a reply asks for them, a signed link or a page: the transition table, the permission
 * table and what is still open. A note is always possible and undoing belongs to the receipt; neither is among them.
 */
import type { Refused } from '../decision.ts';
import type { DossierCommand } from '../dossier/commands.ts';
import { appointAnew } from '../dossier/appoint-anew.ts';
import { actsForStep, isHeadOf, isRefused, type DossierContext } from '../dossier/context.ts';
import { refusePermission } from '../dossier/permission-of-command.ts';
import type { Consultation, Dossier, Step } from '../dossier/state.ts';
import { waitStillRuns } from '../dossier/supplement-wait.ts';
import { isStepTouched } from '../dossier/touch.ts';
import { possibleCommands } from '../dossier/transitions.ts';
import type { ReplyAct } from './reply-acts.ts';

/** One act in one place of the case; without a place it is about the whole case. */
export interface Act {
  readonly action: ReplyAct;
  readonly stepId?: string;
  readonly consultationId?: string;
}

export function availableActs(state: Dossier, context: DossierContext): readonly Act[] {
  const acts = actsByRight(state, context);
  return dateRefusal(state, context) === undefined ? acts : acts.filter((act) => !movesDate(act));
}

/** What would be theirs but for the date, which can be moved once and not at the last moment; with the rule's own answer to whoever asks. */
export function actsTooLate(
  state: Dossier,
  context: DossierContext,
): { readonly acts: readonly Act[]; readonly refused: Refused } | undefined {
  const refused = dateRefusal(state, context);
  return refused && { acts: actsByRight(state, context).filter(movesDate), refused };
}

function movesDate({ action }: Act): boolean {
  return action === 'extend' || action === 'prepare-apology';
}

/** The same for every number of days: one is the least that can be asked for. */
function dateRefusal(state: Dossier, context: DossierContext): Refused | undefined {
  if (state.status !== 'processing') return undefined;
  const moved = appointAnew(state, 1, context);
  return isRefused(moved) ? moved : undefined;
}

function actsByRight(state: Dossier, context: DossierContext): readonly Act[] {
  const possible = new Set(possibleCommands(state));
  return placesOf(state).filter((act) => {
    const command = probeOf(act, state);
    if (command === undefined || !possible.has(command.type)) return false;
    return (
      refusePermission(command, state, context) === undefined && (RULES[act.action]?.(state, context, act) ?? true)
    );
  });
}

export function isSameAct(left: Act, right: Act): boolean {
  return left.action === right.action && left.stepId === right.stepId && left.consultationId === right.consultationId;
}

const AT_RECEPTION = ['receive', 'request-supplement', 'refuse-intake'] as const satisfies readonly ReplyAct[];
const WHOLE_CASE = ['extend', 'prepare-apology', 'pause', 'resume', 'stop'] as const satisfies readonly ReplyAct[];
const UNASSIGNED_STEP = ['hand-over', 'forward'] as const satisfies readonly ReplyAct[];
const ASSIGNED_STEP = [
  'acknowledge',
  'complete-step',
  'grant',
  'refuse',
  'request-supplement',
  'consult',
  'hand-over',
  'forward',
] as const satisfies readonly ReplyAct[];

function placesOf(state: Dossier): readonly Act[] {
  const whole = WHOLE_CASE.map((action) => ({ action }));
  if (state.status !== 'processing') return [...AT_RECEPTION.map((action) => ({ action })), ...whole];
  const { steps, consultations } = state.work;
  const asked = consultations.filter(isUnanswered);
  return [
    ...steps.flatMap(actsOfStep),
    ...asked.map(({ consultationId }) => ({ action: 'answer-consultation', consultationId }) as const),
    ...whole,
  ];
}

function actsOfStep(step: Step): readonly Act[] {
  const { stepId, status } = step;
  if (status === 'done') return [];
  const actions = status === 'awaiting-assignment' ? UNASSIGNED_STEP : ASSIGNED_STEP;
  return actions
    .filter((action) => action !== 'acknowledge' || !isStepTouched(step))
    .map((action) => ({ action, stepId }));
}

function isUnanswered(consultation: Consultation): boolean {
  return consultation.answer === undefined;
}

/** What an act's own rule would refuse for a reason that stands beforehand: nobody is offered what can only fail. */
const RULES: Readonly<Partial<Record<ReplyAct, (state: Dossier, context: DossierContext, act: Act) => boolean>>> = {
  // The counter may ask for papers before the examination, not in the name of whoever examines.
  'request-supplement': (state, context, { stepId }) => {
    const step = stepIn(state, stepId);
    return step === undefined || actsForStep(context, step);
  },
  // Who decides is settled by rule.
  forward: (state, _, { stepId }) =>
    state.status === 'processing' && stepIn(state, stepId)?.stage !== state.work.stages - 1,
  // Who can extend needs to ask nobody, and who has handed the work on asks for nothing more.
  'prepare-apology': (state, context) =>
    !isHeadOf(context, state.deciding.unitId) &&
    state.status === 'processing' &&
    state.work.steps.some((step) => step.status !== 'done' && actsForStep(context, step)),
  stop: (state, context) =>
    state.status === 'supplement-requested'
      ? waitStillRuns(state, context) === undefined
      : isHeadOf(context, state.deciding.unitId),
  'refuse-intake': (state, context) =>
    state.status !== 'supplement-requested' || waitStillRuns(state, context) === undefined,
};

/** A command that asks the tables the same question as the one that the act will make; its texts are never decided upon. */
function probeOf(act: Act, state: Dossier): DossierCommand | undefined {
  const stepId = act.stepId ?? '';
  switch (act.action) {
    case 'acknowledge':
      return { type: 'AcknowledgeStep', stepId };
    case 'complete-step':
      return { type: 'CompleteStep', stepId };
    case 'grant':
    case 'refuse':
      return { type: 'Decide', stepId, outcome: 'granted', resultNumber: '' };
    case 'request-supplement':
      return { type: 'RequestSupplement', items: [], reason: '', ...(act.stepId !== undefined && { stepId }) };
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
    case 'forward':
      return { type: 'ForwardStep', stepId, unitId: '', reason: '' };
    case 'prepare-apology':
      return { type: 'PrepareApology', workingDays: 0, reason: '' };
    case 'stop':
      return { type: 'Stop', reason: '' };
    case 'pause':
      return { type: 'Pause', reason: '', note: '' };
    case 'resume':
      return { type: 'Resume' };
    case 'receive':
      return { type: 'Receive', dossierCode: '', forward: true };
    case 'refuse-intake':
      return { type: 'Refuse', reason: '' };
    case 'note':
    case 'undo':
      return undefined;
    default:
      return act.action satisfies never;
  }
}

function stepIn(state: Dossier, stepId: string | undefined): Step | undefined {
  return state.status === 'processing' ? state.work.steps.find((step) => step.stepId === stepId) : undefined;
}

/** A step that nobody has yet is given to somebody; one that somebody has is handed over. */
export function isUnassigned(state: Dossier, stepId: string): boolean {
  return (
    state.status === 'processing' &&
    state.work.steps.some((step) => step.stepId === stepId && step.status === 'awaiting-assignment')
  );
}
