/** Looking along the words of a command line. */
import { saysAt, type PhraseBook } from './find-phrase.ts';
import type { Word } from './words.ts';

/** A line with the book of the commands that it may hold. */
export interface Line<Kind extends string = string> {
  readonly line: string;
  readonly words: readonly Word[];
  readonly book: PhraseBook<Kind>;
}

/** What stands between a word and the one before it, or after the last. */
export function gapBefore({ line, words }: Pick<Line, 'line' | 'words'>, at: number): string {
  return line.slice(words[at - 1]?.end ?? 0, words[at]?.start ?? line.length);
}

/** A mark that ends the command and begins its reason. A hyphen counts with a space beside it: `12-TB` is a number. */
export function isColon(gap: string): boolean {
  return /[:：;]|(?:^|\s)[-–—]+(?:\s|$)|[-–—]\s/u.test(gap);
}

export function isBreak(gap: string): boolean {
  return isColon(gap) || /[,.!…(]/u.test(gap);
}

/** The text from a word to the end, without what is only politeness or punctuation at its end. */
export function textFrom(parts: Line, at: number, until = parts.words.length): string {
  const { line, words } = parts;
  const first = words[at];
  if (first === undefined || at >= until) return '';
  let last = until;
  while (last > at + 1 && isCourtesy(parts, last - 1)) last -= 1;
  const closed = last === words.length ? line.length : (words[last - 1]?.end ?? line.length);
  return line
    .slice(first.start, closed)
    .replace(/^["'“”‘’«»*`]+/u, '')
    .replace(/[\s.,;:!"'“”’«»*`]{1,20}$/u, '')
    .replace(/^([^()]*)\)$/u, '$1')
    .trim();
}

const COURTESIES = ['ạ', 'nhé', 'nha', 'nhá'];

/** Without its mark and with a capital it is the end of a name: Nguyễn Văn A, Tran Thanh Nha. */
export function isCourtesy({ words }: Pick<Line, 'words'>, at: number): boolean {
  if (!COURTESIES.some((text) => saysAt(words, at, text))) return false;
  return !/^(?:A|N[a-z]+)$/u.test(words[at]?.text ?? '');
}

/** First index at or after `from` where one of the texts stands; -1 for none. */
export function findText({ words }: Line, from: number, texts: readonly string[]): number {
  return words.findIndex((_, index) => index >= from && texts.some((text) => saysAt(words, index, text)));
}

/** Steps over one of the texts, whatever stands before it. */
export function past({ words }: Line, at: number, texts: readonly string[]): number {
  const found = texts.find((text) => saysAt(words, at, text));
  return at + (found?.split(' ').length ?? 0);
}

/** Steps over words that add nothing (`hồ sơ này`), as long as no break stands between. */
export function skip(parts: Line, from: number, texts: readonly string[]): number {
  let at = from;
  for (;;) {
    const found = texts.find((text) => saysAt(parts.words, at, text));
    if (found === undefined || isBreak(gapBefore(parts, at))) return at;
    at += found.split(' ').length;
  }
}

/** Index of the first word behind a colon; the number of words where there is none. */
export function firstColon(parts: Line, from: number): number {
  const colon = parts.words.findIndex((_, at) => at >= from && isColon(gapBefore(parts, at)));
  return colon === -1 ? parts.words.length : colon;
}
