/** A draft with one more thing that the citizen said: under labels, as the answer to the question that stood when it was written, or as content. */
import { without } from '../dossier/without.ts';
import { languageOf } from '../report-text/language.ts';
import { marksOf } from '../report-text/marks.ts';
import type { Draft, Question } from './draft.ts';
import { isFilled, sourceOf, withAdded, withReplaced } from './draft-fields.ts';
import { contentOf, labelledFields, type LabelledText } from './labelled-fields.ts';
import { namesPlace } from './names-place.ts';
import { charactersOf, writtenBefore, type ConversationContext, type Said } from './turn.ts';

export interface ChangedDraft {
  readonly draft: Draft;
  /** It is content in a language that the hotline does not speak. */
  readonly foreign: boolean;
}

const LONGEST_NAME = 80;
/** A name or a number that cannot be read is asked for again, twice at most. */
const MOST_QUESTIONS = 3;
/** Fewer letters say nothing about a language. */
const LETTERS_OF_LANGUAGE = 20;

export function draftWith(draft: Draft, said: Said, about: ConversationContext): ChangedDraft {
  const withFiles = said.content.kind === 'files' || (said.content.kind === 'text' && said.content.files !== undefined);
  const started = withFiles ? { ...draft, files: [...draft.files, said.messageId] } : draft;
  switch (said.content.kind) {
    case 'location': {
      const { latitude, longitude } = said.content;
      const location = { latitude: rounded(latitude), longitude: rounded(longitude) };
      return { draft: withAdded({ ...started, location }, 'place', sourceOf(said, 'location', 0)), foreign: false };
    }
    case 'contact':
      return { draft: withContact(started, said), foreign: false };
    case 'files':
    case 'other':
      return { draft: started, foreign: false };
    case 'text':
      return withText(started, said, about);
    default:
      return said.content satisfies never;
  }
}

/** Four decimals are about ten metres. Degrees. */
function rounded(degrees: number): number {
  return Math.round(degrees * 10_000) / 10_000;
}

function withContact(draft: Draft, said: Said): Draft {
  const named = said.content.kind === 'contact' && (said.content.name ?? '').trim() !== '';
  const source = sourceOf(said, 'contact', 0);
  const name = named ? withReplaced(draft, 'name', source) : draft;
  return said.hasPhone ? withReplaced(name, 'phone', source) : name;
}

function withText(draft: Draft, said: Said, about: ConversationContext): ChangedDraft {
  if (said.characters === 0) return { draft, foreign: false };
  const { text } = said;
  // Of a long text that was given up only the length is known here.
  const labelled: LabelledText = text === undefined ? { fields: {}, rest: '' } : labelledFields(text);
  const subject = withSubject(draft, said);
  const marked = text === undefined ? subject : { ...subject, marks: { ...subject.marks, ...marksOf(text, about) } };
  if (Object.keys(labelled.fields).length > 0) return { draft: withLabels(marked, said, labelled), foreign: false };
  const question = questionFor(marked, said);
  if (question !== undefined) return { draft: unmarked(withAnswer(marked, question, said), draft), foreign: false };
  const foreign = text !== undefined && isForeign(text);
  const placed =
    text !== undefined && namesPlace(text, about) ? withAdded(marked, 'place', sourceOf(said, 'content', 0)) : marked;
  const asContent = withAdded(placed, 'content', sourceOf(said, 'text'));
  return { draft: foreign ? asContent : unmarked(asContent, draft), foreign };
}

/** Names and addresses are in no language. */
function unmarked(draft: Draft, before: Draft): Draft {
  return before.marks.otherLanguage === true ? draft : { ...draft, marks: without(draft.marks, 'otherLanguage') };
}

function isForeign(text: string): boolean {
  return (text.match(/\p{L}/gu) ?? []).length >= LETTERS_OF_LANGUAGE && languageOf(text) === 'other';
}

/** Of a mail: what its sender wrote above it is the summary, when that says something. */
function withSubject(draft: Draft, said: Said): Draft {
  if (said.subject === undefined || isFilled(draft, 'summary') || isFilled(draft, 'content')) return draft;
  return withAdded(draft, 'summary', sourceOf(said, 'subject', charactersOf(said.subject)));
}

function withLabels(draft: Draft, said: Said, labelled: LabelledText): Draft {
  const content = contentOf(labelled);
  const singles = (['place', 'name', 'address', 'summary'] as const).filter((field) => labelled.fields[field]);
  const filled = singles.reduce((next, field) => withReplaced(next, field, sourceOf(said, 'label', 0)), draft);
  const phoned =
    said.hasPhone && labelled.fields.phone ? withReplaced(filled, 'phone', sourceOf(said, 'label', 0)) : filled;
  return content === '' ? phoned : withAdded(phoned, 'content', sourceOf(said, 'label', charactersOf(content)));
}

/** The question that stood when it was written; none of what was written before the first. */
function questionFor({ questions }: Draft, said: Said): Question | undefined {
  return questions.findLast(({ at }) => !writtenBefore(said, at));
}

function withAnswer(draft: Draft, { field, times }: Question, said: Said): Draft {
  const source = sourceOf(said, 'text');
  const answers = draft.asked?.field === field && !isFilled(draft, field);
  switch (field) {
    case 'content':
    case 'place':
    case 'address':
    case 'summary':
      // A second message before the next question goes on with the answer.
      return withAdded(draft, field, source);
    case 'name':
    case 'phone': {
      if (!answers) return withAdded(draft, 'content', source);
      const readable = field === 'phone' ? said.hasPhone : isName(said);
      if (readable) return withReplaced(draft, field, source);
      if (times >= MOST_QUESTIONS) return asWritten(withReplaced(draft, field, source), field);
      // It is asked for again; what was said instead is kept with the rest.
      return without(withAdded(draft, 'content', source), 'asked');
    }
    default:
      return field satisfies never;
  }
}

function asWritten(draft: Draft, field: 'name' | 'phone'): Draft {
  return field === 'phone' ? { ...draft, marks: { ...draft.marks, phoneAsWritten: true } } : draft;
}

function isName({ text, characters }: Said): boolean {
  return text !== undefined && characters <= LONGEST_NAME && /\p{L}/u.test(text) && !/\d{3}/u.test(text);
}
