/** The command that a line gives, with its details; or why it gives none. */
import { REASON_MARKS } from './details.ts';
import { isMereYes, isTurnedRound, looksShouted } from './doubts.ts';
import { phraseAt, saysAt, type FoundPhrase } from './find-phrase.ts';
import { NONE, UNCLEAR, type LineReading } from './line-reading.ts';
import { firstColon, gapBefore, isColon, past, type Line } from './parts.ts';
import type { PhraseKind } from './phrases.ts';
import { READERS, THE_WORK } from './readers.ts';
import { isBare } from './spelling.ts';

const FIRST_PERSON = ['chúng tôi', 'chúng em', 'tôi', 'em', 'mình'];
const ASKING = [
  'kính đề nghị',
  'kính',
  'please',
  'xin phép được',
  'xin phép',
  'xin được',
  'đề nghị',
  'vui lòng',
  'xin',
];
/** Not what one asks for: said after "đề nghị" they are meant for somebody else. */
const NOT_ASKED: ReadonlySet<PhraseKind> = new Set(['done', 'confirm', 'resume']);

/** `<lý do>`, copied from the help with nothing put in its place; an address in brackets is none. */
const PLACEHOLDER = /<[^<>@]{1,40}>/u;

export function commandOfLine(parts: Line<PhraseKind>, from: number): LineReading {
  if (/[>|]/u.test(gapBefore(parts, 0))) return NONE;
  const found = commandAt(parts, from);
  if (found === undefined) {
    const after = past(parts, from, FIRST_PERSON);
    const asked = isTurnedRound(parts, after) || looksShouted(parts, from) || isMereYes(parts.words);
    return asked ? UNCLEAR : NONE;
  }
  if (isQuestion(parts, found) || isUnmarkedStop(parts, found) || PLACEHOLDER.test(parts.line)) return UNCLEAR;
  return READERS[found.kind](parts, found);
}

function commandAt(parts: Line<PhraseKind>, from: number): FoundPhrase<PhraseKind> | undefined {
  const straight = phraseAt(parts, from);
  if (straight !== undefined) return straight;
  const person = past(parts, from, FIRST_PERSON);
  const asking = past(parts, person, ASKING);
  const found = phraseAt(parts, person) ?? phraseAt(parts, asking);
  return found !== undefined && asking > person && NOT_ASKED.has(found.kind) ? undefined : found;
}

/** A question is no command, unless asking is what the command does. */
function isQuestion(parts: Line, { kind, next }: FoundPhrase<PhraseKind>): boolean {
  const mark = parts.line.indexOf('?');
  if (mark === -1) return false;
  const asks = kind === 'consult' || kind === 'answer';
  const colon = parts.words[firstColon(parts, next)];
  return !(asks && colon !== undefined && mark > colon.start);
}

/** `dung` without marks may be dừng, đừng, đúng or a person's name: only with what belongs to stopping is it taken for that. */
function isUnmarkedStop(parts: Line, { kind, phrase, next }: FoundPhrase<PhraseKind>): boolean {
  if ((kind !== 'stop' && kind !== 'pause') || !phrase.endsWith('dừng')) return false;
  const bare = parts.words[next - 1]?.readings.every(isBare) === true;
  if (!bare || isColon(gapBefore(parts, next))) return false;
  if (phraseAt(parts, next) !== undefined) return true;
  return ![...THE_WORK, ...REASON_MARKS].some((text) => saysAt(parts.words, next, text));
}
