import { afterGreeting } from './greeting.ts';
import type { PhraseBook } from './find-phrase.ts';
import type { Line } from './parts.ts';
import { wordsOf } from './words.ts';

/** The line that counts, and what stands under it. */
export interface FirstLine<Kind extends string = string> extends Line<Kind> {
  /** Index of the word where the greeting ends. */
  readonly from: number;
  readonly below: readonly string[];
}

const INVISIBLE = /[\u00AD\u200B-\u200D\u2060\uFEFF]/gu;
/** No command is longer; a wall of text is a note. Characters. */
const LONGEST_LINE = 2000;
const GREETING_LINES = 2;

/** Composed, without the characters that mail programs put between the letters and nobody sees. */
export function visible(text: string): string {
  return text.normalize('NFC').replace(INVISIBLE, '').trim();
}

/** The first line that says something more than a greeting. Undefined when none does. */
export function firstLine<Kind extends string>(text: string, book: PhraseBook<Kind>): FirstLine<Kind> | undefined {
  const lines = visible(text).split(/\r\n?|[\n\u2028\u2029]/u);
  let greetings = 0;
  for (const [index, line] of lines.entries()) {
    const words = line.length > LONGEST_LINE ? [] : wordsOf(line);
    if (words.length === 0 && line.length <= LONGEST_LINE) continue;
    const from = afterGreeting({ line, words, book });
    if (words.length === 0 || from < words.length || greetings === GREETING_LINES) {
      return { line, words, book, from, below: lines.slice(index + 1) };
    }
    greetings += 1;
  }
  return undefined;
}
