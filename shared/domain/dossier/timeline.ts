/**
 * The timeline that the owner sees: down to the unit, never to a person (Circular 01/2018/TT-VPCP art. 17.2), and without what is
 * only the units' own business (assignments to whom, reminders).
 */
import type { UnitId } from '../catalogue/catalogue.ts';
import type { Instant } from '../time.ts';
import type { DossierEvent } from './events.ts';
import type { DossierCore } from './state.ts';
import { LETTER_OF_ANOTHER, TIMELINE_TEXTS, type TimelineEventType } from './timeline-texts.ts';

export interface TimelineEntry {
  readonly at: Instant;
  /** The event's name, stable for programs. */
  readonly what: TimelineEventType;
  readonly text: string;
  readonly textEn: string;
  readonly unitId?: UnitId;
}

type EventOf<Type extends DossierEvent['type']> = Extract<DossierEvent, { readonly type: Type }>;

/** Oldest first. A dossier forwarded to several units at once has an entry for each. */
export function timelineOf(commits: readonly { readonly events: readonly DossierEvent[] }[]): readonly TimelineEntry[] {
  const filed = commits.flatMap(({ events }) => events).find((event) => event.type === 'DossierFiled');
  if (filed === undefined) return [];
  return commits.flatMap(({ events }) => events.flatMap((event) => entriesOf(event, filed.core)));
}

function entriesOf(event: DossierEvent, core: DossierCore): readonly TimelineEntry[] {
  if (!isShown(event)) return [];
  const { vi, en } =
    event.type === 'LetterReceived' && event.of === 'other' ? LETTER_OF_ANOTHER : TIMELINE_TEXTS[event.type];
  const entry = { at: timeOf(event), what: event.type, text: vi, textEn: en };
  const units = unitsOf(event, core);
  return units.length === 0 ? [entry] : [...new Set(units)].map((unitId) => ({ ...entry, unitId }));
}

function isShown(event: DossierEvent): event is EventOf<TimelineEventType> {
  // Taking back what was not shown is not shown either: who in the unit has it is the unit's business.
  if (event.type === 'ActUndone' && event.act.kind === 'hand-over') return false;
  // Who stands in has it already: nothing waits.
  if (event.type === 'OfficerUnreachable' && event.tell.length === 0) return false;
  return event.type in TIMELINE_TEXTS;
}

/** When it happened in law, which for a hand-over record is before it was entered. */
function timeOf(event: EventOf<TimelineEventType>): Instant {
  if (event.type === 'DossierFiled') return event.core.filedAt;
  if (event.type === 'DossierReceived') return event.receivedAt;
  if (event.type === 'SupplementRequested') return event.requestedAt;
  return event.type === 'DossierDecided' ? event.result.decidedAt : event.at;
}

function unitsOf(event: EventOf<TimelineEventType>, core: DossierCore): readonly UnitId[] {
  switch (event.type) {
    case 'DossierForwarded':
    case 'StageOpened':
      return event.steps.map(({ unitId }) => unitId);
    case 'StepAssigned':
    case 'StepCompleted':
    case 'DossierDecided':
      return [event.unitId];
    case 'StepForwarded':
      return [event.step.unitId];
    case 'ActUndone':
      return event.act.kind === 'consult' ? [] : [event.act.before.unitId];
    case 'OfficerUnreachable':
      return event.tell.flatMap((recipient) => ('unitId' in recipient ? recipient.unitId : []));
    case 'ConsultationRequested':
      return [event.consultation.unitId];
    case 'CompetenceTransferred':
      return [event.deciding.unitId];
    case 'DeadlineExtended':
    case 'DossierPaused':
    case 'DossierResumed':
    case 'DossierStopped':
      return [core.deciding.unitId];
    case 'SupplementSubmitted':
    case 'LetterReceived':
    case 'DossierWithdrawn':
    case 'ConsultationAnswered':
      return [];
    case 'DossierFiled':
    case 'DossierReceived':
    case 'DossierRefused':
    case 'SupplementRequested':
    case 'SupplementAccepted':
    case 'ResultArrived':
    case 'ResultReturned':
    case 'ResultHandedToPost':
    case 'DeliveryFailed':
    case 'IntakeSentBack':
    case 'IntakeCorrected':
    case 'PutInBag':
    case 'HandoverMissed':
      return [core.counterId];
    default:
      return event satisfies never;
  }
}
