/** The command that a line gives, with its details; or why it gives none. */
import { isMereYes, isTurnedRound, looksShouted } from './doubts.ts';
import { phraseAt, type FoundPhrase } from './find-phrase.ts';
import type { Grammar } from './grammar.ts';
import { NONE, UNCLEAR, type LineReading } from './line-reading.ts';
import { firstColon, gapBefore, past, type Line } from './parts.ts';

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

/** `<lý do>`, copied from the help with nothing put in its place; an address in brackets is none. */
const PLACEHOLDER = /<[^<>@]{1,40}>/u;

export function commandOfLine<Kind extends string, Command>(
  grammar: Grammar<Kind, Command>,
  parts: Line<Kind>,
  from: number,
): LineReading<Command> {
  if (/[>|]/u.test(gapBefore(parts, 0))) return NONE;
  const found = commandAt(parts, from, grammar.notAsked);
  if (found === undefined) {
    const after = past(parts, from, FIRST_PERSON);
    const asked = isTurnedRound(parts, after) || looksShouted(parts, from) || isMereYes(parts.words);
    return asked ? UNCLEAR : NONE;
  }
  if (isQuestion(parts, found, grammar.mayAsk) || grammar.isDoubtful?.(parts, found) === true) return UNCLEAR;
  return PLACEHOLDER.test(parts.line) ? UNCLEAR : grammar.readers[found.kind](parts, found);
}

function commandAt<Kind extends string>(
  parts: Line<Kind>,
  from: number,
  notAsked: ReadonlySet<Kind>,
): FoundPhrase<Kind> | undefined {
  const straight = phraseAt(parts, from);
  if (straight !== undefined) return straight;
  const person = past(parts, from, FIRST_PERSON);
  const asking = past(parts, person, ASKING);
  const found = phraseAt(parts, person) ?? phraseAt(parts, asking);
  return found !== undefined && asking > person && notAsked.has(found.kind) ? undefined : found;
}

/** A question is no command, unless asking is what the command does. */
function isQuestion<Kind extends string>(
  parts: Line<Kind>,
  { kind, next }: FoundPhrase<Kind>,
  mayAsk: ReadonlySet<Kind>,
): boolean {
  const mark = parts.line.indexOf('?');
  if (mark === -1) return false;
  const colon = parts.words[firstColon(parts, next)];
  return !(mayAsk.has(kind) && colon !== undefined && mark > colon.start);
}
