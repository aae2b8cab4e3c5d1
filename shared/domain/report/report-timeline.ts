/**
 * What the reporter sees of the way of a report: down to the unit, never to a person, with what units let them know; without what is only the
 * units' own business (who has it, notes, reminders).
 */
import type { Catalogue, UnitId } from '../catalogue/catalogue.ts';
import { unitOn } from '../catalogue/lookup.ts';
import { localDateOf, type Instant } from '../time.ts';
import type { ReportEvent } from './events.ts';
import { TIMELINE_OF_REPORT as TEXTS, type SaidInTimeline } from './report-timeline-texts.ts';

export interface ReportTimelineEntry {
  readonly at: Instant;
  readonly text: string;
  readonly textEn: string;
  readonly unit?: { readonly id: UnitId; readonly name: string; readonly nameEn: string };
}

/** Oldest first. What came to several units at once has an entry for each. */
export function timelineOfReport(
  history: readonly { readonly events: readonly ReportEvent[] }[],
  catalogue: Catalogue,
): readonly ReportTimelineEntry[] {
  const parts = new Map<string, UnitId>();
  return history.flatMap(({ events }) =>
    events.flatMap((event) => {
      for (const { workId, unitId } of worksIn(event)) parts.set(workId, unitId);
      return entriesOf(event, parts).map((one) => entry(one, catalogue));
    }),
  );
}

interface Shown {
  readonly at: Instant;
  readonly said: SaidInTimeline;
  /** What an official wrote for the reporter. */
  readonly words?: string;
  readonly unitId?: UnitId | undefined;
}

function worksIn(event: ReportEvent): readonly { readonly workId: string; readonly unitId: UnitId }[] {
  if (event.type === 'UnitAdded') return [event.work];
  if (event.type === 'DisputeSettled') return event.next === undefined ? [] : [event.next];
  return 'work' in event ? event.work : [];
}

function entriesOf(event: ReportEvent, parts: ReadonlyMap<string, UnitId>): readonly Shown[] {
  switch (event.type) {
    case 'ReportFiled':
      return [{ at: event.core.filedAt, said: TEXTS.filed }];
    case 'ReportTriaged': {
      if (event.again && !event.moved) return [];
      const said = event.again ? TEXTS.movedTo : TEXTS.givenTo;
      return event.work.map(({ unitId }) => ({ at: event.triage.at, said, unitId }));
    }
    case 'ReporterAsked':
      return [{ at: event.at, said: TEXTS.asked, words: event.question }];
    case 'ReporterWordsRecorded':
      return [{ at: event.at, said: TEXTS.heard }];
    case 'ReportRejected':
      return [{ at: event.at, said: TEXTS.rejected, words: event.text }];
    case 'ReportRedirected':
      return [{ at: event.at, said: TEXTS.redirected, words: event.text }];
    case 'ReportMerged':
      return [{ at: event.at, said: TEXTS.merged }];
    case 'MergeUndone':
      return [{ at: event.at, said: TEXTS.unmerged }];
    case 'ReportWithdrawn':
      return [{ at: event.at, said: TEXTS.withdrawn }];
    case 'ReportTransferred':
      return event.work
        .filter(({ status }) => status === 'open')
        .map(({ unitId }) => ({ at: event.at, said: TEXTS.movedTo, unitId }));
    case 'WorkAccepted':
      return [{ at: event.at, said: TEXTS.takenUp, unitId: parts.get(event.workId) }];
    case 'ProgressReported':
      return [{ at: event.at, said: TEXTS.progress, words: event.text, unitId: parts.get(event.workId) }];
    case 'WorkAnswered':
      return [{ at: event.answer.at, said: TEXTS.partDone, unitId: parts.get(event.workId) }];
    case 'WorkDeclined':
      return [{ at: event.dispute.at, said: TEXTS.disputed, unitId: event.declined.unitId }];
    case 'DisputeSettled':
      return [{ at: event.at, said: TEXTS.settled, unitId: event.unitId }];
    case 'UnitAdded':
      return [{ at: event.at, said: TEXTS.alsoGivenTo, unitId: event.work.unitId }];
    case 'ReportAnswered':
      return [{ at: event.answer.at, said: TEXTS.answered, words: event.answer.text }];
    case 'ReportRated':
      return [{ at: event.rating.at, said: TEXTS.rated }];
    case 'ReportReopened': {
      const reopened = { at: event.at, said: TEXTS.reopened };
      return [reopened, ...event.work.map(({ unitId }) => ({ at: event.at, said: TEXTS.givenTo, unitId }))];
    }
    case 'SubscriberAdded':
    case 'WorkAssigned':
    case 'WorkHandedOver':
    case 'DisputeRaised':
    case 'ConsolidationBegun':
    case 'AnswerReviewBegun':
    case 'AnswerReturned':
    case 'ReportNoted':
    case 'DossierLinked':
    case 'ReportPublished':
    case 'ReportNotPublished':
    case 'ReportReplyAnswered':
    case 'ReportTimerRang':
      return [];
    default:
      return event satisfies never;
  }
}

function entry({ at, said, words, unitId }: Shown, catalogue: Catalogue): ReportTimelineEntry {
  const unit = unitId === undefined ? undefined : unitOn(catalogue, unitId, localDateOf(at));
  const quoted = words === undefined ? '' : `: ${words}`;
  return {
    at,
    text: `${said.vi}${quoted}`,
    textEn: `${said.en}${quoted}`,
    ...(unit && { unit: { id: unit.id, name: unit.name, nameEn: unit.nameEn } }),
  };
}
