/**
 * The sentence above a quote: "Vào Th 2, 23 thg 11, 2026 vào lúc 09:12 … đã viết:", "On …, … wrote:". It may be broken over four lines. Where the quote below
 * it has marks, they tell what is quoted, and an answer may stand between or below; where it has none, all that follows may be quoted.
 */
import type { MailLine } from './mail-lines.ts';

const LONGEST = 4;
const ends = /(?:viet|da gui|da tra loi|wrote|writes|a ecrit|schrieb) ?:$/u;
/** A sentence of several lines begins so, with a number soon after: a day or an hour. */
const starts =
  /^[-–—*_<"“ ]*(?:vao|ngay|luc|hom|tren|thu (?:hai|ba|tu|nam|sau|bay|[2-7])|chu nhat|on|at|le|am|\d|(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*[,. ]).{0,30}?\d/u;
/** Nothing but such a sentence begins so; "vào lúc 09:12" may be its second line. */
const startsAgain = /^[-–—*_<"“ ]*(?:vao(?! luc \d{1,2}:\d{2}(?! \d))|on|tren|le|am) .{0,30}?\d/u;
const saysWhoOrWhen = /@|\d{1,2}[:/.h-]\d{1,2}|\d{4}|<[^<>]{1,100}>/u;

/** @returns the lines of the sentence when a marked quote follows, 'rest' when none does. */
export function findAttribution(lines: readonly MailLine[], at: number): number | 'rest' | undefined {
  const first = lines[at];
  if (first === undefined || first.blank || first.marked) return undefined;
  const count = sentence(lines, at);
  if (count === undefined) return undefined;
  const after = nextLine(lines, at + count);
  if (after?.marked === true) return count;
  return ends.test(lines[at + count - 1]?.folded ?? '') ? 'rest' : undefined;
}

function sentence(lines: readonly MailLine[], at: number): number | undefined {
  let told = '';
  for (let count = 1; count <= LONGEST; count++) {
    const line = lines[at + count - 1];
    if (line === undefined || line.blank || line.marked) return undefined;
    told += ` ${line.folded}`;
    // Above a marked quote a colon will do: "On …:" in languages that we do not know.
    const isEnd = ends.test(line.folded) || (line.folded.endsWith(':') && nextLine(lines, at + count)?.marked === true);
    // One line alone need not begin as we know it: "Một Cửa <…> đã viết:".
    if (isEnd) return saysWhoOrWhen.test(told) && (count === 1 || starts.test(told.trimStart())) ? count : undefined;
    if (startsAgain.test(lines[at + count]?.folded ?? '')) return undefined;
  }
  return undefined;
}

function nextLine(lines: readonly MailLine[], from: number): MailLine | undefined {
  for (let at = from; at < Math.min(lines.length, from + 5); at++) if (lines[at]?.blank === false) return lines[at];
  return undefined;
}
