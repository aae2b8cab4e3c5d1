import { accept, refuse, type Decision } from '../decision.ts';
import { localDateOf, type Instant } from '../time.ts';
import { isBlank, isRefused, staffActor, type DossierContext } from './context.ts';
import type { DossierEvent } from './events.ts';
import type { Punctuality } from './state.ts';
import { openConsultationOf, stepToActOn } from './steps.ts';
import type { CommandOf, StateFor } from './transitions.ts';

/**
 * The decision (kết quả giải quyết): at the last stage, by its officer or the head of the unit. A refusal is a result too, with its
 * reason (M03, 61/2018/NĐ-CP art. 19.8).
 */
export function decideOutcome(
  command: CommandOf<'Decide'>,
  state: StateFor<'Decide'>,
  context: DossierContext,
): Decision<DossierEvent> {
  const actor = staffActor(context);
  if (isRefused(actor)) return actor;
  const step = stepToActOn(state, command.stepId, context);
  if (isRefused(step)) return step;
  const { work, clock } = state;
  if (work.stage !== work.stages - 1) {
    return refuse('not-the-last-stage', {
      pointer: '/stepId',
      details: { stage: work.stage + 1, stages: work.stages },
    });
  }
  const open = openConsultationOf(state, step, context);
  if (open !== undefined) return open;
  const { outcome, resultNumber, reason } = command;
  if (isBlank(resultNumber)) return refuse('result-number-missing', { pointer: '/resultNumber' });
  if (outcome === 'refused' && isBlank(reason)) {
    return refuse('reason-missing', { pointer: '/reason', article: '61/2018/NĐ-CP Điều 19.8' });
  }
  if (clock === undefined) throw new Error(`dossier ${state.caseId} is under examination without a clock`);
  return accept({
    type: 'DossierDecided',
    stepId: step.stepId,
    unitId: step.unitId,
    counterId: state.counterId,
    ...(state.channel === 'post' && state.intakeBy !== undefined && { clerk: state.intakeBy }),
    result: {
      outcome,
      decidedAt: context.now,
      decidedBy: actor.staffId,
      resultNumber,
      punctuality: punctuality(context.now, clock.dueAt),
      ...(!isBlank(reason) && { reason }),
    },
  });
}

/** Trước hạn on a day before the due day, đúng hạn on that day until the due hour, quá hạn after it (form M05). */
export function punctuality(decidedAt: Instant, due: Instant): Punctuality {
  if (decidedAt > due) return 'late';
  return localDateOf(decidedAt) < localDateOf(due) ? 'early' : 'on-time';
}
