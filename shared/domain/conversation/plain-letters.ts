/** Text as a pattern reads it: lower case, without marks, one character for each character of the composed text, so that places in one are places in the other. */
import { nfc } from '../text/vietnamese.ts';

export interface PlainText {
  /** The composed text, character by character (code points). */
  readonly characters: readonly string[];
  /** Of the same length. */
  readonly plain: string;
}

export function plainText(text: string): PlainText {
  const characters = Array.from(nfc(text));
  return { characters, plain: characters.map(plainLetter).join('') };
}

/** Stands for whatever is no single character without its marks. */
const OTHER = '\uFFFC';

function plainLetter(character: string): string {
  const bare = character
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace('đ', 'd')
    .normalize('NFKC')
    .toLowerCase();
  return bare.length === 1 ? bare : OTHER;
}
