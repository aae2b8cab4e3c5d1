/**
 * Touched (đã xử lý): somebody of the unit did something about the work. The stall alarm is then taken away, and a standing one is lifted.
 * Being assigned is no touch, and a note by somebody else about the case in general is none either.
 */
import type { StaffId } from '../catalogue/catalogue.ts';
import type { Instant } from '../time.ts';
import { withoutStallTimer } from './clock-timers.ts';
import type { DossierEvent } from './events.ts';
import { withStep } from './evolve-processing.ts';
import { changeClock } from './ring-clock.ts';
import { runningClocks } from './running-clocks.ts';
import { withoutStall } from './stall.ts';
import type { Dossier, Step } from './state.ts';

interface Touch {
  readonly at: Instant;
  /** Absent when it is about everything that its author has open. */
  readonly stepId?: string;
  readonly by?: StaffId;
}

/** The state after an event, with what that event touched. */
export function withTouch(state: Dossier, event: DossierEvent): Dossier {
  const touch = touchOf(event);
  if (touch === undefined) return state;
  return touchedClocks(state, touch).reduce((all, clockId) => touchClock(all, clockId, touch.at), state);
}

/** Since its clock began to run and it came to whoever has it: after a supplement there is new work, and an old touch counts no more. */
export function isTouched(state: Dossier, clockId: string): boolean {
  if (state.status !== 'processing') return false;
  const step = state.work.steps.find(({ stepId }) => clockId === `step:${stepId}`);
  return step !== undefined && isStepTouched(step);
}

export function isStepTouched({ touchedAt, clock }: Step): boolean {
  return touchedAt !== undefined && touchedAt >= clock.startedAt;
}

type EventType = DossierEvent['type'];
type Of<Type extends EventType> = (event: Extract<DossierEvent, { readonly type: Type }>) => Touch | undefined;

const TOUCHES: { readonly [Type in EventType]?: Of<Type> } = {
  StepAcknowledged: ({ stepId, at }) => ({ stepId, at }),
  ConsultationRequested: ({ consultation, at }) => ({ stepId: consultation.stepId, at }),
  NoteAdded: ({ stepId, by, at }) => ({ by, at, ...(stepId !== undefined && { stepId }) }),
  ApologyPrepared: ({ prepared: { by }, at }) => (by === undefined ? undefined : { by, at }),
};

function touchOf(event: DossierEvent): Touch | undefined {
  return (TOUCHES[event.type] as Of<EventType> | undefined)?.(event);
}

/** At the counter nobody has the work by name: a note there is a touch whoever writes it. */
function touchedClocks(state: Dossier, { stepId, by }: Touch): readonly string[] {
  return runningClocks(state)
    .filter(({ kind, clockId, officerId }) => {
      if (kind === 'check' || kind === 'forward' || kind === 'supplement-check') return true;
      if (kind !== 'step' && kind !== 'consultation') return false;
      return stepId === undefined ? officerId !== undefined && officerId === by : clockId === `step:${stepId}`;
    })
    .map(({ clockId }) => clockId);
}

function touchClock(state: Dossier, clockId: string, at: Instant): Dossier {
  const quiet = withoutStall(changeClock(state, clockId, withoutStallTimer), clockId);
  const [kind, id = ''] = clockId.split(':');
  if (quiet.status !== 'processing' || kind !== 'step') return quiet;
  return { ...quiet, work: withStep(quiet.work, id, (step) => ({ ...step, touchedAt: at })) };
}
