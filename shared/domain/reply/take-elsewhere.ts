/** CHUYỂN, LẤY Ý KIẾN and GIAO CHO: where a name has to be found first. */
import type { Unit } from '../catalogue/catalogue.ts';
import { isValidOn } from '../catalogue/lookup.ts';
import { staffOf } from '../catalogue/people.ts';
import type { DossierContext } from '../dossier/context.ts';
import type { Dossier, Step } from '../dossier/state.ts';
import { localDateOf } from '../time.ts';
import { isUnassigned, type Act } from './available-acts.ts';
import { colleaguesAt, findColleague } from './find-colleague.ts';
import { findUnit } from './find-unit.ts';
import type { ResolvedReply } from './resolved-reply.ts';
import { choice, done, missing, unclear } from './resolved.ts';
import type { Taking } from './taking.ts';

const MOST_UNITS = 5;
const MOST_COLLEAGUES = 8;
/** Handing over needs a reason in the record, and between colleagues nobody writes one. */
const HANDED_OVER_BY_MAIL = 'Bàn giao qua thư trả lời.';
/** Two working days. Working hours. */
const USUAL_HOURS = 16;

/** Up a level it ends the matter for this office, so it is not done on a mail alone. */
export function takeForward({ command, act, state, context }: Taking<'forward'>): ResolvedReply {
  const step = stepOf(act, state);
  const today = localDateOf(context.now);
  const units = otherUnits(step, context).filter(({ id }) =>
    staffOf(context.catalogue, id, today).some(({ roles }) => roles.includes('officer') || roles.includes('unit-head')),
  );
  const { found, rest } = findUnit(command.unit, units);
  const reason = command.reason ?? (rest === '' ? undefined : rest);
  const said = reason === undefined ? {} : { reason };
  if (command.unit === '') return missing(act, 'unitId', said);
  if (found.kind === 'none') return unclear(command.unit, [choice(act, said)]);
  if (found.kind === 'several') {
    const choices = found.items.slice(0, MOST_UNITS).map(({ id }) => choice(act, { unitId: id, ...said }));
    return unclear(command.unit, choices);
  }
  const unitId = found.item.id;
  if (reason === undefined) return missing(act, 'reason', { unitId });
  const resolved = done(act, { type: 'ForwardStep', stepId: act.stepId ?? '', unitId, reason }, { unitId, reason });
  return resolved.kind === 'act' && isAbove(found.item, step, context) ? { ...resolved, highImpact: true } : resolved;
}

export function takeConsult({ command, act, state, context }: Taking<'consult'>): ResolvedReply {
  const { workingHours = USUAL_HOURS } = command;
  const { found, rest } = findUnit(command.unit, otherUnits(stepOf(act, state), context));
  const question = command.question ?? (rest === '' ? undefined : rest);
  const said = { ...(question !== undefined && { question }), workingHours: String(workingHours) };
  if (command.unit === '') return missing(act, 'unitId', said);
  if (found.kind === 'none') return unclear(command.unit, [choice(act, said)]);
  if (found.kind === 'several') {
    const choices = found.items.slice(0, MOST_UNITS).map(({ id }) => choice(act, { unitId: id, ...said }));
    return unclear(command.unit, choices);
  }
  const unitId = found.item.id;
  if (question === undefined) return missing(act, 'question', { unitId, ...said });
  const consult = { type: 'Consult', stepId: act.stepId ?? '', unitId, question, workingHours } as const;
  return done(act, consult, { unitId, ...said });
}

export function takeHandOver({ command, act, state, context }: Taking<'hand-over'>): ResolvedReply {
  const step = stepOf(act, state);
  const people = step === undefined ? [] : colleaguesAt(step, context);
  const { colleague, reason = HANDED_OVER_BY_MAIL } = command;
  const found = findColleague(colleague, people);
  if (found.kind !== 'one') {
    const choices = (found.kind === 'several' ? found.items : people)
      .slice(0, MOST_COLLEAGUES)
      .map(({ id }) => choice(act, { to: id, reason }));
    if (colleague === '') return { kind: 'doubtful', why: 'detail-missing', detail: 'to', choices };
    return unclear(colleague, choices);
  }
  const to = found.item.id;
  const stepId = act.stepId ?? '';
  const handOver = isUnassigned(state, stepId)
    ? ({ type: 'AssignStep', stepId, staffId: to, why: reason } as const)
    : ({ type: 'HandStepOver', stepId, to, reason } as const);
  return done(act, handOver, { to, reason });
}

/** Units of today but the step's own; a counter examines nothing. */
function otherUnits(step: Step | undefined, { catalogue, now }: DossierContext): readonly Unit[] {
  const today = localDateOf(now);
  return catalogue.units.filter(
    (unit) => isValidOn(unit, today) && unit.kind !== 'one-stop' && unit.id !== step?.unitId,
  );
}

function isAbove(unit: Unit, step: Step | undefined, { catalogue }: DossierContext): boolean {
  const rankOf = (level: string | undefined) => catalogue.levels.find(({ id }) => id === level)?.rank ?? 0;
  return rankOf(unit.level) > rankOf(step?.level);
}

function stepOf({ stepId }: Act, state: Dossier): Step | undefined {
  return state.status === 'processing' ? state.work.steps.find((step) => step.stepId === stepId) : undefined;
}
