/** The work that a report's events make elsewhere: somebody in a unit, another report, the reporter's conversation. */
import type { LevelId } from '../catalogue/catalogue.ts';
import type { ReportEvent } from './events.ts';
import type { ReportId, ReportWork } from './state.ts';

export type ReportFollowUp =
  | { readonly kind: 'subscribe'; readonly into: ReportId; readonly reportId: ReportId }
  | {
      readonly kind: 'await-words';
      readonly conversationId: string;
      readonly reportId: ReportId;
      readonly for: 'info' | 'rating' | 'nothing';
    };

export interface ReportTasks {
  /** Parts that wait for somebody, each to the queue of its unit's level. */
  readonly levels: readonly { readonly level: LevelId; readonly workId: string }[];
  readonly tasks: readonly ReportFollowUp[];
}

export function tasksForReport(event: ReportEvent, entityId: string): ReportTasks {
  const reportId = entityId.slice(entityId.indexOf('#') + 1);
  const stays = event.type === 'DisputeSettled' && event.waits !== undefined ? [event.waits] : [];
  return {
    levels: [...waiting(worksOf(event)), ...stays],
    tasks: [...subscriptions(event, reportId), ...awaited(event, reportId)],
  };
}

const OPENING: ReadonlySet<ReportEvent['type']> = new Set([
  'ReportTriaged',
  'ReportTransferred',
  'UnitAdded',
  'AnswerReturned',
  'ReportReopened',
]);

/** Those that are new, or may lack somebody. */
function worksOf(event: ReportEvent): readonly ReportWork[] {
  if (event.type === 'DisputeSettled') return event.next === undefined ? [] : [event.next];
  return OPENING.has(event.type) && 'work' in event ? [event.work].flat() : [];
}

function waiting(works: readonly ReportWork[]): ReportTasks['levels'] {
  return works
    .filter(({ status, officerId }) => status === 'open' && officerId === undefined)
    .map(({ level, workId }) => ({ level, workId }));
}

function subscriptions(event: ReportEvent, reportId: ReportId): readonly ReportFollowUp[] {
  if (event.type === 'ReportMerged') {
    const { into, subscribers } = event;
    return [reportId, ...subscribers].map((one) => ({ kind: 'subscribe', into, reportId: one }));
  }
  if (event.type === 'ReportWithdrawn') return event.subscribers.map(backToItself);
  if (event.type === 'SubscriberAdded' && event.passedTo !== undefined) {
    return [{ kind: 'subscribe', into: event.passedTo, reportId: event.reportId }];
  }
  return [];
}

/** A report that hears of itself is sorted again. */
function backToItself(reportId: ReportId): ReportFollowUp {
  return { kind: 'subscribe', into: reportId, reportId };
}

function awaited(event: ReportEvent, reportId: ReportId): readonly ReportFollowUp[] {
  if (!('awaits' in event)) return [];
  return [{ kind: 'await-words', reportId, ...event.awaits }];
}
