import { resolveStepUnit, type StepUnit } from '../routing/competence.ts';
import type { ProcessStep } from '../catalogue/catalogue.ts';
import { refuse, type Refused } from '../decision.ts';
import { isRefused, procedureOf, routedOn, unitOf, type DossierContext } from './context.ts';
import { startHoursClock } from './start-clock.ts';
import type { DossierCore, Step } from './state.ts';

/**
 * The steps of one stage (bước của quy trình nội bộ), each with its unit and its clock in that unit's working hours. Units are those
 * of the day the case was filed; the steps of a stage start together (61/2018/NĐ-CP art. 19.6b).
 */
export function openStage(dossier: DossierCore, stage: number, context: DossierContext): readonly Step[] | Refused {
  const steps = procedureOf(context, dossier).stages[stage];
  if (steps === undefined) throw new Error(`procedure ${dossier.procedure.code} has no stage ${stage}`);
  const opened: Step[] = [];
  for (const step of steps) {
    const one = openStep(dossier, { step, stage }, context);
    if (isRefused(one)) return one;
    opened.push(one);
  }
  return opened;
}

function openStep(
  dossier: DossierCore,
  { step, stage }: { readonly step: ProcessStep; readonly stage: number },
  context: DossierContext,
): Step | Refused {
  const { catalogue, now } = context;
  const resolved = unitForStep(dossier, step, context);
  if (resolved.kind === 'no-unit') {
    return refuse('no-unit-for-step', {
      details: { step: step.id, level: step.level, unitKind: step.unitKind, why: resolved.why },
    });
  }
  const clock = startHoursClock(
    { catalogue, unit: unitOf(context, dossier, resolved.unit), startedAt: now },
    step.hours,
  );
  if (isRefused(clock)) return clock;
  return {
    stepId: step.id,
    stage,
    unitId: resolved.unit,
    level: resolved.level,
    actor: step.actor,
    status: 'awaiting-assignment',
    clock,
    openedAt: now,
  };
}

/**
 * The unit that does a step. After a reform the level or kind of unit that the description names may be gone: then it is the unit of
 * that kind in the authority that took over, or the unit that decides now.
 */
export function unitForStep(
  dossier: DossierCore,
  step: Pick<ProcessStep, 'level' | 'unitKind'>,
  context: DossierContext,
): StepUnit {
  const decidingUnit = unitOf(context, dossier, dossier.deciding.unitId);
  const { area, areaVersion } = dossier;
  const place = { decidingUnit, area, areaVersion, on: routedOn(dossier), catalogue: context.catalogue };
  const named = resolveStepUnit(step, place);
  if (named.kind === 'resolved' || dossier.transferredAt === undefined) return named;
  const { id, level } = decidingUnit;
  const ofThatKind = resolveStepUnit({ level, unitKind: step.unitKind }, place);
  return ofThatKind.kind === 'resolved' ? ofThatKind : { kind: 'resolved', unit: id, level, why: 'deciding-unit' };
}
