import { isValidOn } from '../../shared/domain/catalogue/lookup.ts';
import { isAway, staffOf } from '../../shared/domain/catalogue/people.ts';
import { decideDossier } from '../../shared/domain/dossier/decide.ts';
import type { DossierContext } from '../../shared/domain/dossier/context.ts';
import type { Dossier, Step } from '../../shared/domain/dossier/state.ts';
import type { Act } from '../../shared/domain/reply/available-acts.ts';
import type { ReplyAct } from '../../shared/domain/reply/reply-acts.ts';
import { localDateOf } from '../../shared/domain/time.ts';
import type { FieldChoices } from './action-fields.ts';
import type { Choice } from './form-controls.ts';

type Chosen = (step: Step | undefined, state: Dossier, context: DossierContext) => readonly Choice[];

const CHOICES: Readonly<Partial<Record<ReplyAct, { readonly of: keyof FieldChoices; readonly choose: Chosen }>>> = {
  'hand-over': {
    of: 'colleagues',
    choose: (step, _, context) => (step === undefined ? [] : colleaguesAt(step, context)),
  },
  consult: { of: 'units', choose: unitsToAsk },
  forward: { of: 'units', choose: unitsToForwardTo },
  pause: { of: 'pauseReasons', choose: (_, __, context) => pauseReasons(context) },
};

/** What there is to choose from today: colleagues of the step's unit who are present, units that can be asked, reasons as published. */
export function choicesFor(act: Act, state: Dossier, context: DossierContext): FieldChoices {
  const none: FieldChoices = { colleagues: [], units: [], pauseReasons: [] };
  const choices = CHOICES[act.action];
  if (choices === undefined) return none;
  const step = state.status === 'processing' ? state.work.steps.find(({ stepId }) => stepId === act.stepId) : undefined;
  return { ...none, [choices.of]: choices.choose(step, state, context) };
}

function colleaguesAt(step: Step, { catalogue, actor, now }: DossierContext): readonly Choice[] {
  const today = localDateOf(now);
  const colleagues = staffOf(catalogue, step.unitId, today).filter(
    (person) => (person.roles.includes('officer') || person.roles.includes('unit-head')) && !isAway(person, today),
  );
  const officerId = actor.kind === 'staff' ? actor.staffId : undefined;
  return colleagues
    .filter(({ id }) => !(id === officerId && step.officerId === officerId))
    .map(({ id, name }) => ({ value: id, label: name }));
}

function unitsToAsk(step: Step | undefined, _: Dossier, { catalogue, now }: DossierContext): readonly Choice[] {
  const today = localDateOf(now);
  return catalogue.units
    .filter((unit) => isValidOn(unit, today) && unit.kind !== 'one-stop' && unit.id !== step?.unitId)
    .map(({ id, name }) => ({ value: id, label: name }));
}

/** The rule is asked of each unit, so that none is offered that it would refuse. */
function unitsToForwardTo(step: Step | undefined, state: Dossier, context: DossierContext): readonly Choice[] {
  const { catalogue, now } = context;
  const today = localDateOf(now);
  const takes = (unitId: string) =>
    decideDossier({ type: 'ForwardStep', stepId: step?.stepId ?? '', unitId, reason: '…' }, state, context).kind ===
    'accepted';
  return catalogue.units
    .filter((unit) => isValidOn(unit, today) && takes(unit.id))
    .map(({ id, name }) => ({ value: id, label: name }));
}

function pauseReasons({ catalogue, now }: DossierContext): readonly Choice[] {
  const today = localDateOf(now);
  return catalogue.pauseReasons
    .filter((reason) => isValidOn(reason, today))
    .map(({ id, name, nameEn }) => ({ value: id, label: `${name} (${nameEn})` }));
}
