/** The permission table, asked for a command: the same answer at the API and in the decider, so that no route can forget it. */
import type { UnitId } from '../catalogue/catalogue.ts';
import { unitOn } from '../catalogue/lookup.ts';
import { oneStopOf } from '../catalogue/units.ts';
import { refuse, type Refused } from '../decision.ts';
import { authorise, type Operation, type PermissionSubject } from '../staff/permissions.ts';
import type { DossierCommand } from './commands.ts';
import { routedOn, type DossierContext } from './context.ts';
import type { Dossier, Work } from './state.ts';
import { asItStandsToday } from './transfer-competence.ts';
import { TRANSITIONS } from './transitions.ts';
import { workOf } from './work-of.ts';

export function operationOf(command: DossierCommand): Operation {
  if (command.type === 'FileDossier' && command.channel === 'online') return 'file-online';
  return TRANSITIONS[command.type].operation;
}

/** What a permission about this dossier is asked of: its counter, who handles it, its deciding unit and everybody who has worked on it. */
export function permissionSubject(
  stored: Dossier,
  context: Pick<DossierContext, 'catalogue' | 'now'>,
): PermissionSubject {
  const state = asItStandsToday(stored, context);
  const carrier = state.status === 'result-with-post' ? state.carrier : undefined;
  return {
    counterId: state.counterId,
    ...('result' in state && { otherCounterIds: decidingCounter(state, context) }),
    handledBy: [state.channel === 'post' ? state.intakeBy : undefined, carrier].filter((one) => one !== undefined),
    decidingUnitId: state.deciding.unitId,
    workUnitIds: state.hands.map(({ unitId }) => unitId),
    officerIds: state.hands.flatMap(({ officerId }) => officerId ?? []),
  };
}

export function refusePermission(
  command: DossierCommand,
  state: Dossier | undefined,
  context: DossierContext,
): Refused | undefined {
  const operation = operationOf(command);
  const { actor, catalogue, now } = context;
  const authorisation = authorise({ operation, actor, catalogue, now, subject: subjectOf(command, state, context) });
  if (authorisation.kind === 'allowed') return undefined;
  const target = state && targetOf(command, workOf(state));
  if (target === undefined || authorisation.why === 'role') {
    return refuse('not-permitted', { sort: 'forbidden', details: { operation, why: authorisation.why } });
  }
  const { unitId, officerId } = target;
  const details = { operation, unitId, ...(officerId !== undefined && { officer: officerId }) };
  return refuse('work-of-another', { sort: 'forbidden', details });
}

/** A command about one step or consultation is judged by that alone: another step's officer has no part in it. */
function subjectOf(command: DossierCommand, state: Dossier | undefined, context: DossierContext): PermissionSubject {
  if (state === undefined) {
    return command.type === 'FileDossier' && command.counterId !== undefined ? { counterId: command.counterId } : {};
  }
  const whole = permissionSubject(state, context);
  const target = targetOf(command, workOf(state));
  if (target === undefined) return whole;
  return {
    ...whole,
    workUnitIds: [target.unitId],
    officerIds: target.officerId === undefined ? [] : [target.officerId],
  };
}

/** The one-stop section of the deciding authority, if it has one. Once decided, it has the result in its hands too. */
export function decidingCounter(state: Dossier, context: Pick<DossierContext, 'catalogue'>): readonly UnitId[] {
  const on = routedOn(state);
  const deciding = unitOn(context.catalogue, state.deciding.unitId, on);
  const counter = deciding && oneStopOf(context.catalogue, deciding, on);
  return counter === undefined ? [] : [counter.id];
}

function targetOf(
  command: DossierCommand,
  work: Work | undefined,
): { readonly unitId: string; readonly officerId?: string } | undefined {
  if ('consultationId' in command) {
    return work?.consultations.find((one) => one.consultationId === command.consultationId);
  }
  return 'stepId' in command ? work?.steps.find((step) => step.stepId === command.stepId) : undefined;
}
