import type { StaffId } from '../catalogue/catalogue.ts';
import { staffOn, standInFor } from '../catalogue/people.ts';
import { accept, ignore, type Decision } from '../decision.ts';
import { localDateOf } from '../time.ts';
import { refuseAssignee } from './assignee.ts';
import { clockOfNewHolder } from './clock-of-new-holder.ts';
import { unitOf, type DossierContext } from './context.ts';
import type { DossierEvent } from './events.ts';
import type { Consultation, Step } from './state.ts';
import type { CommandOf, StateFor } from './transitions.ts';
import { workOf } from './work-of.ts';

interface OpenWork {
  readonly steps: readonly Step[];
  readonly consultations: readonly Consultation[];
}

/** Shown to the stand-in and in the history; it names nobody. */
const REASONS: Readonly<Record<CommandOf<'ReportUnreachable'>['why'], string>> = {
  bounced: 'Hộp thư của người được giao không nhận được thư; chuyển cho người được ủy quyền giải quyết thay.',
  'out-of-office': 'Người được giao đang vắng mặt; chuyển cho người được ủy quyền giải quyết thay.',
};

/**
 * Mail does not reach an officer: the work goes to the stand-in of the published absence (người được ủy quyền giải quyết thay); without one the
 * unit's mailbox is told, once. No clock waits for any of this.
 */
export function reportUnreachable(
  command: CommandOf<'ReportUnreachable'>,
  state: StateFor<'ReportUnreachable'>,
  context: DossierContext,
): Decision<DossierEvent> {
  const { staffId, why, until } = command;
  const work = openWorkOf(staffId, state);
  if (work.steps.length + work.consultations.length === 0) return ignore(`${staffId} has no open work`);
  const standIn = state.status === 'processing' ? standInOf(staffId, work, context) : undefined;
  const untold = standIn === undefined ? onlyUntold(work) : { steps: [], consultations: [] };
  const units = [...untold.steps, ...untold.consultations].map(({ unitId }) => unitId);
  if (standIn === undefined && units.length === 0) return ignore(`the unit was told of ${staffId} before`);
  return accept<DossierEvent>(
    {
      type: 'OfficerUnreachable',
      staffId,
      why,
      // A text that nobody changed since the last holiday says nothing about this absence.
      ...(until !== undefined && until >= localDateOf(context.now) && { until }),
      stepIds: untold.steps.map(({ stepId }) => stepId),
      consultationIds: untold.consultations.map(({ consultationId }) => consultationId),
      tell: [...new Set(units)].map((unitId) => ({ kind: 'unit-mailbox', unitId })),
      at: context.now,
    },
    ...(standIn === undefined ? [] : handedTo(standIn, work, { command, state, context })),
  );
}

function openWorkOf(staffId: StaffId, state: StateFor<'ReportUnreachable'>): OpenWork {
  const { steps, consultations } = workOf(state) ?? { steps: [], consultations: [] };
  return {
    steps: steps.filter((step) => step.status === 'assigned' && step.officerId === staffId),
    consultations: consultations.filter((one) => one.answer === undefined && one.officerId === staffId),
  };
}

/** Somebody present who examines; whoever is present stands in for nobody. */
function standInOf(staffId: StaffId, work: OpenWork, context: DossierContext): StaffId | undefined {
  const on = localDateOf(context.now);
  const officer = staffOn(context.catalogue, staffId, on);
  const standIn = officer && standInFor(context.catalogue, officer, on)?.id;
  if (standIn === undefined || standIn === staffId) return undefined;
  const suits = [...work.steps, ...work.consultations].every(
    ({ unitId }) => refuseAssignee(standIn, unitId, context) === undefined,
  );
  return suits ? standIn : undefined;
}

/** An officer who has done something about it since has been reached: then the unit is told again. */
function onlyUntold({ steps, consultations }: OpenWork): OpenWork {
  return {
    steps: steps.filter(
      ({ unreachableSince, touchedAt = '' }) => unreachableSince === undefined || touchedAt > unreachableSince,
    ),
    consultations: consultations.filter(({ unreachableSince }) => unreachableSince === undefined),
  };
}

function handedTo(
  to: StaffId,
  { steps, consultations }: OpenWork,
  reported: {
    readonly command: CommandOf<'ReportUnreachable'>;
    readonly state: StateFor<'ReportUnreachable'>;
    readonly context: DossierContext;
  },
): readonly DossierEvent[] {
  const { command, state, context } = reported;
  const { staffId: from, why } = command;
  const at = context.now;
  return [
    ...steps.map(({ stepId, unitId, clock }): DossierEvent => ({
      type: 'StepHandedOver',
      stepId,
      from,
      to,
      unitId,
      reason: REASONS[why],
      clock: clockOfNewHolder(clock, unitOf(context, state, unitId), context),
      at,
    })),
    ...consultations.map(({ consultationId, unitId }): DossierEvent => ({
      type: 'ConsultationAssigned',
      consultationId,
      unitId,
      staffId: to,
      at,
    })),
  ];
}
