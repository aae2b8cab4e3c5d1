/** Finds the command that begins at a word of a line, however it was typed. */
import type { Line } from './parts.ts';
import { isOneSlipAway } from './slips.ts';
import { fitsWhole, spell, type Spelled } from './spelling.ts';
import { isSyllable } from './syllable.ts';
import { isWord, type Word } from './words.ts';

export interface FoundPhrase<Kind extends string = string> {
  readonly kind: Kind;
  /** Index of the first word after the phrase. */
  readonly next: number;
  /** As it stands in the table. */
  readonly phrase: string;
}

interface Phrase<Kind extends string> {
  readonly kind: Kind;
  readonly text: string;
  readonly words: readonly Spelled[];
  readonly joined: string;
  /** Its words have all their marks or none: with a mark forgotten they are other words (`dùng`, `chuyên`). */
  readonly whole: boolean;
}

/** The commands of one kind of mail, ready to be looked up. */
export interface PhraseBook<Kind extends string = string> {
  /** Longest first: `tạm dừng giải quyết` before `tạm dừng`. */
  readonly table: readonly Phrase<Kind>[];
  readonly others: readonly (readonly Spelled[])[];
}

/** A phrase shorter than this is only found without a slip: too many other words are one letter away. Letters. */
const LONG_ENOUGH = 6;

/** @param others words that begin like a command and are another word. */
export function phraseBook<Kind extends string>(
  phrases: Readonly<Record<Kind, readonly string[]>>,
  others: readonly string[],
): PhraseBook<Kind> {
  const table = (Object.keys(phrases) as Kind[])
    .flatMap((kind) => phrases[kind].map((text) => phraseOf(kind, text)))
    .toSorted((left, right) => right.joined.length - left.joined.length);
  return { table, others: others.map((text) => text.split(' ').map(spell)) };
}

export function phraseAt<Kind extends string>(parts: Line<Kind>, at: number): FoundPhrase<Kind> | undefined {
  const { line, words, book } = parts;
  if (book.others.some((other) => other.every((meant, index) => isWord(words[at + index], meant)))) return undefined;
  for (const { kind, text, words: meant, joined, whole } of book.table) {
    if (
      meant.every((one, index) => isMeant(words[at + index], one, whole)) &&
      standTogether(line, words.slice(at, at + meant.length))
    ) {
      return { kind, phrase: text, next: at + meant.length };
    }
    if (meant.length > 1 && isJoined(words[at], joined)) return { kind, phrase: text, next: at + 1 };
  }
  return slippedAt(parts, at);
}

function isMeant(word: Word | undefined, meant: Spelled, whole: boolean): boolean {
  if (!whole) return isWord(word, meant);
  return word?.readings.some((reading) => fitsWhole(reading, meant)) === true;
}

/** One slip in a long phrase, if it can be no other command and the slipped word is no Vietnamese word itself. */
function slippedAt<Kind extends string>({ line, words, book }: Line<Kind>, at: number): FoundPhrase<Kind> | undefined {
  const found = book.table
    .filter(({ joined }) => joined.length >= LONG_ENOUGH)
    .flatMap(({ kind, text, words: meant, joined }) => {
      if (isSlip(words[at], joined)) return [{ kind, phrase: text, next: at + 1 }];
      const wrong = meant.findIndex((one, index) => !isWord(words[at + index], one));
      const others = meant.every((one, index) => index === wrong || isWord(words[at + index], one));
      const slipped = others && isSlip(words[at + wrong], meant[wrong]?.letters ?? '');
      if (!slipped || !standTogether(line, words.slice(at, at + meant.length))) return [];
      return [{ kind, phrase: text, next: at + meant.length }];
    });
  const [longest] = found;
  return found.every(({ kind }) => kind === longest?.kind) ? longest : undefined;
}

function isSlip(word: Word | undefined, meant: string): boolean {
  return (
    word !== undefined &&
    word.readings.some(
      ({ letters }) => letters.startsWith(meant.charAt(0)) && isOneSlipAway(letters, meant) && letters.length > 2,
    ) &&
    !word.readings.some(({ letters }) => isSyllable(letters))
  );
}

/** TIEPNHAN; and with the keys of Telex or VNI still in it, which nothing in a joined word tells from letters. */
function isJoined(word: Word | undefined, joined: string): boolean {
  const letters = word?.readings[0]?.letters;
  if (letters === undefined) return false;
  return (
    letters === joined ||
    (joined.length >= LONG_ENOUGH && letters.length > joined.length && bare(letters) === bare(joined))
  );
}

function bare(letters: string): string {
  return letters.replace(/[sfrxjzw0-9]/gu, '').replace(/([adeo])\1/gu, '$1');
}

/** Between the words of one phrase stands a space or a hyphen; anything else ends it. */
function standTogether(line: string, words: readonly Word[]): boolean {
  return words.slice(1).every(({ start }, index) => /^[\s_-]*$/u.test(line.slice(words[index]?.end, start)));
}

function phraseOf<Kind extends string>(kind: Kind, text: string): Phrase<Kind> {
  const words = text.split(' ').map(spell);
  const whole = words.length === 1 || text.includes('dừng');
  return { kind, text, words, whole, joined: words.map(({ letters }) => letters).join('') };
}

/** True when the words at this place are the given ones, in any way of typing. */
export function saysAt(words: readonly Word[], at: number, text: string): boolean {
  return text.split(' ').every((one, index) => isWord(words[at + index], spell(one)));
}
