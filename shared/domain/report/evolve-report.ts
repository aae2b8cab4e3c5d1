import type { RunningClock } from '../clock.ts';
import { afterRing } from '../dossier/clock-timers.ts';
import { without } from '../dossier/without.ts';
import { changeReportClock } from './change-report-clock.ts';
import type { ReportEvent } from './events.ts';
import { evolveWork } from './evolve-work.ts';
import { baseOf } from './report-base.ts';
import { withWork, withoutOpenWork } from './report-work.ts';
import type { Report, ReportBase } from './state.ts';

/** @throws when the history is not one that `decideReport` can have written. */
export function evolveReport(state: Report | undefined, event: ReportEvent): Report {
  if (event.type === 'ReportFiled') return filed(event);
  if (state === undefined) throw new Error(`${event.type} on a report that was not filed`);
  const base = baseOf(state);
  switch (event.type) {
    case 'ReportTriaged': {
      const { triage, work } = event;
      const kept = withoutOpenWork(base.work, { by: triage.by, at: triage.at, kept: work });
      return { ...base, triage, work: withWork(kept, work), status: 'assigned' };
    }
    case 'ReporterAsked': {
      const { question: text, by, at, wait } = event;
      return { ...base, status: 'needs-info', question: { text, by, at }, wait };
    }
    case 'ReporterWordsRecorded':
      return event.check === undefined ? withHeard(state, event) : again(withHeard(base, event), event.check);
    case 'ReportRejected': {
      const { reason, text, by, at } = event;
      return { ...ended(base, event), status: 'rejected', reason, text, by, at };
    }
    case 'ReportRedirected': {
      const { to, text, by, at } = event;
      return { ...ended(base, event), status: 'redirected', to, text, by, at };
    }
    case 'ReportMerged': {
      const { into, by, at } = event;
      return { ...ended(base, event), status: 'merged', into, by, at };
    }
    case 'ReportWithdrawn':
      return { ...ended(base, event), status: 'withdrawn', at: event.at };
    case 'MergeUndone':
      return again(base, event.check);
    case 'SubscriberAdded':
      if (event.passedTo !== undefined) return state;
      return { ...state, subscribers: [...state.subscribers, event.reportId] };
    case 'ReportTransferred': {
      const { hotlineId, work } = event;
      return { ...state, core: { ...state.core, hotlineId }, work: withWork(state.work, work) };
    }
    case 'ConsolidationBegun':
      return { ...base, status: 'consolidating', consolidation: event.clock };
    case 'AnswerReviewBegun':
      return { ...base, status: 'in-review', draft: event.draft, review: event.clock };
    case 'AnswerReturned': {
      const { work, consolidation } = event;
      if (consolidation !== undefined) return { ...base, status: 'consolidating', consolidation };
      return { ...base, work: withWork(base.work, work), status: 'assigned' };
    }
    case 'ReportAnswered':
      return { ...base, status: 'closed', answer: event.answer, reopenUntil: event.reopenUntil };
    case 'ReportRated': {
      if (state.status !== 'closed') throw new Error(`rated while ${state.status}`);
      return { ...withHeard(state, { ...event, at: event.rating.at }), rating: event.rating };
    }
    case 'ReportReopened': {
      const heard = without(withHeard(base, event), 'publication', 'notPublished');
      const reopened = { ...heard, reopened: base.reopened + 1, work: withWork(base.work, event.work) };
      return event.check === undefined ? { ...reopened, status: 'assigned' } : again(reopened, event.check);
    }
    case 'ReportNoted': {
      const { by, at, text } = event;
      return { ...state, notes: [...state.notes, { by, at, text }] };
    }
    case 'DossierLinked':
      return { ...state, dossiers: [...state.dossiers, event.caseId] };
    case 'ReportPublished':
      return { ...(without(state, 'notPublished') as Report), publication: event.publication };
    case 'ReportNotPublished': {
      const { reason, by, at } = event;
      return { ...(without(state, 'publication') as Report), notPublished: { reason, by, at } };
    }
    case 'ReportReplyAnswered':
      return state;
    case 'ReportTimerRang':
      return changeReportClock(state, event.clockId, afterRing);
    case 'WorkAssigned':
    case 'WorkAccepted':
    case 'WorkHandedOver':
    case 'ProgressReported':
    case 'WorkAnswered':
    case 'WorkDeclined':
    case 'DisputeRaised':
    case 'DisputeSettled':
    case 'UnitAdded':
      return evolveWork(state, event);
    default:
      return event satisfies never;
  }
}

function filed({ core, check }: Extract<ReportEvent, { readonly type: 'ReportFiled' }>): Report {
  const nothing = { work: [], declined: [], subscribers: [], dossiers: [], notes: [], progress: [], heard: [] };
  return { status: 'new', core, ...nothing, reopened: 0, check };
}

/** To be sorted. */
function again(base: ReportBase, check: RunningClock): Report {
  return { ...base, status: 'new', check };
}

function ended(base: ReportBase, event: { readonly by?: string; readonly at: string }): ReportBase {
  return { ...base, work: withoutOpenWork(base.work, event) };
}

function withHeard<State extends ReportBase>(
  state: State,
  { messageId, attachments = [], at }: { readonly at: string } & Partial<ReportBase['heard'][number]>,
): State {
  if (messageId === undefined) return state;
  return { ...state, heard: [...state.heard, { messageId, attachments, at }] };
}
