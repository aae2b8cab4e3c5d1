/** The words of a report as a machine can compare them: spelled out, with their places in the text, and whether its writer types marks at all. */
import { fits, isBare, spell, type Spelled } from '../reply/spelling.ts';
import { nfc } from '../text/vietnamese.ts';

export interface ReportWord extends Spelled {
  readonly text: string;
  /** Place in the composed text (`composed`). */
  readonly start: number;
  readonly end: number;
  /** A full stop or a line ends before it. */
  readonly first: boolean;
}

export interface ReportWords {
  readonly words: readonly ReportWord[];
  /** Most words carry no mark: `toi` may be tôi, tối or tới. */
  readonly bare: boolean;
}

const WORD = /[\p{L}\p{N}\p{M}]+/gu;
const STOP = /[.!?;:\n]\s*$/u;
/** Seven in ten syllables of written Vietnamese carry a mark; a text with fewer than this many was typed without. */
const MARKED_SHARE = 0.2;

/** Composed, without the characters that nobody sees and that would hide a word. */
export function composed(text: string): string {
  return nfc(text).replace(/[\u00AD\u200B-\u200F\u2060\uFEFF]/gu, '');
}

export function reportWords(text: string): ReportWords {
  const source = composed(text);
  const words = Array.from(source.matchAll(WORD), (match): ReportWord => {
    const before = source.slice(Math.max(0, match.index - 3), match.index);
    return {
      ...spell(match[0]),
      text: match[0],
      start: match.index,
      end: match.index + match[0].length,
      first: match.index === 0 || STOP.test(before),
    };
  });
  const letters = words.filter((word) => !/\p{N}/u.test(word.text));
  const marked = letters.filter((word) => !isBare(word)).length;
  return { words, bare: marked < letters.length * MARKED_SHARE };
}

export function phraseOf(text: string): readonly Spelled[] {
  return (composed(text).match(WORD) ?? []).map(spell);
}

/** How a phrase stands at a place: with all its marks, with some or all of them missing, or not at all. */
export type Standing = 'exact' | 'bare' | undefined;

export function standsAt(words: readonly Spelled[], at: number, phrase: readonly Spelled[]): Standing {
  let exact = true;
  for (const [index, meant] of phrase.entries()) {
    const written = words[at + index];
    if (written === undefined || !(fits(written, meant) || isPlural(written, meant))) return undefined;
    exact &&= written.tone === meant.tone && written.marks.startsWith(meant.marks);
  }
  return exact ? 'exact' : 'bare';
}

/** English only: no Vietnamese word ends in s. */
function isPlural(written: Spelled, meant: Spelled): boolean {
  return written.letters === `${meant.letters}s` && meant.letters.length > 2;
}
