/** What only staff concerned may see of a case: the people, the work and where the routing came from. */
import type { DossierDetails } from '../../shared/contracts/http/dossier-views.ts';
import type { Procedure } from '../../shared/domain/catalogue/catalogue.ts';
import type { DossierEvent } from '../../shared/domain/dossier/events.ts';
import type { Parties } from '../../shared/domain/dossier/parties.ts';
import type { Dossier, Work } from '../../shared/domain/dossier/state.ts';
import type { CommittedEvents } from '../../shared/ports/entity-store.ts';
import type { NamedUnit } from './details-parts.ts';

export interface StaffView {
  readonly state: Dossier;
  readonly procedure: Procedure | undefined;
  readonly history: readonly CommittedEvents<DossierEvent>[];
  readonly parties: Parties | undefined;
  readonly unit: (unitId: string) => NamedUnit;
}

export function detailsForStaff(
  view: StaffView,
): Pick<DossierDetails, 'work' | 'people' | 'routing' | 'apologyPreparedAt' | 'applicantUnreachableSince'> {
  const { state, history, parties } = view;
  const filed = history[0]?.events.find((event) => event.type === 'DossierFiled');
  return {
    ...(state.status === 'processing' && { work: workOf(state.work, view) }),
    ...(parties && { people: peopleOf(parties) }),
    ...(state.applicantUnreachableSince !== undefined && {
      applicantUnreachableSince: state.applicantUnreachableSince,
    }),
    ...(filed && { routing: routingOf(filed) }),
    ...(state.status === 'processing' &&
      state.preparedApology && { apologyPreparedAt: state.preparedApology.preparedAt }),
  };
}

function workOf(work: Work, { procedure, unit }: StaffView): NonNullable<DossierDetails['work']> {
  const steps = procedure?.stages.flat() ?? [];
  return {
    steps: work.steps.map(({ stepId, unitId, status, clock, officerId }) => ({
      stepId,
      name: steps.find(({ id }) => id === stepId)?.name ?? stepId,
      unit: unit(unitId),
      status,
      dueAt: clock.dueAt,
      ...(officerId !== undefined && { officerId }),
    })),
    consultations: work.consultations.map(({ consultationId, stepId, unitId, question, clock, answer }) => ({
      consultationId,
      stepId,
      unit: unit(unitId),
      question,
      dueAt: clock.dueAt,
      ...(answer && { answeredAt: answer.at, answer: answer.text }),
    })),
  };
}

/** Without the file names, which stand beside the files. */
function peopleOf({
  applicant,
  owner,
  request,
  returnAddress,
  collectedBy,
}: Parties): NonNullable<DossierDetails['people']> {
  return { applicant, owner, request, ...(returnAddress && { returnAddress }), ...(collectedBy && { collectedBy }) };
}

function routingOf(filed: Extract<DossierEvent, { type: 'DossierFiled' }>): NonNullable<DossierDetails['routing']> {
  const { ruleId, areaValidFrom, considered } = filed.routing;
  return { ruleId, areaValidFrom, considered: [...considered] };
}
