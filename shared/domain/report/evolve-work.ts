/** What the events of one unit's part leave of it. */
import { without } from '../dossier/without.ts';
import type { ReportEventOf } from './events.ts';
import { givenAway, undisputed, withWork, workOf } from './report-work.ts';
import type { Report, ReportWork } from './state.ts';

export type WorkEvent = ReportEventOf<
  | 'WorkAssigned'
  | 'WorkAccepted'
  | 'WorkHandedOver'
  | 'ProgressReported'
  | 'WorkAnswered'
  | 'WorkDeclined'
  | 'DisputeRaised'
  | 'DisputeSettled'
  | 'UnitAdded'
>;

export function evolveWork(state: Report, event: WorkEvent): Report {
  switch (event.type) {
    case 'WorkAssigned':
      return changed(state, event.workId, (work) => assigned(work, event));
    case 'WorkAccepted': {
      const { by, at } = event;
      return changed(state, event.workId, (work) => ({ officerId: by, ...work, acceptedAt: at, acceptedBy: by }));
    }
    // Whoever gets it from a colleague has not taken it up yet.
    case 'WorkHandedOver':
      return changed(state, event.workId, (work) => ({
        ...without(work, 'acceptedAt', 'acceptedBy', 'unassignableSince'),
        officerId: event.to,
      }));
    case 'ProgressReported': {
      const { by, at, text } = event;
      return { ...state, progress: [...state.progress, { by, at, text }] };
    }
    case 'WorkAnswered':
      return changed(state, event.workId, (work) => ({ ...work, status: 'answered', answer: event.answer }));
    case 'WorkDeclined': {
      const { declined, dispute } = event;
      const disputed = changed(state, event.workId, (work) => ({ ...work, status: 'disputed', dispute }));
      return { ...disputed, declined: [...state.declined, declined] };
    }
    case 'DisputeRaised':
      return changed(state, event.workId, (work) => ({ ...work, dispute: event.dispute }));
    case 'DisputeSettled':
      return settled(state, event);
    case 'UnitAdded':
      return { ...state, work: withWork(state.work, [event.work]) };
    default:
      return event satisfies never;
  }
}

function assigned(work: ReportWork, { staffId, at }: ReportEventOf<'WorkAssigned'>): ReportWork {
  if (staffId === undefined) return { ...work, unassignableSince: at };
  return { ...without(work, 'unassignableSince'), officerId: staffId };
}

function settled(state: Report, { workId, unitId, next, by, at }: ReportEventOf<'DisputeSettled'>): Report {
  const work = workOf(state, workId);
  if (work === undefined) throw new Error(`the report has lost its part ${workId}`);
  const decided = { by, at };
  if (unitId === work.unitId) {
    return changed(state, workId, () => ({ ...undisputed(work), status: 'open', settled: true, decided }));
  }
  const away = changed(state, workId, () => givenAway(work, decided));
  if (next !== undefined) return { ...away, work: withWork(away.work, [next]) };
  return work.lead ? { ...away, work: away.work.map((one) => leading(one, { unitId, round: work.round })) } : away;
}

function leading(work: ReportWork, { unitId, round }: Pick<ReportWork, 'unitId' | 'round'>): ReportWork {
  const takesOver = work.unitId === unitId && work.round === round && work.status !== 'given-away';
  return takesOver ? { ...work, lead: true } : work;
}

function changed(state: Report, workId: string, change: (work: ReportWork) => ReportWork): Report {
  return { ...state, work: state.work.map((work) => (work.workId === workId ? change(work) : work)) };
}
