/** The clocks that run in a dossier's state: one list, from which the store's clock items, the timers and the work lists are made. */
import type { StaffId, UnitId } from '../catalogue/catalogue.ts';
import type { ClockItem, RunningClock } from '../clock.ts';
import type { Instant } from '../time.ts';
import type { Dossier, Hand, Step, Work } from './state.ts';

export type ClockKind =
  | 'case'
  | 'check'
  | 'transit'
  | 'forward'
  | 'supplement'
  | 'supplement-check'
  | 'step'
  | 'consultation'
  | 'result'
  | 'return-trip'
  | 'delivery'
  | 'pause';

export interface OpenClock {
  /** Unique inside the case: the kind, and for steps and consultations `kind:id`. */
  readonly clockId: string;
  readonly kind: ClockKind;
  readonly clock: RunningClock;
  /** Whose hours it counts; escalation goes up from here. */
  readonly unitId: UnitId;
  readonly officerId?: StaffId;
  /** When it came to whoever has it now, where that was after the clock began. */
  readonly heldSince?: Instant;
  /** False while the unit waits for others: nothing for it to do. */
  readonly isWork: boolean;
  /** On whose list it stands, where that is not `unitId`'s: a case that stands still is kept in sight by whoever takes it up again. */
  readonly work?: Hand;
}

export function clocksOfDossier(state: Dossier): readonly ClockItem[] {
  return runningClocks(state).flatMap((running) => {
    const { clockId, clock } = running;
    const hand = listedWith(running);
    if (hand === undefined && clock.nextTimer === undefined) return [];
    return [
      {
        clockId,
        ...(hand && { work: { ...hand, dueAt: clock.dueAt } }),
        ...(clock.nextTimer && { timer: { level: clock.nextTimer.level, at: clock.nextTimer.at } }),
      },
    ];
  });
}

/** True of a clock during which nobody of the unit has anything to do: the applicant is waited for. */
export function waitsForApplicant(clockId: string): boolean {
  return clockId === 'supplement';
}

/** True while the case stands still, for the applicant or for somebody else: it is in sight, and no load on whoever has it. */
export function standsStill(clockId: string): boolean {
  return waitsForApplicant(clockId) || clockId === 'pause';
}

function listedWith({ isWork, work, unitId, officerId }: OpenClock): Hand | undefined {
  return work ?? (isWork ? { unitId, ...(officerId !== undefined && { officerId }) } : undefined);
}

export function runningClocks(state: Dossier): readonly OpenClock[] {
  switch (state.status) {
    case 'with-clerk':
    case 'sent-back-to-clerk':
      return [
        {
          clockId: 'transit',
          kind: 'transit',
          clock: state.transit,
          unitId: state.counterId,
          isWork: true,
          ...(state.intakeBy !== undefined && { officerId: state.intakeBy }),
        },
      ];
    case 'submitted':
      return [{ clockId: 'check', kind: 'check', clock: state.check, unitId: state.counterId, isWork: true }];
    case 'supplement-requested':
      return [
        state.answer === undefined
          ? {
              clockId: 'supplement',
              kind: 'supplement',
              clock: state.wait,
              unitId: state.counterId,
              isWork: false,
              work: whoTakesItUp(state) ?? { unitId: state.counterId },
            }
          : {
              clockId: 'supplement-check',
              kind: 'supplement-check',
              clock: state.answer.check,
              unitId: state.counterId,
              isWork: true,
            },
      ];
    case 'received':
      return [
        ...caseClock(state),
        { clockId: 'forward', kind: 'forward', clock: state.forward, unitId: state.counterId, isWork: true },
      ];
    case 'paused':
      return [
        {
          clockId: 'pause',
          kind: 'pause',
          clock: state.review,
          unitId: state.deciding.unitId,
          isWork: true,
          work: whoTakesItUp(state) ?? { unitId: state.deciding.unitId },
        },
      ];
    case 'processing':
      return [...caseClock(state), ...clocksOfWork(state.work)];
    case 'decided':
      return [...resultClock(state), ...returnTrip(state)];
    case 'result-with-post':
      return [{ clockId: 'delivery', kind: 'delivery', clock: state.transit, unitId: state.counterId, isWork: false }];
    case 'result-at-counter':
    case 'result-undelivered':
    case 'returned':
    case 'refused':
    case 'withdrawn':
    case 'stopped':
      return [];
    default:
      return state satisfies never;
  }
}

/** The officer of a step that was set aside, of the unit that decides before others; undefined before there was any. */
function whoTakesItUp(state: Extract<Dossier, { status: 'supplement-requested' | 'paused' }>): Hand | undefined {
  const open = state.suspended?.steps.filter(({ status }) => status !== 'done') ?? [];
  const ofDeciding = open.filter(({ unitId }) => unitId === state.deciding.unitId);
  const step = [...ofDeciding, ...open].find(({ officerId }) => officerId !== undefined) ?? ofDeciding[0] ?? open[0];
  if (step === undefined) return undefined;
  return { unitId: step.unitId, ...(step.officerId !== undefined && { officerId: step.officerId }) };
}

function caseClock(state: Dossier): readonly OpenClock[] {
  if (state.clock === undefined) return [];
  return [{ clockId: 'case', kind: 'case', clock: state.clock, unitId: state.deciding.unitId, isWork: false }];
}

function clocksOfWork(work: Work): readonly OpenClock[] {
  const steps = work.steps.filter((step) => step.status !== 'done');
  const consultations = work.consultations.filter((consultation) => consultation.answer === undefined);
  return [
    ...steps.map((step): OpenClock => ({
      clockId: `step:${step.stepId}`,
      kind: 'step',
      ...openWork(step),
      ...heldSince(step),
    })),
    ...consultations.map((consultation): OpenClock => ({
      clockId: `consultation:${consultation.consultationId}`,
      kind: 'consultation',
      ...openWork(consultation),
    })),
  ];
}

function openWork(work: {
  readonly unitId: UnitId;
  readonly officerId?: StaffId;
  readonly clock: RunningClock;
}): Pick<OpenClock, 'clock' | 'unitId' | 'officerId' | 'isWork'> {
  const { clock, unitId, officerId } = work;
  return { clock, unitId, isWork: true, ...(officerId !== undefined && { officerId }) };
}

/** A clock that began anew after (a supplement came) began for whoever has it. */
function heldSince({ handedOverAt = '', forwardedAt = '', clock }: Step): Pick<OpenClock, 'heldSince'> {
  const came = handedOverAt > forwardedAt ? handedOverAt : forwardedAt;
  return came > clock.startedAt ? { heldSince: came } : {};
}

/** The bag of the return trip: a late one is asked after where it goes and where it comes from. */
function returnTrip({ transit, counterId }: Extract<Dossier, { status: 'decided' }>): readonly OpenClock[] {
  if (transit === undefined) return [];
  return [{ clockId: 'return-trip', kind: 'return-trip', clock: transit, unitId: counterId, isWork: false }];
}

/** The counter waits for a decided result until the day it was promised for; nobody is reminded by this one. */
function resultClock(state: Extract<Dossier, { status: 'decided' }>): readonly OpenClock[] {
  if (state.clock === undefined) return [];
  const { startedAt, dueAt, calendarVersion } = state.clock;
  const unitId = state.returnTo === 'deciding-agency' ? state.deciding.unitId : state.counterId;
  return [{ clockId: 'result', kind: 'result', clock: { startedAt, dueAt, calendarVersion }, unitId, isWork: true }];
}
