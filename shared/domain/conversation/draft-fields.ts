/** Changes of a draft's fields. Each keeps its sources in the order in which they were written, whatever the order in which they came. */
import type { Catalogue } from '../catalogue/catalogue.ts';
import type { RunningClock } from '../clock.ts';
import { addMinutes, type Instant } from '../time.ts';
import { DRAFT_FIELDS, type Draft, type DraftField, type FieldSource } from './draft.ts';
import type { Conversation } from './state.ts';
import type { Said } from './turn.ts';

/** A content this short is its own summary. Characters. */
export const SHORT_CONTENT = 200;
/** Beyond them words are kept with their message only. */
const MOST_SOURCES = 300;

export function newDraft(said: Said, expires: RunningClock): Draft {
  const { messageId: draftId, sentAt: startedAt } = said;
  return { draftId, startedAt, fields: {}, files: [], questions: [], marks: {}, expires };
}

/** A draft waits from the last message on: whoever is answering is not cut off. */
export function draftClock({ hotline, calendar }: Catalogue, now: Instant): RunningClock {
  const dueAt = addMinutes(now, hotline.draftHours * 60);
  return { startedAt: now, dueAt, calendarVersion: calendar.version, nextTimer: { level: 1, at: dueAt } };
}

export function sourceOf(said: Said, from: FieldSource['from'], characters = said.characters): FieldSource {
  const { messageId, sentAt, more } = said;
  return { messageId, sentAt, from, characters, ...(more && { more }) };
}

/** Beside what is there already. */
export function withAdded(draft: Draft, field: DraftField, source: FieldSource): Draft {
  const before = draft.fields[field] ?? [];
  if (before.length >= MOST_SOURCES) return draft;
  const sources = [...before, source].toSorted((one, other) => (one.sentAt < other.sentAt ? -1 : 1));
  return withField(draft, field, sources);
}

/** Instead of what is there, unless that was written later. Words that were taken for the answer go to the content: they may have been none. */
export function withReplaced(draft: Draft, field: DraftField, source: FieldSource): Draft {
  const before = draft.fields[field] ?? [];
  if (before.some(({ sentAt }) => sentAt > source.sentAt)) return draft;
  const words = before.filter(({ from }) => from === 'text');
  return words.reduce((next, one) => withAdded(next, 'content', one), withField(draft, field, [source]));
}

function withField(draft: Draft, field: DraftField, sources: readonly FieldSource[]): Draft {
  const first = sources[0]?.sentAt;
  const startedAt = first !== undefined && first < draft.startedAt ? first : draft.startedAt;
  return { ...draft, startedAt, fields: { ...draft.fields, [field]: sources } };
}

export function isFilled({ fields }: Draft, field: DraftField): boolean {
  return (fields[field]?.length ?? 0) > 0;
}

/** What is still to be asked for, in the order of the law. */
export function missingField(
  draft: Draft,
  { channel, links }: Pick<Conversation, 'channel' | 'links'>,
): DraftField | undefined {
  return DRAFT_FIELDS.find((field) => {
    if (isFilled(draft, field)) return false;
    // Whoever writes from a telephone has shown its number.
    if (field === 'phone') return channel !== 'sms' && !links.some((link) => link.channel === 'sms');
    return field !== 'summary' || contentLength(draft) > SHORT_CONTENT;
  });
}

function contentLength({ fields }: Draft): number {
  return (fields.content ?? []).reduce((sum, { characters }) => sum + characters, 0);
}
