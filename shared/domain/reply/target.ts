/**
 * The name that CHUYỂN, LẤY Ý KIẾN and GIAO CHO are addressed to. Names without their marks look like other words (Dũng like đừng, Hay, Cần
 * Giuộc), so here a word is part of the name unless it can only be something else. Nothing is lost by that: a name is found later with every
 * word of it or asked about.
 */
import type { Detail } from './details.ts';
import { isFavour, isHedge } from './doubts.ts';
import { saysAt } from './find-phrase.ts';
import { gapBefore, isBreak, isColon, isCourtesy, past, skip, textFrom, type Line } from './parts.ts';
import { isBare } from './spelling.ts';
import { oneOf } from './words.ts';

export const isPerson = oneOf('anh', 'chị', 'ông', 'bà', 'cô', 'chú', 'em', 'bạn');
const isTowards = oneOf(
  'đến',
  'tới',
  'sang',
  'lên',
  'về',
  'qua',
  'to',
  'cho',
  'của',
  'từ',
  'với',
  'tiếp',
  'lại',
  'việc',
);
const isFor = oneOf('cho');
/** Spelled without marks, and no syllable of a name. */
const isNeverName = oneOf('ko', 'k', 'if', 'when', 'until', 'unless', 'or', 'not', 'but');
/** Names of offices and places with a word that elsewhere is a hedge, or leads to a name. */
const IN_NAMES = [
  'tư pháp',
  'lái thiêu',
  'xây dựng',
  'sử dụng',
  'bình định',
  'cần thơ',
  'cần giờ',
  'cần giuộc',
  'cần đước',
];
/** What the addressee is to do, said behind the name. */
const DOING = ['xem xét', 'xử lý', 'giải quyết', 'thụ lý', 'theo thẩm quyền'];
const TO_DO = [...DOING.map((text) => `và ${text}`), ...DOING];

/** Steps from the command to the name; behind `cho`, or written as a name, even "Sang", "To" or "Lại" is one. */
export function targetFrom(parts: Line, from: number, fillers: readonly string[]): number {
  let at = from;
  for (;;) {
    const filled = skip(parts, at, fillers);
    if (filled === at && !isFiller(parts, at, from)) return at;
    at = filled === at ? at + 1 : filled;
  }
}

function isFiller(parts: Line, at: number, from: number): boolean {
  const word = parts.words[at];
  if (!isTowards(word) || isBreak(gapBefore(parts, at))) return false;
  if (isInKnownName(parts, at)) return false;
  return !isCapitalised(parts, at) && !(at > from && isFor(parts.words[at - 1]));
}

/** From a word to the colon, to the words that announce a reason, or to the end. */
export function targetAt(parts: Line, at: number, endings: readonly string[]): Detail<string> {
  const next = parts.words.findIndex(
    (_, index) => index > at && (isColon(gapBefore(parts, index)) || isEnding(parts, index, { at, endings })),
  );
  const until = next === -1 ? parts.words.length : next;
  return { value: textFrom(parts, at, nameEnd(parts, at, until)), next: until };
}

function isEnding(
  parts: Line,
  index: number,
  { at, endings }: { readonly at: number; readonly endings: readonly string[] },
): boolean {
  if (!endings.some((text) => saysAt(parts.words, index, text))) return false;
  const last = index + 1 === parts.words.length || isBreak(gapBefore(parts, index + 1));
  return !isWrittenAsName(parts, index, at) && !(last && isUnmarked(parts, index));
}

/** "Sở Xây dựng xem xét, giải quyết" is Sở Xây dựng. */
function nameEnd(parts: Line, at: number, until: number): number {
  let end = until;
  for (;;) {
    const said = TO_DO.map((text) => end - text.split(' ').length).find(
      (from, index) => from > at && saysAt(parts.words, from, TO_DO[index] ?? ''),
    );
    if (said !== undefined) end = said;
    else if (end - 1 > at && isCourtesy(parts, end - 1)) end -= 1;
    else return end;
  }
}

/** A name with a word in it that cannot belong to one: "Sở Tư pháp nếu cần". */
export function isDoubtfulTarget(parts: Line, at: number, until: number): boolean {
  return parts.words.some(
    (word, index) =>
      index >= at && index < until && (isHedge(word) || isFavour(word)) && !isPartOfName(parts, index, at),
  );
}

/** @param start where the name begins. */
export function isPartOfName(parts: Line, at: number, start: number): boolean {
  if (isInKnownName(parts, at) || isWrittenAsName(parts, at, start)) return true;
  const { words } = parts;
  if (!isUnmarked(parts, at) || isNeverName(words[at])) return false;
  if (at === start) return isFor(words[at - 1]);
  const before = words.map((_, index) => index).slice(start, at);
  const broken = before.some((index) => isBreak(gapBefore(parts, index + 1)));
  // In a name with marks, "hay" and "khi" have all of theirs.
  return !broken && before.every((index) => isUnmarked(parts, index));
}

/** With a capital as only names have it, or behind anh, chị. */
function isWrittenAsName(parts: Line, at: number, start: number): boolean {
  if (at > start && isBreak(gapBefore(parts, at))) return false;
  return isCapitalised(parts, at) || (at > start && isPerson(parts.words[at - 1]) && isUnmarked(parts, at));
}

function isInKnownName({ words }: Line, at: number): boolean {
  return IN_NAMES.some((name) => saysAt(words, at, name) || (at > 0 && saysAt(words, at - 1, name)));
}

function isCapitalised({ words }: Line, at: number): boolean {
  return /^\p{Lu}[\p{Ll}\p{M}]+$/u.test(words[at]?.text ?? '');
}

function isUnmarked({ words }: Line, at: number): boolean {
  const [written] = words[at]?.readings ?? [];
  return written !== undefined && words[at]?.readings.every(isBare) === true;
}

/** CHUYỂN CHO and CHUYỂN ANH … may be meant for a colleague. */
export function isPersonal(parts: Line, from: number, at: number): boolean {
  const { words } = parts;
  const comrade = past(parts, at, ['đồng chí', 'đ c']) > at || words[at]?.text.toLowerCase() === 'đc';
  return words.slice(from, at).some(isFor) || isPerson(words[at]) || comrade;
}
