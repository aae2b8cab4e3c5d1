/** Words, files, a place or a contact that are no command: part of the draft, of a report that was filed, or the beginning of a draft. */
import { minutesBetween } from '../time.ts';
import { askNext } from './ask-next.ts';
import { draftClock, newDraft } from './draft-fields.ts';
import { draftWith } from './draft-with.ts';
import { contentOf, labelledFields } from './labelled-fields.ts';
import { after, answered, writtenBefore, type Said, type Turn, type TurnContext } from './turn.ts';
import type { ReportId } from '../report/state.ts';

/** What follows an answer so soon belongs to it, and a photograph to the report that was just filed. Minutes. */
const FOLLOWS = 2;
const FILES_FOLLOW = 60;

export function takeWords(turn: Turn, said: Said, context: TurnContext & { readonly about?: ReportId }): Turn {
  const about = context.about ?? reportSpokenOf(turn, said);
  if (about !== undefined) return spokeOf(turn, said, { ...context, about });
  const { state } = turn;
  const { draft, closed } = state;
  // It was written to a draft that was given up meanwhile.
  if (isLate(turn, said) && closed?.how === 'cancelled') return turn;
  if (draft === undefined && tooManyReports(turn, context)) {
    return state.heard.told ? turn : answered(turn, 'flood', context);
  }
  const expires = draftClock(context.catalogue, context.now);
  const { draft: changed, foreign } = draftWith({ ...(draft ?? newDraft(said, expires)), expires }, said, context);
  const next = after(turn, { type: 'DraftChanged', draft: changed });
  const told = state.told['other-language'];
  const answers = foreign && (told === undefined || told < changed.startedAt);
  return askNext(answers ? answered(next, 'other-language', context) : next, context);
}

function spokeOf(
  turn: Turn,
  { messageId, more }: Said,
  { about, now }: TurnContext & { readonly about: ReportId },
): Turn {
  const message = { messageId, ...(more && { more }) };
  return after(turn, { type: 'ReporterSpoke', reportId: about, intent: { kind: 'info' }, ...message, at: now });
}

function reportSpokenOf(turn: Turn, said: Said): ReportId | undefined {
  const { awaiting, draft, closed, spoke } = turn.state;
  if (isLate(turn, said) && closed?.how !== 'expired') return closed?.reportId;
  const asked = draft?.asked?.at ?? '';
  if (awaiting?.for === 'info' && asked < awaiting.at && !writtenBefore(said, awaiting.at)) return awaiting.reportId;
  if (draft !== undefined) return undefined;
  if (spoke !== undefined && Math.abs(minutesBetween(spoke.at, said.sentAt)) <= FOLLOWS) return spoke.reportId;
  const follows = closed !== undefined && minutesBetween(closed.at, said.sentAt) <= FILES_FOLLOW;
  return said.content.kind !== 'text' && said.characters === 0 && follows ? closed.reportId : undefined;
}

/** Written before the last draft ended, and no report in itself: it came late. */
function isLate({ state }: Turn, said: Said): boolean {
  if (state.closed === undefined || !writtenBefore(said, state.closed.at)) return false;
  const labelled = said.text === undefined ? undefined : labelledFields(said.text);
  return labelled?.fields.content === undefined || contentOf(labelled) === '';
}

function tooManyReports({ state }: Turn, { now, catalogue }: TurnContext): boolean {
  const today = state.reports.filter(({ filedAt }) => minutesBetween(filedAt, now) < 24 * 60);
  return today.length >= catalogue.hotline.flood.reportsPerDay;
}
